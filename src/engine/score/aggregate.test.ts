import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arithmeticMean, geometricMean, harmonicMean, powerMean, type Aggregation } from './aggregate.ts';

function aggregated(
  aggregate: Aggregation,
  rows: readonly (readonly number[])[],
  weights: number[],
): number[] {
  const columns = weights.map((_, j) => Float64Array.from(rows, (row) => row[j] ?? Number.NaN));
  const out = new Float64Array(rows.length);
  aggregate(columns, Float64Array.from(weights), out);
  return [...out];
}

const power =
  (p: number): Aggregation =>
  (columns, weights, out) =>
    powerMean(columns, weights, out, p);

const means: [string, Aggregation][] = [
  ['arithmetic', arithmeticMean],
  ['geometric', geometricMean],
  ['harmonic', harmonicMean],
  ['power 3', power(3)],
  ['power −2', power(-2)],
];

describe.each(means)('the %s mean', (_name, aggregate) => {
  test('of equal scores is that score, whatever the weights', () => {
    expect(aggregated(aggregate, [[80, 80]], [30, 10])[0]).toBeCloseTo(80, 12);
  });

  test('leaves absent scores out and scales the other weights up', () => {
    const [partly, alone, nothing] = aggregated(
      aggregate,
      [
        [60, Number.NaN, 90],
        [Number.NaN, 40, Number.NaN],
        [Number.NaN, Number.NaN, Number.NaN],
      ],
      [20, 50, 30],
    );
    expect(partly).toBeCloseTo(aggregated(aggregate, [[60, 90]], [20, 30])[0] ?? Number.NaN, 12);
    expect(alone).toBeCloseTo(40, 12);
    expect(nothing).toBeNaN();
  });

  test('ignores a column without weight, even a zero in it', () => {
    expect(aggregated(aggregate, [[50, 0]], [1, 0])[0]).toBeCloseTo(50, 12);
  });

  test('lies between the lowest and the highest score', () => {
    const rows = fc.array(fc.double({ min: 0.01, max: 1000, noNaN: true }), { minLength: 3, maxLength: 3 });
    const weights = fc.array(fc.double({ min: 0.1, max: 50, noNaN: true }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(rows, weights, (row, w) => {
        const [score] = aggregated(aggregate, [row], w);
        expect(score).toBeGreaterThanOrEqual(Math.min(...row) * (1 - 1e-12));
        expect(score).toBeLessThanOrEqual(Math.max(...row) * (1 + 1e-12));
      }),
    );
  });
});

describe('zero and negative scores', () => {
  test('are ordinary to the arithmetic mean', () => {
    expect(aggregated(arithmeticMean, [[-10, 30]], [1, 1])).toEqual([10]);
    expect(aggregated(power(1), [[-10, 30]], [1, 1])).toEqual([10]);
  });

  test.each(means.slice(1))('one negative score leaves the %s mean absent', (_name, aggregate) => {
    expect(aggregated(aggregate, [[-10, 30]], [1, 1])).toEqual([Number.NaN]);
  });

  test('one zero pulls geometric, harmonic and negative powers to zero', () => {
    for (const aggregate of [geometricMean, harmonicMean, power(-2), power(0)]) {
      expect(
        aggregated(
          aggregate,
          [
            [0, 30],
            [-0, 30],
          ],
          [1, 1],
        ),
      ).toEqual([0, 0]);
    }
  });
});

test('the smaller the power, the less a weak score can be made up for', () => {
  const scores = [-2, -1, 0, 1, 2].map((p) => aggregated(power(p), [[20, 90]], [1, 1])[0] ?? Number.NaN);
  expect(scores).toEqual(scores.slice().sort((a, b) => a - b));
  expect(scores[2]).toBeCloseTo(Math.sqrt(20 * 90), 12);
});

test('tables longer than a block of the kernel come out whole', () => {
  const rows = Array.from({ length: 2500 }, (_, i) => [i, i + 2]);
  expect(aggregated(arithmeticMean, rows, [1, 1])).toEqual(rows.map(([a]) => (a ?? 0) + 1));
});
