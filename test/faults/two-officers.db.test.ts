import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { creditCode } from '#seed/credit-codes.ts';
import { actor, type TestApp, testApp } from '#test/kit/app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

const first = actor('evaluation_officer', { userId: 'one' });
const second = actor('evaluation_officer', { userId: 'two' });
const statuses = (answers: readonly { readonly status: number }[]) =>
  answers.map(({ status }) => status).toSorted((a, b) => a - b);
const Park = z.looseObject({ park_id: z.string(), version: z.number() });

describe('two officers at the same thing', () => {
  test('change a park: one wins, the other is told', async () => {
    const park = { code: 'P1', name: '园', kind: 'science', area_mu: 10 };
    const made = (await app.call(first, 'POST', '/zones/home/parks', park)).as(Park);
    const change = (who: typeof first, name: string) =>
      app.call(who, 'PUT', `/zones/home/parks/${made.park_id}`, { ...made, name });
    const answers = await Promise.all([change(first, '甲'), change(second, '乙')]);
    expect(statuses(answers)).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'changed_meanwhile' });
  });

  test('register the same enterprise: it is there once', async () => {
    const register = (who: typeof first) =>
      app.call(who, 'POST', '/zones/home/enterprises', { credit_code: creditCode(77), name: '同一家' });
    expect(statuses(await Promise.all([register(first), register(second)]))).toEqual([201, 409]);
    const { body } = await app.call(first, 'GET', '/zones/home/enterprises/count');
    expect(body).toEqual({ count: 1 });
  });

  test('correct the same figure: one wins, the other is told', async () => {
    await app.call(first, 'POST', '/zones/home/periods', {
      period_id: '2025',
      name: '2025',
      kind: 'year',
      starts_on: '2025-01-01',
      ends_on: '2025-12-31',
    });
    await app.call(first, 'POST', '/zones/home/items', {
      item_id: 'tax',
      name: '税收',
      kind: 'number',
      unit: '万元',
    });
    const page = await app.call(first, 'GET', '/zones/home/enterprises');
    const { items } = z
      .looseObject({ items: z.array(z.looseObject({ enterprise_id: z.string() })) })
      .parse(page.body);
    const path = `/zones/home/periods/2025/enterprises/${items[0]?.enterprise_id}/figures/tax`;
    const set = (who: typeof first, value: number) =>
      app.call(who, 'PUT', path, { value, reason: '更正', version: 0 });
    expect(statuses(await Promise.all([set(first, 1), set(second, 2)]))).toEqual([200, 409]);
    const { body } = await app.call(first, 'GET', `${path}/changes`);
    expect(body).toMatchObject({ items: [{ from: null }] });
  });

  test('the same request sent twice with one key is done once', async () => {
    const send = () =>
      app.app.request('/api/zones/home/offices', {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'idempotency-key': 'abc',
          'x-test-actor': encodeURIComponent(JSON.stringify(first)),
        },
        body: JSON.stringify({ code: 'tax', name: '税务局' }),
      });
    const [one, two] = [await send(), await send()];
    expect(await two.json()).toEqual(await one.json());
    expect((await app.call(first, 'GET', '/zones/home/offices')).body).toMatchObject({
      items: [{ code: 'tax' }],
    });
  });
});
