import { readdir } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { Product } from '#capabilities/registry/contract/product.ts';
import { createZone } from '#capabilities/registry/service/zones.ts';
import { actor } from '#test/kit/app.ts';
import { finishedZone, type FinishedZone } from '#test/kit/finished-zone.ts';
import { readConfig } from './config.ts';

let zone: FinishedZone;
beforeAll(async () => {
  zone = await finishedZone({ until: 'draft' });
}, 60_000);
afterAll(() => zone.close());

describe('the product', () => {
  test('tells anybody which zones have something to show, and no others', async () => {
    const { database } = zone.app;
    await createZone(database, { zone: 'quiet', name: '尚未公布的开发区', synthetic: false });
    await database.pool.query(`update zone set synthetic = false where zone_id in ('home', 'other')`);
    const product = (await zone.app.call(undefined, 'GET', '/product')).as(Product);
    expect(product).toEqual({
      version: '0.0.0',
      demo: null,
      single_sign_on: false,
      zones: [{ zone: 'home', name: '测试开发区', synthetic: false }],
    });
  });

  test('counts as in production where the environment says so', () => {
    expect(readConfig({ NODE_ENV: 'production', MUJUN_DEMO: 'yes' })).toMatchObject({ production: true });
    expect(readConfig({})).toMatchObject({ production: false, demo: true });
    // Accounts with a well-known password are not made unasked.
    expect(readConfig({ NODE_ENV: 'production' })).toMatchObject({ production: true, demo: false });
  });
});

describe('answers', () => {
  const get = (path: string, headers: Record<string, string>) =>
    zone.app.app.request(`/api${path}`, {
      headers: { 'x-test-actor': encodeURIComponent(JSON.stringify(actor('leader'))), ...headers },
    });

  test('that are large are packed for those who understand it', async () => {
    const path = '/zones/home/enterprises?limit=100';
    const plain = await get(path, {});
    const packed = await get(path, { 'accept-encoding': 'gzip, deflate, br' });
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(packed.headers.get('content-encoding')).toBe('gzip');
    expect(packed.headers.get('vary')).toContain('accept-encoding');
    expect(packed.headers.get('x-request-id')).not.toBeNull();
    const text = gunzipSync(Buffer.from(await packed.arrayBuffer())).toString();
    expect(JSON.parse(text)).toEqual(await plain.json());
  });

  test('that are small, and files, go as they are', async () => {
    const small = await get('/zones/home/periods', { 'accept-encoding': 'gzip' });
    expect(small.headers.get('content-encoding')).toBeNull();
    expect(z.object({ items: z.array(z.unknown()) }).parse(await small.json()).items).toHaveLength(2);
    const file = await get('/zones/home/enterprises/export?format=csv', { 'accept-encoding': 'gzip' });
    expect(file.headers.get('content-encoding')).toBeNull();
    expect(Number(file.headers.get('content-length'))).toBe((await file.arrayBuffer()).byteLength);
  });

  test('nobody reads leave no file behind', async () => {
    const { services, database } = zone.app;
    // More than a stream takes in before somebody reads it.
    await database.pool.query(
      `insert into enterprise (zone_id, enterprise_id, credit_code, name)
       select 'other', gen_random_uuid(), 'code-' || n, repeat('长', 80) || n from generate_series(1, 3000) n`,
    );
    const headers = { 'x-test-actor': encodeURIComponent(JSON.stringify(actor('leader'))) };
    const path = '/api/zones/other/enterprises/export?format=csv';
    expect((await zone.app.app.request(path, { method: 'HEAD', headers })).status).toBe(200);
    await expect.poll(() => readdir(services.scratch)).toEqual([]);
  });

  test('that refuse say so with their status', async () => {
    const refused = await get('/zones/home/audit/verify', { 'accept-encoding': 'gzip' });
    expect(refused.status).toBe(403);
    expect(refused.headers.get('content-type')).toContain('application/problem+json');
  });
});
