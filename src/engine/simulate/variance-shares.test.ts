import { describe, expect, test } from 'vitest';
import { datasetOf, oneIndicator, planOf } from '#test/kit/scheme-kit.ts';
import { varianceShares } from './variance-shares.ts';

const plan = planOf(
  oneIndicator({
    inputs: { x: {}, y: {} },
    indicators: {
      a: { value: 'x', weight: 50, score: { ratio: 10 } },
      b: { value: 'y', weight: 50, score: { ratio: 10 } },
    },
    classes: { quotas: { A: '20%', B: '60%', C: '20%' } },
  }),
);
const dataset = datasetOf(
  plan,
  Array.from({ length: 40 }, (_, i) => ({ x: 20 + ((i * 17) % 40) + i / 50, y: 20 + ((i * 29) % 40) })),
);
const uniform = (relative: number) => ({ shape: 'uniform', relative }) as const;

describe('shares of the variance', () => {
  test('a source that does nothing has none of it, and the other all', () => {
    const { shares } = varianceShares(plan, dataset, {
      seed: 1,
      base: 64,
      weights: uniform(0),
      data: uniform(0.2),
    });
    expect(shares?.sources).toEqual(['weights', 'data']);
    expect(shares?.runs).toBe(64 * 4);
    expect(shares?.rankShift.first[0]).toBeCloseTo(0, 12);
    expect(shares?.rankShift.total[0]).toBe(0);
    expect(shares?.rankShift.total[1]).toBeCloseTo(1, 0);
  });

  test('of equal weights and baselines are equal, because both multiply the same scores', () => {
    const { shares } = varianceShares(plan, dataset, {
      seed: 4,
      base: 2048,
      weights: uniform(0.2),
      baselines: uniform(0.2),
    });
    const [weights = 0, baselines = 0] = shares?.rankShift.total ?? [];
    expect(Math.abs(weights - baselines)).toBeLessThan(0.2);
    expect(weights + baselines).toBeGreaterThan(0.9);
  });

  test('the wider spread has the larger share', () => {
    const { shares } = varianceShares(plan, dataset, {
      seed: 1,
      weights: uniform(0.05),
      baselines: uniform(0.4),
      data: uniform(0.01),
    });
    const [weights = 0, baselines = 0, data = 0] = shares?.rankShift.total ?? [];
    expect(baselines).toBeGreaterThan(0.8);
    expect(weights).toBeLessThan(0.2);
    expect(data).toBeLessThan(0.2);
    expect(shares?.changed.total[1]).toBeGreaterThan(0.5);
  });

  test('the same seed gives the same shares', () => {
    const options = { seed: 9, base: 16, weights: uniform(0.2), data: uniform(0.1) };
    expect(varianceShares(plan, dataset, options)).toEqual(varianceShares(plan, dataset, options));
  });

  test('a base that is no whole number from 2 on is refused', () => {
    const codes = (base: number) =>
      varianceShares(plan, dataset, { seed: 1, base }).diagnostics.map(({ code }) => code);
    expect([codes(1), codes(2.5), codes(2)]).toEqual([
      ['design_base_out_of_range'],
      ['design_base_out_of_range'],
      [],
    ]);
  });
});
