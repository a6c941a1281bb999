// SQL on findings about figures.
import { sql } from 'kysely';
import type { Ctx } from '#platform/ctx.ts';
import type { Finding, FindingDecision, FindingRef } from '../contract/findings.ts';
import { collection } from './tables.ts';

const FINDING = [
  'enterprise_id',
  'item_id',
  'code',
  'severity',
  'params',
  'state',
  'reason',
  'decided_by',
  'decided_at',
  'version',
] as const;

type Row = Omit<Finding, 'decided_at'> & { decided_at: Date | null };
const findingOf = (row: Row): Finding => ({ ...row, decided_at: row.decided_at?.toISOString() ?? null });

export type NewFinding = Pick<Finding, 'enterprise_id' | 'item_id' | 'code' | 'severity' | 'params'>;

/**
 * The findings of a check in place of those before: new ones are open, found again ones keep what was decided, and what
 * was not found any more is fixed. Conflicts of a merge were not found by a check: people decide about them.
 */
export async function replaceFindings(ctx: Ctx, period: string, found: readonly NewFinding[]): Promise<void> {
  const at = ctx.services.now();
  for (let start = 0; start < found.length; start += 10_000) {
    const chunk = JSON.stringify(found.slice(start, start + 10_000));
    const rows = sql`jsonb_to_recordset(${chunk}::jsonb)
      as r(enterprise_id uuid, item_id text, code text, severity text, params jsonb)`;
    await sql`
      update finding f set checked_at = ${at}, params = r.params, version = f.version + 1,
             state = case when f.state = 'fixed' then 'open' else f.state end
      from ${rows}
      where f.zone_id = ${ctx.zone} and f.period_id = ${period} and f.enterprise_id = r.enterprise_id
        and f.item_id = r.item_id and f.code = r.code`.execute(ctx.trx);
    await sql`
      insert into finding (zone_id, period_id, enterprise_id, item_id, code, severity, params, checked_at)
      select ${ctx.zone}, ${period}, r.enterprise_id, r.item_id, r.code, r.severity, r.params, ${at} from ${rows}
      where not exists (select 1 from finding f where f.zone_id = ${ctx.zone} and f.period_id = ${period}
        and f.enterprise_id = r.enterprise_id and f.item_id = r.item_id and f.code = r.code)`.execute(
      ctx.trx,
    );
  }
  await sql`
    update finding set state = 'fixed', version = version + 1
    where zone_id = ${ctx.zone} and period_id = ${period} and state <> 'fixed' and checked_at < ${at}
      and code <> 'figure_merge_conflict'`.execute(ctx.trx);
}

/** Findings of a record that became part of another one stand in nobody's way. */
const ofNoMerged = (ctx: Ctx) => sql<boolean>`enterprise_id not in (
  select e.enterprise_id from enterprise e where e.zone_id = ${ctx.zone} and e.status = 'merged')`;

export async function selectFindings(
  ctx: Ctx,
  period: string,
  filter: {
    readonly limit: number;
    readonly after: { readonly key: string; readonly id: string } | undefined;
    readonly state?: Finding['state'] | undefined;
    readonly item_id?: string | undefined;
    readonly items: readonly string[];
  },
): Promise<Finding[]> {
  let rows = collection(ctx)
    .selectFrom('finding')
    .select(FINDING)
    .where('zone_id', '=', ctx.zone)
    .where('period_id', '=', period)
    .where(ofNoMerged(ctx))
    .where(sql<boolean>`item_id = any (${filter.items}::text[])`);
  if (filter.state !== undefined) rows = rows.where('state', '=', filter.state);
  if (filter.item_id !== undefined) rows = rows.where('item_id', '=', filter.item_id);
  if (filter.after !== undefined) {
    const { key, id } = filter.after;
    rows = rows.where(sql<boolean>`(enterprise_id, item_id || ' ' || code) > (${id}::uuid, ${key})`);
  }
  const found = await rows
    .orderBy('enterprise_id')
    .orderBy(sql`item_id || ' ' || code`)
    .limit(filter.limit + 1)
    .execute();
  return found.map(findingOf);
}

/**
 * Decides about those that are still in the version their reader saw, and returns them. They are locked in one order, so
 * that two people who decide about the same ones wait for each other instead of for ever.
 */
export async function updateFindings(
  ctx: Ctx,
  period: string,
  findings: readonly FindingRef[],
  { state, reason }: FindingDecision,
): Promise<Finding[]> {
  const wanted = sql`jsonb_to_recordset(${JSON.stringify(findings)}::jsonb)
    as r(enterprise_id uuid, item_id text, code text, version int)`;
  const same = sql`f.zone_id = ${ctx.zone} and f.period_id = ${period} and f.enterprise_id = r.enterprise_id
    and f.item_id = r.item_id and f.code = r.code and f.version = r.version`;
  await sql`
    select 1 from finding f join ${wanted} on ${same} order by f.enterprise_id, f.item_id, f.code for update of f`.execute(
    ctx.trx,
  );
  const { rows } = await sql<Row>`
    update finding f set state = ${state}, reason = ${reason}, decided_by = ${ctx.actor.userId},
           decided_at = ${ctx.services.now()}, version = f.version + 1
    from ${wanted} where ${same}
    returning ${sql.join(FINDING.map((column) => sql.ref(`f.${column}`)))}`.execute(ctx.trx);
  return rows.map(findingOf);
}

/** Findings that nobody has looked at and that are faults. */
export async function countOpenErrors(ctx: Ctx, period: string): Promise<number> {
  const { count } = await collection(ctx)
    .selectFrom('finding')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('zone_id', '=', ctx.zone)
    .where('period_id', '=', period)
    .where(ofNoMerged(ctx))
    .where('state', '=', 'open')
    .where('severity', '=', 'error')
    .executeTakeFirstOrThrow();
  return count;
}
