// Aggregation of k columns of n scores into one, row by row: the generalised means.

/**
 * Writes one aggregated score per row into `out` (n, not one of the columns). `weights` holds k numbers of
 * zero or more, of any sum. An absent score leaves its weight out and the others are scaled up; a row without
 * any is absent.
 */
export type Aggregation = (
  columns: readonly Float64Array[],
  weights: Float64Array,
  out: Float64Array,
) => void;

// Rows taken at once: two buffers of this size stay in the first-level cache while the columns stream past.
const BLOCK = 1024;

/** Σ w x ÷ Σ w. Source: OECD/JRC Handbook 2008, step 6 (linear aggregation); COINr 1.1.14 `a_amean`. */
export const arithmeticMean: Aggregation = (columns, weights, out) => {
  const totals = new Float64Array(BLOCK);
  const shares = new Float64Array(BLOCK);
  for (let start = 0; start < out.length; start += BLOCK) {
    const rows = Math.min(BLOCK, out.length - start);
    totals.fill(0);
    shares.fill(0);
    columns.forEach((x, j) => addBlock(x, weights[j] as number, start, rows, totals, shares));
    for (let i = 0; i < rows; i++) out[start + i] = (totals[i] as number) / (shares[i] as number);
  }
};

/**
 * exp(Σ w ln x ÷ Σ w): a weak score cannot be fully made up for. A zero makes the mean zero, a negative score
 * makes it absent.
 * Source: OECD/JRC Handbook 2008, step 6 (geometric aggregation); COINr 1.1.14 `a_gmean`.
 */
export const geometricMean: Aggregation = (columns, weights, out) => {
  transformedMean(columns, weights, out, Math.log, Math.exp);
};

/** Σ w ÷ Σ (w ÷ x), zero and negative as for the geometric mean. Source: COINr 1.1.14 `a_hmean`. */
export const harmonicMean: Aggregation = (columns, weights, out) => {
  transformedMean(columns, weights, out, invert, invert);
};

/**
 * (Σ w x^p ÷ Σ w)^(1 ÷ p), the geometric mean at p = 0; the smaller p, the less a weak score can be made up
 * for. Zero and negative as for the geometric mean, except that p = 1 is the arithmetic mean and takes any
 * score.
 * Source: COINr 1.1.14 `a_genmean`.
 */
export function powerMean(
  columns: readonly Float64Array[],
  weights: Float64Array,
  out: Float64Array,
  p: number,
): void {
  if (p === 0) return geometricMean(columns, weights, out);
  if (p === 1) return arithmeticMean(columns, weights, out);
  const raise = (x: number): number => Math.pow(x, p);
  const extract = (y: number): number => Math.pow(y, 1 / p);
  transformedMean(columns, weights, out, raise, extract);
}

function addBlock(
  x: Float64Array,
  weight: number,
  start: number,
  rows: number,
  totals: Float64Array,
  shares: Float64Array,
): void {
  for (let i = 0; i < rows; i++) {
    const value = x[start + i] as number;
    if (Number.isNaN(value)) continue;
    totals[i] = (totals[i] as number) + weight * value;
    shares[i] = (shares[i] as number) + weight;
  }
}

// The mean of f(x), turned back by f's inverse. f may give ±Infinity at 0, which the inverse turns into 0.
function transformedMean(
  columns: readonly Float64Array[],
  weights: Float64Array,
  out: Float64Array,
  f: (x: number) => number,
  inverse: (y: number) => number,
): void {
  for (let i = 0; i < out.length; i++) {
    let total = 0;
    let share = 0;
    for (let j = 0; j < columns.length; j++) {
      const value = columns[j]?.[i] as number;
      const weight = weights[j] as number;
      // A weight of nothing must not meet an infinity: that would be absent, not nothing.
      if (Number.isNaN(value) || weight === 0) continue;
      // abs: −0 is zero here, not the negative side of a pole.
      total += weight * (value < 0 ? Number.NaN : f(Math.abs(value)));
      share += weight;
    }
    const mean = inverse(total / share);
    out[i] = Number.isFinite(mean) ? mean : Number.NaN;
  }
}

function invert(x: number): number {
  return 1 / x;
}
