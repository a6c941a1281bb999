import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Role } from '#core/roles.ts';
import { unpackCapsule } from '#platform/files/capsule-file.ts';
import { verifyCapsule } from '#engine/proof/capsule.ts';
import { actor } from '#test/kit/app.ts';
import { finishedZone, type FinishedZone } from '#test/kit/finished-zone.ts';

let zone: FinishedZone;
let capsule = '';
let dataset = '';
beforeAll(async () => {
  zone = await finishedZone({ until: 'frozen' });
  capsule = `/runs/${await zone.run(zone.before)}/capsule`;
  dataset = `/evaluations/${zone.before}/dataset`;
}, 60_000);
afterAll(() => zone.close());

const showTo = (roles: readonly Role[]) =>
  zone.app.database.pool.query(
    `update item set visible_to = $1 where zone_id = 'home' and item_id = 'energy'`,
    [roles],
  );
const get = (role: Role, path: string, headers: Record<string, string> = {}) =>
  zone.app.app.request(`/api/zones/home${path}`, {
    headers: { 'x-test-actor': encodeURIComponent(JSON.stringify(actor(role))), ...headers },
  });

describe('figures of an item that is hidden from a role', () => {
  test('are in no dataset and no capsule that the role gets; it is told which item', async () => {
    await showTo(['park_manager']);
    for (const [role, path] of [
      ['leader', dataset],
      ['leader', capsule],
      ['audit_admin', capsule],
    ] as const) {
      const response = await get(role, path);
      expect([role, path, response.status]).toEqual([role, path, 403]);
      expect(await response.json()).toMatchObject({
        code: 'inputs_hidden',
        title: expect.stringContaining('综合能耗') as string,
      });
    }
  });

  test('are not even confirmed to a role that knows the hash of the dataset', async () => {
    const etag = (await get('evaluation_officer', dataset)).headers.get('etag') ?? '';
    expect(etag).not.toBe('');
    expect((await get('leader', dataset, { 'if-none-match': etag })).status).toBe(403);
  });

  test('are there for officers, and a capsule still verifies', async () => {
    expect((await get('evaluation_officer', dataset)).status).toBe(200);
    const bytes = new Uint8Array(await (await get('evaluation_officer', capsule)).arrayBuffer());
    expect(verifyCapsule(unpackCapsule(bytes, 'capsule.zip')).faults).toEqual([]);
  });

  test('are there for roles that the item names, and for no others', async () => {
    await showTo(['leader']);
    expect((await get('leader', dataset)).status).toBe(200);
    expect((await get('leader', capsule)).status).toBe(200);
    expect((await get('audit_admin', capsule)).status).toBe(403);
    await showTo(['leader', 'audit_admin']);
    expect((await get('audit_admin', capsule)).status).toBe(200);
    for (const role of ['data_officer', 'park_manager', 'enterprise_user', 'expert'] as const)
      for (const path of [dataset, capsule]) expect((await get(role, path)).status).toBe(403);
  });

  test('are not part of verifying: whether a stored run is right gives no figure away', async () => {
    await showTo(['park_manager']);
    const path = capsule.replace(/capsule$/, 'verify');
    expect(await (await get('audit_admin', path)).json()).toEqual({ ok: true, fault: null, position: null });
  });
});
