// The number a workbook has written in plain digits.

const MINUS = 45;
const POINT = 46;

/** Up to 15 digits are whole in a float64, and up to 10^22 powers of ten are: their quotient is correctly rounded. */
const MOST_DIGITS = 15;
const POWERS = Float64Array.from({ length: 23 }, (_, k) => 10 ** k);

/** NaN when it is no number. */
export function cellNumber(bytes: Buffer, length: number): number {
  const negative = bytes[0] === MINUS;
  let units = 0;
  let digits = 0;
  let places = -1;
  for (let p = negative ? 1 : 0; p < length; p++) {
    const byte = bytes[p] as number;
    if (byte >= 48 && byte <= 57) {
      units = units * 10 + byte - 48;
      digits += 1;
      if (places >= 0) places += 1;
    } else if (byte === POINT && places < 0) {
      places = 0;
    } else {
      return slowNumber(bytes, length);
    }
  }
  if (digits === 0 || digits > MOST_DIGITS) return slowNumber(bytes, length);
  const value = places > 0 ? units / (POWERS[places] as number) : units;
  return negative && value !== 0 ? -value : value;
}

/** Exponents, and the 17 digits that Excel writes where a number needs them. */
function slowNumber(bytes: Buffer, length: number): number {
  const text = bytes.toString('latin1', 0, length).trim();
  const value = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(text) ? Number(text) : Number.NaN;
  return Number.isFinite(value) ? value + 0 : Number.NaN;
}
