import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { setDisabled } from '#platform/auth/accounts.ts';
import { type IdentityProvider, startIdentityProvider } from '#test/kit/identity-provider.ts';
import { type Answer, type Client, PASSWORD, signedInApp } from '#test/kit/signed-in-app.ts';

let provider: IdentityProvider;
let app: Awaited<ReturnType<typeof signedInApp>>;
beforeAll(async () => {
  provider = await startIdentityProvider();
  app = await signedInApp({ oidc: provider.settings });
});
afterAll(async () => {
  await app.close();
  await provider.close();
});

const ME = '/zones/home/me';
const GOV = { provider: 'gov', callbackURL: '/welcome' };

/** As a browser follows it: to the provider, which knows who sits there, and back with a code. */
async function through(client: Client, door: string, subject: string): Promise<Answer> {
  const asked = await client.post(`/auth/${door}`, GOV);
  expect(asked.status).toBe(200);
  provider.person.subject = subject;
  const there = await fetch((asked.body as { url: string }).url, { redirect: 'manual' });
  const back = new URL(there.headers.get('location') ?? '');
  expect(back.pathname).toBe('/api/auth/callback/gov');
  return client.get(back.pathname.replace('/api', '') + back.search);
}

const signIn = (client: Client, subject: string) => through(client, 'sign-in/social', subject);

async function joined(name: string, subject: string): Promise<string> {
  const id = await app.member(name, 'leader');
  const browser = app.client();
  await browser.signIn(name);
  const answer = await through(browser, 'link-social', subject);
  expect(answer.headers.get('location')).toBe('/welcome');
  return id;
}

/** Where a refused sign-in ends, as the browser sees it. */
async function landing(client: Client, answer: Answer): Promise<Answer> {
  expect(answer.status).toBe(302);
  const place = new URL(answer.headers.get('location') ?? '', 'http://localhost');
  expect(place.pathname).toBe('/api/auth/error');
  return client.get(place.pathname.replace('/api', '') + place.search);
}

describe('the government’s provider', () => {
  test('signs in the account that its person joined to it while signed in', async () => {
    await joined('wang.fang', 'subject-1');
    const browser = app.client('192.0.2.70');
    const answer = await signIn(browser, 'subject-1');
    expect(answer).toMatchObject({ status: 302 });
    expect(answer.headers.get('location')).toBe('/welcome');
    expect(await browser.get(ME)).toMatchObject({ status: 200, body: { name: 'wang.fang', role: 'leader' } });
    const cookie = answer.cookies.find((line) => /session_token=\w/.test(line)) ?? '';
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).not.toMatch(/Max-Age/i);
    expect((await app.audit('home')).filter((line) => line.endsWith('wang.fang'))).toEqual([
      'sign_in done wang.fang',
      'link_identity done wang.fang',
      'sign_in done wang.fang',
    ]);
    expect((await app.client().signIn('wang.fang')).status).toBe(200);
  });

  test('lets in nobody who is joined to no account, and makes none', async () => {
    const count = async () => (await app.database.pool.query('select 1 from auth_user')).rowCount;
    const before = await count();
    const browser = app.client();
    const refused = await landing(browser, await signIn(browser, 'stranger'));
    expect(refused).toMatchObject({ status: 403, body: { code: 'identity_unknown' } });
    expect((await browser.get(ME)).status).toBe(401);
    expect(await count()).toBe(before);
    expect((await app.audit('system')).at(-1)).toMatch(/^sign_in_failed refused/);
  });

  test('is not believed when its token is signed with another key', async () => {
    await joined('li.na', 'subject-2');
    const browser = app.client();
    provider.person.forged = true;
    const refused = await landing(browser, await signIn(browser, 'subject-2'));
    provider.person.forged = false;
    expect(refused).toMatchObject({ status: 400, body: { code: 'single_sign_on_failed' } });
    expect((await browser.get(ME)).status).toBe(401);
  });

  test('gives nothing to another browser that got hold of the way back', async () => {
    await joined('chen.yu', 'subject-3');
    const [victim, thief] = [app.client(), app.client()];
    const asked = await victim.post('/auth/sign-in/social', GOV);
    provider.person.subject = 'subject-3';
    const there = await fetch((asked.body as { url: string }).url, { redirect: 'manual' });
    const back = new URL(there.headers.get('location') ?? '');
    const stolen = await thief.get(back.pathname.replace('/api', '') + back.search);
    expect(stolen.headers.get('location')).toContain('error=');
    expect((await thief.get(ME)).status).toBe(401);
  });

  test('does not open a disabled account', async () => {
    const id = await joined('zhao.lei', 'subject-4');
    await setDisabled(app.database.pool, id, true);
    const browser = app.client();
    const refused = await landing(browser, await signIn(browser, 'subject-4'));
    expect(refused).toMatchObject({ status: 403, body: { code: 'account_disabled' } });
    expect((await browser.get(ME)).status).toBe(401);
  });

  test('joins one identity to one account only, and only to whoever is signed in', async () => {
    await joined('sun.hao', 'subject-5');
    await app.member('qian.yi', 'leader');
    const browser = app.client();
    expect((await browser.post('/auth/link-social', GOV)).status).toBe(401);
    await browser.signIn('qian.yi');
    const refused = await landing(browser, await through(browser, 'link-social', 'subject-5'));
    expect(refused).toMatchObject({ status: 409, body: { code: 'identity_linked_elsewhere' } });
    expect(await app.audit('home')).toContain('link_identity_failed refused qian.yi');
    expect(await browser.get(ME)).toMatchObject({ body: { name: 'qian.yi' } });
  });

  test('is the only way to bring a token: none is taken from a request', async () => {
    const idToken = { token: 'a.b.c' };
    const answer = await app.client().post('/auth/sign-in/social', { ...GOV, idToken });
    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid_input' } });
  });

  test('can be left again, the password cannot', async () => {
    await joined('zhou.jie', 'subject-6');
    const browser = app.client();
    await browser.signIn('zhou.jie');
    type Joined = { id: string; providerId: string };
    const ways = (await browser.get('/auth/list-accounts')).body as Joined[];
    const idOf = (name: string) => ways.find(({ providerId }) => providerId === name)?.id;
    const leave = (accountId: unknown) => browser.post('/auth/unlink-account', { accountId });
    expect(await leave(idOf('credential'))).toMatchObject({ status: 400, body: { code: 'password_stays' } });
    expect(await leave('no-such-id')).toMatchObject({ status: 404, body: { code: 'identity_not_found' } });
    expect((await leave(idOf('gov'))).status).toBe(200);
    const other = app.client();
    await landing(other, await signIn(other, 'subject-6'));
    expect((await other.get(ME)).status).toBe(401);
    expect(await app.audit('home')).toContain('unlink_identity done zhou.jie');
    expect(app.errors).toEqual([]);
  });
});

describe('a provider that is away when the server starts', () => {
  test('keeps nobody from signing in by password, and works once it is there', async () => {
    const { settings, close } = await startIdentityProvider();
    await close();
    const late = await signedInApp({ oidc: settings });
    await late.member('mara', 'leader');
    const browser = late.client();
    expect((await browser.signIn('mara', PASSWORD)).status).toBe(200);
    expect(await browser.post('/auth/link-social', GOV)).toMatchObject({
      status: 404,
      body: { code: 'single_sign_on_not_set_up' },
    });
    const back = await startIdentityProvider(Number(new URL(settings.issuer).port));
    expect((await browser.post('/auth/link-social', GOV)).status).toBe(200);
    await back.close();
    await late.close();
  });
});
