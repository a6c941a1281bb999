import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { uuidV7 } from '#core/ids.ts';
import { ADMIN_ROLES } from '#core/roles.ts';
import { type Client, PASSWORD, signedInApp } from '#test/kit/signed-in-app.ts';
import { Membership, Session, Token } from './contract.ts';

let app: Awaited<ReturnType<typeof signedInApp>>;
let [system, security, audit]: Client[] = [];
const OFFICE = uuidV7(1, new Uint8Array(10));
const MEMBERS = '/zones/home/members';

beforeAll(async () => {
  app = await signedInApp();
  await app.database.pool.query(
    `insert into office (zone_id, office_id, code, name) values ('home', $1, 'tax', '税务局')`,
    [OFFICE],
  );
  for (const role of ADMIN_ROLES) await app.member(role, role);
  [system, security, audit] = await Promise.all(ADMIN_ROLES.map((role) => signedInAs(role)));
});
afterAll(() => app.close());

async function signedInAs(username: string, password = PASSWORD): Promise<Client> {
  const client = app.client();
  expect((await client.signIn(username, password)).status).toBe(200);
  return client;
}

type Proposed = { membership: Membership; one_time_password: string };
async function propose(username: string, more: object = {}): Promise<Proposed> {
  const answer = await system?.post(MEMBERS, { username, name: username, role: 'leader', ...more });
  expect(answer?.status).toBe(201);
  return answer?.body as Proposed;
}

const grant = (who: Client | undefined, { user_id: id, version }: Membership) =>
  who?.post(`${MEMBERS}/${id}/approve`, { version });
const end = ({ user_id: id, version }: Membership) => security?.post(`${MEMBERS}/${id}/end`, { version });

describe('an account', () => {
  test('takes three hands: one asks, another grants, the third sees it; then its owner sets the password', async () => {
    const { membership, one_time_password: once } = await propose('wang.fang');
    const person = await signedInAs('wang.fang', once);
    expect(await person.get('/zones/home/me')).toMatchObject({ status: 403, body: { code: 'not_a_member' } });
    expect((await grant(system, membership))?.status).toBe(403);
    expect((await grant(audit, membership))?.status).toBe(403);
    const granted = await grant(security, membership);
    expect(Membership.parse(granted?.body)).toMatchObject({ state: 'active', role: 'leader' });
    expect(await person.get('/zones/home/me')).toMatchObject({ body: { code: 'password_change_required' } });
    const body = { currentPassword: once, newPassword: 'Orange-Meadow-17' };
    expect((await person.post('/auth/change-password', body)).status).toBe(200);
    expect(await person.get('/zones/home/me')).toMatchObject({ status: 200, body: { role: 'leader' } });
    expect(await person.get('/zones/other/me')).toMatchObject({
      status: 403,
      body: { code: 'not_a_member' },
    });
    expect(await person.get('/me')).toMatchObject({ body: { zones: [{ zone: 'home', role: 'leader' }] } });
    const people = (await person.get('/zones/home/people')).body as { items: object[] };
    expect(people.items).toContainEqual({
      user_id: membership.user_id,
      name: 'wang.fang',
      role: 'leader',
    });
    const seen = await audit?.get(MEMBERS);
    expect(JSON.stringify(seen?.body)).toContain('wang.fang');
    expect((await audit?.get('/zones/home/audit?action=approve_member'))?.status).toBe(200);
  });

  test('of which the application and the database both say: nobody grants to himself', async () => {
    const { membership } = await propose('li.na');
    for (const forbidden of [sql`user_id`, sql`proposed_by`]) {
      const byHand = sql`update membership set approved_by = ${forbidden} where user_id = ${membership.user_id}`;
      await expect(byHand.execute(app.database.kysely)).rejects.toThrow(/check constraint/);
    }
  });

  test('has one role in a zone and may have another elsewhere', async () => {
    await app.member('zhao.lei', 'expert', 'other');
    const { membership, one_time_password: once } = await propose('zhao.lei');
    expect(once).toBeNull();
    const again = await system?.post(MEMBERS, { username: 'zhao.lei', name: 'x', role: 'expert' });
    expect(again).toMatchObject({ status: 409, body: { code: 'member_exists' } });
    await grant(security, membership);
    const person = await signedInAs('zhao.lei');
    expect(await person.get('/zones/home/me')).toMatchObject({ body: { role: 'leader' } });
    expect(await person.get('/zones/other/me')).toMatchObject({ body: { role: 'expert' } });
  });

  test('whose role ended is out at once, and comes back only by the same way', async () => {
    const { membership } = await propose('sun.hao');
    const granted = Membership.parse((await grant(security, membership))?.body);
    await app.database.pool.query(`update auth_security set must_change = false where user_id = $1`, [
      membership.user_id,
    ]);
    const person = await signedInAs('sun.hao', await knownPassword(membership.user_id));
    expect((await person.get('/zones/home/me')).status).toBe(200);
    expect((await end(membership))?.status).toBe(409);
    expect((await end(granted))?.status).toBe(200);
    expect((await person.get('/zones/home/me')).status).toBe(403);
    const anew = await propose('sun.hao', { role: 'data_officer', office_id: OFFICE });
    expect(anew.membership).toMatchObject({ state: 'proposed', role: 'data_officer', approved_by: null });
    expect((await person.get('/zones/home/me')).status).toBe(403);
    await grant(security, anew.membership);
    expect(await person.get('/zones/home/me')).toMatchObject({ body: { office_id: OFFICE } });
  });

  test('is not left behind by a proposal that could not be', async () => {
    const body = {
      username: 'qian.yi',
      name: 'x',
      role: 'data_officer',
      office_id: uuidV7(2, new Uint8Array(10)),
    };
    expect((await system?.post(MEMBERS, body))?.status).toBe(404);
    expect((await system?.post(MEMBERS, { ...body, office_id: null }))?.status).toBe(422);
    await propose('qian.yi', { role: 'data_officer', office_id: OFFICE });
  });

  test('of an administrator is not for another to take over or to stop', async () => {
    for (const path of ['reset-password', 'disable']) {
      const id = await userId('security_admin');
      const answer = await system?.post(`${MEMBERS}/${id}/${path}`, { disabled: true });
      expect(answer).toMatchObject({ status: 422, body: { code: 'account_of_administrator' } });
    }
    const members = (await audit?.get(MEMBERS))?.body as { items: Membership[] } | undefined;
    const last = members?.items.find(({ role }) => role === 'audit_admin');
    expect(last && (await end(last))).toMatchObject({ status: 422, body: { code: 'last_administrator' } });
  });

  test('gets a new password, is unlocked, disabled and enabled by the system administrator', async () => {
    const { membership } = await propose('zhou.jie');
    const granted = Membership.parse((await grant(security, membership))?.body);
    const path = `${MEMBERS}/${granted.user_id}`;
    for (let n = 0; n < 6; n += 1) await app.client().signIn('zhou.jie', 'Wrong-Password-1');
    expect((await system?.post(`${path}/unlock`))?.status).toBe(200);
    const reset = (await system?.post(`${path}/reset-password`))?.body as Proposed;
    const person = await signedInAs('zhou.jie', reset.one_time_password);
    expect((await system?.post(`${path}/disable`, { disabled: true }))?.status).toBe(200);
    expect((await person.get('/me')).status).toBe(401);
    expect((await person.signIn('zhou.jie', reset.one_time_password)).status).toBe(403);
    expect((await system?.post(`${path}/disable`, { disabled: false }))?.status).toBe(200);
    expect((await person.signIn('zhou.jie', reset.one_time_password)).status).toBe(200);
    const sessions = (await security?.get(`${path}/sessions`))?.body as { items: unknown[] } | undefined;
    expect(sessions?.items.map((item) => Session.parse(item))).toHaveLength(1);
    expect((await security?.post(`${path}/sessions/end`))?.status).toBe(200);
    expect((await person.get('/me')).status).toBe(401);
    expect(await app.audit('home')).toContain('disable_account done system_admin');
  });

  test('of another zone does not exist here', async () => {
    const stranger = await app.member('far.away', 'leader', 'other');
    for (const path of ['reset-password', 'unlock', 'sessions/end'])
      expect((await system?.post(`${MEMBERS}/${stranger}/${path}`))?.status).toBe(404);
    expect((await security?.get(`${MEMBERS}/${stranger}/sessions`))?.body).toEqual({ items: [] });
    expect((await system?.get('/zones/other/members'))?.status).toBe(403);
  });
});

describe('a token', () => {
  const issue = async (scopes: string[]) => {
    const body = { name: '税务接口', scopes, office_id: OFFICE, days: 30 };
    const answer = await security?.post('/zones/home/tokens', body);
    expect(answer?.status).toBe(201);
    const issued = answer?.body as { token: unknown; secret: string } | undefined;
    return { token: Token.parse(issued?.token), secret: issued?.secret ?? '' };
  };
  const bearer = (secret: string) => ({ authorization: `Bearer ${secret}` });

  test('opens what its scopes say and nothing else, in its zone only', async () => {
    const { secret } = await issue(['registry:read']);
    expect(secret).toMatch(/^mj_[0-9a-f]{64}$/);
    const machine = app.client();
    expect((await machine.get('/zones/home/enterprises', bearer(secret))).status).toBe(200);
    expect((await machine.get('/zones/home/members', bearer(secret))).status).toBe(403);
    expect((await machine.get('/zones/home/me', bearer(secret))).status).toBe(403);
    expect((await machine.get('/me', bearer(secret))).status).toBe(401);
    expect((await machine.get('/zones/other/enterprises', bearer(secret))).status).toBe(401);
    const other = await issue(['results:read']);
    expect((await machine.get('/zones/home/enterprises', bearer(other.secret))).status).toBe(403);
  });

  test('is kept as a hash, ends when revoked or old, and is issued by the security administrator only', async () => {
    const { token, secret } = await issue(['registry:read']);
    const get = () => app.client().get('/zones/home/enterprises', bearer(secret));
    expect((await get()).status).toBe(200);
    const { rows } = await app.database.pool.query(
      `select row_to_json(t)::text as row from api_token t where token_id = $1`,
      [token.token_id],
    );
    expect(JSON.stringify(rows)).not.toContain(secret.slice(3));
    const before = app.clock.now;
    app.clock.now = () => new Date(Date.now() + 31 * 86_400_000);
    expect((await get()).status).toBe(401);
    app.clock.now = before;
    expect((await security?.post(`/zones/home/tokens/${token.token_id}/revoke`))?.status).toBe(200);
    expect((await get()).status).toBe(401);
    const body = { name: 'x', scopes: ['registry:read'], office_id: OFFICE, days: 30 };
    expect((await system?.post('/zones/home/tokens', body))?.status).toBe(403);
    expect((await security?.post('/zones/home/tokens', { ...body, days: 400 }))?.status).toBe(400);
    expect(await app.audit('home')).toContain('revoke_token done security_admin');
    expect(app.errors).toEqual([]);
  });
});

async function userId(username: string): Promise<string> {
  const { rows } = await app.database.pool.query<{ id: string }>(
    'select id from auth_user where username = $1',
    [username],
  );
  return rows[0]?.id ?? '';
}

/** As if the person had changed the one-time password: the hash of one we know. */
async function knownPassword(id: string): Promise<string> {
  await app.database.pool.query(
    `update auth_account set password = (select password from auth_account where "userId" = $2) where "userId" = $1`,
    [id, await userId('system_admin')],
  );
  return PASSWORD;
}
