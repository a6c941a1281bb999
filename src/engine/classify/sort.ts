// Order of rows by score, best first, in linear time: a radix sort on the upper half of the doubles, then short repairs.

const BITS = 11;
const BUCKETS = 1 << BITS;
const MASK = BUCKETS - 1;

/** Scratch that a caller may keep between sorts of the same length. */
export type SortScratch = {
  readonly upper: Uint32Array;
  readonly other: Uint32Array;
  readonly counts: Uint32Array;
};

export function sortScratch(rows: number): SortScratch {
  return { upper: new Uint32Array(rows), other: new Uint32Array(rows), counts: new Uint32Array(BUCKETS * 3) };
}

/**
 * Sorts `order` (row numbers, in any order) so that `scores` descend; equal scores keep their order.
 * Scores are finite or NaN-free by contract: absent scores are not ranked. −0 counts as 0.
 */
export function sortByScoreDescending(order: Uint32Array, scores: Float64Array, scratch: SortScratch): void {
  const { upper, other, counts } = scratch;
  const rows = order.length;
  const halves = new Uint32Array(scores.buffer, scores.byteOffset, scores.length * 2);
  counts.fill(0);
  for (let i = 0; i < rows; i++) {
    const row = order[i] as number;
    const half = halves[row * 2 + 1] as number;
    // Negative doubles sort backwards as integers; the flip is inverted once more for descending order.
    const key = (half & 0x80000000) !== 0 ? half : ~half & 0x7fffffff;
    const k = key === 0x80000000 && halves[row * 2] === 0 ? 0x7fffffff : key;
    upper[row] = k;
    (counts[k & MASK] as number)++;
    (counts[BUCKETS + ((k >>> BITS) & MASK)] as number)++;
    (counts[2 * BUCKETS + (k >>> (2 * BITS))] as number)++;
  }
  scatter(order, other, upper, counts, 0, 0);
  scatter(other, order, upper, counts, BUCKETS, BITS);
  scatter(order, other, upper, counts, 2 * BUCKETS, 2 * BITS);
  order.set(other.subarray(0, rows));
  repair(order, scores, upper);
}

function scatter(
  from: Uint32Array,
  to: Uint32Array,
  keys: Uint32Array,
  counts: Uint32Array,
  base: number,
  shift: number,
): void {
  let start = 0;
  for (let bucket = base; bucket < base + BUCKETS; bucket++) {
    const count = counts[bucket] as number;
    counts[bucket] = start;
    start += count;
  }
  for (let i = 0; i < from.length && i < start; i++) {
    const row = from[i] as number;
    const bucket = base + (((keys[row] as number) >>> shift) & MASK);
    const at = counts[bucket] as number;
    to[at] = row;
    counts[bucket] = at + 1;
  }
}

/** Rows whose upper halves are equal may still differ in the lower half. */
function repair(order: Uint32Array, scores: Float64Array, upper: Uint32Array): void {
  const rows = order.length;
  let start = 0;
  while (start < rows) {
    const key = upper[order[start] as number];
    let end = start + 1;
    while (end < rows && upper[order[end] as number] === key) end++;
    if (end - start > 1) sortRun(order, start, end, scores);
    start = end;
  }
}

const INSERTION_LIMIT = 24;

function sortRun(order: Uint32Array, start: number, end: number, scores: Float64Array): void {
  if (end - start > INSERTION_LIMIT) {
    const run = order.subarray(start, end);
    const first = scores[run[0] as number] as number;
    if (run.every((row) => scores[row] === first)) return;
    run.set(Array.from(run).sort((a, b) => (scores[b] as number) - (scores[a] as number)));
    return;
  }
  for (let i = start + 1; i < end; i++) {
    const row = order[i] as number;
    const score = scores[row] as number;
    let j = i - 1;
    while (j >= start && (scores[order[j] as number] as number) < score) {
      order[j + 1] = order[j] as number;
      j--;
    }
    order[j + 1] = row;
  }
}
