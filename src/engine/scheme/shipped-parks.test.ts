import { describe, expect, test } from 'vitest';
import { run, weights } from '#test/golden/run-shipped.ts';
import { shippedPlan } from '#test/golden/schemes.ts';
import { classesOf } from '#test/kit/scheme-kit.ts';

describe('园区综合考核', () => {
  const park = {
    foreign_trade: 100,
    foreign_investment: 10,
    rd: 5,
    revenue: 100,
    hitech_firms: 5,
    enterprises: 50,
    value_added: 100,
    energy: 10,
    emission: 1,
    tax: 10,
    land: 10,
    class_a_firms: 2,
    evaluated_firms: 10,
    business_environment: 8,
    technical_renovation: 10,
    above_scale_firms: 20,
    service_revenue: 50,
    employees: 100,
  };
  const best = {
    ...park,
    foreign_trade: 200,
    foreign_investment: 20,
    rd: 10,
    hitech_firms: 10,
    value_added: 200,
    tax: 40,
    class_a_firms: 4,
    technical_renovation: 20,
    above_scale_firms: 40,
    service_revenue: 80,
    employees: 50,
    business_environment: 10,
  };
  const previous = [park, park];

  test('the five groups have the published weights', () => {
    expect(weights(shippedPlan('park-assessment-base'))).toEqual({
      opening: 30,
      innovation: 15,
      green: 15,
      coordination: 10,
      quality: 30,
    });
  });

  test.each(['park-assessment-base', 'park-assessment-manufacturing', 'park-assessment-services'])(
    '%s: weights add up to 100; the best in everything has 100 points, the last 60 of every 100',
    (name) => {
      const plan = shippedPlan(name);
      expect(plan.root.children.reduce((sum, { weight }) => sum + weight, 0)).toBe(100);
      const scored = run(name, [best, park], {}, previous);
      // Experts gave the last park 8 of 10 points.
      expect([...scored.score]).toEqual([100, 0.6 * 90 + 8]);
      expect(classesOf(scored)).toEqual(['A', 'D']);
    },
  );

  test('types of parks differ in weights and have indicators of their own', () => {
    const { indicators, root } = shippedPlan('park-assessment-manufacturing');
    expect(indicators.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['renovation_per_mu', 'above_scale_ratio', 'emission_per_va']),
    );
    expect(root.children.map(({ weight }) => weight)).toEqual([15, 15, 20, 10, 40]);
    const services = shippedPlan('park-assessment-services');
    expect(services.indicators.map(({ name }) => name)).not.toContain('emission_per_va');
    expect(services.root.children.map(({ weight }) => weight)).toEqual([30, 20, 5, 10, 35]);
  });

  test('findings of inspections and accidents cost the published points', () => {
    const faults = {
      central_inspections: 2,
      provincial_inspections: 1,
      central_cases: 1,
      provincial_cases: 1,
      larger_accidents: 1,
    };
    const scored = run('park-assessment-base', [{ ...best, ...faults }, park], {}, previous);
    expect(scored.adjusted.penalty?.total[0]).toBeCloseTo(0.6 + 0.2 + 1.5 + 0.5 + 1, 12);
    expect(scored.score[0]).toBe(96.2);
  });

  test('a grave breach rules out the best class', () => {
    expect(
      classesOf(run('park-assessment-base', [{ ...best, grave_breach: '是' }, park], {}, previous))[0],
    ).toBe('B');
  });
});

describe('创新指数', () => {
  const park = {
    rd: 10,
    revenue: 1000,
    rd_staff: 10,
    employees: 1000,
    patents: 10,
    new_product_revenue: 100,
    contracts: 100,
    platforms: 1,
    startups: 1,
    enterprises: 100,
    venture_capital: 100,
  };
  const parks = [1, 2, 3, 4, 5, 6].map((k) => ({
    ...park,
    rd: 10 * k,
    rd_staff: 10 * k,
    patents: 10 * k,
    new_product_revenue: 100 * k,
    contracts: 100 * k * k,
    platforms: k,
    startups: k,
    venture_capital: 100 * k,
  }));

  test('best and last of everything have 100 and 1 on every level', () => {
    const scored = run('innovation-index', parks);
    expect(scored.score[0]).toBe(1);
    expect(scored.score[5]).toBe(100);
    expect(scored.groups.map(({ plan }) => plan.aggregate.kind)).toEqual([
      'arithmetic',
      'arithmetic',
      'arithmetic',
      'arithmetic',
      'geometric',
    ]);
  });

  test('a weak pillar is not made up for by strong ones', () => {
    const weak = { rd: 10, rd_staff: 10 };
    const scored = run('innovation-index', [...parks.slice(0, 5), { ...parks[5], ...weak }]);
    const [inputs = [], outputs = [], , environment = []] = scored.groups.map(({ scores }) => scores);
    const arithmetic = ((inputs[5] ?? 0) + (outputs[5] ?? 0) + (environment[5] ?? 0)) / 3;
    expect(scored.score[5]).toBeLessThan(arithmetic / 2);
  });
});
