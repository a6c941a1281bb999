import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Park } from './contract/places.ts';
import { actor, type TestApp, testApp } from '#test/kit/app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

const PARK = { code: 'P01', name: '装备制造园', kind: 'advanced_manufacturing', area_mu: 3200.5 };
const officer = actor('evaluation_officer');

describe('parks', () => {
  test('an officer adds one, and everybody at work sees it', async () => {
    const created = await app.call(officer, 'POST', '/zones/home/parks', PARK);
    expect(created.status).toBe(201);
    const { body } = await app.call(actor('leader'), 'GET', '/zones/home/parks');
    expect(body).toMatchObject({ items: [PARK] });
    expect(app.errors).toEqual([]);
  });

  test('keeps its boundary until another is drawn', async () => {
    const ring = [
      [122.6, 35.2],
      [122.61, 35.2],
      [122.61, 35.21],
      [122.6, 35.2],
    ];
    const boundary = { type: 'Polygon', coordinates: [ring] };
    const path = '/zones/home/parks';
    const drawn = await app.call(officer, 'POST', path, { ...PARK, code: 'P02', boundary });
    const { park_id } = drawn.as(Park);
    const renamed = { ...PARK, code: 'P02', name: '新材料园', park_id };
    const kept = await app.call(officer, 'PUT', `${path}/${park_id}`, { ...renamed, version: 1 });
    expect(kept.as(Park)).toMatchObject({ name: '新材料园', boundary, version: 2 });
    const gone = await app.call(officer, 'PUT', `${path}/${park_id}`, {
      ...renamed,
      boundary: null,
      version: 2,
    });
    expect(gone.as(Park).boundary).toBeNull();
    const open = { type: 'Polygon', coordinates: [ring.slice(0, 3)] };
    const refused = await app.call(officer, 'POST', path, { ...PARK, code: 'P03', boundary: open });
    expect(refused.status).toBe(400);
  });

  test('a code names one park', async () => {
    const again = await app.call(officer, 'POST', '/zones/home/parks', PARK);
    expect(again).toMatchObject({ status: 409, body: { code: 'park_exists', title: '园区代码“P01”已存在' } });
  });

  test('a fault is told with its field', async () => {
    const answer = await app.call(officer, 'POST', '/zones/home/parks', { ...PARK, area_mu: -1 });
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ path: ['area_mu'] }] } });
  });

  test('another zone has none of it', async () => {
    expect((await app.call(officer, 'GET', '/zones/other/parks')).body).toEqual({ items: [] });
  });

  test('nobody without the right adds one', async () => {
    expect((await app.call(undefined, 'POST', '/zones/home/parks', PARK)).status).toBe(401);
    expect((await app.call(actor('leader'), 'POST', '/zones/home/parks', PARK)).status).toBe(403);
  });
});
