// The measures of GB/T 9704-2012 (党政机关公文格式), which PDF and Word share.

export const PAGE = {
  widthMm: 210,
  heightMm: 297,
  /** 天头 37 mm and 订口 28 mm; with the type area of 156 × 225 mm the other two follow. */
  topMm: 37,
  leftMm: 28,
  rightMm: 26,
  bottomMm: 35,
  lines: 22,
  charactersPerLine: 28,
} as const;

/** 字号 in points. */
export const SIZE = { title: 22, body: 16, page: 14, table: 10.5, note: 10.5, code: 7.5 } as const;

/** 22 lines in 225 mm. */
export const LINE_PT = (225 / 25.4) * (72 / PAGE.lines);

/** 28 characters in 156 mm are a little less than 16 points each. */
export const CHARACTER_PT = (156 / 25.4) * (72 / PAGE.charactersPerLine);

/** As Word knows the fonts, first the ones the standard asks for. */
export const WORD_FONTS = {
  title: '方正小标宋简体',
  body: '仿宋_GB2312',
  level1: '黑体',
  level2: '楷体_GB2312',
  latin: 'Times New Roman',
  page: '宋体',
} as const;

/** What to take where one of them is not installed. */
export const FALLBACKS: Readonly<Record<string, string>> = {
  [WORD_FONTS.title]: '宋体',
  [WORD_FONTS.body]: '仿宋',
  [WORD_FONTS.level2]: '楷体',
};
