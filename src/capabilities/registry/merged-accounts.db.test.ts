// People of an enterprise whose record is merged must not stand before a closed door.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { creditCode } from '#seed/credit-codes.ts';
import { actor } from '#test/kit/app.ts';
import { type Client, signedInApp } from '#test/kit/signed-in-app.ts';
import { Enterprise } from './contract/enterprises.ts';
import { EnterpriseMerge } from './contract/merges.ts';

const officer = actor('evaluation_officer');
const at = (path: string) => `/zones/home${path}`;
let app: Awaited<ReturnType<typeof signedInApp>>;
let count = 0;

beforeAll(async () => {
  app = await signedInApp();
}, 30_000);
afterAll(() => app.close());

async function enterprise(name: string): Promise<string> {
  count += 1;
  const input = { credit_code: creditCode(count), name };
  return (await app.call(officer, 'POST', at('/enterprises'), input)).as(Enterprise).enterprise_id;
}

async function userOf(username: string, ...enterprises: string[]): Promise<Client> {
  const id = await app.member(username, 'enterprise_user');
  await app.database.pool.query('update membership set enterprise_ids = $2 where user_id = $1', [
    id,
    enterprises,
  ]);
  const client = app.client();
  expect((await client.signIn(username)).status).toBe(200);
  return client;
}

const Scope = z.looseObject({ enterprise_ids: z.array(z.string()) });
const scopeOf = async (client: Client): Promise<string[]> =>
  Scope.parse((await client.get(at('/me'))).body).enterprise_ids;

async function merge(kept: string, merged: string): Promise<EnterpriseMerge> {
  const body = { merge_id: merged, reason: '同一法人' };
  expect((await app.call(officer, 'POST', at(`/enterprises/${kept}/merge`), body)).status).toBe(200);
  const list = await app.call(officer, 'GET', at(`/enterprises/${kept}/merges`));
  const [last] = list.as(z.strictObject({ items: z.array(EnterpriseMerge) })).items;
  if (last === undefined) throw new Error('no merge');
  return last;
}

const undo = ({ merge_id }: EnterpriseMerge) =>
  app.call(officer, 'POST', at(`/merges/${merge_id}/undo`), { reason: '合并有误' });

test('accounts of a merged record open the kept one, and it is in the audit log of each', async () => {
  const [kept, merged] = [await enterprise('云亩甲'), await enterprise('云亩甲公司')];
  const user = await userOf('jia', merged);
  expect((await user.get(at(`/enterprises/${kept}`))).status).toBe(404);
  expect((await merge(kept, merged)).members).toBe(1);
  expect(await user.get(at(`/enterprises/${kept}`))).toMatchObject({ status: 200, body: { name: '云亩甲' } });
  const { body } = await app.call(actor('audit_admin'), 'GET', at('/audit?action=move_member'));
  expect(body).toMatchObject({ items: [{ details: { from: merged, to: kept } }] });
});

test('whoever had both has the kept one once, and other enterprises stay', async () => {
  const [kept, merged, other] = [await enterprise('乙'), await enterprise('乙厂'), await enterprise('丙')];
  const user = await userOf('yi', merged, other, kept);
  await merge(kept, merged);
  expect(await scopeOf(user)).toEqual([other, kept]);
});

test('taking a merge back gives accounts back, but not those that were granted anew since', async () => {
  const [kept, merged] = [await enterprise('丁'), await enterprise('丁厂')];
  const [one, both, anew] = [
    await userOf('ding-1', merged),
    await userOf('ding-2', kept, merged),
    await userOf('ding-3', merged),
  ];
  const done = await merge(kept, merged);
  // Ended and proposed anew with the same scope: two steps of the version.
  await app.database.pool.query(
    `update membership set version = version + 2
     where user_id = (select id from auth_user where username = 'ding-3')`,
  );
  expect(await undo(done)).toMatchObject({ status: 200, body: { restored: 2, left: 1 } });
  expect(await scopeOf(one)).toEqual([merged]);
  expect(await scopeOf(both)).toEqual([kept, merged]);
  expect(await scopeOf(anew)).toEqual([kept]);
});

test('an account whose role ended stays as it ended', async () => {
  const [kept, merged] = [await enterprise('戊'), await enterprise('戊厂')];
  await userOf('wu', merged);
  await app.database.pool.query(`update membership set state = 'ended' where $1 = any (enterprise_ids)`, [
    merged,
  ]);
  expect((await merge(kept, merged)).members).toBe(0);
});
