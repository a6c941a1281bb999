// Classes by quota without ranking every row, for runs that need no ranks: only rows at a border between classes are ordered.
import type { TextColumn } from '../table/column.ts';
import { classAtRank } from './quotas.ts';
import { compareEquals, compareTies, type RankRules, sortRows } from './rank.ts';

/** Scratch that a caller keeps between selections of at most so many rows. */
export type SelectScratch = {
  readonly rows: Uint32Array;
  readonly other: Uint32Array;
  readonly buckets: Uint32Array;
  readonly next: Uint32Array;
  readonly classes: Uint8Array;
};

export function selectScratch(rows: number): SelectScratch {
  const columns = {
    rows: new Uint32Array(rows),
    other: new Uint32Array(rows),
    buckets: new Uint32Array(rows),
  };
  return { ...columns, next: new Uint32Array(rows + 1), classes: new Uint8Array(rows + 1) };
}

export type SelectTask = RankRules & {
  readonly scores: Float64Array;
  readonly ids: TextColumn;
  /** Receives the class of each row, by its position. */
  readonly classes: Uint8Array;
  readonly scratch: SelectScratch;
};

const SMALL = 16;
const ROWS_PER_BUCKET = 2;
const MIXED = 255;

/**
 * Gives the rows `scratch.rows[start .. end)`, all of one pool, the classes that their ranks in it would give them;
 * `last` holds the last rank of each class, best class first.
 * Rows are spread over buckets by score; a bucket whose best and worst rank have one class is done, the others are
 * spread again or ordered. Equal scores share a bucket, so ties are decided as a full ranking decides them.
 */
export function placeBySelection(
  task: SelectTask,
  last: readonly number[],
  start: number,
  end: number,
): void {
  place(task, last, task.scratch.rows, task.scratch.other, { start, end, above: 0 });
}

/** `above` counts the rows of the pool that are better than every row of the span. */
type Span = { readonly start: number; readonly end: number; readonly above: number };

function place(
  task: SelectTask,
  last: readonly number[],
  rows: Uint32Array,
  other: Uint32Array,
  span: Span,
): void {
  const { start, end, above } = span;
  const best = classAtRank(last, above + 1);
  if (best === classAtRank(last, above + end - start)) {
    for (let i = start; i < end; i++) task.classes[rows[i] as number] = best;
    return;
  }
  const mixed = end - start > SMALL ? spread(task, last, rows, other, span) : undefined;
  if (mixed === undefined) placeInOrder(task, last, rows, span);
  else for (const part of mixed) place(task, last, other, rows, part);
}

/** Places the rows of buckets with one class; the others are moved to `other` and returned. Undefined: scores do not differ. */
function spread(
  task: SelectTask,
  last: readonly number[],
  rows: Uint32Array,
  other: Uint32Array,
  { start, end, above }: Span,
): Span[] | undefined {
  const { scores, classes } = task;
  const { buckets, next, classes: classOf } = task.scratch;
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let i = start; i < end; i++) {
    const score = scores[rows[i] as number] as number;
    if (score < low) low = score;
    if (score > high) high = score;
  }
  const count = Math.ceil((end - start) / ROWS_PER_BUCKET);
  const perPoint = (count - 1) / (high - low);
  // Equal scores, or a range beyond what a number can hold.
  if (!(perPoint > 0 && perPoint < Number.POSITIVE_INFINITY)) return undefined;
  next.fill(0, 0, count);
  for (let i = start; i < end; i++) {
    // Rounding keeps the order of the scores, so buckets stand in the order of the ranks.
    const bucket = ((high - (scores[rows[i] as number] as number)) * perPoint) >>> 0;
    buckets[i] = bucket;
    next[bucket] = (next[bucket] as number) + 1;
  }
  const mixed: Span[] = [];
  let from = start;
  let best = classAtRank(last, above + 1);
  for (let bucket = 0; bucket < count; bucket++) {
    const size = next[bucket] as number;
    next[bucket] = from;
    if (size === 0) continue;
    const rank = above + from - start + size;
    const worst = classAtRank(last, rank);
    if (best !== worst) mixed.push({ start: from, end: from + size, above: rank - size });
    classOf[bucket] = best === worst ? best : MIXED;
    from += size;
    best = rank < (last[worst] as number) ? worst : classAtRank(last, rank + 1);
  }
  for (let i = start; i < end; i++) {
    const row = rows[i] as number;
    const bucket = buckets[i] as number;
    const position = classOf[bucket] as number;
    if (position !== MIXED) {
      classes[row] = position;
      continue;
    }
    const at = next[bucket] as number;
    other[at] = row;
    next[bucket] = at + 1;
  }
  return mixed;
}

function placeInOrder(
  task: SelectTask,
  last: readonly number[],
  rows: Uint32Array,
  { start, end, above }: Span,
): void {
  const { scores, ties } = task;
  const shares = task.tied === 'share';
  sortRows(rows, start, end, task, compareRows);
  let rank = above + 1;
  for (let i = start; i < end; i++) {
    const row = rows[i] as number;
    const before = rows[i - 1] as number;
    const shared =
      shares && i > start && scores[before] === scores[row] && compareTies(ties, before, row) === 0;
    if (!shared) rank = above + i - start + 1;
    task.classes[row] = classAtRank(last, rank);
  }
}

/** Below zero where row `a` ranks before row `b`. */
function compareRows(task: SelectTask, a: number, b: number): number {
  const byScore = (task.scores[b] as number) - (task.scores[a] as number);
  return byScore === 0 ? compareEquals(task, a, b) : byScore;
}
