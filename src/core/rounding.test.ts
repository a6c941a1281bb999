import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { roundColumn, roundHalfAwayFromZero } from './rounding.ts';

/** The same law by another road: the shortest decimal as an exact fraction of whole numbers. */
function reference(x: number, digits: number): number {
  const [mantissa = '', exponent = '0'] = Math.abs(x).toExponential().split('e');
  const fraction = mantissa.split('.')[1] ?? '';
  let numerator = BigInt(mantissa.replace('.', ''));
  let denominator = 1n;
  const shift = Number(exponent) - fraction.length + digits;
  if (shift >= 0) numerator *= 10n ** BigInt(shift);
  else denominator = 10n ** BigInt(-shift);
  const units = (2n * numerator + denominator) / (2n * denominator);
  const rounded = Number(`${units}e${-digits}`);
  return x < 0 && rounded !== 0 ? -rounded : rounded;
}

const digits = fc.integer({ min: -6, max: 12 });

describe('roundHalfAwayFromZero', () => {
  test.each([
    [1.005, 2, 1.01],
    [2.675, 2, 2.68],
    [1.0049999999, 2, 1],
    [0.5, 0, 1],
    [1.5, 0, 2],
    [2.5, 0, 3],
    [-2.5, 0, -3],
    [-1.005, 2, -1.01],
    [8.345, 2, 8.35],
    [60.9436, 2, 60.94],
    [1e-7, 2, 0],
    [5e-324, 3, 0],
    [1e21, 2, 1e21],
    [123456789012345.67, 1, 123456789012345.7],
    [1234, -2, 1200],
    [1250, -2, 1300],
    [0.5e-22, 22, 1e-22],
    [4.35, 30, 4.35],
  ])('%d to %d digits is %d', (x, d, expected) => {
    expect(roundHalfAwayFromZero(x, d)).toBe(expected);
  });

  test('minus zero is never returned', () => {
    for (const x of [-0, -0.004, -1e-300]) expect(Object.is(roundHalfAwayFromZero(x, 2), 0)).toBe(true);
  });

  test('absent and infinite stay what they are', () => {
    expect(roundHalfAwayFromZero(Number.NaN, 2)).toBeNaN();
    expect(roundHalfAwayFromZero(Number.NEGATIVE_INFINITY, 2)).toBe(Number.NEGATIVE_INFINITY);
  });

  test('equals exact decimal arithmetic on any float64', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), digits, (x, d) => {
        expect(roundHalfAwayFromZero(x, d)).toBe(reference(x, d));
      }),
      { numRuns: 3000 },
    );
  });

  test('equals exact decimal arithmetic on and beside every half-way decimal', () => {
    const halfway = fc.tuple(
      fc.bigInt({ min: -(10n ** 16n), max: 10n ** 16n }),
      digits,
      fc.integer({ min: -1, max: 1 }),
    );
    fc.assert(
      fc.property(halfway, ([n, d, nudge]) => {
        const tie = Number(`${n * 10n + 5n}e${-d - 1}`);
        const x = tie * (1 + nudge * Number.EPSILON);
        expect(roundHalfAwayFromZero(x, d)).toBe(reference(x, d));
      }),
      { numRuns: 5000 },
    );
  });

  test('equals exact decimal arithmetic where the fast path ends', () => {
    fc.assert(
      fc.property(fc.double({ min: 2 ** 44, max: 2 ** 54, noNaN: true }), digits, (scaled, d) => {
        const x = scaled / 10 ** d;
        expect(roundHalfAwayFromZero(x, d)).toBe(reference(x, d));
      }),
      { numRuns: 3000 },
    );
  });

  test('rounding twice changes nothing', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), digits, (x, d) => {
        const once = roundHalfAwayFromZero(x, d);
        expect(roundHalfAwayFromZero(once, d)).toBe(once);
      }),
    );
  });
});

test('roundColumn rounds in place and keeps absent values', () => {
  const column = Float64Array.of(1.005, Number.NaN, -0.001, -2.345, 7);
  roundColumn(column, 2, column);
  expect([...column]).toEqual([1.01, Number.NaN, 0, -2.35, 7]);
});
