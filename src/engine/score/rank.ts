// Ranks of a column, over all rows or within groups, and the normalisations made of them.
import type { Groups } from './per-group.ts';
import { ascendingOrder } from './order.ts';

/** `ascending`: the lowest value has rank 1. `descending`: the highest has. */
export type RankOrder = 'ascending' | 'descending';

/**
 * Competition ranks into `out`: equal values share the best rank of their run ("1, 2, 2, 4"); absent stays
 * absent, and so does a row outside every group.
 * Source: R's rank(ties.method = "min"); ascending is COINr 1.1.14 `n_rank`.
 */
export function competitionRank(x: Float64Array, out: Float64Array, order: RankOrder, groups?: Groups): void {
  rankWithin(x, out, order, groups);
}

/** Borda score into `out`: how many of the group have a lower value. Source: COINr 1.1.14 `n_borda`. */
export function borda(x: Float64Array, out: Float64Array, groups?: Groups): void {
  rankWithin(x, out, 'ascending', groups);
  for (let i = 0; i < out.length; i++) out[i] = (out[i] as number) - 1;
}

/**
 * Percentile rank 0 … 1 into `out`: (rank − 1) ÷ (n − 1) within the group, absent where n is 1.
 * Source: COINr 1.1.14 `n_prank`; OECD/JRC Handbook 2008, step 5 (ranking).
 */
export function percentileRank(x: Float64Array, out: Float64Array, groups?: Groups): void {
  const sizes = rankWithin(x, out, 'ascending', groups);
  for (let i = 0; i < out.length; i++) {
    const group = groups === undefined ? 0 : (groups.codes[i] as number);
    // A row without a group has rank NaN already; any size will do for it.
    const size = sizes[Math.max(group, 0)] as number;
    out[i] = ((out[i] as number) - 1) / (size - 1);
  }
}

/**
 * Mean ranks into `out`, ascending: equal values share the mean of the ranks they cover, as Spearman's rho
 * asks.
 */
export function averageRank(x: Float64Array, out: Float64Array): void {
  const rows = ascendingOrder(x);
  out.fill(Number.NaN);
  let start = 0;
  while (start < rows.length) {
    let end = start + 1;
    while (end < rows.length && x[rows[end] as number] === x[rows[start] as number]) end++;
    for (let k = start; k < end; k++) out[rows[k] as number] = (start + 1 + end) / 2;
    start = end;
  }
}

// Fills `out` with competition ranks and tells how many present values each group has.
function rankWithin(x: Float64Array, out: Float64Array, order: RankOrder, groups?: Groups): Float64Array {
  const rows = ascendingOrder(x);
  if (order === 'descending') rows.reverse();
  const seen = new Float64Array(Math.max(groups?.count ?? 1, 1));
  const lastValue = new Float64Array(seen.length).fill(Number.NaN);
  const lastRank = new Float64Array(seen.length);
  out.fill(Number.NaN);
  for (let k = 0; k < rows.length; k++) {
    const row = rows[k] as number;
    const group = groups === undefined ? 0 : (groups.codes[row] as number);
    if (group < 0) continue;
    const value = x[row] as number;
    const position = (seen[group] as number) + 1;
    seen[group] = position;
    if (value !== lastValue[group]) {
      lastValue[group] = value;
      lastRank[group] = position;
    }
    out[row] = lastRank[group] as number;
  }
  return seen;
}
