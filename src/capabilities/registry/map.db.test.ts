import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actor, type TestApp, testApp } from '#test/kit/app.ts';
import { Enterprise } from './contract/enterprises.ts';
import { Occupancy, Parcel } from './contract/land.ts';
import { ParcelMap, ZoneMap } from './contract/map.ts';
import { Park } from './contract/places.ts';
import { creditCode } from '#seed/credit-codes.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

const officer = actor('evaluation_officer');
const at = (path: string) => `/zones/home${path}`;
const square = (x: number) => ({
  type: 'Polygon' as const,
  coordinates: [
    [
      [x, 35],
      [x + 1, 35],
      [x + 1, 36],
      [x, 35],
    ],
  ],
});
const collection = (name: string) => ({
  type: 'FeatureCollection',
  features: [
    { type: 'Feature', geometry: square(122), properties: { kind: 'water', name } },
    {
      type: 'Feature',
      geometry: {
        type: 'LineString',
        coordinates: [
          [122, 35],
          [123, 35],
        ],
      },
      properties: { kind: 'road', name: null },
    },
  ],
});

describe('the map of a zone', () => {
  test('is empty at first, then what an officer brought', async () => {
    const leader = actor('leader');
    expect((await app.call(leader, 'GET', at('/map'))).as(ZoneMap)).toMatchObject({ version: 0 });
    const put = await app.call(officer, 'PUT', at('/map'), { map: collection('镜湖'), version: 0 });
    expect(put.as(ZoneMap)).toMatchObject({ version: 1, map: collection('镜湖') });
    const seen = await app.call(actor('enterprise_user'), 'GET', at('/map'));
    expect(seen.as(ZoneMap).map).toEqual(collection('镜湖'));
    expect((await app.call(leader, 'GET', '/zones/other/map')).as(ZoneMap).map.features).toEqual([]);
  });

  test('is replaced on the version that was seen, and the log says so', async () => {
    const second = { map: collection('澄湖'), version: 1 };
    expect((await app.call(officer, 'PUT', at('/map'), second)).status).toBe(200);
    expect((await app.call(officer, 'PUT', at('/map'), second)).status).toBe(409);
    expect((await app.call(officer, 'PUT', at('/map'), { ...second, version: 0 })).status).toBe(409);
    const { rows } = await app.database.pool.query(
      `select details -> 'version' as version from audit_entry
       where zone_id = 'home' and action = 'replace_zone_map' order by seq`,
    );
    expect(rows).toEqual([{ version: 1 }, { version: 2 }]);
  });

  test('takes neither strangers, nor what is no map, nor one that is too large', async () => {
    expect(
      (await app.call(actor('leader'), 'PUT', at('/map'), { map: collection('湖'), version: 2 })).status,
    ).toBe(403);
    const [feature] = collection('湖').features;
    const faulty = { ...feature, properties: { kind: 'volcano', name: null } };
    const map = { type: 'FeatureCollection', features: [faulty] };
    expect((await app.call(officer, 'PUT', at('/map'), { map, version: 2 })).status).toBe(400);
    const line = Array.from({ length: 5000 }, (_, i) => [122.123456 + i / 1e5, 35.123456]);
    const large = {
      type: 'FeatureCollection',
      features: Array.from({ length: 30 }, () => ({
        type: 'Feature',
        geometry: { type: 'LineString', coordinates: line },
        properties: { kind: 'road', name: null },
      })),
    };
    expect(await app.call(officer, 'PUT', at('/map'), { map: large, version: 2 })).toMatchObject({
      status: 422,
      body: { code: 'zone_map_too_large' },
    });
  });
});

describe('the parcels as one collection', () => {
  test('are those within reach: the zone sees all, a park its own, an enterprise what it owns or uses', async () => {
    const parks: Park[] = [];
    for (const code of ['P1', 'P2']) {
      const park = { code, name: code, kind: 'science', area_mu: 100 };
      parks.push((await app.call(officer, 'POST', at('/parks'), park)).as(Park));
    }
    const firms: Enterprise[] = [];
    for (const n of [1, 2]) {
      const firm = { credit_code: creditCode(n), name: `企业${n}`, park_id: parks[0]?.park_id };
      firms.push((await app.call(officer, 'POST', at('/enterprises'), firm)).as(Enterprise));
    }
    const parcels: Parcel[] = [];
    for (const [i, park] of [parks[0], parks[0], parks[1]].entries()) {
      const parcel = {
        code: `宗地${i}`,
        park_id: park?.park_id,
        area_mu: 10,
        use_type: '工业用地',
        owner_id: i === 0 ? firms[0]?.enterprise_id : null,
        title_number: null,
        plot_ratio: null,
        polygon: square(122 + i),
      };
      parcels.push((await app.call(officer, 'POST', at('/parcels'), parcel)).as(Parcel));
    }
    const lease = {
      parcel_id: parcels[1]?.parcel_id,
      kind: 'lease_in',
      counterpart_id: null,
      land_area_mu: 1,
      floor_area_m2: null,
      plot_ratio: null,
      under_construction_mu: 0,
      not_usable_mu: 0,
      starts_on: '2024-01-01',
      ends_on: null,
    };
    const tenancy = at(`/enterprises/${firms[0]?.enterprise_id}/occupancies`);
    (await app.call(officer, 'POST', tenancy, lease)).as(Occupancy);

    const codes = async (who: ReturnType<typeof actor>, query = '') => {
      const map = (await app.call(who, 'GET', at(`/parcels/map${query}`))).as(ParcelMap);
      return map.features.map(({ properties }) => properties.code);
    };
    expect(await codes(officer)).toEqual(['宗地0', '宗地1', '宗地2']);
    expect(await codes(officer, `?park_id=${parks[1]?.park_id}`)).toEqual(['宗地2']);
    expect(await codes(actor('park_manager', { parkIds: [parks[1]?.park_id ?? ''] }))).toEqual(['宗地2']);
    const own = (id = '') => actor('enterprise_user', { enterpriseIds: [id] });
    expect(await codes(own(firms[0]?.enterprise_id))).toEqual(['宗地0', '宗地1']);
    expect(await codes(own(firms[1]?.enterprise_id))).toEqual([]);
    const listed = await app.call(own(firms[1]?.enterprise_id), 'GET', at('/parcels'));
    expect(listed.body).toEqual({ items: [] });
    expect(app.errors).toEqual([]);
  });
});
