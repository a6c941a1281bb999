// Four quarters between two medians.
export type Quadrant = 'hh' | 'hl' | 'lh' | 'll';

/** As they lie on the page, from the top left. */
export const QUADRANTS: readonly Quadrant[] = ['lh', 'hh', 'll', 'hl'];

/** First letter: x, second: y; on the line counts as high. Undefined where one of them is absent. */
export function quadrantOf(
  x: number,
  y: number,
  middles: { readonly x: number; readonly y: number },
): Quadrant | undefined {
  if (Number.isNaN(x) || Number.isNaN(y)) return undefined;
  return `${x >= middles.x ? 'h' : 'l'}${y >= middles.y ? 'h' : 'l'}`;
}
