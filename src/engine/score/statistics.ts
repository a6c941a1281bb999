// Descriptive statistics of a column of numbers. All skip absent values; with too few left the answer is
// absent (NaN).

/** How many values are present. */
export function countPresent(x: Float64Array): number {
  let n = 0;
  for (let i = 0; i < x.length; i++) if (!Number.isNaN(x[i])) n++;
  return n;
}

/**
 * Sum in the unit of x, absent when no value is present. Compensated (Knuth's TwoSum): correct to the last
 * bit or nearly so whatever the order of the rows, so sorting a table does not move a baseline. Loads of
 * memory bound the loop: it costs what a plain sum costs.
 */
export function sum(x: Float64Array): number {
  let total = 0;
  let lost = 0;
  let n = 0;
  for (let i = 0; i < x.length; i++) {
    const value = x[i] as number;
    if (Number.isNaN(value)) continue;
    const next = total + value;
    const taken = next - total;
    lost += total - (next - taken) + (value - taken);
    total = next;
    n++;
  }
  return n === 0 ? Number.NaN : total + lost;
}

/** Arithmetic mean in the unit of x. */
export function mean(x: Float64Array): number {
  return sum(x) / countPresent(x);
}

/** Smallest present value. */
export function min(x: Float64Array): number {
  let low = Number.POSITIVE_INFINITY;
  for (let i = 0; i < x.length; i++) if ((x[i] as number) < low) low = x[i] as number;
  return low === Number.POSITIVE_INFINITY ? Number.NaN : low;
}

/** Largest present value. */
export function max(x: Float64Array): number {
  let high = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < x.length; i++) if ((x[i] as number) > high) high = x[i] as number;
  return high === Number.NEGATIVE_INFINITY ? Number.NaN : high;
}

/** Present values, ascending, in an array of their own. */
function sortedPresent(x: Float64Array): Float64Array {
  const present = new Float64Array(x.length);
  let n = 0;
  for (let i = 0; i < x.length; i++) if (!Number.isNaN(x[i])) present[n++] = x[i] as number;
  return present.subarray(0, n).sort();
}

/**
 * Quantile at `share` (0 … 1) of ascending values: linear between the order statistics around (n − 1) ×
 * share.
 * Source: Hyndman & Fan 1996, type 7 (the default of R's quantile and of numpy).
 */
export function quantileOfSorted(sorted: Float64Array, share: number): number {
  const position = (sorted.length - 1) * share;
  const below = Math.floor(position);
  const low = sorted[below];
  if (low === undefined) return Number.NaN;
  const high = sorted[below + 1] ?? low;
  return low + (position - below) * (high - low);
}

/** Percentile p (0 … 100), Hyndman & Fan type 7. Sorts a copy. */
export function percentile(x: Float64Array, p: number): number {
  return quantileOfSorted(sortedPresent(x), p / 100);
}

/** Median: the middle value, or the mean of the middle two. Sorts a copy. */
export function median(x: Float64Array): number {
  return percentile(x, 50);
}

/** Sample standard deviation (n − 1), absent for fewer than two values. */
export function standardDeviation(x: Float64Array): number {
  const { n, squares } = centralSums(x);
  return n < 2 ? Number.NaN : Math.sqrt(squares / (n - 1));
}

/**
 * Bias-corrected skewness G1, absent for fewer than three values or a column of equal ones.
 * Source: Joanes & Gill 1998, type 2 (e1071, Excel's SKEW, COINr 1.1.14 `skew`).
 */
export function skewness(x: Float64Array): number {
  const { n, squares, cubes } = centralSums(x);
  if (n < 3 || squares === 0) return Number.NaN;
  return ((Math.sqrt(n) * cubes) / (squares * Math.sqrt(squares))) * (Math.sqrt(n * (n - 1)) / (n - 2));
}

/**
 * Bias-corrected excess kurtosis G2, absent for fewer than four values or a column of equal ones.
 * Source: Joanes & Gill 1998, type 2 (e1071, Excel's KURT, COINr 1.1.14 `kurt`).
 */
export function kurtosis(x: Float64Array): number {
  const { n, squares, fourths } = centralSums(x);
  if (n < 4 || squares === 0) return Number.NaN;
  const excess = (n * fourths) / (squares * squares) - 3;
  return (((n + 1) * excess + 6) * (n - 1)) / ((n - 2) * (n - 3));
}

/** Pearson correlation over the rows where both columns are present; absent when either does not vary. */
export function correlation(x: Float64Array, y: Float64Array): number {
  const both = x.map((value, i) => (Number.isNaN(y[i]) ? Number.NaN : value));
  const centreX = mean(both);
  const centreY = mean(y.map((value, i) => (Number.isNaN(x[i]) ? Number.NaN : value)));
  let xx = 0;
  let yy = 0;
  let xy = 0;
  for (let i = 0; i < both.length; i++) {
    if (Number.isNaN(both[i])) continue;
    const dx = (x[i] as number) - centreX;
    const dy = (y[i] as number) - centreY;
    xx += dx * dx;
    yy += dy * dy;
    xy += dx * dy;
  }
  const r = xy / (Math.sqrt(xx) * Math.sqrt(yy));
  return Number.isFinite(r) ? Math.min(1, Math.max(-1, r)) : Number.NaN;
}

// Sums of the second to fourth powers of the distances from the mean, in one pass over memory.
function centralSums(x: Float64Array): { n: number; squares: number; cubes: number; fourths: number } {
  const centre = mean(x);
  let n = 0;
  let squares = 0;
  let cubes = 0;
  let fourths = 0;
  for (let i = 0; i < x.length; i++) {
    const distance = (x[i] as number) - centre;
    if (Number.isNaN(distance)) continue;
    const square = distance * distance;
    n++;
    squares += square;
    cubes += square * distance;
    fourths += square * square;
  }
  return { n, squares, cubes, fourths };
}
