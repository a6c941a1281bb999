// Who ranks before one subject: the others of its pool, those whose scores stand still and those that a mean score moves.
import { roundHalfAwayFromZero } from '#core/rounding.ts';
import type { Run } from '#engine/run/evaluate.ts';
import { compareBytes } from '#engine/table/column.ts';
import { ABSENT, MAYBE, type Registers } from './bounds.ts';
import type { Fill } from './fills.ts';
import type { RowFormulas } from './row-formulas.ts';
import { type RowTree, scoreTree } from './row-tree.ts';

export type Rivals = {
  readonly load: (row: number) => void;
  /** Ranked others of the loaded subject's pool. */
  readonly count: () => number;
  /** The row that has place `rank` among the others, −1 beyond the last. */
  readonly at: (rank: number) => number;
  /**
   * Others before the subject when its score is `score`: those that surely are, or all that may be. `moving` are the fills
   * that its change moves, as far as they have moved.
   */
  readonly before: (score: number, surely: boolean, moving: readonly Fill[]) => number;
  /** The furthest that any other's score has moved with the fills, a little more at most. */
  readonly furthest: (moving: readonly Fill[]) => number;
  /** Whether the subject would rank before another of equal score. */
  readonly wins: (other: number) => boolean;
  /** The score another row ranks with, at one end of the moved fills. */
  readonly scoreOf: (other: number, moving: readonly Fill[], end: 'lo' | 'hi') => number;
};

/** Rows of one pool, best first. */
type Pool = { readonly rows: Int32Array; readonly scores: Float64Array };

export function createRivals(run: Run, tree: RowTree, fills: readonly Fill[], formulas: RowFormulas): Rivals {
  const { plan, classified, dataset, context } = run;
  const { registers } = formulas;
  const ranked = plan.round?.rankBy === 'exact' ? run.exact : run.score;
  const digits = plan.round !== undefined && plan.round.rankBy !== 'exact' ? plan.round.digits : undefined;
  // Rounding may carry a score one unit further than the change before it.
  const unit = digits === undefined ? 0 : 10 ** -digits;
  const isMember = (row: number): boolean => fills.some((fill) => fill.members[row] === 1);
  const all = poolsOf(run, ranked, () => true);
  const still = poolsOf(run, ranked, (row) => !isMember(row));
  const movable = poolsOf(run, ranked, isMember);
  const positions = positionsIn([all, still, movable], run.rows);
  const slopes = Float64Array.from(fills, (fill) => steepest(run, tree, fill));
  const ties = (plan.classes?.ties ?? []).map(({ name, descending }) => ({
    values: context.numbers(name, 0),
    slot: formulas.named(name).slot,
    descending,
  }));
  const shares = (plan.classes?.tied ?? 'share') === 'share';
  const nodes = new Float64Array(tree.size);
  let self = -1;
  let pool = -1;

  /** Of equal scores: 1 the rival goes first, −1 it does not, 0 open. */
  function tie(rival: number): -1 | 0 | 1 {
    for (const key of ties) {
      const order = compareKey(registers, key.slot, key.values[rival] as number, key.descending);
      if (order === undefined) return 0;
      if (order !== 0) return order;
    }
    return !shares && compareBytes(dataset.ids, rival, self) < 0 ? 1 : -1;
  }

  function isBefore(rival: number, surely: boolean): boolean {
    return surely ? tie(rival) === 1 : tie(rival) !== -1;
  }

  function beforeAmong({ rows, scores }: Pool, score: number, surely: boolean, own: number): number {
    let end = firstAtMost(scores, score);
    if (scores[end] === score) {
      // Within equal scores the rows stand in the order of the ties, so those before the subject come first.
      let last = firstBelow(scores, score);
      while (end < last) {
        const middle = (end + last) >>> 1;
        if (isBefore(rows[middle] as number, surely)) end = middle + 1;
        else last = middle;
      }
    }
    return own >= 0 && own < end ? end - 1 : end;
  }

  function furthest(moving: readonly Fill[]): number {
    let reach = 0;
    for (let i = 0; i < moving.length; i++) {
      const fill = moving[i] as Fill;
      reach += (slopes[fill.index] as number) * fill.mean.furthest;
    }
    return reach * (1 + 1e-9) + unit;
  }

  function beforeAmongMoving(score: number, surely: boolean, moving: readonly Fill[]): number {
    const { rows, scores } = movable[pool] as Pool;
    const margin = furthest(moving) + Math.abs(score) * 1e-12;
    const start = firstAtMost(scores, score + margin);
    const end = firstBelow(scores, score - margin);
    const own = positions[2]?.[self] ?? -1;
    let count = own >= 0 && own < start ? start - 1 : start;
    for (let i = start; i < end; i++) {
      if (i === own) continue;
      const rival = rows[i] as number;
      const a = scoreOf(rival, moving, 'lo');
      const b = scoreOf(rival, moving, 'hi');
      const bound = surely ? Math.min(a, b) : Math.max(a, b);
      if (bound > score || (bound === score && isBefore(rival, surely))) count++;
    }
    return count;
  }

  function scoreOf(other: number, moving: readonly Fill[], end: 'lo' | 'hi'): number {
    if (!moving.some((fill) => fill.touches(other))) return ranked[other] as number;
    run.items.forEach((item, k) => {
      nodes[k] = item.normalised[other] as number;
    });
    for (const fill of moving) if (fill.touches(other)) nodes[fill.indicator] = fill.mean[end];
    const exact = adjusted(run, scoreTree(tree, nodes), other);
    return digits === undefined ? exact : roundHalfAwayFromZero(exact, digits);
  }

  return {
    load: (row) => {
      self = row;
      pool = classified.pools[row] as number;
    },
    count: () => sizeOf(all[pool]) - ((positions[0]?.[self] ?? -1) >= 0 ? 1 : 0),
    at: (rank) => {
      const own = positions[0]?.[self] ?? -1;
      const index = own >= 0 && own < rank ? rank : rank - 1;
      return all[pool]?.rows[index] ?? -1;
    },
    before: (score, surely, moving) => {
      if (!Number.isFinite(score)) return score > 0 ? 0 : sizeOf(all[pool]);
      if (moving.length === 0)
        return beforeAmong(all[pool] as Pool, score, surely, positions[0]?.[self] ?? -1);
      const fixed = beforeAmong(still[pool] as Pool, score, surely, positions[1]?.[self] ?? -1);
      return fixed + beforeAmongMoving(score, surely, moving);
    },
    furthest,
    wins: (other) => other >= 0 && tie(other) === -1,
    scoreOf,
  };
}

/** −1, 0, 1 as `tie`; undefined where it is open. An absent key never wins. */
function compareKey(r: Registers, slot: number, rival: number, descending: boolean): -1 | 0 | 1 | undefined {
  const absent = r.absent[slot];
  if (absent === ABSENT) return Number.isNaN(rival) ? 0 : 1;
  if (absent === MAYBE) return undefined;
  if (Number.isNaN(rival)) return -1;
  const [lo, hi] = [r.lo[slot] as number, r.hi[slot] as number];
  if (lo === rival && hi === rival) return 0;
  if (rival > hi) return descending ? 1 : -1;
  if (rival < lo) return descending ? -1 : 1;
  return undefined;
}

/** score × coefficient + bonus − penalty of a row whose own figures do not change. */
function adjusted({ adjusted: { coefficient, bonus, penalty } }: Run, base: number, row: number): number {
  let score = base;
  if (coefficient) score *= coefficient[row] as number;
  if (bonus) score += bonus.total[row] as number;
  if (penalty) score -= penalty.total[row] as number;
  return score;
}

/** How much a member's score rises at most when the mean rises by one: scores are linear in it. */
function steepest(run: Run, tree: RowTree, fill: Fill): number {
  const nodes = new Float64Array(tree.size);
  let most = 0;
  for (let row = 0; row < run.rows; row++) {
    if (fill.members[row] !== 1) continue;
    const at = (mean: number): number => {
      run.items.forEach((item, k) => {
        nodes[k] = item.normalised[row] as number;
      });
      nodes[fill.indicator] = mean;
      return adjusted(run, scoreTree(tree, nodes), row);
    };
    const slope = Math.abs(at(1) - at(0));
    if (slope > most) most = slope;
  }
  return most;
}

function poolsOf({ classified }: Run, ranked: Float64Array, keeps: (row: number) => boolean): Pool[] {
  const rows = classified.poolLabels.map((): number[] => []);
  for (const row of classified.ranking.order)
    if (keeps(row)) rows[classified.pools[row] as number]?.push(row);
  return rows.map((list) => ({
    rows: Int32Array.from(list),
    scores: Float64Array.from(list, (row) => ranked[row] as number),
  }));
}

function positionsIn(lists: readonly (readonly Pool[])[], count: number): Int32Array[] {
  return lists.map((pools) => {
    const position = new Int32Array(count).fill(-1);
    for (const { rows } of pools) rows.forEach((row, i) => (position[row] = i));
    return position;
  });
}

function sizeOf(pool: Pool | undefined): number {
  return pool?.rows.length ?? 0;
}

/** First position whose score is at most this; scores descend. */
function firstAtMost(scores: Float64Array, score: number): number {
  let [start, end] = [0, scores.length];
  while (start < end) {
    const middle = (start + end) >>> 1;
    if ((scores[middle] as number) > score) start = middle + 1;
    else end = middle;
  }
  return start;
}

function firstBelow(scores: Float64Array, score: number): number {
  let [start, end] = [0, scores.length];
  while (start < end) {
    const middle = (start + end) >>> 1;
    if ((scores[middle] as number) >= score) start = middle + 1;
    else end = middle;
  }
  return start;
}
