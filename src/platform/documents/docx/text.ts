// Runs and paragraphs of a Word document, in the sizes and fonts of an official one.
import { CHARACTER_PT, FALLBACKS, LINE_PT, SIZE, WORD_FONTS } from '../layout.ts';
import { el, type Xml } from './xml.ts';

export type Style = {
  readonly font: string;
  /** Points. */
  readonly size: number;
  readonly bold?: boolean;
  /** Hexadecimal RGB. */
  readonly color?: string;
};

export const BODY: Style = { font: WORD_FONTS.body, size: SIZE.body };
export const TITLE: Style = { font: WORD_FONTS.title, size: SIZE.title };
export const TABLE: Style = { font: WORD_FONTS.body, size: SIZE.table };
export const TABLE_HEAD: Style = { font: WORD_FONTS.level1, size: SIZE.table };
export const NOTE: Style = { font: WORD_FONTS.body, size: SIZE.note };
const LEVELS: readonly Style[] = [
  { font: WORD_FONTS.level1, size: SIZE.body },
  { font: WORD_FONTS.level2, size: SIZE.body },
  { ...BODY, bold: true },
  BODY,
];
export const levelStyle = (level: number): Style => LEVELS[level - 1] ?? BODY;

export const TWIPS = 20;
const HALVES = 2;

export function runProperties({ font, size, bold, color }: Style): Xml {
  const halves = { 'w:val': Math.round(size * HALVES) };
  return el(
    'w:rPr',
    {},
    el('w:rFonts', {
      'w:ascii': WORD_FONTS.latin,
      'w:hAnsi': WORD_FONTS.latin,
      'w:eastAsia': font,
      'w:cs': WORD_FONTS.latin,
    }),
    bold === true ? el('w:b') : null,
    color === undefined ? null : el('w:color', { 'w:val': color }),
    // Set a little closer, 28 characters of the body fill the line.
    size === SIZE.body ? el('w:spacing', { 'w:val': Math.floor((CHARACTER_PT - SIZE.body) * TWIPS) }) : null,
    el('w:sz', halves),
    el('w:szCs', halves),
  );
}

/** A line break in the text is one in the document. */
export function run(text: string, style: Style): Xml {
  const pieces = text
    .split('\n')
    .flatMap((line, i) => [...(i === 0 ? [] : [el('w:br')]), el('w:t', { 'xml:space': 'preserve' }, line)]);
  return el('w:r', {}, runProperties(style), pieces);
}

export type ParagraphForm = {
  readonly align?: 'left' | 'center' | 'right' | 'both';
  /** In characters of the style, as Word keeps them when somebody changes the size. */
  readonly firstLine?: number;
  readonly left?: number;
  readonly right?: number;
  readonly keepNext?: boolean;
  readonly pageBreakBefore?: boolean;
  /** Points; by default the line of the page's grid. */
  readonly line?: number;
  readonly before?: number;
  readonly after?: number;
  readonly outline?: number;
  /** A red rule below, as under the name of the office. */
  readonly rule?: boolean;
};

const HUNDREDTHS = 100;

export function paragraph(content: string | readonly Xml[], style: Style, form: ParagraphForm = {}): Xml {
  const { firstLine = 0, left = 0, right = 0, line = LINE_PT, before = 0, after = 0 } = form;
  const characters = (name: string, count: number) =>
    count === 0
      ? {}
      : {
          [`w:${name}Chars`]: count * HUNDREDTHS,
          [`w:${name}`]: Math.round(count * style.size * TWIPS),
        };
  return el(
    'w:p',
    {},
    el(
      'w:pPr',
      {},
      form.keepNext === true ? el('w:keepNext') : null,
      form.pageBreakBefore === true ? el('w:pageBreakBefore') : null,
      form.rule === true
        ? el('w:pBdr', {}, el('w:bottom', { 'w:val': 'single', 'w:sz': 12, 'w:space': 4, 'w:color': RED }))
        : null,
      // Only the body stands on the lines of the page.
      style.size === SIZE.body ? null : el('w:snapToGrid', { 'w:val': 0 }),
      el('w:spacing', {
        'w:before': Math.round(before * TWIPS),
        'w:after': Math.round(after * TWIPS),
        'w:line': Math.round(line * TWIPS),
        'w:lineRule': 'exact',
      }),
      el('w:ind', {
        ...characters('left', left),
        ...characters('right', right),
        ...characters('firstLine', firstLine),
      }),
      el('w:jc', { 'w:val': form.align ?? 'both' }),
      form.outline === undefined ? null : el('w:outlineLvl', { 'w:val': form.outline }),
      runProperties(style),
    ),
    typeof content === 'string' ? run(content, style) : content,
  );
}

export const RED = 'D7000F';

/** What Word shows instead of a font that is not installed. */
export function fontTable(): Xml {
  const fonts = Object.entries(FALLBACKS).map(([name, other]) =>
    el('w:font', { 'w:name': name }, el('w:altName', { 'w:val': other })),
  );
  return el('w:fonts', { 'xmlns:w': WORD_SPACE }, fonts);
}

export const WORD_SPACE = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
