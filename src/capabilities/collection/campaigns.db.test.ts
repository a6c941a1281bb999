import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { creditCode } from '#seed/credit-codes.ts';
import { actor } from '#test/kit/app.ts';
import { finishedZone, type FinishedZone } from '#test/kit/finished-zone.ts';
import { Campaign, TaskProgress } from './contract/campaigns.ts';
import { Import } from './contract/imports.ts';

const officer = actor('evaluation_officer', { userId: 'officer-1' });
let zone: FinishedZone;
let campaign: string;
beforeAll(async () => {
  zone = await finishedZone({ until: 'draft' });
  const { tax, stats } = zone.offices;
  const opened = await zone.call(officer, 'POST', '/campaigns', {
    period_id: '2025',
    name: '2025年度填报',
    opens_on: '2026-03-01',
    due_on: '2026-03-20',
    tasks: [
      { office_id: tax, item_ids: ['tax'], due_on: '2026-03-05' },
      { office_id: stats, item_ids: ['energy'] },
      { office_id: null, item_ids: ['land'] },
    ],
  });
  campaign = opened.as(Campaign).campaign_id;
}, 60_000);
afterAll(() => zone.close());

const board = async () => {
  const answer = await zone.call(officer, 'GET', `/campaigns/${campaign}/board`);
  const { tasks } = answer.as(z.strictObject({ campaign: Campaign, tasks: z.array(TaskProgress) }));
  return new Map(tasks.map((task) => [task.item_ids[0] ?? '', task]));
};

describe('the board of a campaign', () => {
  test('tells of each task the latest import that entered, and by whom; one that waits is none', async () => {
    const taxes = actor('data_officer', { userId: 'tax-1', officeId: zone.offices.tax });
    const send = async (tax: number) => {
      const rows = [{ credit_code: creditCode(1), figures: { tax } }];
      const sent = (await zone.call(taxes, 'POST', '/periods/2025/figures', { rows })).as(Import);
      return sent.import_id;
    };
    const enter = async (id: string) => {
      await zone.call(taxes, 'POST', `/imports/${id}/accept`, { mode: 'all_or_nothing' });
      await zone.app.runJobs();
    };
    const first = await send(451);
    expect((await board()).get('tax')?.last_import).toBeNull();
    await enter(first);
    expect((await board()).get('tax')?.last_import).toMatchObject({ import_id: first, by: 'tax-1' });
    const second = await send(452);
    await enter(second);
    await send(453);
    const now = await board();
    expect(now.get('tax')?.last_import).toMatchObject({ import_id: second, by: 'tax-1' });
    expect([now.get('energy')?.last_import, now.get('land')?.last_import]).toEqual([null, null]);
  });

  test('tells how late a task is', async () => {
    const now = await board();
    expect(now.get('tax')).toMatchObject({ state: 'late', days_late: 5 });
    expect(now.get('energy')).toMatchObject({ state: 'open', days_late: 0 });
  });
});
