// How far two rankings agree, from −1 (reversed) to 1 (the same).
import { ascendingOrder } from './order.ts';
import { averageRank } from './rank.ts';
import { correlation } from './statistics.ts';

/**
 * Spearman's rho: Pearson correlation of the mean ranks, over the rows present in both columns.
 * Source: Spearman 1904.
 */
export function spearman(x: Float64Array, y: Float64Array): number {
  const left = new Float64Array(x.length);
  const right = new Float64Array(x.length);
  const [a, b] = presentInBoth(x, y);
  averageRank(a, left);
  averageRank(b, right);
  return correlation(left, right);
}

/**
 * Kendall's tau-b: (pairs in the same order − pairs reversed) ÷ √((pairs not tied in x)(pairs not tied in
 * y)), over the rows present in both columns. Takes n log n steps.
 * Source: Kendall 1945; Knight 1966 for the counting.
 */
export function kendall(x: Float64Array, y: Float64Array): number {
  const [a, b] = presentInBoth(x, y);
  // Ordered by y first and then, keeping that order among equals, by x.
  const byY = ascendingOrder(b);
  const rows = ascendingOrder(Float64Array.from(byY, (row) => a[row] as number)).map((k) => byY[k] as number);
  const n = rows.length;
  const pairs = (n * (n - 1)) / 2;
  const tiedX = tiedPairs(rows, (p, q) => a[p] === a[q]);
  const tiedBoth = tiedPairs(rows, (p, q) => a[p] === a[q] && b[p] === b[q]);
  const tiedY = tiedPairs(byY, (p, q) => b[p] === b[q]);
  const reversed = countInversions(Float64Array.from(rows, (row) => b[row] as number));
  const same = pairs - tiedX - tiedY + tiedBoth - reversed;
  const tau = (same - reversed) / Math.sqrt((pairs - tiedX) * (pairs - tiedY));
  return Number.isFinite(tau) ? tau : Number.NaN;
}

function presentInBoth(x: Float64Array, y: Float64Array): [Float64Array, Float64Array] {
  return [
    x.map((value, i) => (Number.isNaN(y[i]) ? Number.NaN : value)),
    y.map((value, i) => (Number.isNaN(x[i]) ? Number.NaN : value)),
  ];
}

// Pairs within the runs of equal neighbours.
function tiedPairs(rows: Uint32Array, equal: (p: number, q: number) => boolean): number {
  let pairs = 0;
  let run = 0;
  for (let k = 1; k < rows.length; k++) {
    run = equal(rows[k - 1] as number, rows[k] as number) ? run + 1 : 0;
    pairs += run;
  }
  return pairs;
}

// Pairs out of order, counted while a merge sort puts them right. Equal values are in order.
function countInversions(values: Float64Array): number {
  let from = values;
  let to: Float64Array = new Float64Array(values.length);
  let inversions = 0;
  for (let width = 1; width < values.length; width *= 2) {
    for (let start = 0; start < values.length; start += 2 * width)
      inversions += merge(from, to, start, width);
    [from, to] = [to, from];
  }
  return inversions;
}

function merge(from: Float64Array, to: Float64Array, start: number, width: number): number {
  const middle = Math.min(start + width, from.length);
  const end = Math.min(start + 2 * width, from.length);
  let left = start;
  let right = middle;
  let inversions = 0;
  for (let at = start; at < end; at++) {
    if (right >= end || (left < middle && (from[left] as number) <= (from[right] as number))) {
      to[at] = from[left++] as number;
    } else {
      inversions += middle - left;
      to[at] = from[right++] as number;
    }
  }
  return inversions;
}
