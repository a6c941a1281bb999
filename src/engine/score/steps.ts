// Step tables: "5 % and more scores 20, 3 % and more scores 15, otherwise 5".

/** A step applies to values that pass its test against `limit`. */
export type Step = {
  readonly test: 'at_least' | 'above' | 'at_most' | 'below' | 'otherwise';
  readonly limit: number;
  readonly points: number;
};

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
  switch (test) {
    case 'at_least':
      return value >= limit;
    case 'above':
      return value > limit;
    case 'at_most':
      return value <= limit;
    case 'below':
      return value < limit;
    case 'otherwise':
      return true;
  }
}
