// Copeland's method: who beats whom, pair by pair. It uses only the order within each column, so no outlier
// and no unit can sway it; its price is n² comparisons.
import { AppError } from '#core/app-error.ts';
import type { Aggregation } from './aggregate.ts';

/**
 * More rows than this are refused: the work grows with their square (5,000 rows × 6 columns take about a
 * second).
 */
export const COPELAND_LIMIT = 5000;

// Margins this small against the total weight come from adding weights like 0.1 + 0.2 and mean a tie.
const TIE = 1e-12;

/**
 * Copeland score per row into `out`: rows beaten minus rows lost to. A row beats another when the columns in
 * which it scores higher weigh more than those in which it scores lower; a column absent in either is left
 * out of the pair. A row with nothing present is absent and meets nobody.
 * Source: OECD/JRC Handbook 2008, step 6 (non-compensatory multi-criteria approach); COINr 1.1.14
 * `a_copeland`.
 * Throws AppError `copeland_too_many` {count, limit}.
 */
export const copeland: Aggregation = (columns, weights, out) => {
  const count = out.length;
  refuseTooMany(count);
  const table = rowsOf(columns, count);
  const present = Uint8Array.from(out, (_, i) => (columns.some((x) => !Number.isNaN(x[i])) ? 1 : 0));
  for (let i = 0; i < count; i++) out[i] = present[i] === 1 ? 0 : Number.NaN;
  for (let i = 0; i < count; i++) {
    if (present[i] === 0) continue;
    for (let j = i + 1; j < count; j++) {
      if (present[j] === 0) continue;
      const margin = marginOf(table, weights, i, j);
      if (margin === 0) continue;
      out[i] = (out[i] as number) + Math.sign(margin);
      out[j] = (out[j] as number) - Math.sign(margin);
    }
  }
};

/**
 * Outranking matrix, n × n by rows: the share of weight with which row i beats row j, ties counting half; 0
 * on the diagonal.
 * Source: COINr 1.1.14 `outrankMatrix`. Throws AppError `copeland_too_many` {count, limit}.
 */
export function outrankingMatrix(columns: readonly Float64Array[], weights: Float64Array): Float64Array {
  const count = columns[0]?.length ?? 0;
  refuseTooMany(count);
  const table = rowsOf(columns, count);
  const shares = new Float64Array(count * count);
  for (let i = 0; i < count; i++) {
    for (let j = i + 1; j < count; j++) {
      const share = (1 + marginOf(table, weights, i, j)) / 2;
      shares[i * count + j] = share;
      shares[j * count + i] = 1 - share;
    }
  }
  return shares;
}

// (Weight won − weight lost) ÷ weight compared, −1 … 1; 0 for a tie and where nothing can be compared.
function marginOf(table: Float64Array, weights: Float64Array, i: number, j: number): number {
  const k = weights.length;
  let margin = 0;
  let compared = 0;
  for (let c = 0; c < k; c++) {
    const x = table[i * k + c] as number;
    const y = table[j * k + c] as number;
    if (Number.isNaN(x) || Number.isNaN(y)) continue;
    const weight = weights[c] as number;
    compared += weight;
    if (x > y) margin += weight;
    else if (x < y) margin -= weight;
  }
  return Math.abs(margin) <= TIE * compared ? 0 : margin / compared;
}

function refuseTooMany(count: number): void {
  if (count > COPELAND_LIMIT) throw new AppError('copeland_too_many', { count, limit: COPELAND_LIMIT });
}

// Row by row, so that a pair of rows is two short stretches of memory.
function rowsOf(columns: readonly Float64Array[], count: number): Float64Array {
  const table = new Float64Array(count * columns.length);
  columns.forEach((x, c) => {
    for (let i = 0; i < count; i++) table[i * columns.length + c] = x[i] as number;
  });
  return table;
}
