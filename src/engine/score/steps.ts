// Step tables: "5 % and more scores 20, 3 % and more scores 15, otherwise 5".

/** A step applies to values that pass its test against `limit`. */
export type Step = {
  readonly test: 'at_least' | 'above' | 'at_most' | 'below' | 'otherwise';
  readonly limit: number;
  readonly points: number;
};

/**
 * Scores a column of n values into `out` (n; may be `x` itself) with the points of the first step that applies.
 * Absent where none does, and where the value is.
 */
export function applySteps(x: Float64Array, steps: readonly Step[], out: Float64Array): void {
  const passes = steps.map((step) => PASSES[step.test]);
  for (let i = 0; i < x.length; i++) {
    const value = x[i] as number;
    let points = Number.NaN;
    for (let k = 0; k < steps.length && !Number.isNaN(value); k++) {
      const step = steps[k] as Step;
      if (passes[k]?.(value, step.limit) !== true) continue;
      ({ points } = step);
      break;
    }
    out[i] = points;
  }
}

const PASSES = {
  at_least: (value: number, limit: number) => value >= limit,
  above: (value: number, limit: number) => value > limit,
  at_most: (value: number, limit: number) => value <= limit,
  below: (value: number, limit: number) => value < limit,
  otherwise: () => true,
} satisfies Record<Step['test'], (value: number, limit: number) => boolean>;
