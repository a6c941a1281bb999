import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { creditCode } from '#seed/credit-codes.ts';
import { actor, type TestApp, testApp } from '#test/kit/app.ts';

const officer = actor('evaluation_officer');
const UUID = '00000000-0000-7000-8000-000000000000';
let app: TestApp;

beforeAll(async () => {
  app = await testApp();
  for (const [zone, n] of [
    ['home', 1],
    ['other', 2],
  ] as const)
    await app.call(officer, 'POST', `/zones/${zone}/enterprises`, {
      credit_code: creditCode(n),
      name: `${zone}的企业`,
    });
});
afterAll(() => app.close());

const SQL = [
  "' or '1'='1",
  "'; drop table enterprise; --",
  "') union select * from auth_account --",
  '" or 1=1 --',
  '%',
  '_',
  '\\',
  "\\' or 1=1",
  '$1',
  '${1}',
  '{"a":1}',
  '/* */',
  '企业%',
  "%' or zone_id='other",
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\u202e',
  '；DROP',
  'a'.repeat(5000),
  '1e999',
  '-0',
  'NaN',
  '../../etc/passwd',
  '__proto__',
  'constructor',
];

/** Places that take a text of the caller's, one hole each. */
const PLACES = [
  '/enterprises?search=§',
  '/enterprises?industry=§',
  '/enterprises?tag=§',
  '/enterprises?cursor=§',
  '/enterprises?park_id=§',
  '/enterprises?sort=§',
  '/enterprises/export?format=csv&search=§',
  '/enterprises/§',
  '/periods/§/findings',
  '/periods/2025/findings?item_id=§',
  '/imports?cursor=§',
  '/imports?period_id=§',
  '/jobs?kind=§',
  '/jobs?cursor=§',
  '/notices?cursor=§',
  `/runs/${UUID}/results?search=§`,
  '/schemes/§/1',
  '/schemes/some/§',
  '/publications/§/rows',
];

describe('a text that is meant to be more than a text', () => {
  test.each(PLACES)('is only a text at %s', async (place) => {
    for (const text of SQL) {
      const path = place.replace('§', encodeURIComponent(text.replaceAll('\ud800', '\ufffd')));
      const response = await app.app.request(`/api/zones/home${path}`, {
        headers: { 'x-test-actor': encodeURIComponent(JSON.stringify(officer)) },
      });
      const body = await response.text();
      expect({ text, broken: response.status >= 500 }).toEqual({ text, broken: false });
      expect(body).not.toContain('other的企业');
      for (const [name, value] of response.headers) expect(`${name}${value}`).not.toMatch(/[\r\n]/);
    }
    expect(app.errors).toEqual([]);
  });

  test('is stored as it came, or refused, and never breaks anything', async () => {
    for (const [i, text] of SQL.entries()) {
      const name = `甲${text}`.slice(0, 190);
      const answer = await app.call(officer, 'POST', '/zones/home/enterprises', {
        credit_code: creditCode(100 + i),
        name,
      });
      expect({ text, broken: answer.status >= 500 }).toEqual({ text, broken: false });
    }
    expect(app.errors).toEqual([]);
    expect((await app.call(officer, 'GET', '/zones/home/enterprises/count')).status).toBe(200);
  });

  test.each([
    ['deep nesting', `{"name":${'['.repeat(20_000)}${']'.repeat(20_000)}}`],
    ['no JSON', '{"name":'],
    ['nine megabytes', `{"name":"${'a'.repeat(9_000_000)}"}`],
    ['a list instead of an object', '[1,2,3]'],
    ['bytes that are no text', '\ufffd\ufffd'],
  ])('as a body of %s is refused', async (_, body) => {
    const response = await app.app.request('/api/zones/home/offices', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-test-actor': encodeURIComponent(JSON.stringify(officer)),
      },
      body,
    });
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(response.status).toBeLessThan(500);
    expect(app.errors).toEqual([]);
  });

  test('as a key that reaches for prototypes changes nobody', async () => {
    const body = '{"__proto__":{"name":"x"},"constructor":{"prototype":{"name":"x"}},"code":"proto"}';
    const response = await app.app.request('/api/zones/home/offices', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-test-actor': encodeURIComponent(JSON.stringify(officer)),
      },
      body,
    });
    expect(response.status).toBe(400);
    expect('name' in {}).toBe(false);
  });

  test('in a header neither breaks an answer nor gets into one', async () => {
    const response = await app.app.request('/api/zones/home', {
      headers: {
        'x-request-id': "a' or 1=1",
        'accept-language': 'en;q=x,\t*',
        'x-forwarded-for': "1.1.1.1', '2",
      },
    });
    expect(response.status).toBe(200);
    expect(response.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('as a formula leaves an exported sheet harmless', async () => {
    await app.call(officer, 'POST', '/zones/home/enterprises', {
      credit_code: creditCode(900),
      name: "=cmd|'/C calc'!A0",
    });
    const response = await app.app.request('/api/zones/home/enterprises/export?format=csv&search=cmd', {
      headers: { 'x-test-actor': encodeURIComponent(JSON.stringify(officer)) },
    });
    expect(await response.text()).toContain("'=cmd");
  });
});
