import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { creditCode } from '#seed/credit-codes.ts';
import { actor, type TestApp, testApp } from '#test/kit/app.ts';
import { Enterprise } from './contract/enterprises.ts';
import { ListedParcel, Occupancy, Parcel } from './contract/land.ts';
import { Office } from './contract/places.ts';

const officer = actor('evaluation_officer');
const at = (path: string) => `/zones/home${path}`;
const NOBODY = '00000000-0000-7000-8000-000000000000';
let app: TestApp;
let enterprise: Enterprise;

beforeAll(async () => {
  app = await testApp();
  const input = { credit_code: creditCode(1), name: '云亩机械有限公司' };
  enterprise = (await app.call(officer, 'POST', at('/enterprises'), input)).as(Enterprise);
});
afterAll(() => app.close());

const Entries = z.looseObject({
  items: z.array(z.looseObject({ action: z.string(), details: z.record(z.string(), z.unknown()) })),
});

async function lastEntry() {
  const { body } = await app.call(actor('audit_admin'), 'GET', at('/audit?limit=1'));
  return Entries.parse(body).items[0];
}

describe('an office', () => {
  test('is renamed once per version, and the log has both names', async () => {
    const input = { code: 'tax', name: '税务局' };
    const office = (await app.call(officer, 'POST', at('/offices'), input)).as(Office);
    const path = at(`/offices/${office.office_id}`);
    const change = { ...office, name: '税务分局' };
    const after = (await app.call(officer, 'PUT', path, change)).as(Office);
    expect(after).toEqual({ ...change, version: 2 });
    expect(await app.call(officer, 'PUT', path, change)).toMatchObject({ status: 409 });
    expect(await lastEntry()).toMatchObject({
      action: 'update_office',
      details: { changed: { name: { from: '税务局', to: '税务分局' } } },
    });
  });

  test('takes nobody else’s code, and must exist', async () => {
    const stats = { code: 'stats', name: '统计局' };
    const office = (await app.call(officer, 'POST', at('/offices'), stats)).as(Office);
    const taken = { ...office, code: 'tax' };
    expect(await app.call(officer, 'PUT', at(`/offices/${office.office_id}`), taken)).toMatchObject({
      status: 409,
      body: { code: 'office_exists' },
    });
    expect(await app.call(officer, 'PUT', at(`/offices/${NOBODY}`), taken)).toMatchObject({
      status: 404,
    });
    expect((await app.call(actor('leader'), 'PUT', at(`/offices/${NOBODY}`), taken)).status).toBe(403);
  });
});

describe('a parcel', () => {
  const INPUT = {
    code: 'Z001',
    park_id: null,
    area_mu: 12.5,
    use_type: '工业用地',
    owner_id: null,
    title_number: null,
    plot_ratio: null,
    polygon: null,
  };

  test('is changed once per version, with what changed and why in the log', async () => {
    const parcel = (await app.call(officer, 'POST', at('/parcels'), INPUT)).as(Parcel);
    const path = at(`/parcels/${parcel.parcel_id}`);
    const change = { ...INPUT, area_mu: 13, owner_id: enterprise.enterprise_id, version: 1, reason: '复测' };
    const after = (await app.call(officer, 'PUT', path, change)).as(Parcel);
    expect(after).toMatchObject({ area_mu: 13, owner_id: enterprise.enterprise_id, version: 2 });
    expect(await app.call(officer, 'PUT', path, change)).toMatchObject({
      status: 409,
      body: { code: 'changed_meanwhile' },
    });
    expect(await lastEntry()).toMatchObject({
      action: 'update_parcel',
      details: { reason: '复测', changed: { area_mu: { from: 12.5, to: 13 } } },
    });
  });

  test('of nobody, or with an owner who does not exist, is not found', async () => {
    const change = { ...INPUT, code: 'Z002', version: 1 };
    expect(await app.call(officer, 'PUT', at(`/parcels/${NOBODY}`), change)).toMatchObject({
      status: 404,
      body: { code: 'parcel_not_found' },
    });
    const parcel = (await app.call(officer, 'POST', at('/parcels'), { ...INPUT, code: 'Z003' })).as(Parcel);
    const stranger = { ...INPUT, code: 'Z003', owner_id: NOBODY, version: 1 };
    expect(await app.call(officer, 'PUT', at(`/parcels/${parcel.parcel_id}`), stranger)).toMatchObject({
      body: { code: 'registry_reference_not_found' },
    });
    const same = { ...INPUT, code: 'Z001', version: 1 };
    expect(await app.call(officer, 'PUT', at(`/parcels/${parcel.parcel_id}`), same)).toMatchObject({
      status: 409,
      body: { code: 'parcel_exists' },
    });
  });
});

describe('the boundary of a parcel', () => {
  // 0.01° by 0.01° at 35.4° north: 1.0078 km².
  const ring = [
    [116.6, 35.4],
    [116.61, 35.4],
    [116.61, 35.41],
    [116.6, 35.41],
    [116.6, 35.4],
  ];
  const input = {
    code: 'Z100',
    park_id: null,
    area_mu: 1511,
    use_type: '工业用地',
    owner_id: null,
    title_number: null,
    plot_ratio: null,
    polygon: { type: 'Polygon', coordinates: [ring] },
  };

  test('gives its area, and a warning when the stated one is another', async () => {
    const parcel = (await app.call(officer, 'POST', at('/parcels'), input)).as(Parcel);
    expect(parcel.polygon_area_mu).toBeGreaterThan(1500);
    expect(parcel.polygon_area_mu).toBeLessThan(1520);
    expect(parcel.findings).toEqual([]);
    const change = { ...input, area_mu: 1000, version: 1 };
    await app.call(officer, 'PUT', at(`/parcels/${parcel.parcel_id}`), change);
    const { items } = (await app.call(actor('leader'), 'GET', at('/parcels'))).as(
      z.strictObject({ items: z.array(ListedParcel) }),
    );
    expect(items.find(({ code }) => code === 'Z100')?.findings).toMatchObject([
      { code: 'parcel_area_differs', params: { stated: 1000, limit: 5 } },
    ]);
    expect(items.find(({ code }) => code === 'Z001')).toMatchObject({ polygon_area_mu: null, findings: [] });
  });
});

describe('the list of parcels', () => {
  test('names owners, and counts who leases there today, not who did', async () => {
    const owner_id = enterprise.enterprise_id;
    const input = { code: 'Z200', park_id: null, area_mu: 30, use_type: '工业用地', owner_id };
    const rest = { title_number: null, plot_ratio: null, polygon: null };
    const { parcel_id } = (await app.call(officer, 'POST', at('/parcels'), { ...input, ...rest })).as(Parcel);
    for (const [n, ends_on] of [
      [2, null],
      [3, '2001-12-31'],
    ] as const) {
      const firm = { credit_code: creditCode(n), name: `承租${n}` };
      const tenant = (await app.call(officer, 'POST', at('/enterprises'), firm)).as(Enterprise);
      const lease = { parcel_id, kind: 'lease_in', counterpart_id: owner_id, land_area_mu: 5 };
      const terms = { floor_area_m2: null, plot_ratio: null, under_construction_mu: 0, not_usable_mu: 0 };
      const days = { starts_on: '2001-01-01', ends_on };
      const path = at(`/enterprises/${tenant.enterprise_id}/occupancies`);
      expect((await app.call(officer, 'POST', path, { ...lease, ...terms, ...days })).status).toBe(201);
      expect((await app.call(officer, 'GET', path)).body).toMatchObject({
        items: [{ counterpart_name: enterprise.name }],
      });
    }
    const { items } = (await app.call(officer, 'GET', at(`/parcels?owner_id=${owner_id}`))).as(
      z.strictObject({ items: z.array(ListedParcel) }),
    );
    expect(items.find(({ code }) => code === 'Z200')).toMatchObject({
      parcel_id,
      owner_name: enterprise.name,
      tenants: 1,
    });
  });
});

describe('a use of land', () => {
  const INPUT = {
    parcel_id: null,
    kind: 'own',
    counterpart_id: null,
    land_area_mu: 20,
    floor_area_m2: null,
    plot_ratio: null,
    under_construction_mu: 0,
    not_usable_mu: 0,
    starts_on: '2020-01-01',
    ends_on: null,
    tenant_rule: null,
  };

  test('ends once per version; its faults are those of a new one', async () => {
    const list = at(`/enterprises/${enterprise.enterprise_id}/occupancies`);
    const use = (await app.call(officer, 'POST', list, INPUT)).as(Occupancy);
    const path = at(`/occupancies/${use.occupancy_id}`);
    const change = { ...INPUT, ends_on: '2025-06-30', version: 1, reason: '已出让' };
    const after = (await app.call(officer, 'PUT', path, change)).as(Occupancy);
    expect(after).toEqual({ ...use, ends_on: '2025-06-30', version: 2 });
    expect((await app.call(officer, 'PUT', path, change)).status).toBe(409);
    const faults = [
      [{ land_area_mu: null }, 'occupancy_without_area'],
      [{ ends_on: '2019-12-31' }, 'occupancy_ends_before_it_starts'],
      [{ counterpart_id: enterprise.enterprise_id }, 'lease_with_itself'],
      [{ tenant_rule: 'merged' }, 'tenant_rule_without_lease'],
    ] as const;
    for (const [fault, code] of faults)
      expect(await app.call(officer, 'PUT', path, { ...change, version: 2, ...fault })).toMatchObject({
        status: 422,
        body: { code },
      });
    expect((await app.call(officer, 'GET', list)).body).toEqual({
      items: [{ ...after, counterpart_name: null }],
    });
    expect(await lastEntry()).toMatchObject({
      action: 'update_occupancy',
      details: { reason: '已出让', changed: { ends_on: { from: null, to: '2025-06-30' } } },
    });
  });

  test('of another zone does not exist here', async () => {
    const path = `/zones/other/occupancies/${NOBODY}`;
    expect(await app.call(officer, 'PUT', path, { ...INPUT, version: 1 })).toMatchObject({
      status: 404,
      body: { code: 'occupancy_not_found' },
    });
  });
});
