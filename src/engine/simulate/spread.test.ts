import { describe, expect, test } from 'vitest';
import { mean, standardDeviation } from '../score/statistics.ts';
import { factorsOf } from './spread.ts';

describe('the factors of a spread', () => {
  test.each(['uniform', 'normal'] as const)('%s: of mean 1, ascending, as far up as down', (shape) => {
    const factors = factorsOf({ shape, relative: 0.2 });
    expect(mean(factors)).toBeCloseTo(1, 12);
    expect(factors).toEqual(factors.toSorted());
    const mirrored = factors.map((_, i) => 2 - (factors[factors.length - 1 - i] as number));
    factors.forEach((factor, i) => expect(factor).toBeCloseTo(mirrored[i] as number, 12));
  });

  test('uniform: evenly between 1 − relative and 1 + relative', () => {
    const factors = factorsOf({ shape: 'uniform', relative: 0.1 });
    expect(factors[0]).toBeCloseTo(0.9, 4);
    expect(factors[1024]).toBeCloseTo(0.95, 4);
    expect(factors.at(-1)).toBeCloseTo(1.1, 4);
  });

  test('normal: quantiles and deviation of the normal distribution cut at three deviations', () => {
    const factors = factorsOf({ shape: 'normal', relative: 0.1 });
    // z with Φ(z) = Φ(−3) + p (Φ(3) − Φ(−3)) for the middle p of each part, by bisection outside this project.
    const expected = { 3072: 0.6727498988, 3891: 1.6338815353, 4055: 2.2831455339, 4095: 2.9736007585 };
    for (const [i, z] of Object.entries(expected)) {
      expect(((factors[Number(i)] as number) - 1) / 0.1).toBeCloseTo(z, 6);
    }
    expect(standardDeviation(factors)).toBeCloseTo(0.1 * Math.sqrt(0.973337), 4);
    expect(Math.max(...factors)).toBeLessThan(1.3);
  });

  test('nothing off: every factor is 1', () => {
    expect(new Set(factorsOf({ shape: 'normal', relative: 0 }))).toEqual(new Set([1]));
  });
});
