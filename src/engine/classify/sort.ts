// Order of rows by score, best first, in linear time: a radix sort on the upper half of the doubles, then short repairs.

const BITS = 11;
const BUCKETS = 1 << BITS;
const MASK = BUCKETS - 1;

/** Scratch that a caller may keep between sorts of at most as many rows. */
export type SortScratch = {
  readonly sorted: Float64Array;
  readonly keys: Uint32Array;
  readonly otherKeys: Uint32Array;
  readonly otherRows: Uint32Array;
  readonly counts: Uint32Array;
};

export function sortScratch(rows: number): SortScratch {
  return {
    sorted: new Float64Array(rows),
    keys: new Uint32Array(rows),
    otherKeys: new Uint32Array(rows),
    otherRows: new Uint32Array(rows),
    counts: new Uint32Array(BUCKETS * 3),
  };
}

/**
 * Sorts `order` (row numbers, in any order) so that `scores` descend; equal scores keep their order. Returns the scores in
 * that order, in the scratch. Scores are finite or NaN-free by contract: absent scores are not ranked. −0 counts as 0.
 */
export function sortByScoreDescending(
  order: Uint32Array,
  scores: Float64Array,
  scratch: SortScratch,
): Float64Array {
  const { keys, otherKeys, otherRows, counts } = scratch;
  countKeys(order, scores, keys, counts);
  // Keys move with their rows: looking them up by row would miss the cache in every pass.
  scatter(keys, order, otherKeys, otherRows, counts, 0);
  scatter(otherKeys, otherRows.subarray(0, order.length), keys, order, counts, 1);
  scatter(keys, order, otherKeys, otherRows, counts, 2);
  order.set(otherRows.subarray(0, order.length));
  return repair(order, scores, otherKeys, scratch.sorted);
}

/** Keys whose ascending order is the descending order of the upper halves of the scores. */
function countKeys(order: Uint32Array, scores: Float64Array, keys: Uint32Array, counts: Uint32Array): void {
  const halves = new Uint32Array(scores.buffer, scores.byteOffset, scores.length * 2);
  counts.fill(0);
  for (let i = 0; i < order.length; i++) {
    const row = order[i] as number;
    const half = halves[row * 2 + 1] as number;
    // Negative doubles sort backwards as integers; the flip is inverted once more for descending order.
    const flipped = (half & 0x80000000) !== 0 ? half : ~half & 0x7fffffff;
    const key = flipped === 0x80000000 && halves[row * 2] === 0 ? 0x7fffffff : flipped;
    keys[i] = key;
    (counts[key & MASK] as number)++;
    (counts[BUCKETS + ((key >>> BITS) & MASK)] as number)++;
    (counts[2 * BUCKETS + (key >>> (2 * BITS))] as number)++;
  }
}

/** One pass, by digit 0, 1 or 2 of the keys. `rows` has as many entries as are sorted. */
function scatter(
  keys: Uint32Array,
  rows: Uint32Array,
  toKeys: Uint32Array,
  toRows: Uint32Array,
  counts: Uint32Array,
  digit: number,
): void {
  const next = counts.subarray(digit * BUCKETS, (digit + 1) * BUCKETS);
  let start = 0;
  for (let bucket = 0; bucket < BUCKETS; bucket++) {
    const count = next[bucket] as number;
    next[bucket] = start;
    start += count;
  }
  const shift = digit * BITS;
  for (let i = 0; i < rows.length; i++) {
    const key = keys[i] as number;
    const bucket = (key >>> shift) & MASK;
    const at = next[bucket] as number;
    toKeys[at] = key;
    toRows[at] = rows[i] as number;
    next[bucket] = at + 1;
  }
}

/** Rows whose keys are equal may still differ in the lower half. */
function repair(
  order: Uint32Array,
  scores: Float64Array,
  keys: Uint32Array,
  sorted: Float64Array,
): Float64Array {
  const rows = order.length;
  for (let i = 0; i < rows; i++) sorted[i] = scores[order[i] as number] as number;
  let start = 0;
  for (let i = 1; i <= rows; i++) {
    if (i < rows && keys[i] === keys[start]) continue;
    if (i - start > 1) sortRun(order, sorted, start, i, scores);
    start = i;
  }
  return sorted.subarray(0, rows);
}

const INSERTION_LIMIT = 24;

function sortRun(
  order: Uint32Array,
  sorted: Float64Array,
  start: number,
  end: number,
  scores: Float64Array,
): void {
  if (end - start > INSERTION_LIMIT) {
    const run = order.subarray(start, end);
    const first = sorted[start];
    if (run.every((_, i) => sorted[start + i] === first)) return;
    run.set(Array.from(run).sort((a, b) => (scores[b] as number) - (scores[a] as number)));
    run.forEach((row, i) => {
      sorted[start + i] = scores[row] as number;
    });
    return;
  }
  for (let i = start + 1; i < end; i++) {
    const row = order[i] as number;
    const score = sorted[i] as number;
    let j = i - 1;
    while (j >= start && (sorted[j] as number) < score) {
      order[j + 1] = order[j] as number;
      sorted[j + 1] = sorted[j] as number;
      j--;
    }
    order[j + 1] = row;
    sorted[j + 1] = score;
  }
}
