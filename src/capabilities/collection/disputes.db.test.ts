import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actor } from '#test/kit/app.ts';
import { finishedZone, type FinishedZone } from '#test/kit/finished-zone.ts';
import { Confirmation, ConfirmationList } from './contract/confirmations.ts';
import { FigureSheet } from './contract/figures.ts';

const officer = actor('evaluation_officer');
let zone: FinishedZone;
beforeAll(async () => {
  zone = await finishedZone({ until: 'confirming' });
  await zone.app.database.pool.query(
    `update item set visible_to = '{expert}' where zone_id = 'home' and item_id = 'tax'`,
  );
}, 60_000);
afterAll(() => zone.close());

const path = (n: number) => `/periods/2025/enterprises/${zone.ids[n]}`;
const owner = (n: number) =>
  actor('enterprise_user', { userId: 'user-1', enterpriseIds: [zone.ids[n] ?? ''] });
const park = () => actor('park_manager', { parkIds: [zone.parks[0] ?? ''] });

const TAX = { item_id: 'tax', value: 460, reason: '漏计12月' };
const LAND = { item_id: 'land', value: 9, reason: '已退地1亩' };

async function dispute(n: number, disputes: readonly object[]): Promise<Confirmation> {
  const { version } = (await zone.call(owner(n), 'GET', `${path(n)}/figures`)).as(FigureSheet);
  const body = { figures_version: version, disputes };
  return (await zone.call(owner(n), 'POST', `${path(n)}/confirm`, body)).as(Confirmation);
}

async function answer(n: number, item_id: string, text: string, version: number): Promise<Confirmation> {
  const body = { item_id, adopt: false, answer: text, version };
  return (await zone.call(officer, 'POST', `${path(n)}/answer`, body)).as(Confirmation);
}

async function readBy(who: ReturnType<typeof actor>, n: number): Promise<Confirmation | undefined> {
  const { items } = (await zone.call(who, 'GET', '/periods/2025/confirmations')).as(ConfirmationList);
  return items.find(({ enterprise_id }) => enterprise_id === zone.ids[n])?.said ?? undefined;
}

describe('a dispute about an item that is hidden from a role', () => {
  test('is seen by the role without the figure that is claimed', async () => {
    await dispute(0, [TAX, LAND]);
    const claimed = async (who: ReturnType<typeof actor>) => {
      const said = await readBy(who, 0);
      return [said?.state, ...(said?.disputes ?? []).map(({ item_id }) => item_id)];
    };
    for (const who of [actor('leader'), park()]) expect(await claimed(who)).toEqual(['disputed', 'land']);
    for (const who of [owner(0), officer]) expect(await claimed(who)).toEqual(['disputed', 'tax', 'land']);
  });

  test('is seen by the role without what the office answered, which may name the figure', async () => {
    const { version } = await dispute(1, [TAX, LAND]);
    const first = await answer(1, 'land', '用地以登记为准', version);
    await answer(1, 'tax', '入库税收为450万元，维持', first.version);
    for (const who of [actor('leader'), park()]) {
      const said = await readBy(who, 1);
      expect(said?.answer).toBeNull();
      expect(said?.disputes.map((one) => one.answer?.text)).toEqual(['用地以登记为准']);
    }
    for (const who of [owner(1), officer])
      expect((await readBy(who, 1))?.answer).toBe('入库税收为450万元，维持');
  });

  test('takes nothing from the answer to an enterprise that disputes other items only', async () => {
    const { version } = await dispute(2, [LAND]);
    await answer(2, 'land', '用地以登记为准', version);
    expect((await readBy(actor('leader'), 2))?.answer).toBe('用地以登记为准');
  });
});
