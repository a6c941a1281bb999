import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Answer, type Client, PASSWORD, signedInApp } from '#test/kit/signed-in-app.ts';

let app: Awaited<ReturnType<typeof signedInApp>>;
let browser: Client;
beforeAll(async () => {
  app = await signedInApp();
  await app.member('anna', 'leader');
  browser = app.client();
  await browser.signIn('anna');
});
afterAll(() => app.close());

const SHAPE = ['code', 'errors', 'findings', 'params', 'request_id', 'status', 'title', 'type'];
const shapeOf = (answer: Answer): string[] =>
  Object.keys(answer.body as object)
    .filter((key) => key !== 'detail')
    .toSorted();

const change = (newPassword: string, lang: string) =>
  browser.post(
    '/auth/change-password',
    { currentPassword: PASSWORD, newPassword },
    { 'accept-language': lang },
  );

describe('a refusal at the door', () => {
  const signInAs = (username: string, password: unknown) => () =>
    app.client('192.0.2.50').post('/auth/sign-in/username', { username, password });
  const REFUSALS: readonly (readonly [string, number, () => Promise<Answer>])[] = [
    ['credentials_not_valid', 401, signInAs('anna', 'Wrong-Password-1')],
    ['credentials_not_valid', 401, signInAs('nobody', 'Wrong-Password-1')],
    ['invalid_input', 400, signInAs('anna', 7)],
    ['invalid_input', 400, () => app.client().post('/auth/sign-in/username', [])],
    ['password_not_valid', 400, () => browser.post('/auth/two-factor/enable', { password: 'Wrong-1' })],
    ['second_factor_too_late', 401, () => app.client().post('/auth/two-factor/verify-totp', { code: '1' })],
    [
      'second_factor_not_enrolled',
      400,
      () => browser.post('/auth/two-factor/verify-totp', { code: '123456' }),
    ],
    [
      'not_signed_in',
      401,
      () =>
        app.client().post('/auth/change-password', { currentPassword: 'x', newPassword: 'Orange-Meadow-17' }),
    ],
    ['endpoint_not_found', 404, () => app.client().post('/auth/sign-up/email')],
    ['endpoint_not_found', 404, () => app.client().get('/auth/nothing-here')],
    ['single_sign_on_not_set_up', 404, () => app.client().post('/auth/sign-in/social', { provider: 'gov' })],
  ];

  test.each(REFUSALS)('%s is a problem with words in both languages', async (code, status, ask) => {
    const answer = await ask();
    expect(answer).toMatchObject({ status, body: { code, status, type: `urn:mujun:problem:${code}` } });
    expect(shapeOf(answer)).toEqual(SHAPE);
    expect((answer.body as { title: string }).title).toMatch(/\p{Script=Han}/u);
  });

  test('has the same shape as everywhere else', async () => {
    expect(shapeOf(await app.client().get('/zones/home/me'))).toEqual(SHAPE);
  });

  test.each([
    ['zh-CN,zh;q=0.9', '新密码过于简单', '三类'],
    ['en-GB', 'The new password is too simple', 'three of these'],
  ])('is worded for %s', async (lang, title, hint) => {
    const answer = await change('onlylowercase1', lang);
    expect(answer).toMatchObject({ status: 400, body: { code: 'password_too_simple', title } });
    expect((answer.body as { detail: string }).detail).toContain(hint);
  });

  test('of a locked account says for how long', async () => {
    await app.member('emil', 'leader');
    for (let n = 0; n < 5; n += 1) await app.client('192.0.2.51').signIn('emil', 'Wrong-Password-1');
    const response = await app.app.request('http://localhost/api/auth/sign-in/username', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-language': 'en' },
      body: JSON.stringify({ username: 'emil', password: PASSWORD }),
    });
    expect(response.status).toBe(429);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(response.headers.get('retry-after')).toBe('900');
    expect(await response.json()).toMatchObject({
      code: 'sign_in_locked',
      params: { minutes: 15 },
      detail: expect.stringContaining('Try again in 15 minutes') as string,
    });
  });

  test('names the field that is wrong', async () => {
    const answer = await app.client().post('/auth/sign-in/username', { username: 'unknown' });
    expect(answer).toMatchObject({ body: { errors: [{ path: ['password'] }] } });
    expect(app.errors).toEqual([]);
  });
});
