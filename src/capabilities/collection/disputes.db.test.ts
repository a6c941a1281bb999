import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { actor } from '#test/kit/app.ts';
import { finishedZone, type FinishedZone } from '#test/kit/finished-zone.ts';
import { ConfirmationList } from './contract/confirmations.ts';

let zone: FinishedZone;
beforeAll(async () => {
  zone = await finishedZone({ until: 'confirming' });
}, 60_000);
afterAll(() => zone.close());

describe('a dispute about an item that is hidden from a role', () => {
  test('is seen by the role without the figure that is claimed', async () => {
    const id = zone.ids[0] ?? '';
    const own = actor('enterprise_user', { userId: 'user-1', enterpriseIds: [id] });
    const path = `/periods/2025/enterprises/${id}`;
    const { version } = z
      .looseObject({ version: z.number() })
      .parse((await zone.call(own, 'GET', `${path}/figures`)).body);
    await zone.app.database.pool.query(
      `update item set visible_to = '{expert}' where zone_id = 'home' and item_id = 'tax'`,
    );
    const disputes = [
      { item_id: 'tax', value: 460, reason: '漏计12月' },
      { item_id: 'land', value: 9, reason: '已退地1亩' },
    ];
    await zone.call(own, 'POST', `${path}/confirm`, { figures_version: version, disputes });
    const claims = async (who: ReturnType<typeof actor>) =>
      (await zone.call(who, 'GET', '/periods/2025/confirmations'))
        .as(ConfirmationList)
        .items.flatMap(({ said }) =>
          said === null ? [] : [said.state, ...said.disputes.map(({ item_id }) => item_id)],
        );
    const park = actor('park_manager', { parkIds: [zone.parks[0] ?? ''] });
    for (const who of [actor('leader'), park]) expect(await claims(who)).toEqual(['disputed', 'land']);
    for (const who of [own, actor('evaluation_officer')])
      expect(await claims(who)).toEqual(['disputed', 'tax', 'land']);
  });
});
