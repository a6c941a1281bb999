// The fast roads through one CSV field. They are plain functions over their arguments, not methods, because the compiler
// then keeps everything in registers.
import { type ByteDictionary, foldHash, HASH_SEED, hashByte } from './byte-dictionary.ts';
import type { TextBytes } from './columns.ts';
import { mayNeedTrim } from './trim.ts';

export const LINE_FEED = 10;
export const RETURN = 13;
export const QUOTE = 34;
const MINUS = 45;
const POINT = 46;
const ZERO = 48;

/** Nothing was stored: the field has quotes, blanks around it, or is no plain number. */
export const SLOW = -1;

/** Up to nine digits fit an int32; `units / 10^places` divides two exact numbers, so the quotient is correctly rounded. */
const FAST_DIGITS = 9;
const POWERS = Float64Array.from({ length: FAST_DIGITS + 1 }, (_, k) => 10 ** k);

/** Each returns where the field's delimiter or line feed stands, or SLOW. */
export function skipField(bytes: Uint8Array, start: number, delimiter: number): number {
  let p = start;
  let byte = bytes[p];
  if (byte === QUOTE) return SLOW;
  while (byte !== delimiter && byte !== LINE_FEED) byte = bytes[++p];
  return p;
}

export function numberField(
  bytes: Uint8Array,
  start: number,
  delimiter: number,
  values: Float64Array,
  row: number,
): number {
  let p = start;
  let byte = bytes[p] as number;
  const negative = byte === MINUS;
  if (negative) byte = bytes[++p] as number;
  let units = 0;
  const first = p;
  let digit = byte - ZERO;
  while (digit >= 0 && digit <= 9) {
    units = (units * 10 + digit) | 0;
    byte = bytes[++p] as number;
    digit = byte - ZERO;
  }
  let digits = p - first;
  let places = 0;
  if (byte === POINT) {
    const point = p;
    byte = bytes[++p] as number;
    digit = byte - ZERO;
    while (digit >= 0 && digit <= 9) {
      units = (units * 10 + digit) | 0;
      byte = bytes[++p] as number;
      digit = byte - ZERO;
    }
    places = p - point - 1;
    digits += places;
  }
  if (byte === RETURN) byte = bytes[++p] as number;
  if (digits === 0 || digits > FAST_DIGITS || (byte !== delimiter && byte !== LINE_FEED)) return SLOW;
  const value = units / (POWERS[places] as number);
  values[row] = negative && units !== 0 ? -value : value;
  return p;
}

export function labelField(
  bytes: Uint8Array,
  start: number,
  delimiter: number,
  dictionary: ByteDictionary,
  codes: Int32Array,
  row: number,
): number {
  let p = start;
  let byte = bytes[p] as number;
  if (byte === QUOTE) return SLOW;
  let hash = HASH_SEED;
  while (byte !== delimiter && byte !== LINE_FEED) {
    hash = hashByte(hash, byte);
    byte = bytes[++p] as number;
  }
  if (mayNeedTrim(bytes, start, p)) return SLOW;
  codes[row] = p === start ? -1 : dictionary.codeOf(bytes, start, p, foldHash(hash));
  return p;
}

export function textField(
  bytes: Uint8Array,
  start: number,
  delimiter: number,
  text: TextBytes,
  ends: Uint32Array,
  row: number,
): number {
  const into = text.bytes;
  let p = start;
  let at = text.length;
  let byte = bytes[p] as number;
  if (byte === QUOTE) return SLOW;
  while (byte !== delimiter && byte !== LINE_FEED) {
    into[at++] = byte;
    byte = bytes[++p] as number;
  }
  if (mayNeedTrim(bytes, start, p)) return SLOW;
  text.length = at;
  ends[row] = at;
  return p;
}
