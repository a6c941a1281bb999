import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Client, PASSWORD, signedInApp } from '#test/kit/signed-in-app.ts';

let app: Awaited<ReturnType<typeof signedInApp>>;
let leader: Client;
beforeAll(async () => {
  app = await signedInApp();
  await app.member('leader', 'leader');
  leader = app.client('192.0.2.80');
  await leader.signIn('leader');
});
afterAll(() => app.close());

type Entry = {
  actor_name: string;
  role: string;
  object_id: string;
  outcome: string;
  address: string;
  request_id: string;
  details: unknown;
};

async function refusals(zone: string): Promise<Entry[]> {
  const { rows } = await app.database.pool.query<Entry>(
    `select actor_name, role, object_id, outcome, address, request_id, details from audit_entry
     where zone_id = $1 and action = 'call_endpoint' order by seq`,
    [zone],
  );
  return rows;
}

describe('what somebody known was refused', () => {
  test('is in the log of the zone, with request, endpoint and address', async () => {
    const answer = await leader.get('/zones/home/audit', { 'x-request-id': 'request-of-test' });
    expect(answer.status).toBe(403);
    expect(await refusals('home')).toEqual([
      {
        actor_name: 'leader',
        role: 'leader',
        object_id: 'GET /zones/{zone}/audit',
        outcome: 'refused',
        address: '192.0.2.80',
        request_id: 'request-of-test',
        details: { code: 'forbidden', path: '/api/zones/home/audit', unwritten: 0 },
      },
    ]);
  });

  test('is written once a minute for each endpoint, whatever ids are in the path, and the rest is counted', async () => {
    const before = app.clock.now;
    const start = Date.now();
    app.clock.now = () => new Date(start);
    for (let n = 0; n < 9; n += 1)
      expect((await leader.post(`/zones/home/members/person-${n}/unlock`)).status).toBe(403);
    const unlocks = async () =>
      (await refusals('home'))
        .filter(({ object_id: id }) => id.endsWith('/unlock'))
        .map(({ details }) => details);
    expect(await unlocks()).toMatchObject([{ unwritten: 0 }]);
    app.clock.now = () => new Date(start + 61_000);
    await leader.post('/zones/home/members/person-9/unlock');
    expect(await unlocks()).toMatchObject([{ unwritten: 0 }, { unwritten: 8 }]);
    app.clock.now = before;
  });

  test('in a foreign zone is in the log of that zone, and of one that is not there in that of the system', async () => {
    expect((await leader.get('/zones/other/members')).status).toBe(403);
    for (const made of ['nowhere', 'no-where', 'elsewhere'])
      expect((await leader.get(`/zones/${made}/members`)).status).toBe(403);
    const expected = { actor_name: 'leader', role: 'public', details: { code: 'not_a_member' } };
    expect(await refusals('other')).toMatchObject([expected]);
    expect(await refusals('system')).toMatchObject([expected]);
  });

  test('of nobody, or because a password is old, is not', async () => {
    const before = (await refusals('home')).length;
    expect((await app.client().get('/zones/home/members')).status).toBe(401);
    const { pool } = app.database;
    await pool.query(`update auth_security set must_change = true`);
    expect((await leader.get('/zones/home/audit')).status).toBe(403);
    expect((await app.client().signIn('leader', PASSWORD)).status).toBe(200);
    expect((await refusals('home')).length).toBe(before);
    await pool.query(`update auth_security set must_change = false`);
  });

  test('leaves the chain whole', async () => {
    await app.member('auditor', 'audit_admin');
    const auditor = app.client();
    await auditor.signIn('auditor');
    expect(await auditor.get('/zones/home/audit/verify')).toMatchObject({ body: { ok: true } });
    expect(app.errors).toEqual([]);
  });
});
