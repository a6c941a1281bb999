// Weights from pairwise comparisons: the analytic hierarchy process.
import type { Diagnostic } from '#core/diagnostic.ts';
import { perronPair } from './eigen.ts';
import type { Weighing } from './weights.ts';

/** Row i, column j: how many times more indicator i weighs than indicator j. */
export type Comparisons = readonly (readonly number[])[];

/**
 * Mean consistency index of random matrices of order 1 … 15.
 * Source: Tummala & Ling 1998, Theory and Decision 44(3).
 */
const RANDOM_INDEX = [
  0, 0, 0.5799, 0.8921, 1.1159, 1.2358, 1.3322, 1.3952, 1.4537, 1.4882, 1.5117, 1.5356, 1.5571, 1.5714,
  1.5831,
] as const;

/**
 * Judgements with a consistency ratio from here on contradict themselves too much to use.
 * Source: Saaty 1980.
 */
const CONSISTENCY_LIMIT = 0.1;

export type Hierarchy = Weighing & {
  readonly lambdaMax: number;
  /** (λmax − n) ÷ (n − 1), 0 for n < 3. */
  readonly consistencyIndex: number;
  /** Consistency index over that of random matrices, 0 for n < 3. */
  readonly consistencyRatio: number;
};

/**
 * Weights of n indicators from n × n comparisons: the principal eigenvector, summing to 1. A matrix that is
 * not square, positive and reciprocal gives absent weights and diagnostics; an inconsistent one gives weights
 * and an error. Paths are `[row, column]`, from 0.
 * Source: Saaty 1980; random index of Tummala & Ling 1998, as in pymcdm 1.4.0.
 */
export function ahpWeights(matrix: Comparisons): Hierarchy {
  const faults = checkMatrix(matrix);
  const n = matrix.length;
  if (faults.length > 0) {
    const weights = new Float64Array(n).fill(Number.NaN);
    return {
      weights,
      diagnostics: faults,
      lambdaMax: Number.NaN,
      consistencyIndex: Number.NaN,
      consistencyRatio: Number.NaN,
    };
  }
  const { value: lambdaMax, vector: weights } = perronPair(matrix.map((row) => Float64Array.from(row)));
  const consistencyIndex = n < 3 ? 0 : (lambdaMax - n) / (n - 1);
  const consistencyRatio = n < 3 ? 0 : consistencyIndex / (RANDOM_INDEX[n - 1] as number);
  const diagnostics: Diagnostic[] = [];
  if (consistencyRatio >= CONSISTENCY_LIMIT) {
    const params = { cr: consistencyRatio.toFixed(4), limit: CONSISTENCY_LIMIT };
    diagnostics.push({ code: 'ahp_inconsistent', severity: 'error', path: [], params });
  }
  return { weights, diagnostics, lambdaMax, consistencyIndex, consistencyRatio };
}

const RATIO = /^\s*(\d+(?:\.\d+)?)\s*(?:\/\s*(\d+(?:\.\d+)?)\s*)?$/;

/** An entry as people write it, `3`, `0.5` or `1/3`; NaN when it is none of these or not positive. */
export function parseRatio(entry: string | number): number {
  const [, above, below = '1'] = RATIO.exec(String(entry)) ?? [];
  const value = Number(above) / Number(below);
  return value > 0 && Number.isFinite(value) ? value : Number.NaN;
}

function checkMatrix(matrix: Comparisons): Diagnostic[] {
  const n = matrix.length;
  if (n > RANDOM_INDEX.length) {
    return [fault('ahp_too_large', [], { size: n, limit: RANDOM_INDEX.length })];
  }
  const ragged = matrix.flatMap((row, i) =>
    row.length === n ? [] : [fault('ahp_not_square', [i], { row: i + 1, found: row.length, expected: n })],
  );
  return ragged.length > 0 ? ragged : matrix.flatMap((row, i) => checkRow(matrix, row, i));
}

function checkRow(matrix: Comparisons, row: readonly number[], i: number): Diagnostic[] {
  const faults: Diagnostic[] = [];
  row.forEach((value, j) => {
    const params = { row: i + 1, column: j + 1 };
    const mirrored = value * (matrix[j]?.[i] ?? Number.NaN);
    if (!(value > 0)) faults.push(fault('ahp_not_positive', [i, j], params));
    else if (j >= i && Math.abs(mirrored - 1) > 1e-6)
      faults.push(fault('ahp_not_reciprocal', [i, j], params));
  });
  return faults;
}

function fault(code: string, path: (string | number)[], params: Diagnostic['params']): Diagnostic {
  return { code, severity: 'error', path, params };
}
