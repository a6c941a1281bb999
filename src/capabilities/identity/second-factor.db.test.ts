import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ADMIN_ROLES } from '#core/roles.ts';
import { removeSecondFactor } from '#platform/auth/accounts.ts';
import { readConfig } from '#server/config.ts';
import { type Client, PASSWORD, signedInApp } from '#test/kit/signed-in-app.ts';
import { totp } from '#test/kit/totp.ts';

type App = Awaited<ReturnType<typeof signedInApp>>;
const ME = '/zones/home/me';
const REQUIRED = { status: 403, body: { code: 'second_factor_required' } };

async function enrol(client: Client): Promise<string> {
  const enabled = await client.post('/auth/two-factor/enable', { password: PASSWORD });
  const { totpURI } = enabled.body as { totpURI: string };
  const secret = new URL(totpURI).searchParams.get('secret') ?? '';
  expect((await client.post('/auth/two-factor/verify-totp', { code: totp(secret) })).status).toBe(200);
  return secret;
}

describe('where nothing is set', () => {
  let app: App;
  const ids = new Map<string, string>();
  beforeAll(async () => {
    app = await signedInApp();
    for (const role of [...ADMIN_ROLES, 'leader'] as const) ids.set(role, await app.member(role, role));
    await app.database.pool.query(`update zone set synthetic = false where zone_id = 'home'`);
  });
  afterAll(() => app.close());

  async function signedInAs(name: string): Promise<Client> {
    const client = app.client();
    expect((await client.signIn(name)).status).toBe(200);
    return client;
  }

  test.each(ADMIN_ROLES)('a %s may do nothing but enrol', async (role) => {
    const client = await signedInAs(role);
    for (const path of [ME, '/zones/home/members', '/zones/home/audit'])
      expect(await client.get(path)).toMatchObject(REQUIRED);
    const secret = await enrol(client);
    expect(await client.get(ME)).toMatchObject({ status: 200, body: { role } });

    const again = await signedInAs(role);
    expect((await again.get(ME)).status).toBe(401);
    expect((await again.post('/auth/two-factor/verify-totp', { code: totp(secret) })).status).toBe(200);
    expect((await again.get(ME)).status).toBe(200);
  });

  test('who gives the second factor up is stopped with the next request, and so is who lost it', async () => {
    const [system, audit] = [ids.get('system_admin') ?? '', ids.get('audit_admin') ?? ''];
    for (const id of [system, audit]) await removeSecondFactor(app.database.pool, id);
    const client = await signedInAs('system_admin');
    expect(await client.get(ME)).toMatchObject(REQUIRED);
    await enrol(client);
    expect((await client.post('/auth/two-factor/disable', { password: PASSWORD })).status).toBe(200);
    expect(await client.get(ME)).toMatchObject(REQUIRED);
  });

  test('others need none, nor does anybody in a demonstration zone', async () => {
    expect((await (await signedInAs('leader')).get(ME)).status).toBe(200);
    await app.database.pool.query(`update zone set synthetic = true where zone_id = 'home'`);
    expect((await (await signedInAs('audit_admin')).get(ME)).status).toBe(200);
    await app.database.pool.query(`update zone set synthetic = false where zone_id = 'home'`);
  });

  test('a new password comes first', async () => {
    await app.database.pool.query(`update auth_security set must_change = true where user_id = $1`, [
      ids.get('audit_admin'),
    ]);
    const client = await signedInAs('audit_admin');
    expect(await client.get(ME)).toMatchObject({ body: { code: 'password_change_required' } });
    const body = { currentPassword: PASSWORD, newPassword: 'Orange-Meadow-17' };
    expect((await client.post('/auth/change-password', body)).status).toBe(200);
    expect(await client.get(ME)).toMatchObject(REQUIRED);
  });
});

describe('where roles are set', () => {
  let app: App;
  beforeAll(async () => {
    app = await signedInApp({ secondFactor: ['expert'] });
    await app.member('expert', 'expert');
    await app.member('auditor', 'audit_admin');
    await app.database.pool.query(`update zone set synthetic = false where zone_id = 'other'`);
  });
  afterAll(() => app.close());

  test('they need one and nobody else, in every zone', async () => {
    const [expert, auditor] = [app.client(), app.client()];
    await expert.signIn('expert');
    await auditor.signIn('auditor');
    expect(await expert.get(ME)).toMatchObject(REQUIRED);
    expect((await auditor.get(ME)).status).toBe(200);
  });
});

describe('the setting', () => {
  const settingOf = (text: string | undefined) => readConfig({ MUJUN_SECOND_FACTOR: text }).secondFactor;

  test('is a list of roles, or none, or left to the product', () => {
    expect(settingOf(undefined)).toBeUndefined();
    expect(settingOf('none')).toEqual([]);
    expect(settingOf('audit_admin, leader')).toEqual(['audit_admin', 'leader']);
  });

  test.each(['', 'admin', 'leader,'])('is refused when it says %j', (text) => {
    expect(() => settingOf(text)).toThrow('setting_invalid');
  });
});
