import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testApp, type TestApp } from '#test/kit/app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp({ perUser: { burst: 3, perSecond: 0.001 } });
});
afterAll(() => app.close());

const statusOf = async (headers: Record<string, string>): Promise<number> =>
  (await app.app.request('/api/zones/home/publications', { headers })).status;

async function statuses(headersOf: (n: number) => Record<string, string>): Promise<number[]> {
  const seen: number[] = [];
  for (let n = 0; n < 5; n += 1) seen.push(await statusOf(headersOf(n)));
  return seen;
}

describe('how often somebody may ask', () => {
  test('a cookie that belongs to nobody does not count as another person', async () => {
    const seen = await statuses((n) => ({ cookie: `better-auth.session_token=made-up-${n}` }));
    expect(seen).toEqual([200, 200, 200, 429, 429]);
  });

  test('who is known is counted alone, whoever else asks from the same address', async () => {
    const who = encodeURIComponent(JSON.stringify({ userId: 'leader', role: 'leader', via: 'session' }));
    const seen = await statuses(() => ({ cookie: 'better-auth.session_token=real', 'x-test-actor': who }));
    expect(seen).toEqual([200, 200, 200, 429, 429]);
  });
});
