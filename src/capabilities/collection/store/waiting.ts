// SQL on what waits for somebody: open tasks, staged imports, open findings, unanswered disputes.
import { sql } from 'kysely';
import type { Ctx } from '#platform/ctx.ts';

export type OpenTask = {
  readonly task_id: string;
  readonly campaign_id: string;
  readonly period_id: string;
  readonly office_id: string | null;
  readonly due_on: string;
};

/** Of campaigns that are open, not handed in yet; the first due first. */
export async function selectOpenTasks(ctx: Ctx): Promise<OpenTask[]> {
  const { rows } = await sql<OpenTask>`
    select t.task_id, t.campaign_id, c.period_id, t.office_id, t.due_on
    from task t join campaign c on c.zone_id = t.zone_id and c.campaign_id = t.campaign_id
    where t.zone_id = ${ctx.zone} and c.state = 'open' and t.submitted_at is null
    order by t.due_on, t.task_id`.execute(ctx.trx);
  return rows;
}

export type StagedImport = {
  readonly import_id: string;
  readonly period_id: string;
  readonly office_id: string | null;
  readonly uploaded_by: string;
};

export async function selectStagedImports(ctx: Ctx): Promise<StagedImport[]> {
  const { rows } = await sql<StagedImport>`
    select import_id, period_id, office_id, uploaded_by from import
    where zone_id = ${ctx.zone} and state = 'staged' order by uploaded_at desc limit 500`.execute(ctx.trx);
  return rows;
}

export type Waiting = { readonly period_id: string; readonly count: number; readonly ids: string[] };

/** Open findings of these items by period, with the first enterprises concerned. */
export async function selectOpenFindings(
  ctx: Ctx,
  items: readonly string[],
): Promise<(Waiting & { readonly errors: number })[]> {
  const { rows } = await sql<Waiting & { errors: number }>`
    select period_id, count(*)::int as count, count(*) filter (where severity = 'error')::int as errors,
           (array_agg(distinct enterprise_id::text))[1:20] as ids
    from finding
    where zone_id = ${ctx.zone} and state = 'open' and severity <> 'info'
      and item_id = any (${[...items]}::text[])
    group by period_id order by period_id desc`.execute(ctx.trx);
  return rows;
}

export async function selectDisputes(ctx: Ctx): Promise<Waiting[]> {
  const { rows } = await sql<Waiting>`
    select period_id, count(*)::int as count, (array_agg(enterprise_id::text order by decided_at))[1:20] as ids
    from confirmation where zone_id = ${ctx.zone} and state = 'disputed'
    group by period_id order by period_id desc`.execute(ctx.trx);
  return rows;
}

/** Those of the enterprises that said nothing about their figures of the period. */
export async function selectUnconfirmed(
  ctx: Ctx,
  period: string,
  enterprises: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select e.enterprise_id as id from enterprise e
    where e.zone_id = ${ctx.zone} and e.enterprise_id = any (${[...enterprises]}::uuid[]) and e.status <> 'merged'
      and not exists (select 1 from confirmation c where c.zone_id = e.zone_id and c.period_id = ${period}
                      and c.enterprise_id = e.enterprise_id)
    order by 1`.execute(ctx.trx);
  return rows.map(({ id }) => id);
}
