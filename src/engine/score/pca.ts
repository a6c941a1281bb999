// Weights from the first principal component of the correlation matrix.
import { symmetricPairs } from './eigen.ts';
import { correlation } from './statistics.ts';
import { proportional, type Weighing } from './weights.ts';

export type ComponentWeighing = Weighing & {
  /**
   * Correlation of each column with the first component, k values; the sign is chosen so that they sum to ≥
   * 0.
   */
  readonly loadings: Float64Array;
  /** Share of the total variance the first component explains, 0 … 1. */
  readonly explained: number;
};

/**
 * Squared loadings of the first component over their sum: the part of the explained variance each column
 * carries. Squares make the weights independent of directions and never negative; loadings of both signs say
 * that the columns pull in different directions. A column that does not vary weighs nothing.
 * Source: OECD/JRC Handbook 2008, step 6 (weights based on principal components).
 */
export function componentWeights(columns: readonly Float64Array[]): ComponentWeighing {
  const correlations = columns.map((x, j) =>
    Float64Array.from(columns, (y, k) => {
      const r = correlation(x, y);
      return Number.isNaN(r) ? 0 : j === k ? 1 : r;
    }),
  );
  const first = symmetricPairs(correlations)[0];
  const trace = correlations.reduce((total, row, j) => total + (row[j] as number), 0);
  if (first === undefined || !(trace > 0)) {
    const nothing = new Float64Array(columns.length).fill(Number.NaN);
    return { ...proportional(nothing), loadings: nothing, explained: Number.NaN };
  }
  const facing = first.vector.reduce((total, value) => total + value, 0) < 0 ? -1 : 1;
  const loadings = first.vector.map((value) => value * facing * Math.sqrt(first.value));
  return {
    ...proportional(loadings.map((value) => value * value)),
    loadings,
    explained: first.value / trace,
  };
}
