import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { Notice } from '#capabilities/notices/contract.ts';
import { Enterprise } from '#capabilities/registry/contract/enterprises.ts';
import { Office } from '#capabilities/registry/contract/places.ts';
import { askForDaily } from '#platform/jobs/daily.ts';
import { creditCode } from '#seed/credit-codes.ts';
import { JOB_KINDS } from '#server/slices.ts';
import { actor, type TestApp, testApp } from '#test/kit/app.ts';
import { Campaign } from './contract/campaigns.ts';
import { NewItem } from './contract/items.ts';

const officer = actor('evaluation_officer');
const at = (path: string) => `/zones/home${path}`;
let app: TestApp;
let now = new Date('2026-03-01T02:00:00Z');
const offices: Record<string, string> = {};
const enterprises: string[] = [];

async function member(user: string, role: string, office: string | null, own: string[] = []): Promise<void> {
  await app.database.pool.query(
    `insert into membership (zone_id, user_id, role, office_id, enterprise_ids, state, proposed_by)
     values ('home', $1, $2, $3, $4, 'active', 'admin')`,
    [user, role, office, own],
  );
}

async function campaign(office: string | null, due_on: string, item: string): Promise<Campaign> {
  const tasks = [{ office_id: office, item_ids: [item] }];
  const input = { period_id: '2025', name: `填报 ${item}`, opens_on: '2026-01-01', due_on, tasks };
  return (await app.call(officer, 'POST', at('/campaigns'), input)).as(Campaign);
}

/** What the clock brings about: the jobs of the day, run. */
async function day(iso: string): Promise<number> {
  now = new Date(iso);
  const kinds = JOB_KINDS.filter(({ kind }) => kind === 'remind_due_tasks');
  const asked = await askForDaily(app.services, kinds);
  await app.runJobs();
  expect(app.errors).toEqual([]);
  return asked;
}

async function noticesOf(userId: string) {
  const page = z.strictObject({ items: z.array(Notice), next: z.string().nullable() });
  const { items } = (await app.call(actor('data_officer', { userId }), 'GET', at('/notices'))).as(page);
  return items.map(({ code, params }) => ({ code, ...params }));
}

beforeAll(async () => {
  app = await testApp({ now: () => now });
  const period = { period_id: '2025', name: '2025', kind: 'year' };
  await app.call(officer, 'POST', at('/periods'), {
    ...period,
    starts_on: '2025-01-01',
    ends_on: '2025-12-31',
  });
  for (const code of ['tax', 'stats', 'late'])
    offices[code] = (await app.call(officer, 'POST', at('/offices'), { code, name: code })).as(
      Office,
    ).office_id;
  for (const [code, office] of Object.entries(offices))
    await member(`${code}-officer`, 'data_officer', office);
  for (const item_id of ['staff', 'tax'])
    await app.call(officer, 'POST', at('/items'), NewItem.parse({ item_id, name: item_id, kind: 'number' }));
  for (const n of [1, 2]) {
    const input = { credit_code: creditCode(n), name: `企业${n}` };
    const one = (await app.call(officer, 'POST', at('/enterprises'), input)).as(Enterprise);
    enterprises.push(one.enterprise_id);
    await member(`user-${n}`, 'enterprise_user', null, [one.enterprise_id]);
  }
  const path = at(`/periods/2025/enterprises/${enterprises[0]}/figures/staff`);
  await app.call(officer, 'PUT', path, { value: 12, reason: '录入', version: 0 });
}, 60_000);
afterAll(() => app.close());

describe('once a day', () => {
  test('tasks near their deadline or past it are brought to mind, others are not', async () => {
    await campaign(offices['tax'] ?? null, '2026-03-04', 'tax');
    await campaign(offices['stats'] ?? null, '2026-03-05', 'tax');
    await campaign(offices['late'] ?? null, '2026-02-27', 'tax');
    // One job per zone: home and other.
    expect(await day('2026-03-01T02:00:00Z')).toBe(2);
    expect(await noticesOf('tax-officer')).toEqual([{ code: 'task_reminder', due_on: '2026-03-04' }]);
    expect(await noticesOf('stats-officer')).toEqual([]);
    expect(await noticesOf('late-officer')).toEqual([
      { code: 'task_overdue', due_on: '2026-02-27', days: 2 },
    ]);
    const log = await app.call(actor('audit_admin'), 'GET', at('/audit?limit=1'));
    expect(log.body).toMatchObject({
      items: [{ action: 'remind_due_tasks', role: 'system', details: { day: '2026-03-01' } }],
    });
  });

  test('the same day tells nobody twice, whatever asks again', async () => {
    expect(await day('2026-03-01T09:00:00Z')).toBe(0);
    // As after a crash: the work itself is done a second time.
    await app.database.pool.query(`update job set state = 'queued' where kind = 'remind_due_tasks'`);
    await app.runJobs();
    expect(await noticesOf('tax-officer')).toHaveLength(1);
  });

  test('not before eight in Beijing; the next day again, and then the next task is near', async () => {
    expect(await day('2026-03-01T23:59:00Z')).toBe(0);
    expect(await day('2026-03-02T00:00:00Z')).toBe(2);
    expect(await noticesOf('tax-officer')).toHaveLength(2);
    expect(await noticesOf('stats-officer')).toHaveLength(1);
  });

  test('what is handed in or closed is left alone', async () => {
    const own = actor('data_officer', { userId: 'tax-officer', officeId: offices['tax'] ?? '' });
    const { items } = (await app.call(officer, 'GET', at('/campaigns'))).as(
      z.strictObject({ items: z.array(Campaign) }),
    );
    const Board = z.looseObject({
      tasks: z.array(z.looseObject({ task_id: z.string(), office_id: z.string() })),
    });
    for (const one of items) {
      const board = await app.call(officer, 'GET', at(`/campaigns/${one.campaign_id}/board`));
      const [task] = Board.parse(board.body).tasks;
      if (task?.office_id === offices['tax'])
        await app.call(own, 'POST', at(`/tasks/${task?.task_id}/submit`), { version: 1 });
      if (task?.office_id === offices['late'])
        await app.call(officer, 'POST', at(`/campaigns/${one.campaign_id}/close`), { version: 1 });
    }
    await day('2026-03-03T02:00:00Z');
    expect(await noticesOf('tax-officer')).toHaveLength(2);
    expect(await noticesOf('late-officer')).toHaveLength(2);
    expect(await noticesOf('stats-officer')).toHaveLength(2);
  });

  test('a task of the enterprises reaches those that lack a figure, by hand too', async () => {
    const { campaign_id: id } = await campaign(null, '2026-03-06', 'staff');
    await day('2026-03-04T02:00:00Z');
    expect(await noticesOf('user-1')).toEqual([]);
    expect(await noticesOf('user-2')).toEqual([{ code: 'task_reminder', due_on: '2026-03-06' }]);
    const board = await app.call(officer, 'GET', at(`/campaigns/${id}/board`));
    const { tasks } = z
      .looseObject({ tasks: z.array(z.looseObject({ task_id: z.string() })) })
      .parse(board.body);
    const answer = await app.call(officer, 'POST', at(`/tasks/${tasks[0]?.task_id}/remind`), {});
    expect(answer).toMatchObject({ status: 200, body: { notified: 1, task: { reminders: 2 } } });
  });
});
