// Sobol indices: which source of uncertainty the spread of a result comes from.
import { sum } from '../score/statistics.ts';
import { fillUniform, forkRandom } from './random.ts';

/**
 * A design of n × (d + 2) points in the unit cube of d sources, d numbers per point: n points A, n points B,
 * then for each source i the n points of A with source i taken from B. `points[row × d + i]`.
 */
export type SobolDesign = { readonly n: number; readonly d: number; readonly points: Float64Array };

export type SobolIndices = {
  /** Share of the variance that would go if source i were known, d values. */
  readonly first: Float64Array;
  /** Share that would remain if all but source i were known, d values: source i with all its interactions. */
  readonly total: Float64Array;
};

/**
 * The radial design.
 * Source: Saltelli et al. 2010, Computer Physics Communications 181, section 3; COINr 1.1.14 `SA_sample`.
 */
export function sobolDesign(n: number, d: number, seed: number): SobolDesign {
  const block = n * d;
  const points = new Float64Array(block * (d + 2));
  fillUniform(forkRandom(seed, 0), points.subarray(0, 2 * block));
  for (let i = 0; i < d; i++) {
    const start = (2 + i) * block;
    points.copyWithin(start, 0, block);
    for (let at = i; at < block; at += d) points[start + at] = points[block + at] as number;
  }
  return { n, d, points };
}

/**
 * Indices from the n × (d + 2) results of a design, in the order of its points. Estimates: a first index may
 * come out slightly below 0. Absent where the results do not vary. First: mean(yB (yABi − yA)) ÷ V. Total:
 * mean((yA − yABi)²) ÷ 2V. V is the variance (n − 1) of yA and yB together.
 * Source: Saltelli et al. 2010, table 2 (b) and (f); COINr 1.1.14 `SA_estimate`.
 */
export function sobolIndices(y: Float64Array, n: number, d: number): SobolIndices {
  const yA = y.subarray(0, n);
  const yB = y.subarray(n, 2 * n);
  const variance = varianceOf(y.subarray(0, 2 * n));
  const first = new Float64Array(d);
  const total = new Float64Array(d);
  for (let i = 0; i < d; i++) {
    const change = y.slice((2 + i) * n, (3 + i) * n).map((value, k) => value - (yA[k] as number));
    first[i] = share(sum(change.map((value, k) => value * (yB[k] as number))) / n, variance);
    total[i] = share(sum(change.map((value) => value * value)) / (2 * n), variance);
  }
  return { first, total };
}

function varianceOf(y: Float64Array): number {
  const centre = sum(y) / y.length;
  return sum(y.map((value) => (value - centre) ** 2)) / (y.length - 1);
}

function share(part: number, whole: number): number {
  return whole > 0 ? part / whole : Number.NaN;
}
