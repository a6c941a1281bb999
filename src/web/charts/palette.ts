// The colours of charts, read from the page at the moment of drawing, so that light and dark need no second list.
export type Palette = {
  /** Of the type around the chart, in pixels: large type and the wall are larger in charts too. */
  readonly size: number;
  readonly ink: string;
  readonly secondary: string;
  readonly faint: string;
  readonly line: string;
  readonly surface: string;
  readonly accent: string;
  readonly neutral: string;
  readonly better: string;
  readonly worse: string;
  readonly steps: readonly string[];
  /** Of a class; grey for those without one. */
  readonly ofClass: (letter: string) => string;
  /** For text on the colour of a class. */
  readonly onClass: (letter: string) => string;
};

export function readPalette(place: Element = document.documentElement): Palette {
  const style = getComputedStyle(place);
  const token = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  return {
    size: Math.max(12, Number.parseFloat(style.fontSize) - 2),
    ink: token('ink'),
    secondary: token('secondary'),
    faint: token('faint'),
    line: token('line'),
    surface: token('surface'),
    accent: token('accent'),
    neutral: token('neutral'),
    better: token('better'),
    worse: token('worse'),
    steps: [1, 2, 3, 4, 5].map((step) => token(`map-${step}`)),
    ofClass: (letter) => {
      const own = token(`class-${letter.toLowerCase()}`);
      return own === '' ? token('class-t') : own;
    },
    onClass: (letter) => token(letter === 'C' ? 'chip-ink-c' : 'chip-ink'),
  };
}
