import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Occupancy } from '../contract/land.ts';
import { evaluatedLandArea } from './land-area.ts';
import { normalisedName } from './enterprise-name.ts';

const YEAR = { starts_on: '2025-01-01', ends_on: '2025-12-31' };
const use = (more: Partial<Occupancy>): Occupancy => ({
  occupancy_id: 'o',
  enterprise_id: 'e',
  parcel_id: null,
  kind: 'own',
  counterpart_id: null,
  land_area_mu: null,
  floor_area_m2: null,
  plot_ratio: null,
  under_construction_mu: 0,
  not_usable_mu: 0,
  starts_on: '2020-01-01',
  ends_on: null,
  tenant_rule: null,
  version: 1,
  ...more,
});

describe('evaluated land area', () => {
  test('is own and leased in, less leased out, under construction and not usable', () => {
    const { area_mu: area } = evaluatedLandArea(
      [
        use({ land_area_mu: 50, under_construction_mu: 5, not_usable_mu: 2 }),
        use({ kind: 'untitled', land_area_mu: 3 }),
        use({ kind: 'lease_in', land_area_mu: 10 }),
        use({ kind: 'lease_out', land_area_mu: 6 }),
      ],
      YEAR,
    );
    expect(area).toBeCloseTo(50 + 3 + 10 - 6 - 5 - 2, 9);
  });

  test('counts a storey by its floor over the plot ratio: 2,000 m² at 1.5 are two mu', () => {
    const storey = use({ kind: 'lease_in', floor_area_m2: 2000, plot_ratio: 1.5 });
    expect(evaluatedLandArea([storey], YEAR).area_mu).toBeCloseTo(2, 9);
  });

  test('counts half a year as half', () => {
    const half = use({ land_area_mu: 365, starts_on: '2025-07-03' });
    expect(evaluatedLandArea([half], YEAR).area_mu).toBeCloseTo(182, 9);
    expect(evaluatedLandArea([use({ land_area_mu: 9, ends_on: '2024-12-31' })], YEAR)).toEqual({
      area_mu: 0,
      steps: [],
    });
  });

  const uses = fc.array(
    fc.record({
      kind: fc.constantFrom('own', 'untitled', 'lease_in', 'lease_out' as const),
      land_area_mu: fc.double({ min: 0, max: 500, noNaN: true }),
      not_usable_mu: fc.double({ min: 0, max: 20, noNaN: true }),
    }),
    { maxLength: 8 },
  );

  test('is never below zero, and its steps always add up to it', () => {
    fc.assert(
      fc.property(uses, (list) => {
        const { area_mu: area, steps } = evaluatedLandArea(
          list.map((one) => use(one as Partial<Occupancy>)),
          YEAR,
        );
        expect(area).toBeGreaterThanOrEqual(0);
        expect(steps.reduce((sum, step) => sum + step.amount_mu, 0)).toBeCloseTo(area, 6);
      }),
    );
  });

  test('what one lets, the other has: nothing is lost between them', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 40, noNaN: true }), (let_) => {
        const landlord = evaluatedLandArea(
          [use({ land_area_mu: 50 }), use({ kind: 'lease_out', land_area_mu: let_ })],
          YEAR,
        );
        const tenant = evaluatedLandArea([use({ kind: 'lease_in', land_area_mu: let_ })], YEAR);
        expect(landlord.area_mu + tenant.area_mu).toBeCloseTo(50, 9);
      }),
    );
  });
});

describe('two spellings of a name', () => {
  test.each([
    ['云亩机械（济宁）有限公司', '云亩机械(济宁)有限责任公司'],
    ['ＡＢＣ 科技股份有限公司', 'abc科技有限公司'],
  ])('%s and %s are one', (a, b) => {
    expect(normalisedName(a)).toBe(normalisedName(b));
  });
});
