// The order of a column's rows by value, as every rank needs it: a radix sort, because an index sort with a
// comparator takes ten times as long on a million rows.

const BITS = 11;
const DIGITS = 1 << BITS;
const MASK = DIGITS - 1;
const PASSES = 6;
const SIGN = 0x8000_0000;

/**
 * Row numbers of the present values of x, ascending by value; equal values keep their row order.
 * Sorts the 64 bits of each double, turned so that their unsigned order is the numeric one, in six digits.
 */
export function ascendingOrder(x: Float64Array): Uint32Array {
  const { rows, low, high } = sortableBits(x);
  const counts = countDigits(low, high);
  let from = new Uint32Array(rows.length);
  let to = new Uint32Array(rows.length);
  for (let k = 0; k < from.length; k++) from[k] = k;
  for (let pass = 0; pass < PASSES; pass++) {
    const ends = counts.subarray(pass * DIGITS, (pass + 1) * DIGITS);
    // All values share this digit: nothing would move.
    if (ends.includes(rows.length)) continue;
    moveByDigit(pass < 3 ? low : high, (pass % 3) * BITS, ends, from, to);
    [from, to] = [to, from];
  }
  for (let k = 0; k < from.length; k++) to[k] = rows[from[k] as number] as number;
  return to;
}

/** The present values' row numbers, and the two halves of their sortable bits. */
type SortableBits = { readonly rows: Uint32Array; readonly low: Uint32Array; readonly high: Uint32Array };

function sortableBits(x: Float64Array): SortableBits {
  const rows = new Uint32Array(x.length);
  const low = new Uint32Array(x.length);
  const high = new Uint32Array(x.length);
  const value = new Float64Array(1);
  const words = new Uint32Array(value.buffer);
  let n = 0;
  for (let i = 0; i < x.length; i++) {
    if (Number.isNaN(x[i])) continue;
    // Adding zero turns −0 into 0, which it equals.
    value[0] = (x[i] as number) + 0;
    const head = words[1] as number;
    const flip = -(head >>> 31);
    rows[n] = i;
    low[n] = (words[0] as number) ^ flip;
    high[n] = head ^ (flip | SIGN);
    n++;
  }
  return { rows: rows.subarray(0, n), low: low.subarray(0, n), high: high.subarray(0, n) };
}

// How often each digit occurs, for the three digits of the low half and then the three of the high half.
function countDigits(low: Uint32Array, high: Uint32Array): Uint32Array {
  const counts = new Uint32Array(PASSES * DIGITS);
  const count = (at: number): void => {
    counts[at] = (counts[at] as number) + 1;
  };
  for (let k = 0; k < low.length; k++) {
    const [l, h] = [low[k] as number, high[k] as number];
    count(l & MASK);
    count(DIGITS + ((l >>> BITS) & MASK));
    count(2 * DIGITS + (l >>> (2 * BITS)));
    count(3 * DIGITS + (h & MASK));
    count(4 * DIGITS + ((h >>> BITS) & MASK));
    count(5 * DIGITS + (h >>> (2 * BITS)));
  }
  return counts;
}

// Moves items from one list to the other, by one digit of their key; `counts` is used up.
function moveByDigit(
  key: Uint32Array,
  shift: number,
  counts: Uint32Array,
  from: Uint32Array,
  to: Uint32Array,
): void {
  let start = 0;
  for (let digit = 0; digit < DIGITS; digit++) {
    const count = counts[digit] as number;
    counts[digit] = start;
    start += count;
  }
  for (let k = 0; k < from.length; k++) {
    const item = from[k] as number;
    const digit = ((key[item] as number) >>> shift) & MASK;
    const at = counts[digit] as number;
    to[at] = item;
    counts[digit] = at + 1;
  }
}
