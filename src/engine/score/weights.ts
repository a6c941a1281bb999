// Weights out of the data: the more an indicator tells firms apart, the more it weighs. All sum to 1.
import type { Diagnostic } from '#core/diagnostic.ts';
import type { Direction } from './normalise.ts';
import { correlation, countPresent, max, min, standardDeviation, sum } from './statistics.ts';

/**
 * Weights of k columns, summing to 1; all absent when a diagnostic is an error. Paths are `[column]`, from 0.
 */
export type Weighing = { readonly weights: Float64Array; readonly diagnostics: readonly Diagnostic[] };

/** 1 ÷ k each. */
export function equalWeights(count: number): Float64Array {
  return new Float64Array(count).fill(1 / count);
}

/**
 * Entropy weights of k columns of n values: 1 − entropy of each column's shares, entropy on the base of its
 * number of present values. Values must be zero or more; pass scores rather than raw values where less is
 * better.
 * Source: Shannon 1948; Hwang & Yoon 1981, chapter 3; pymcdm 1.4.0 `entropy_weights`.
 */
export function entropyWeights(columns: readonly Float64Array[]): Weighing {
  const negative = columns.findIndex((x) => min(x) < 0);
  if (negative >= 0) return refused(columns.length, 'weights_need_non_negative', negative);
  return proportional(Float64Array.from(columns, divergence));
}

/**
 * Weights in proportion to the standard deviation of each column.
 * Source: Diakoulaki 1995, section 2; pymcdm 1.4.0 `standard_deviation_weights`.
 */
export function deviationWeights(columns: readonly Float64Array[]): Weighing {
  return proportional(Float64Array.from(columns, (x) => standardDeviation(x)));
}

/**
 * CRITIC weights: standard deviation of the min-max column times its total disagreement Σ(1 − r) with the
 * others. `directions` turn columns where less is better before they are compared, as the paper does; without
 * them all count as "more is better", which is what pymcdm computes.
 * Source: Diakoulaki, Mavrotas & Papayannakis 1995; pymcdm 1.4.0 `critic_weights`, scikit-criteria 0.9
 * `critic`.
 */
export function criticWeights(columns: readonly Float64Array[], directions?: readonly Direction[]): Weighing {
  const turned = (j: number): Direction => directions?.[j] ?? 1;
  const deviations = columns.map((x) => standardDeviation(x) / (max(x) - min(x)));
  const disagreement = columns.map(() => 0);
  for (let j = 0; j < columns.length; j++) {
    for (let k = j + 1; k < columns.length; k++) {
      const r = correlation(columns[j] as Float64Array, columns[k] as Float64Array);
      const clash = 1 - r * turned(j) * turned(k);
      // A column that does not vary correlates with nothing and tells nothing: it must not spoil the others'
      // sums.
      if (Number.isNaN(clash)) continue;
      disagreement[j] = (disagreement[j] as number) + clash;
      disagreement[k] = (disagreement[k] as number) + clash;
    }
  }
  return proportional(Float64Array.from(deviations, (s, j) => s * (disagreement[j] as number)));
}

/**
 * MEREC weights: how much the overall performance of the firms changes when a column is taken away. Rows with
 * an absent value are left out; values must be positive.
 * Source: Keshavarz-Ghorabaee et al. 2021, Symmetry 13(4) 525; pymcdm 1.4.0 `merec_weights`.
 */
export function merecWeights(columns: readonly Float64Array[], directions: readonly Direction[]): Weighing {
  const notPositive = columns.findIndex((x) => min(x) <= 0);
  if (notPositive >= 0) return refused(columns.length, 'weights_need_positive', notPositive);
  const complete = completeRows(columns);
  const distances = complete.map((x, j) => {
    const best = Math.log(directions[j] === 1 ? min(x) : max(x));
    return x.map((value) => Math.abs(Math.log(value) - best));
  });
  const k = columns.length;
  const total = new Float64Array(complete[0]?.length ?? 0);
  for (const distance of distances) {
    for (let i = 0; i < total.length; i++) total[i] = (total[i] as number) + (distance[i] as number);
  }
  const effects = distances.map((distance) => {
    let effect = 0;
    for (let i = 0; i < total.length; i++) {
      const all = Math.log1p((total[i] as number) / k);
      const without = Math.log1p(((total[i] as number) - (distance[i] as number)) / k);
      effect += Math.abs(without - all);
    }
    return effect;
  });
  return proportional(Float64Array.from(effects));
}

/** The columns cut down to the rows in which all are present. */
function completeRows(columns: readonly Float64Array[]): Float64Array[] {
  return columns.map((x) => x.filter((_, i) => columns.every((other) => !Number.isNaN(other[i]))));
}

/** Weights in proportion to `worth`; an absent worth counts as none, and none at all is refused. */
export function proportional(worth: Float64Array): Weighing {
  const known = worth.map((value) => (Number.isFinite(value) ? value : 0));
  const total = sum(known);
  if (!(total > 0)) return refused(worth.length, 'weights_need_spread');
  return { weights: known.map((value) => value / total), diagnostics: [] };
}

function refused(
  count: number,
  code: 'weights_need_non_negative' | 'weights_need_positive' | 'weights_need_spread',
  column?: number,
): Weighing {
  const place =
    column === undefined ? { path: [], params: {} } : { path: [column], params: { column: column + 1 } };
  return {
    weights: new Float64Array(count).fill(Number.NaN),
    diagnostics: [{ code, severity: 'error', ...place }],
  };
}

function divergence(x: Float64Array): number {
  const total = sum(x);
  const base = Math.log(countPresent(x));
  let entropy = 0;
  for (let i = 0; i < x.length; i++) {
    const share = (x[i] as number) / total;
    // The limit of p ln p at 0 is 0.
    if (share > 0) entropy -= share * Math.log(share);
  }
  return base > 0 && total > 0 ? Math.max(0, 1 - entropy / base) : 0;
}
