import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { creditCode } from '#seed/credit-codes.ts';
import { actor, type TestApp, testApp } from '#test/kit/app.ts';
import { DuplicateGroup } from './contract/duplicates.ts';
import { Enterprise } from './contract/enterprises.ts';

const officer = actor('evaluation_officer');
const path = '/zones/home/enterprises';
let app: TestApp;
let ids: string[];

beforeAll(async () => {
  app = await testApp();
  const power = { power: ['3700001'] };
  const inputs = [
    { name: '同名机械有限公司', utility_accounts: {} },
    { name: '同名机械 有限公司', utility_accounts: power },
    { name: '转供电子有限公司', utility_accounts: power },
  ];
  ids = [];
  for (const [i, input] of inputs.entries()) {
    const body = { credit_code: creditCode(900 + i), ...input };
    ids.push((await app.call(officer, 'POST', path, body)).as(Enterprise).enterprise_id);
  }
}, 60_000);
afterAll(() => app.close());

const cases = async () =>
  (await app.call(officer, 'GET', `${path}/duplicates`))
    .as(z.strictObject({ items: z.array(DuplicateGroup) }))
    .items.map(({ reason, distinct }) => [reason, distinct?.reason ?? 'open']);
const judge = (which: readonly number[], distinct: boolean, reason = '核对执照') =>
  app.call(officer, 'POST', `${path}/duplicates/judge`, {
    enterprise_ids: which.map((i) => ids[i]),
    distinct,
    reason,
  });

describe('enterprises that look like one', () => {
  test('are found by their names and by their accounts', async () => {
    expect(await cases()).toEqual([
      ['same_name', 'open'],
      ['same_account', 'open'],
    ]);
  });

  test('told apart, are so with the reason, and others are still asked about', async () => {
    expect((await judge([2, 1], true, '转供电')).body).toEqual({ pairs: 1 });
    expect(await cases()).toEqual([
      ['same_name', 'open'],
      ['same_account', '转供电'],
    ]);
    // Said again, it stays as it was said first.
    expect((await judge([1, 2], true, '另一理由')).body).toEqual({ pairs: 0 });
    expect((await cases())[1]).toEqual(['same_account', '转供电']);
  });

  test('are asked about again when a third one looks like them', async () => {
    const third = {
      credit_code: creditCode(910),
      name: '第三家有限公司',
      utility_accounts: { power: ['3700001'] },
    };
    const { enterprise_id } = (await app.call(officer, 'POST', path, third)).as(Enterprise);
    expect((await cases())[1]).toEqual(['same_account', 'open']);
    ids.push(enterprise_id);
    expect((await judge([1, 2, 3], true)).body).toEqual({ pairs: 2 });
    expect((await cases())[1]).toEqual(['same_account', '核对执照']);
  });

  test('can be suspected again', async () => {
    expect((await judge([1, 2, 3], false)).body).toEqual({ pairs: 3 });
    expect((await cases())[1]).toEqual(['same_account', 'open']);
  });

  test('are told apart by officers of the zone only, and are in it', async () => {
    const body = { enterprise_ids: ids.slice(0, 2), distinct: true, reason: '核对执照' };
    for (const role of ['leader', 'data_officer', 'park_manager', 'enterprise_user'] as const)
      expect((await app.call(actor(role), 'POST', `${path}/duplicates/judge`, body)).status).toBe(403);
    const stranger = '01900000-0000-7000-8000-000000000000';
    const foreign = { ...body, enterprise_ids: [ids[0], stranger] };
    expect(await app.call(officer, 'POST', `${path}/duplicates/judge`, foreign)).toMatchObject({
      status: 404,
      body: { code: 'enterprise_not_found' },
    });
    const twice = { ...body, enterprise_ids: [ids[0], ids[0]] };
    expect((await app.call(officer, 'POST', `${path}/duplicates/judge`, twice)).status).toBe(400);
  });

  test('leave an entry with the reason in the audit log', async () => {
    const { rows } = await app.database.pool.query<{ action: string; details: { reason: string } }>(
      `select action, details from audit_entry where action in ('tell_enterprises_apart', 'suspect_enterprises_again')
       and outcome = 'done' order by seq`,
    );
    expect(rows.map(({ action, details }) => [action, details.reason])).toEqual([
      ['tell_enterprises_apart', '转供电'],
      ['tell_enterprises_apart', '另一理由'],
      ['tell_enterprises_apart', '核对执照'],
      ['suspect_enterprises_again', '核对执照'],
    ]);
  });
});
