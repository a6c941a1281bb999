// SQL on campaigns and tasks.
import { sql } from 'kysely';
import type { Ctx } from '#platform/ctx.ts';
import type { Campaign, Task } from '../contract/campaigns.ts';
import { collection } from './tables.ts';

const CAMPAIGN = ['campaign_id', 'period_id', 'name', 'opens_on', 'due_on', 'state', 'version'] as const;
export const TASK = [
  'task_id',
  'campaign_id',
  'office_id',
  'item_ids',
  'due_on',
  'submitted_at',
  'returned_reason',
  'reminders',
  'version',
] as const;

type TaskRow = Omit<Task, 'submitted_at'> & { submitted_at: Date | null };
export const taskOf = (row: TaskRow): Task => ({
  ...row,
  submitted_at: row.submitted_at?.toISOString() ?? null,
});

export function selectCampaigns(ctx: Ctx): Promise<Campaign[]> {
  return collection(ctx)
    .selectFrom('campaign')
    .select(CAMPAIGN)
    .where('zone_id', '=', ctx.zone)
    .orderBy('opens_on', 'desc')
    .orderBy('campaign_id', 'desc')
    .execute();
}

export function selectCampaign(ctx: Ctx, id: string): Promise<Campaign | undefined> {
  return collection(ctx)
    .selectFrom('campaign')
    .select(CAMPAIGN)
    .where('zone_id', '=', ctx.zone)
    .where('campaign_id', '=', id)
    .executeTakeFirst();
}

export async function insertCampaign(
  ctx: Ctx,
  campaign: Campaign,
  tasks: readonly Pick<Task, 'task_id' | 'office_id' | 'item_ids' | 'due_on'>[],
): Promise<void> {
  await collection(ctx)
    .insertInto('campaign')
    .values({ zone_id: ctx.zone, ...campaign })
    .execute();
  const rows = tasks.map((task) => ({
    zone_id: ctx.zone,
    campaign_id: campaign.campaign_id,
    ...task,
    submitted_at: null,
    submitted_by: null,
    returned_reason: null,
    reminded_at: null,
    auto_reminded_on: null,
  }));
  await collection(ctx).insertInto('task').values(rows).execute();
}

export async function closeCampaignRow(ctx: Ctx, id: string, version: number): Promise<Campaign | undefined> {
  return collection(ctx)
    .updateTable('campaign')
    .set({ state: 'closed', version: version + 1 })
    .where('zone_id', '=', ctx.zone)
    .where('campaign_id', '=', id)
    .where('version', '=', version)
    .returning(CAMPAIGN)
    .executeTakeFirst();
}

export async function selectTasks(ctx: Ctx, campaignId: string): Promise<Task[]> {
  const rows = await collection(ctx)
    .selectFrom('task')
    .select(TASK)
    .where('zone_id', '=', ctx.zone)
    .where('campaign_id', '=', campaignId)
    .orderBy('task_id')
    .execute();
  return rows.map(taskOf);
}

export async function selectTask(ctx: Ctx, id: string): Promise<Task | undefined> {
  const row = await collection(ctx)
    .selectFrom('task')
    .select(TASK)
    .where('zone_id', '=', ctx.zone)
    .where('task_id', '=', id)
    .executeTakeFirst();
  return row && taskOf(row);
}

export type TaskChange = {
  readonly submitted_at?: Date | null;
  readonly submitted_by?: string | null;
  readonly returned_reason?: string | null;
};

/** Undefined when no task has this id in this version. */
export async function updateTask(
  ctx: Ctx,
  id: string,
  version: number,
  change: TaskChange,
): Promise<Task | undefined> {
  const row = await collection(ctx)
    .updateTable('task')
    .set({ ...change, version: version + 1 })
    .where('zone_id', '=', ctx.zone)
    .where('task_id', '=', id)
    .where('version', '=', version)
    .returning(TASK)
    .executeTakeFirst();
  return row && taskOf(row);
}

export type LastImport = { readonly import_id: string; readonly at: string; readonly by: string };

/** By task: the latest import that entered and was sent for it, or by its office with one of its items. */
export async function selectLastImports(
  ctx: Ctx,
  { campaign_id: id, period_id: period }: Pick<Campaign, 'campaign_id' | 'period_id'>,
): Promise<ReadonlyMap<string, LastImport>> {
  const { rows } = await sql<{ task_id: string; import_id: string; at: Date; by: string }>`
    select t.task_id, last.*
    from task t cross join lateral (
      select i.import_id, i.uploaded_at as at, i.uploaded_by as by
      from import i
      where i.zone_id = t.zone_id and i.period_id = ${period} and i.state = 'accepted'
        and (i.task_id = t.task_id
          or (case when t.office_id is null then i.layer = 'declared' else i.office_id = t.office_id end
            and exists (select 1 from jsonb_array_elements(i.columns) c where c ->> 'item_id' = any (t.item_ids))))
      order by i.import_id desc limit 1) last
    where t.zone_id = ${ctx.zone} and t.campaign_id = ${id}::uuid`.execute(ctx.trx);
  return new Map(rows.map(({ task_id, at, ...last }) => [task_id, { ...last, at: at.toISOString() }]));
}

/** How many enterprises have each item, whatever the layer; one pass over the period. */
export async function countFilled(ctx: Ctx, period: string): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ item: string; filled: number }>`
    select k as item, count(*)::int as filled
    from figures f cross join lateral jsonb_object_keys(f.declared || f.verified || f.adopted) as k
    where f.zone_id = ${ctx.zone} and f.period_id = ${period}
      and f.enterprise_id not in (
        select e.enterprise_id from enterprise e where e.zone_id = ${ctx.zone} and e.status = 'merged')
    group by k`.execute(ctx.trx);
  return new Map(rows.map(({ item, filled }) => [item, filled]));
}
