// Ranks: over all and within the pool, with the scheme's tie rules, and the share of subjects scored lower.
import { compareBytes, type TextColumn } from '../table/column.ts';
import { type SortScratch, sortByScoreDescending } from './sort.ts';

export type TieKey = { readonly values: Float64Array; readonly descending: boolean };

export type RankColumns = {
  /** 1 is best; 0 is not ranked. */
  readonly rank: Int32Array;
  readonly poolRank: Int32Array;
  /** Share of the other ranked subjects with a lower score, 0 to 1; NaN where not ranked. */
  readonly percentRank: Float64Array;
};

export type Ranking = RankColumns & {
  /** Ranked rows, best first. */
  readonly order: Uint32Array;
  /** Ranked subjects of each pool. */
  readonly poolSizes: Int32Array;
  /** Subjects ranked by their id alone, because score and tie rules left them equal. */
  readonly decidedById: number;
};

/** How equal scores are ordered, and whether what is still equal then shares a rank. */
export type RankRules = { readonly ties: readonly TieKey[]; readonly tied: 'split' | 'share' };

export type RankTask = RankRules & {
  /** The rows to rank, ascending. */
  readonly order: Uint32Array;
  readonly scores: Float64Array;
  readonly pools: Int32Array;
  readonly poolCount: number;
  readonly ids: TextColumn;
  readonly scratch: SortScratch;
};

/** Competition ranks (1, 2, 2, 4) under `share`; under `split` every subject has its own rank. */
export function rankRows(task: RankTask, out: RankColumns): Ranking {
  const { order, scores } = task;
  const sorted = sortByScoreDescending(order, scores, task.scratch);
  const decidedById = orderTies(task, sorted);
  overallRanks(task, sorted, out);
  const poolSizes = poolRanks(task, sorted, out.poolRank);
  return { ...out, order, poolSizes, decidedById };
}

function overallRanks(task: RankTask, sorted: Float64Array, out: RankColumns): void {
  const { order } = task;
  const ranked = order.length;
  const shares = task.tied === 'share';
  let rank = 1;
  let end = 0;
  let lower = 1;
  for (let i = 0; i < ranked; i++) {
    const row = order[i] as number;
    const score = sorted[i] as number;
    const sameScore = i < end;
    if (!sameScore) {
      end = i + 1;
      while (end < ranked && sorted[end] === score) end++;
      lower = ranked > 1 ? (ranked - end) / (ranked - 1) : 1;
    }
    if (!(shares && sameScore && compareTies(task.ties, order[i - 1] as number, row) === 0)) rank = i + 1;
    out.rank[row] = rank;
    out.percentRank[row] = lower;
  }
}

/** Ranks within each pool; returns how many subjects each pool ranks. */
function poolRanks(task: RankTask, sorted: Float64Array, poolRank: Int32Array): Int32Array {
  const { order, pools } = task;
  const shares = task.tied === 'share';
  const sizes = new Int32Array(task.poolCount);
  const lastRank = new Int32Array(task.poolCount);
  const lastPosition = new Int32Array(task.poolCount).fill(-1);
  for (let i = 0; i < order.length; i++) {
    const row = order[i] as number;
    const pool = pools[row] as number;
    const size = (sizes[pool] as number) + 1;
    const before = lastPosition[pool] as number;
    const equal =
      shares &&
      before >= 0 &&
      sorted[before] === sorted[i] &&
      compareTies(task.ties, order[before] as number, row) === 0;
    if (!equal) lastRank[pool] = size;
    poolRank[row] = lastRank[pool] as number;
    sizes[pool] = size;
    lastPosition[pool] = i;
  }
  return sizes;
}

/** Puts runs of equal scores in the order of the tie rules, then of the ids. */
function orderTies(task: RankTask, sorted: Float64Array): number {
  const { order } = task;
  let decidedById = 0;
  let start = 0;
  for (let i = 1; i <= order.length; i++) {
    if (i < order.length && sorted[i] === sorted[start]) continue;
    if (i - start > 1) decidedById += orderEquals(task, start, i);
    start = i;
  }
  return decidedById;
}

/** Below zero where row `a` goes before row `b`. */
export function compareTies(ties: readonly TieKey[], a: number, b: number): number {
  for (const { values, descending } of ties) {
    const x = values[a] as number;
    const y = values[b] as number;
    if (x === y) continue;
    // An absent tie value never wins.
    if (Number.isNaN(x) || Number.isNaN(y)) {
      if (Number.isNaN(x) && Number.isNaN(y)) continue;
      return Number.isNaN(x) ? 1 : -1;
    }
    return descending ? y - x : x - y;
  }
  return 0;
}

/** Orders rows of equal score by the tie rules, then by id; returns how many only the id could separate. */
function orderEquals(task: RankTask, start: number, end: number): number {
  const { order } = task;
  sortRows(order, start, end, task, compareEquals);
  if (task.tied === 'share') return 0;
  let equal = 0;
  for (let i = start; i < end; i++) {
    if ((i > start && isSame(task, i, i - 1)) || (i + 1 < end && isSame(task, i, i + 1))) equal++;
  }
  return equal;
}

function isSame({ order, pools, ties }: RankTask, i: number, j: number): boolean {
  const [row, other] = [order[i] as number, order[j] as number];
  return pools[other] === pools[row] && compareTies(ties, row, other) === 0;
}

/** Below zero where row `a` goes before row `b` of the same score: no two rows are equal here. */
export function compareEquals({ ties, ids }: Pick<RankTask, 'ties' | 'ids'>, a: number, b: number): number {
  const byTies = compareTies(ties, a, b);
  return byTies === 0 ? compareBytes(ids, a, b) : byTies;
}

const FEW = 16;

/**
 * Sorts `rows[start .. end)` in place. Such runs are mostly of two or three rows, for which the library's sort takes ten
 * times as long.
 */
export function sortRows<T>(
  rows: Uint32Array,
  start: number,
  end: number,
  task: T,
  compare: (task: T, a: number, b: number) => number,
): void {
  if (end - start > FEW) {
    rows.subarray(start, end).sort((a, b) => compare(task, a, b));
    return;
  }
  for (let i = start + 1; i < end; i++) {
    const row = rows[i] as number;
    let j = i;
    while (j > start && compare(task, rows[j - 1] as number, row) > 0) {
      rows[j] = rows[j - 1] as number;
      j--;
    }
    rows[j] = row;
  }
}
