// Rankings by distance from an ideal, beside the means: TOPSIS and VIKOR. Only rows with every criterion
// present take part; the others are absent in the result and move no ideal.
import type { Direction } from './normalise.ts';
import { max, min, sum } from './statistics.ts';

/** k criteria of n values each, with k directions and k weights of any sum. */
export type Criteria = {
  readonly columns: readonly Float64Array[];
  readonly directions: readonly Direction[];
  readonly weights: Float64Array;
};

/** How a criterion is brought to a common scale on which more is better. */
export type Norm = 'minmax' | 'vector' | 'max' | 'sum';

/**
 * One criterion of n values on its common scale; more is better afterwards. A criterion on which all are
 * equal is 0 under min-max: it tells nobody apart.
 * - minmax: (x − min) ÷ (max − min), reversed (max − x) ÷ (max − min)
 * - vector: x ÷ √Σx², reversed 1 − x ÷ √Σx²
 * - max: x ÷ max, reversed 1 − x ÷ max
 * - sum: x ÷ Σx, reversed (1 ÷ x) ÷ Σ(1 ÷ x); a zero is absent then
 * Source: Hwang & Yoon 1981, chapter 2; pymcdm 1.4.0 `normalizations`.
 */
export function normaliseCriterion(x: Float64Array, direction: Direction, norm: Norm): Float64Array {
  const more = direction === 1;
  switch (norm) {
    case 'minmax': {
      const [worst, best] = more ? [min(x), max(x)] : [max(x), min(x)];
      return worst === best ? x.map((v) => v - worst) : x.map((v) => finite((v - worst) / (best - worst)));
    }
    case 'vector': {
      const length = Math.sqrt(sum(x.map((v) => v * v)));
      return x.map((v) => finite(more ? v / length : 1 - v / length));
    }
    case 'max': {
      const high = max(x);
      return x.map((v) => finite(more ? v / high : 1 - v / high));
    }
    case 'sum': {
      const turned = more ? x : x.map((v) => finite(1 / v));
      const total = sum(turned);
      return turned.map((v) => finite(v / total));
    }
  }
}

/**
 * TOPSIS closeness 0 … 1 into `out` (n): distance from the worst point over the distances from worst and
 * best; higher is better. Absent where all rows are equal.
 * Source: Hwang & Yoon 1981, chapter 3; pymcdm 1.4.0 `TOPSIS`.
 */
export function topsis({ columns, directions, weights }: Criteria, norm: Norm, out: Float64Array): void {
  const toBest = new Float64Array(out.length);
  const toWorst = new Float64Array(out.length);
  completeRowsOnly(columns).forEach((x, j) => {
    const weight = weights[j] as number;
    const scores = normaliseCriterion(x, directions[j] as Direction, norm).map((v) => v * weight);
    addSquares(scores, max(scores), toBest);
    addSquares(scores, min(scores), toWorst);
  });
  for (let i = 0; i < out.length; i++) {
    const worst = Math.sqrt(toWorst[i] as number);
    out[i] = worst / (worst + Math.sqrt(toBest[i] as number));
  }
}

/** n values each; lower is better in all three. */
export type Vikor = {
  /** Group utility: Σ w × regret. */
  readonly s: Float64Array;
  /** Individual regret: the largest w × regret. */
  readonly r: Float64Array;
  /** The compromise of both, 0 … 1, by which VIKOR ranks. */
  readonly q: Float64Array;
};

/**
 * VIKOR: `v` (0 … 1) weighs the utility of the group against the regret of the worst criterion, usually 0.5.
 * Regret on a criterion is (best − x) ÷ (best − worst), 0 where all are equal.
 * Source: Opricovic & Tzeng 2004, EJOR 156(2), equations 1–5; pymcdm 1.4.0 `VIKOR`.
 */
export function vikor({ columns, directions, weights }: Criteria, v: number): Vikor {
  const count = columns[0]?.length ?? 0;
  const s = new Float64Array(count);
  const r = new Float64Array(count);
  completeRowsOnly(columns).forEach((x, j) => {
    // Regret is the min-max scale seen from the other side.
    const regret = normaliseCriterion(x, directions[j] === 1 ? -1 : 1, 'minmax');
    const weight = weights[j] as number;
    for (let i = 0; i < count; i++) {
      const part = weight * (regret[i] as number);
      s[i] = (s[i] as number) + part;
      r[i] = Math.max(r[i] as number, part);
    }
  });
  const utility = normaliseCriterion(s, 1, 'minmax');
  const worst = normaliseCriterion(r, 1, 'minmax');
  return { s, r, q: utility.map((share, i) => v * share + (1 - v) * (worst[i] as number)) };
}

function addSquares(scores: Float64Array, ideal: number, totals: Float64Array): void {
  for (let i = 0; i < totals.length; i++) {
    const distance = (scores[i] as number) - ideal;
    totals[i] = (totals[i] as number) + distance * distance;
  }
}

function completeRowsOnly(columns: readonly Float64Array[]): Float64Array[] {
  return columns.map((x) =>
    x.map((value, i) => (columns.every((y) => !Number.isNaN(y[i])) ? value : Number.NaN)),
  );
}

function finite(value: number): number {
  return Number.isFinite(value) ? value : Number.NaN;
}
