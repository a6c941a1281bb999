// Opening a use of land and saving it as it is must not change it; what was a lease must not stay one.
import { expect, test } from 'vitest';
import type { Occupancy } from '#capabilities/registry/contract/land.ts';
import { fieldsOf, inputOf } from './use-fields.ts';

const saved: Occupancy = {
  occupancy_id: '0198a000-0000-7000-8000-000000000001',
  enterprise_id: '0198a000-0000-7000-8000-000000000002',
  parcel_id: null,
  kind: 'lease_in',
  counterpart_id: '0198a000-0000-7000-8000-000000000003',
  land_area_mu: null,
  floor_area_m2: 1200,
  plot_ratio: 1.5,
  under_construction_mu: 0,
  not_usable_mu: 2,
  starts_on: '2024-01-01',
  ends_on: null,
  tenant_rule: 'follows',
  version: 3,
};

test('a use that is opened and saved stays what it was', () => {
  const { occupancy_id: _, enterprise_id: _enterprise, version: _version, ...input } = saved;
  expect(inputOf(fieldsOf(saved))).toEqual(input);
});

test('land that becomes its own has no landlord and no rule for tenants', () => {
  expect(inputOf({ ...fieldsOf(saved), kind: 'own' })).toMatchObject({
    counterpart_id: null,
    tenant_rule: null,
  });
});
