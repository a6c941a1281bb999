// Ranks: over all and within the pool, with the scheme's tie rules, and the share of subjects scored lower.
import { compareBytes, type TextColumn } from '../table/column.ts';
import { type SortScratch, sortByScoreDescending } from './sort.ts';

export type TieKey = { readonly values: Float64Array; readonly descending: boolean };

export type Ranking = {
  /** 1 is best; 0 is not ranked. */
  readonly rank: Int32Array;
  readonly poolRank: Int32Array;
  /** Share of the other ranked subjects with a lower score, 0 to 1; NaN where not ranked. */
  readonly percentRank: Float64Array;
  /** Ranked rows, best first. */
  readonly order: Uint32Array;
  /** Subjects ranked by their id alone, because score and tie rules left them equal. */
  readonly decidedById: number;
};

export type RankTask = {
  /** The rows to rank, ascending. */
  readonly order: Uint32Array;
  readonly scores: Float64Array;
  readonly pools: Int32Array;
  readonly poolCount: number;
  readonly ties: readonly TieKey[];
  readonly tied: 'split' | 'share';
  readonly ids: TextColumn;
  readonly scratch: SortScratch;
};

/** Competition ranks (1, 2, 2, 4) under `share`; under `split` every subject has its own rank. */
export function rankRows(task: RankTask, out: Omit<Ranking, 'decidedById' | 'order'>): Ranking {
  const { order, scores, pools } = task;
  sortByScoreDescending(order, scores, task.scratch);
  const placed = new Int32Array(task.poolCount);
  const last = new Int32Array(task.poolCount);
  const lastRow = new Int32Array(task.poolCount).fill(-1);
  const others = order.length - 1;
  let decidedById = 0;
  for (let start = 0; start < order.length; ) {
    const score = scores[order[start] as number] as number;
    let end = start + 1;
    while (end < order.length && scores[order[end] as number] === score) end++;
    if (end - start > 1) decidedById += orderEquals(task, start, end);
    const lower = others > 0 ? (order.length - end) / others : 1;
    let rank = start + 1;
    for (let i = start; i < end; i++) {
      const row = order[i] as number;
      const pool = pools[row] as number;
      if (i > start && !isShared(task, order[i - 1] as number, row)) rank = i + 1;
      out.rank[row] = rank;
      out.percentRank[row] = lower;
      const position = ((placed[pool] as number) += 1);
      const before = lastRow[pool] as number;
      const shares = before >= 0 && scores[before] === score && isShared(task, before, row);
      last[pool] = shares ? (last[pool] as number) : position;
      out.poolRank[row] = last[pool] as number;
      lastRow[pool] = row;
    }
    start = end;
  }
  return { ...out, order, decidedById };
}

function compareTies(ties: readonly TieKey[], a: number, b: number): number {
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

function isShared(task: RankTask, a: number, b: number): boolean {
  return task.tied === 'share' && compareTies(task.ties, a, b) === 0;
}

/** Orders rows of equal score by the tie rules, then by id; returns how many only the id could separate. */
function orderEquals(task: RankTask, start: number, end: number): number {
  const run = task.order.subarray(start, end);
  const byId = (a: number, b: number): number => compareBytes(task.ids, a, b);
  run.set(Array.from(run).sort((a, b) => compareTies(task.ties, a, b) || byId(a, b)));
  if (task.tied === 'share') return 0;
  let equal = 0;
  run.forEach((row, i) => {
    const same = (other: number | undefined): boolean =>
      other !== undefined && task.pools[other] === task.pools[row] && compareTies(task.ties, row, other) === 0;
    if (same(run[i - 1]) || same(run[i + 1])) equal++;
  });
  return equal;
}
