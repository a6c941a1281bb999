import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  applyScale,
  distanceToReference,
  distanceToTarget,
  fractionOfMax,
  goalposts,
  minmax,
  ratio,
  reverseRatio,
  zscore,
  type LinearScale,
} from './normalise.ts';
import { perGroup, sameForAll } from './per-group.ts';
import { max, mean, min, standardDeviation } from './statistics.ts';

function scored(values: readonly number[], scale: LinearScale): number[] {
  const out = new Float64Array(values.length);
  applyScale(Float64Array.from(values), scale, out);
  return [...out];
}

describe('min-max', () => {
  test('puts the best at the top exactly, the worst at the bottom, absent nowhere', () => {
    const scale = minmax(sameForAll(0.1), sameForAll(0.7), 20, 100);
    expect(scored([0.7, 0.1, Number.NaN], scale)).toEqual([100, 20, Number.NaN]);
  });

  test('turned round, rewards less', () => {
    expect(scored([2, 4, 6], minmax(sameForAll(6), sameForAll(2)))).toEqual([100, 50, 0]);
  });

  test('is absent where all values are equal', () => {
    expect(scored([5, 5], minmax(sameForAll(5), sameForAll(5)))).toEqual([Number.NaN, Number.NaN]);
  });

  test('uses the extremes of each group', () => {
    const x = Float64Array.of(1, 10, 3, 30, 7);
    const groups = { codes: Int32Array.of(0, 1, 0, 1, -1), count: 2 };
    const out = new Float64Array(5);
    applyScale(x, minmax(perGroup(x, min, groups), perGroup(x, max, groups)), out);
    expect([...out]).toEqual([0, 0, 100, 100, Number.NaN]);
  });

  test('keeps order and range, whatever the values', () => {
    const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 2 });
    fc.assert(
      fc.property(values, (list) => {
        const x = Float64Array.from(list);
        fc.pre(max(x) - min(x) > 1e-9);
        const scores = scored(list, minmax(perGroup(x, min), perGroup(x, max)));
        expect(Math.min(...scores)).toBe(0);
        expect(Math.max(...scores)).toBe(100);
        const byValue = scores.map((_, i) => i).sort((i, j) => (x[i] ?? 0) - (x[j] ?? 0));
        const inOrder = byValue.map((i) => scores[i] ?? Number.NaN);
        expect(inOrder).toEqual(inOrder.slice().sort((a, b) => a - b));
      }),
    );
  });
});

test('z-scores have the mean and the standard deviation asked for', () => {
  const list = [3, 8, 1, 9, 22, 4];
  const x = Float64Array.from(list);
  const scores = Float64Array.from(
    scored(list, zscore(perGroup(x, mean), perGroup(x, standardDeviation), 50, 10)),
  );
  expect(mean(scores)).toBeCloseTo(50, 12);
  expect(standardDeviation(scores)).toBeCloseTo(10, 12);
});

describe('ratio to a baseline', () => {
  test('is 1 at the baseline and held within its limits', () => {
    const scale = ratio(sameForAll(24.097), { floor: 0, cap: 1.5 });
    expect(scored([24.097, 12.0485, 100, -3, 0], scale)).toEqual([1, 0.5, 1.5, 0, 0]);
  });

  test('is absent, never infinite, on a baseline of zero or a denormal one', () => {
    expect(scored([5, 0, -5], ratio(sameForAll(0)))).toEqual([Number.NaN, Number.NaN, Number.NaN]);
    expect(scored([5], ratio(sameForAll(Number.MIN_VALUE), { cap: 2 }))).toEqual([Number.NaN]);
  });

  test('reversed, falls from 2 at nothing through 1 at the baseline to 0 at twice that', () => {
    expect(scored([0, 4, 8, 12], reverseRatio(sameForAll(4), { floor: 0 }))).toEqual([2, 1, 0, 0]);
  });

  test('uses the baseline of each group', () => {
    const baseline = { values: Float64Array.of(10, 20), codes: Int32Array.of(0, 1, 0) };
    expect(scored([10, 10, 5], ratio(baseline))).toEqual([1, 0.5, 0.5]);
  });
});

describe('distance and goalposts', () => {
  test('a target may lie beyond all values or be capped when passed', () => {
    expect(scored([0, 5, 20], distanceToTarget(sameForAll(0), sameForAll(10)))).toEqual([0, 0.5, 2]);
    expect(scored([0, 5, 20], distanceToTarget(sameForAll(0), sameForAll(10), true))).toEqual([0, 0.5, 1]);
    expect(scored([0, 5], distanceToReference(sameForAll(0), sameForAll(Number.NaN)))).toEqual([
      Number.NaN,
      Number.NaN,
    ]);
  });

  test('the largest value is the whole', () => {
    expect(scored([5, 20], fractionOfMax(sameForAll(20)))).toEqual([0.25, 1]);
  });

  test('goalposts reverse and truncate', () => {
    expect(scored([20, 52.5, 85, 90], goalposts(20, 85, 0, 1, 1, true))).toEqual([0, 0.5, 1, 1]);
    expect(scored([20, 85, 150], goalposts(20, 85, 0, 1, -1, true))).toEqual([1, 0, 0]);
    expect(scored([85, 150], goalposts(20, 85, 0, 1, 1, false))).toEqual([1, 2]);
  });
});

test('a column may be scored in place', () => {
  const x = Float64Array.of(2, 4);
  applyScale(x, ratio(sameForAll(4)), x);
  expect([...x]).toEqual([0.5, 1]);
});
