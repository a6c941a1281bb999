// Step tables: "5 % and more scores 20, 3 % and more scores 15, otherwise 5".

/** A step applies to values that pass its test against `limit`. */
export type Step = {
  readonly test: 'at_least' | 'above' | 'at_most' | 'below' | 'otherwise';
  readonly limit: number;
  readonly points: number;
};

/** Values this close to a limit, relative to it, are on it: 55 ÷ 100 is 55.000000000000007 % in binary, and 1.15 − 1 is not 0.15. */
const ON_LIMIT = 1e-12;

/**
 * Scores a column of n values into `out` (n; may be `x` itself) with the points of the first step that
 * applies. Absent where none does, and where the value is.
 */
export function applySteps(x: Float64Array, steps: readonly Step[], out: Float64Array): void {
  for (let i = 0; i < x.length; i++) out[i] = pointsOf(x[i] as number, steps);
}

function pointsOf(value: number, steps: readonly Step[]): number {
  if (Number.isNaN(value)) return Number.NaN;
  for (const step of steps) if (applies(step, value)) return step.points;
  return Number.NaN;
}

function applies({ test, limit }: Step, value: number): boolean {
  const isOn = Math.abs(value - limit) <= ON_LIMIT * Math.abs(limit);
  switch (test) {
    case 'at_least':
      return isOn || value > limit;
    case 'above':
      return !isOn && value > limit;
    case 'at_most':
      return isOn || value < limit;
    case 'below':
      return !isOn && value < limit;
    case 'otherwise':
      return true;
  }
}
