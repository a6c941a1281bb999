import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAccount, setDisabled } from '#platform/auth/accounts.ts';
import { countAttempt, forgetAttempts } from '#platform/auth/attempts.ts';
import { PASSWORD, signedInApp } from '#test/kit/signed-in-app.ts';
import { totp } from '#test/kit/totp.ts';

let app: Awaited<ReturnType<typeof signedInApp>>;
beforeAll(async () => {
  app = await signedInApp();
});
afterAll(() => app.close());

const ME = '/zones/home/me';

describe('signing in', () => {
  test('makes a session with a cookie that scripts cannot read and that ends with the browser', async () => {
    await app.member('anna', 'leader');
    const browser = app.client();
    expect((await browser.get(ME)).status).toBe(401);
    const answer = await browser.signIn('Anna');
    expect(answer.status).toBe(200);
    const cookie = answer.cookies.find((line) => line.includes('session_token')) ?? '';
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Lax/i);
    expect(cookie).not.toMatch(/Max-Age/i);
    const me = await browser.get(ME);
    expect(me).toMatchObject({ status: 200, body: { name: 'anna', role: 'leader', zone: 'home' } });
  });

  test('gives a new session each time and takes none that was brought along', async () => {
    await app.member('bruno', 'leader');
    const browser = app.client();
    browser.jar.set('better-auth.session_token', 'brought.along');
    await browser.signIn('bruno');
    const first = browser.jar.get('better-auth.session_token');
    await browser.signIn('bruno');
    const second = browser.jar.get('better-auth.session_token');
    expect(new Set(['brought.along', first, second]).size).toBe(3);
  });

  test('says the same of a wrong password and of an account that does not exist, also when locked', async () => {
    await app.member('clara', 'leader');
    const answers = await Promise.all(
      ['clara', 'nobody-here'].map(async (username) => {
        const browser = app.client('192.0.2.7');
        const seen = [];
        for (let count = 0; count < 7; count += 1) {
          const { status, body } = await browser.signIn(username, 'Wrong-Password-1');
          seen.push({ status, body: { ...(body as object), request_id: '' } });
        }
        return seen;
      }),
    );
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]?.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401, 429, 429]);
  });

  test('keeps no door open that tells names or lets people make accounts', async () => {
    const doors = [
      'sign-up/email',
      'sign-in/email',
      'is-username-available',
      'update-user',
      'verify-password',
    ];
    const browser = app.client();
    await browser.signIn('anna');
    for (const door of doors) expect((await browser.post(`/auth/${door}`, {})).status).toBe(404);
  });

  test('is refused to a page of another site', async () => {
    const answer = await app
      .client()
      .post(
        '/auth/sign-in/username',
        { username: 'anna', password: PASSWORD },
        { origin: 'https://evil.example', cookie: 'a=b' },
      );
    expect(answer.status).toBe(403);
  });

  test('is refused to a disabled account, whose sessions end at once', async () => {
    const id = await app.member('dora', 'leader');
    const browser = app.client();
    await browser.signIn('dora');
    await setDisabled(app.database.pool, id, true);
    expect((await browser.get(ME)).status).toBe(401);
    expect((await browser.signIn('dora')).status).toBe(403);
    await setDisabled(app.database.pool, id, false);
    expect((await browser.signIn('dora')).status).toBe(200);
  });

  test('survives names that are no names', async () => {
    const odd = ['\u0000', 'a\u0000b', "' or 1=1 --", '🦄'.repeat(50), 'x'.repeat(5000), '{"$ne":1}'];
    for (const username of odd) expect((await app.client().signIn(username)).status).toBeLessThan(500);
    expect(app.errors).toEqual([]);
  });
});

describe('the lock', () => {
  test('holds against twenty guesses at once', async () => {
    await app.member('emil', 'leader');
    const tries = Array.from({ length: 20 }, () =>
      app.client('192.0.2.9').signIn('emil', 'Wrong-Password-1'),
    );
    const statuses = (await Promise.all(tries)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(5);
    expect(statuses.filter((status) => status === 429)).toHaveLength(15);
    expect((await app.client().signIn('emil')).status).toBe(429);
  });

  test('opens after a quarter of an hour', async () => {
    const before = app.clock.now;
    app.clock.now = () => new Date(Date.now() + 16 * 60_000);
    expect((await app.client().signIn('emil')).status).toBe(200);
    app.clock.now = before;
  });

  test('is not earned by an office of sixty whose people all know their passwords', async () => {
    const { pool } = app.database;
    for (let count = 0; count < 60; count += 1) {
      expect(await countAttempt(pool, `clerk${count}`, '192.0.2.60', new Date())).toBe(0);
      await forgetAttempts(pool, `clerk${count}`, '192.0.2.60');
    }
  });

  test('stops an address that tries many names, and its neighbours in the same network of IPv6', async () => {
    const guess = (name: string, address: string) =>
      countAttempt(app.database.pool, name, address, new Date());
    for (let count = 0; count < 50; count += 1)
      expect(await guess(`name${count}`, `2001:db8:1:2::${count}`)).toBe(0);
    expect(await guess('one-more', '2001:db8:1:2::99')).toBe(15);
    expect(await guess('one-more', '2001:db8:1:3::99')).toBe(0);
  });
});

describe('a session', () => {
  test('ends when the person signs out, and the cookie is worth nothing afterwards', async () => {
    await app.member('gerd', 'leader');
    const browser = app.client();
    await browser.signIn('gerd');
    const stolen = [...browser.jar];
    await browser.post('/auth/sign-out');
    const thief = app.client();
    for (const [name, value] of stolen) thief.jar.set(name, value);
    expect((await thief.get(ME)).status).toBe(401);
    expect(await app.audit('home')).toContain('sign_out done gerd');
  });

  test('ends after half an hour without use, and after twelve hours in any case', async () => {
    const id = await app.member('hugo', 'leader');
    const [idle, long] = [app.client(), app.client()];
    await idle.signIn('hugo');
    await app.database.pool.query(
      `update auth_session set "expiresAt" = "expiresAt" - interval '31 minutes' where "userId" = $1`,
      [id],
    );
    expect((await idle.get(ME)).status).toBe(401);
    await long.signIn('hugo');
    await app.database.pool.query(
      `update auth_session set "createdAt" = now() - interval '13 hours' where "userId" = $1`,
      [id],
    );
    expect((await long.get(ME)).status).toBe(401);
  });

  test('is prolonged by use', async () => {
    const id = await app.member('ida', 'leader');
    const browser = app.client();
    await browser.signIn('ida');
    const left = async () => {
      const { rows } = await app.database.pool.query<{ minutes: number }>(
        `select extract(epoch from "expiresAt" - now()) / 60 as minutes from auth_session where "userId" = $1`,
        [id],
      );
      return Number(rows[0]?.minutes);
    };
    await app.database.pool.query(
      `update auth_session set "expiresAt" = "expiresAt" - interval '20 minutes' where "userId" = $1`,
      [id],
    );
    expect(await left()).toBeLessThan(11);
    expect((await browser.get(ME)).status).toBe(200);
    expect(await left()).toBeGreaterThan(28);
  });

  test('cannot ask for a longer life', async () => {
    const id = await app.member('jana', 'leader');
    await app
      .client()
      .post('/auth/sign-in/username', { username: 'jana', password: PASSWORD, rememberMe: false });
    const { rows } = await app.database.pool.query(
      `select 1 from auth_session where "userId" = $1 and "expiresAt" > now() + interval '31 minutes'`,
      [id],
    );
    expect(rows).toEqual([]);
  });

  test('is one of three: the fourth ends the oldest', async () => {
    await app.member('karl', 'leader');
    const browsers = Array.from({ length: 4 }, () => app.client());
    for (const browser of browsers) await browser.signIn('karl');
    const statuses = await Promise.all(browsers.map(async (browser) => (await browser.get(ME)).status));
    expect(statuses).toEqual([401, 200, 200, 200]);
  });

  test('remembers the address the server saw, not the one a client claims', async () => {
    const id = await app.member('lena', 'leader');
    const body = { username: 'lena', password: PASSWORD };
    await app.client('192.0.2.33').post('/auth/sign-in/username', body, { 'x-mujun-address': '203.0.113.9' });
    const { rows } = await app.database.pool.query<{ at: string }>(
      `select "ipAddress" as at from auth_session where "userId" = $1`,
      [id],
    );
    expect(rows).toEqual([{ at: '192.0.2.33' }]);
  });
});

describe('a password', () => {
  test('made by an administrator is changed before anything else', async () => {
    const { userId, password } = await createAccount(app.database.pool, { username: 'mara', name: 'Mara' });
    await app.join(userId, 'leader', 'home');
    const browser = app.client();
    expect((await browser.signIn('mara', password)).status).toBe(200);
    expect(await browser.get(ME)).toMatchObject({ status: 403, body: { code: 'password_change_required' } });
    const change = (newPassword: string, currentPassword = password) =>
      browser.post('/auth/change-password', { newPassword, currentPassword });
    const faults = [
      ['Short-1', 'password_too_short'],
      ['onlylowercase1', 'password_too_simple'],
      ['Xx-mara-2026-xX', 'password_has_name'],
      ['Passw0rd-2026', 'password_common'],
    ];
    for (const [wanted = '', code] of faults) {
      const answer = await change(wanted);
      expect(answer).toMatchObject({ status: 400, body: { code } });
    }
  });

  test('is changed with the old one, ends the other sessions, and none of the last six comes back', async () => {
    const { userId, password } = await createAccount(app.database.pool, { username: 'nora', name: 'Nora' });
    await app.join(userId, 'leader', 'home');
    const [browser, other] = [app.client(), app.client()];
    await other.signIn('nora', password);
    await browser.signIn('nora', password);
    const change = (newPassword: string, currentPassword: string) =>
      browser.post('/auth/change-password', { newPassword, currentPassword });
    const next = (n: number) => `Orange-Meadow-${n}7`;
    expect((await change(next(0), 'Wrong-Password-1')).status).toBe(400);
    expect((await change(password, password)).status).toBe(400);
    expect((await change(next(0), password)).status).toBe(200);
    expect((await browser.get(ME)).status).toBe(200);
    expect((await other.get(ME)).status).toBe(401);
    expect(await change(password, next(0))).toMatchObject({ body: { code: 'password_used_before' } });
    for (let n = 1; n < 6; n += 1) expect((await change(next(n), next(n - 1))).status).toBe(200);
    expect((await change(next(0), next(5))).status).toBe(400);
    expect((await change(next(6), next(5))).status).toBe(200);
    expect((await change(next(0), next(6))).status).toBe(200);
    expect(await app.audit('home')).toContain('change_password done nora');
    expect(await app.audit('home')).toContain('change_password_failed refused nora');
  });

  test('is not guessed through a session either', async () => {
    await app.member('otto', 'leader');
    const browser = app.client();
    await browser.signIn('otto');
    const statuses = [];
    for (let n = 0; n < 7; n += 1) {
      const body = { newPassword: 'Orange-Meadow-17', currentPassword: `Wrong-Password-${n}` };
      statuses.push((await browser.post('/auth/change-password', body)).status);
    }
    expect(statuses).toEqual([400, 400, 400, 400, 400, 429, 429]);
  });

  test('is old after ninety days, except in a synthetic zone', async () => {
    const id = await app.member('paul', 'leader');
    const browser = app.client();
    await browser.signIn('paul');
    const { pool } = app.database;
    await pool.query(
      `update auth_security set password_changed_at = now() - interval '91 days' where user_id = $1`,
      [id],
    );
    expect((await browser.get(ME)).status).toBe(200);
    await pool.query(`update zone set synthetic = false where zone_id = 'home'`);
    expect(await browser.get(ME)).toMatchObject({ body: { code: 'password_change_required' } });
    await pool.query(`update zone set synthetic = true where zone_id = 'home'`);
  });
});

describe('the second factor', () => {
  test('is enrolled, asked for, and replaced by a recovery code once', async () => {
    await app.member('rosa', 'leader');
    const browser = app.client();
    await browser.signIn('rosa');
    const enabled = await browser.post('/auth/two-factor/enable', { password: PASSWORD });
    expect(enabled.status).toBe(200);
    const { totpURI, backupCodes } = enabled.body as { totpURI: string; backupCodes: string[] };
    const secret = new URL(totpURI).searchParams.get('secret') ?? '';
    expect((await browser.post('/auth/two-factor/verify-totp', { code: totp(secret) })).status).toBe(200);
    expect(await app.audit('home')).toContain('two_factor_on done rosa');

    const again = app.client();
    expect(await again.signIn('rosa')).toMatchObject({ status: 200, body: { twoFactorRedirect: true } });
    expect((await again.get(ME)).status).toBe(401);
    expect((await again.post('/auth/two-factor/verify-totp', { code: '000000' })).status).toBe(401);
    const trusting = { code: totp(secret), trustDevice: true };
    expect((await again.post('/auth/two-factor/verify-totp', trusting)).status).toBe(200);
    expect((await again.get(ME)).status).toBe(200);
    expect(await again.signIn('rosa')).toMatchObject({ body: { twoFactorRedirect: true } });

    const lost = app.client();
    await lost.signIn('rosa');
    const code = backupCodes[0];
    expect((await lost.post('/auth/two-factor/verify-backup-code', { code })).status).toBe(200);
    const thief = app.client();
    await thief.signIn('rosa');
    expect((await thief.post('/auth/two-factor/verify-backup-code', { code })).status).toBe(401);
    const lines = (await app.audit('home')).filter(
      (line) => line.startsWith('sign_in') && line.endsWith('rosa'),
    );
    expect(lines.filter((line) => line === 'sign_in done rosa')).toHaveLength(3);
  });
});

describe('the log', () => {
  test('has every sign-in in each zone of the person, and strangers in that of the system', async () => {
    const id = await app.member('saskia', 'leader');
    await app.join(id, 'expert', 'other');
    await app.client().signIn('saskia');
    await app.client().signIn('saskia', 'Wrong-Password-1');
    await app.client('192.0.2.99').signIn('stranger', 'Wrong-Password-1');
    for (const zone of ['home', 'other']) {
      const lines = (await app.audit(zone)).filter((line) => line.endsWith('saskia'));
      expect(lines).toEqual(['sign_in done saskia', 'sign_in_failed refused saskia']);
    }
    expect(await app.audit('system')).toContain('sign_in_failed refused stranger');
    expect(app.errors).toEqual([]);
  });
});
