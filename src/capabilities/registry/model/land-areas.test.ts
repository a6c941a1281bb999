import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Occupancy, TenantRule } from '../contract/land.ts';
import { landAreas } from './land-areas.ts';

const YEAR = { starts_on: '2025-01-01', ends_on: '2025-12-31' };
let count = 0;
const use = (enterprise_id: string, kind: Occupancy['kind'], more: Partial<Occupancy> = {}): Occupancy => ({
  occupancy_id: `o${count++}`,
  enterprise_id,
  parcel_id: null,
  kind,
  counterpart_id: null,
  land_area_mu: 10,
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

/** What `tenant` leases from `landlord`, on both sides. */
const lease = (tenant: string, landlord: string, mu: number, tenant_rule: TenantRule | null): Occupancy[] => [
  use(tenant, 'lease_in', { counterpart_id: landlord, land_area_mu: mu, tenant_rule }),
  use(landlord, 'lease_out', { counterpart_id: tenant, land_area_mu: mu }),
];

function areasOf(occupancies: readonly Occupancy[], isSubject: (id: string) => boolean = () => true) {
  const found = landAreas(occupancies, YEAR, isSubject);
  for (const { area_mu, steps } of found)
    expect(steps.reduce((sum, { amount_mu }) => sum + amount_mu, 0)).toBeCloseTo(area_mu, 9);
  return new Map(found.map((area) => [area.enterprise_id, area]));
}

describe('a tenant without land of its own', () => {
  const own = use('L', 'own', { land_area_mu: 50 });

  test.each(['separate', 'follows', 'left_out', null] as const)('%s: each keeps its land', (rule) => {
    const areas = areasOf([own, ...lease('T', 'L', 10, rule)]);
    expect(areas.get('L')?.area_mu).toBeCloseTo(40, 9);
    expect(areas.get('T')?.area_mu).toBeCloseTo(10, 9);
    expect(areas.get('T')?.treatment).toBe(rule ?? 'separate');
    expect(areas.get('T')?.landlord_id).toBe(rule === 'follows' ? 'L' : null);
  });

  test('merged: the lease between them drops out, and the tenant has none left', () => {
    const areas = areasOf([own, ...lease('T', 'L', 10, 'merged')]);
    expect(areas.get('L')?.area_mu).toBeCloseTo(50, 9);
    expect(areas.get('L')?.steps.map(({ kind, amount_mu: amount }) => [kind, amount])).toEqual([
      ['own', 50],
      ['lease_out', -10],
      ['internal_lease', 10],
      ['tenant_merged', 0],
    ]);
    expect(areas.get('T')).toMatchObject({ area_mu: 0, treatment: 'merged', landlord_id: 'L' });
    expect(areas.get('T')?.steps.map(({ kind }) => kind)).toEqual(['lease_in', 'merged_into_landlord']);
  });

  test('merged: what it leases from others goes to the landlord', () => {
    const other = use('O', 'own', { land_area_mu: 30 });
    const areas = areasOf([own, other, ...lease('T', 'L', 10, 'merged'), ...lease('T', 'O', 4, null)]);
    expect(areas.get('L')?.area_mu).toBeCloseTo(54, 9);
    expect(areas.get('O')?.area_mu).toBeCloseTo(26, 9);
  });

  test('merged: a lease only the tenant has registered is not counted on top of the landlord’s own land', () => {
    const areas = areasOf([own, use('T', 'lease_in', { counterpart_id: 'L', tenant_rule: 'merged' })]);
    expect(areas.get('L')?.area_mu).toBeCloseTo(50, 9);
  });

  test('merged: land let to nobody by name was taken away already, and comes back', () => {
    const areas = areasOf([
      own,
      use('L', 'lease_out'),
      use('T', 'lease_in', { counterpart_id: 'L', tenant_rule: 'merged' }),
    ]);
    expect(areas.get('L')?.area_mu).toBeCloseTo(50, 9);
  });

  test('is treated as the largest of its leases says', () => {
    const areas = areasOf([own, ...lease('T', 'L', 10, 'merged'), ...lease('T', 'O', 20, 'left_out')]);
    expect(areas.get('T')).toMatchObject({ treatment: 'left_out', landlord_id: null });
  });
});

describe('the rule of a lease is not applied', () => {
  const merged = lease('T', 'L', 10, 'merged');

  test('to who has land of its own', () => {
    const areas = areasOf([...merged, use('T', 'own', { land_area_mu: 1 })]);
    expect(areas.get('T')).toMatchObject({ treatment: 'separate', not_applied: 'owns_land', area_mu: 11 });
  });

  test('land of its own that ended before the period does not count', () => {
    const ended = use('T', 'own', { ends_on: '2024-12-31' });
    expect(areasOf([...merged, ended]).get('T')?.treatment).toBe('merged');
  });

  test('where the landlord is not known, or not evaluated', () => {
    const nobody = use('T', 'lease_in', { tenant_rule: 'follows' });
    expect(areasOf([nobody]).get('T')?.not_applied).toBe('landlord_unknown');
    expect(areasOf(merged, (id) => id !== 'L').get('T')?.not_applied).toBe('landlord_not_evaluated');
    const out = lease('L', 'G', 20, 'left_out');
    expect(areasOf([...merged, ...out]).get('T')?.not_applied).toBe('landlord_not_evaluated');
  });

  test('in a circle', () => {
    const circle = [...lease('A', 'B', 5, 'merged'), ...lease('B', 'A', 5, 'merged')];
    const areas = areasOf([...circle, ...lease('C', 'A', 1, 'merged')]);
    expect(areas.get('A')?.not_applied).toBe('landlord_circular');
    expect(areas.get('B')?.not_applied).toBe('landlord_circular');
    expect(areas.get('C')).toMatchObject({ treatment: 'merged', landlord_id: 'A' });
  });
});

describe('a tenant of a tenant', () => {
  test.each([
    ['merged', 'merged', 'merged'],
    ['merged', 'follows', 'follows'],
    ['follows', 'merged', 'follows'],
  ] as const)('%s into one that is %s: it is %s', (inner, outer, expected) => {
    const areas = areasOf([
      use('G', 'own', { land_area_mu: 100 }),
      ...lease('L', 'G', 20, outer),
      ...lease('T', 'L', 5, inner),
    ]);
    expect(areas.get('T')).toMatchObject({ treatment: expected, landlord_id: 'G' });
  });
});

test('merging all tenants of a landlord leaves it with what it owns, whatever it lets', () => {
  const mu = fc.double({ min: 0.1, max: 20, noNaN: true });
  fc.assert(
    fc.property(fc.array(mu, { minLength: 1, maxLength: 6 }), (lets) => {
      const leases = lets.flatMap((area, i) => lease(`T${i}`, 'L', area, 'merged'));
      const areas = areasOf([use('L', 'own', { land_area_mu: 200 }), ...leases]);
      expect(areas.get('L')?.area_mu).toBeCloseTo(200, 6);
      for (const [i] of lets.entries()) expect(areas.get(`T${i}`)?.area_mu).toBe(0);
    }),
  );
});
