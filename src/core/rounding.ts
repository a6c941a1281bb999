// Rounding as a spreadsheet does it: half away from zero, on the number a person reads (1.005 → 1.01), not on its binary shadow.

const MAX_DIGITS = 22; // 10^22 is the largest power of ten that float64 holds exactly
const POWERS: readonly number[] = Array.from({ length: MAX_DIGITS + 1 }, (_, k) => Number(`1e${k}`));

// Below 2^46 the half-way decimal (2n+1)·5 / 10^(digits+1) has at most 15 significant digits. It is then the shortest
// decimal of its own float64, so comparing x with that float64 gives the same answer as comparing decimals.
const FAST_LIMIT = 2 ** 46;

function roundPositive(x: number, digits: number): number {
  const power = POWERS[Math.abs(digits)];
  if (power === undefined) return roundByDecimal(x, digits);
  const scaled = digits < 0 ? x / power : x * power;
  if (!(scaled < FAST_LIMIT)) return roundByDecimal(x, digits);
  const below = Math.floor(scaled);
  const halfway = digits < 0 ? (2 * below + 1) * (power / 2) : (2 * below + 1) / (2 * power);
  const units = x >= halfway ? below + 1 : below;
  return digits < 0 ? units * power : units / power;
}

function roundByDecimal(x: number, digits: number): number {
  const [mantissa = '', exponent = '0'] = x.toExponential().split('e');
  const figures = mantissa.replace('.', '');
  const kept = Number(exponent) + 1 + digits;
  if (kept >= figures.length) return x;
  if (kept < 0) return 0;
  const up = figures.charCodeAt(kept) >= 53 ? 1n : 0n; // 53 is '5'
  return Number(`${BigInt(`0${figures.slice(0, kept)}`) + up}e${-digits}`);
}

/**
 * Rounds half away from zero to `digits` decimal places (negative: tens, hundreds, …), on the shortest decimal that
 * denotes `x`. NaN and infinities come back unchanged; `-0` is never returned.
 */
export function roundHalfAwayFromZero(x: number, digits: number): number {
  if (!Number.isFinite(x)) return x;
  if (x < 0) {
    const rounded = roundPositive(-x, digits);
    return rounded === 0 ? 0 : -rounded;
  }
  return roundPositive(x, digits) + 0; // -0 + 0 is 0
}

/** `roundHalfAwayFromZero` over a column; `out` may be `values` itself. */
export function roundColumn(values: Float64Array, digits: number, out: Float64Array): void {
  const power = POWERS[digits];
  for (let i = 0; i < values.length; i += 1) {
    const x = values[i] as number;
    const scaled = power === undefined ? Number.NaN : x * power;
    // The usual case of roundPositive, written out because scores are rounded in every run of a simulation.
    if (scaled >= 0 && scaled < FAST_LIMIT) {
      const below = Math.floor(scaled);
      const halfway = (2 * below + 1) / (2 * (power as number));
      out[i] = (below + Number(x >= halfway)) / (power as number);
    } else out[i] = roundHalfAwayFromZero(x, digits);
  }
}
