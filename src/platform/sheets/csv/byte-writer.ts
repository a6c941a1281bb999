// A growing buffer that cells are written into as bytes: no text is made for most of them.
import { roundHalfAwayFromZero } from '#core/rounding.ts';

export type ByteWriter = { bytes: Uint8Array<ArrayBuffer>; length: number };

const encoder = new TextEncoder();
const ZERO = 48;
const MINUS = 45;
const POINT = 46;

export function byteWriter(capacity: number): ByteWriter {
  return { bytes: new Uint8Array(capacity), length: 0 };
}

export function reserve(writer: ByteWriter, extra: number): void {
  const needed = writer.length + extra;
  if (needed <= writer.bytes.length) return;
  const grown = new Uint8Array(Math.max(needed, writer.bytes.length * 2));
  grown.set(writer.bytes.subarray(0, writer.length));
  writer.bytes = grown;
}

export function writeByte(writer: ByteWriter, byte: number): void {
  writer.bytes[writer.length++] = byte;
}

/** Copying byte by byte beats a call of the built-in copy for anything as short as a label. */
const SHORT = 32;

export function writeBytes(writer: ByteWriter, source: Uint8Array): void {
  reserve(writer, source.length);
  const { bytes, length } = writer;
  if (source.length > SHORT) bytes.set(source, length);
  else for (let i = 0; i < source.length; i++) bytes[length + i] = source[i] as number;
  writer.length = length + source.length;
}

function writeText(writer: ByteWriter, text: string): void {
  writeBytes(writer, encoder.encode(text));
}

/** Longest number that is written digit by digit; longer ones reserve their own room. */
export const NUMBER_BYTES = 32;
const MAX_UNITS = 2 ** 40;
const MAX_DECIMALS = 9;
const POWERS = Array.from({ length: MAX_DECIMALS + 1 }, (_, k) => 10 ** k);
/** How close to a half a scaled value must be for its own decimals to decide: scaling is exact to far less than this. */
const NEAR_HALF = 1e-3;

/** A number with fixed decimals, rounded half away from zero. Room for NUMBER_BYTES must be reserved. */
export function writeFixed(writer: ByteWriter, value: number, decimals: number): void {
  const size = Math.abs(value);
  const power = POWERS[decimals];
  if (power === undefined || !(size * power < MAX_UNITS)) {
    writeText(writer, plainText(roundHalfAwayFromZero(value, decimals), decimals));
    reserve(writer, NUMBER_BYTES);
    return;
  }
  const units = roundedUnits(size, decimals, power);
  const { bytes } = writer;
  let at = writer.length;
  if (value < 0 && units > 0) bytes[at++] = MINUS;
  const whole = Math.floor(units / power);
  at = writeWhole(bytes, at, whole);
  if (decimals > 0) {
    bytes[at] = POINT;
    writeDigits(bytes, at + 1, decimals, (units - whole * power) | 0);
    at += 1 + decimals;
  }
  writer.length = at;
}

function roundedUnits(size: number, decimals: number, power: number): number {
  const scaled = size * power;
  const below = Math.floor(scaled);
  const above = scaled - below - 0.5;
  if (above > NEAR_HALF) return below + 1;
  if (above < -NEAR_HALF) return below;
  return Math.round(roundHalfAwayFromZero(size, decimals) * power);
}

/** A whole number from 0 to 2^40. */
export function writeInteger(writer: ByteWriter, value: number): void {
  writer.length = writeWhole(writer.bytes, writer.length, value);
}

function writeWhole(bytes: Uint8Array, start: number, value: number): number {
  if (value < 1_000_000_000) {
    const small = value | 0;
    let digits = 1;
    for (let limit = 10; small >= limit; limit *= 10) digits++;
    writeDigits(bytes, start, digits, small);
    return start + digits;
  }
  const upper = Math.floor(value / 1e9);
  const at = writeWhole(bytes, start, upper);
  writeDigits(bytes, at, 9, (value - upper * 1e9) | 0);
  return at + 9;
}

/** The last `digits` digits of a whole number below 2^31, with leading zeros. */
function writeDigits(bytes: Uint8Array, start: number, digits: number, value: number): void {
  let rest = value | 0;
  for (let at = start + digits - 1; at >= start; at--) {
    const tens = (rest / 10) | 0;
    bytes[at] = ZERO + rest - tens * 10;
    rest = tens;
  }
}

/** The shortest text that reads back as the same number, never with an exponent. */
export function writeShortest(writer: ByteWriter, value: number): void {
  const text = String(value);
  const plain = text.includes('e') ? plainText(value) : text;
  reserve(writer, plain.length + NUMBER_BYTES);
  for (let i = 0; i < plain.length; i++) writer.bytes[writer.length++] = plain.charCodeAt(i);
}

/** A number in plain digits: the exponent, if any, becomes zeros; `decimals` fills up with zeros. */
function plainText(value: number, decimals = 0): string {
  const [mantissa = '', exponent = '0'] = String(Math.abs(value)).split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  const shift = Number(exponent);
  const digits = whole + fraction;
  const point = whole.length + shift;
  const left = point > 0 ? digits.slice(0, point).padEnd(point, '0') : '0';
  const right = point > 0 ? digits.slice(point) : '0'.repeat(-point) + digits;
  const filled = right.padEnd(decimals, '0');
  const sign = value < 0 ? '-' : '';
  return filled === '' ? sign + left : `${sign}${left}.${filled}`;
}
