// SQL on reminders of tasks.
import { sql } from 'kysely';
import type { Ctx } from '#platform/ctx.ts';
import type { Task } from '../contract/campaigns.ts';
import { TASK, taskOf } from './campaigns.ts';
import { collection } from './tables.ts';

export async function countReminder(ctx: Ctx, id: string): Promise<Task | undefined> {
  const row = await collection(ctx)
    .updateTable('task')
    .set(({ eb }) => ({ reminders: eb('reminders', '+', 1), reminded_at: ctx.services.now() }))
    .where('zone_id', '=', ctx.zone)
    .where('task_id', '=', id)
    .returning(TASK)
    .executeTakeFirst();
  return row && taskOf(row);
}

/** Tasks of open campaigns that nobody has handed in, due on `until` or before, of which nobody was reminded today. */
export async function selectDueTasks(ctx: Ctx, today: string, until: string): Promise<string[]> {
  const { rows } = await sql<{ task_id: string }>`
    select t.task_id from task t
    join campaign c on c.zone_id = t.zone_id and c.campaign_id = t.campaign_id
    where t.zone_id = ${ctx.zone} and c.state = 'open' and c.opens_on <= ${today}::date and t.submitted_at is null
      and t.due_on <= ${until}::date and (t.auto_reminded_on is null or t.auto_reminded_on < ${today}::date)
    order by t.due_on, t.task_id`.execute(ctx.trx);
  return rows.map((row) => row.task_id);
}

/** Undefined where somebody else was faster today, or it was handed in meanwhile. */
export async function claimReminder(ctx: Ctx, id: string, today: string): Promise<Task | undefined> {
  const row = await collection(ctx)
    .updateTable('task')
    .set(({ eb }) => ({
      reminders: eb('reminders', '+', 1),
      reminded_at: ctx.services.now(),
      auto_reminded_on: today,
    }))
    .where('zone_id', '=', ctx.zone)
    .where('task_id', '=', id)
    .where('submitted_at', 'is', null)
    .where((eb) => eb.or([eb('auto_reminded_on', 'is', null), eb('auto_reminded_on', '<', today)]))
    .returning(TASK)
    .executeTakeFirst();
  return row && taskOf(row);
}

/** Active enterprises that lack a figure of the task, whatever the layer. */
export async function selectIncomplete(
  ctx: Ctx,
  { campaign_id: campaign, item_ids: items }: Pick<Task, 'campaign_id' | 'item_ids'>,
): Promise<string[]> {
  const { rows } = await sql<{ enterprise_id: string }>`
    select e.enterprise_id from enterprise e
    join campaign c on c.zone_id = e.zone_id and c.campaign_id = ${campaign}::uuid
    left join figures f on f.zone_id = e.zone_id and f.period_id = c.period_id and f.enterprise_id = e.enterprise_id
    where e.zone_id = ${ctx.zone} and e.status = 'active'
      and not jsonb_exists_all(coalesce(f.declared || f.verified || f.adopted, '{}'), ${items}::text[])`.execute(
    ctx.trx,
  );
  return rows.map((row) => row.enterprise_id);
}
