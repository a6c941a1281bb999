import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  correlation,
  countPresent,
  kurtosis,
  max,
  mean,
  median,
  min,
  percentile,
  skewness,
  standardDeviation,
  sum,
} from './statistics.ts';

const column = (...values: number[]): Float64Array => Float64Array.from(values);
const anyColumn = fc
  .array(
    fc.oneof(
      { weight: 9, arbitrary: fc.double({ min: -1e9, max: 1e9, noNaN: true }) },
      fc.constant(Number.NaN),
    ),
  )
  .map((values) => Float64Array.from(values));

describe('a column with some values absent', () => {
  const x = column(4, Number.NaN, 2, 30, 4, 5, Number.NaN, 4, 5, 7, 9);

  test('is measured by its present values', () => {
    expect(countPresent(x)).toBe(9);
    expect(sum(x)).toBe(70);
    expect(mean(x)).toBeCloseTo(70 / 9, 12);
    expect([min(x), max(x), median(x)]).toEqual([2, 30, 5]);
    expect(standardDeviation(x)).toBeCloseTo(8.56997342145496, 12);
    expect(skewness(x)).toBeCloseTo(2.7009186895769766, 12);
    expect(kurtosis(x)).toBeCloseTo(7.630047373716138, 12);
  });

  test.each([
    [0, 2],
    [10, 3.6],
    [25, 4],
    [50, 5],
    [90, 13.2],
    [100, 30],
  ])('percentile %i lies at %d', (p, expected) => {
    expect(percentile(x, p)).toBeCloseTo(expected, 12);
  });
});

describe('too few values', () => {
  test.each([
    ['sum', sum],
    ['mean', mean],
    ['min', min],
    ['max', max],
    ['median', median],
  ])('the %s of nothing is absent', (_name, statistic) => {
    expect(statistic(column())).toBeNaN();
    expect(statistic(column(Number.NaN))).toBeNaN();
  });

  test('spread and shape need as many values as their formulas do', () => {
    expect(standardDeviation(column(5))).toBeNaN();
    expect(standardDeviation(column(5, 5))).toBe(0);
    expect(skewness(column(1, 2))).toBeNaN();
    expect(kurtosis(column(1, 2, 4))).toBeNaN();
    expect(skewness(column(3, 3, 3, 3))).toBeNaN();
    expect(kurtosis(column(3, 3, 3, 3))).toBeNaN();
  });
});

describe('sum', () => {
  test('keeps what a plain sum would lose', () => {
    expect(sum(column(1, 1e100, 1, -1e100))).toBe(2);
    expect(sum(new Float64Array(10).fill(0.1))).toBe(1);
  });

  test('does not depend on the order of the rows', () => {
    fc.assert(
      fc.property(anyColumn, (x) => {
        fc.pre(countPresent(x) > 0);
        const total = sum(x);
        const magnitude = sum(x.map(Math.abs));
        const tolerance = 2 * Number.EPSILON * Math.abs(total) + 100 * Number.EPSILON ** 2 * magnitude;
        expect(Math.abs(sum(x.slice().sort()) - total)).toBeLessThanOrEqual(tolerance);
      }),
    );
  });
});

test('mean, median and percentiles lie between the extremes', () => {
  fc.assert(
    fc.property(anyColumn, fc.integer({ min: 0, max: 100 }), (x, p) => {
      fc.pre(countPresent(x) > 0);
      const slack = 1e-9 * (Math.abs(min(x)) + Math.abs(max(x)));
      for (const value of [mean(x), median(x), percentile(x, p)]) {
        expect(value).toBeGreaterThanOrEqual(min(x) - slack);
        expect(value).toBeLessThanOrEqual(max(x) + slack);
      }
    }),
  );
});

describe('correlation', () => {
  test('uses the rows that have both', () => {
    const x = column(1, 2, Number.NaN, 3, 9);
    const y = column(2, 4, 7, 6, Number.NaN);
    expect(correlation(x, y)).toBeCloseTo(1, 12);
    expect(
      correlation(
        x,
        y.map((v) => -v),
      ),
    ).toBeCloseTo(-1, 12);
  });

  test('is absent where a column does not vary', () => {
    expect(correlation(column(1, 2, 3), column(5, 5, 5))).toBeNaN();
    expect(correlation(column(1), column(2))).toBeNaN();
  });

  test('is symmetric and within −1 … 1', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: -50, max: 50 }))),
        (rows) => {
          const x = Float64Array.from(rows, ([a]) => a);
          const y = Float64Array.from(rows, ([, b]) => b);
          const r = correlation(x, y);
          expect(correlation(y, x)).toBe(r);
          expect(Math.abs(r) > 1).toBe(false);
        },
      ),
    );
  });
});
