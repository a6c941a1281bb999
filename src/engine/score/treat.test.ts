import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { max, min } from './statistics.ts';
import { boxCox, logCoinTool, logCoinToolOriginal, logCoinToolPlus, type Transform } from './transform.ts';
import { testShape, treat, winsorise } from './treat.ts';

const oneGiant = Float64Array.of(3, 1, 4, 2, 5, 3, 4, 2, Number.NaN, 400);
const longTail = Float64Array.from({ length: 60 }, (_, i) => Math.exp(i / 6));

describe('the shape test', () => {
  test('fails a column with a giant in it and passes it without', () => {
    expect(testShape(oneGiant).pass).toBe(false);
    expect(testShape(oneGiant.subarray(0, 9)).pass).toBe(true);
  });

  test('passes what is too short or too even to measure', () => {
    expect(testShape(Float64Array.of(1, 2)).pass).toBe(true);
    expect(testShape(new Float64Array(10).fill(7)).pass).toBe(true);
  });
});

describe('winsorising', () => {
  test('brings the giant down to the next firm and marks it', () => {
    const { values, points, marks } = winsorise(oneGiant);
    expect([...values]).toEqual([3, 1, 4, 2, 5, 3, 4, 2, Number.NaN, 5]);
    expect(points).toBe(1);
    expect([...marks]).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
    expect(oneGiant[9]).toBe(400);
  });

  test('raises a dwarf on the other side', () => {
    const { values, marks } = winsorise(oneGiant.map((v) => -v));
    expect(values[9]).toBe(-5);
    expect(marks[9]).toBe(-1);
  });

  test('stops at the most points allowed, and goes on to them when forced', () => {
    expect(winsorise(longTail, { most: 3 }).points).toBe(3);
    expect(winsorise(Float64Array.of(1, 2, 3, 4, 5), { most: 2, force: true }).points).toBe(2);
  });

  test('leaves a column of equal values alone even when forced', () => {
    const even = new Float64Array(5).fill(2);
    expect(winsorise(even, { force: true })).toMatchObject({ values: even, points: 0 });
  });

  test('never widens the range', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 4 }), (list) => {
        const x = Float64Array.from(list);
        const { values } = winsorise(x, { force: true });
        expect(min(values)).toBeGreaterThanOrEqual(min(x));
        expect(max(values)).toBeLessThanOrEqual(max(x));
      }),
    );
  });
});

describe('two-stage treatment', () => {
  test('does nothing to a column that passes', () => {
    const x = Float64Array.of(1, 2, 3, 4);
    const treated = treat(x);
    expect(treated).toMatchObject({ values: x, winsorised: undefined, transformed: false });
    expect(treated.tests).toHaveLength(1);
  });

  test('is content with winsorising where that is enough', () => {
    const treated = treat(oneGiant);
    expect(treated.transformed).toBe(false);
    expect(treated.tests.map((t) => t.pass)).toEqual([false, true]);
  });

  test('transforms the original where it is not', () => {
    const treated = treat(longTail, { most: 1 });
    const logs = new Float64Array(longTail.length);
    logCoinTool(longTail, logs);
    expect(treated.transformed).toBe(true);
    expect(treated.values).toEqual(logs);
    expect(treated.tests).toHaveLength(3);
  });
});

describe('transformations', () => {
  const transforms: [string, Transform][] = [
    ['log', logCoinTool],
    ['signed log', logCoinToolPlus],
    ['original log', logCoinToolOriginal],
    ['Box–Cox 2', boxCox(2)],
    ['Box–Cox 0.5', boxCox(0.5)],
    ['Box–Cox 0', boxCox(0)],
  ];

  test.each(transforms)('%s keeps the order and leaves absent absent', (_name, transform) => {
    const x = Float64Array.of(-4, -1, Number.NaN, 0, 2, 50);
    const out = new Float64Array(x.length);
    transform(x, out);
    const present = out.filter((v) => !Number.isNaN(v));
    expect(out[2]).toBeNaN();
    expect(present).toHaveLength(5);
    expect(present).toEqual(present.slice().sort());
  });

  test('a column of equal values has no logarithm on its own scale', () => {
    const out = new Float64Array(3);
    logCoinTool(new Float64Array(3).fill(8), out);
    expect([...out]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
  });

  test('Box–Cox of a huge power is absent, not infinite', () => {
    const out = new Float64Array(2);
    boxCox(100)(Float64Array.of(0, 1e9), out);
    expect([...out]).toEqual([0, Number.NaN]);
  });
});
