// SQL on figures, findings and confirmations of two records that are merged, and of one that is set free again.
import { sql } from 'kysely';
import type { Ctx } from '#platform/ctx.ts';
import type { Confirmation } from '../contract/confirmations.ts';
import type { Conflict } from '../model/merge-plan.ts';
import { withAnswers } from './confirmations.ts';
import type { FigureRow } from './figures.ts';
import { collection } from './tables.ts';

type PeriodFigures = FigureRow & { readonly period_id: string };

/** Of all periods; nobody else changes them until the transaction ends. */
export function lockFigures(ctx: Ctx, enterpriseIds: readonly string[]): Promise<PeriodFigures[]> {
  return collection(ctx)
    .selectFrom('figures')
    .select(['period_id', 'enterprise_id', 'declared', 'verified', 'adopted', 'version'])
    .where('zone_id', '=', ctx.zone)
    .where('enterprise_id', 'in', enterpriseIds)
    .orderBy('enterprise_id')
    .orderBy('period_id')
    .forUpdate()
    .execute();
}

/** What an enterprise said about a period, with who said and who answered it. */
export type Word = {
  readonly period_id: string;
  readonly enterprise_id: string;
  readonly state: Confirmation['state'];
  readonly figures_version: number;
  readonly disputes: Confirmation['disputes'];
  readonly decided_by: string;
  readonly decided_at: Date | string;
  readonly answer: string | null;
  readonly answered_by: string | null;
  readonly answered_at: Date | string | null;
  readonly version: number;
};

export async function selectWords(ctx: Ctx, enterpriseIds: readonly string[]): Promise<Word[]> {
  const rows = await collection(ctx)
    .selectFrom('confirmation')
    .select([
      'period_id',
      'enterprise_id',
      'state',
      'figures_version',
      'disputes',
      'decided_by',
      'decided_at',
      'answer',
      'answered_by',
      'answered_at',
      'version',
    ])
    .where('zone_id', '=', ctx.zone)
    .where('enterprise_id', 'in', enterpriseIds)
    .forUpdate()
    .execute();
  return rows.map((row) => ({ ...row, disputes: withAnswers(row.disputes) }));
}

/** In place of what is there; null takes it away. */
export async function replaceWord(
  ctx: Ctx,
  { period_id: period, enterprise_id: id }: Pick<Word, 'period_id' | 'enterprise_id'>,
  word: Word | null,
): Promise<void> {
  await collection(ctx)
    .deleteFrom('confirmation')
    .where('zone_id', '=', ctx.zone)
    .where('period_id', '=', period)
    .where('enterprise_id', '=', id)
    .execute();
  if (word === null) return;
  const asDate = (at: Date | string): Date => new Date(at);
  await collection(ctx)
    .insertInto('confirmation')
    .values({
      ...word,
      zone_id: ctx.zone,
      disputes: JSON.stringify(word.disputes),
      decided_at: asDate(word.decided_at),
      answered_at: word.answered_at === null ? null : asDate(word.answered_at),
    })
    .execute();
}

const CODE = 'figure_merge_conflict';

/** Open, whatever was decided about an earlier one of the same item. */
export async function openConflicts(
  ctx: Ctx,
  period: string,
  enterpriseId: string,
  conflicts: readonly (Conflict & { readonly name: string })[],
): Promise<void> {
  for (const { item_id: item, kept, merged, name } of conflicts) {
    const params = JSON.stringify({ kept: String(kept), merged: String(merged), name });
    const key = sql`zone_id = ${ctx.zone} and period_id = ${period} and enterprise_id = ${enterpriseId}::uuid
      and item_id = ${item} and code = ${CODE}`;
    const { numAffectedRows } = await sql`
      update finding set state = 'open', params = ${params}::jsonb, reason = null, decided_by = null,
             decided_at = null, checked_at = ${ctx.services.now()}, version = version + 1
      where ${key}`.execute(ctx.trx);
    if (numAffectedRows === 1n) continue;
    await sql`
      insert into finding (zone_id, period_id, enterprise_id, item_id, code, severity, params, checked_at)
      values (${ctx.zone}, ${period}, ${enterpriseId}::uuid, ${item}, ${CODE}, 'error', ${params}::jsonb,
              ${ctx.services.now()})`.execute(ctx.trx);
  }
}

export async function closeConflict(
  ctx: Ctx,
  period: string,
  enterpriseId: string,
  item: string,
): Promise<void> {
  await sql`
    update finding set state = 'fixed', version = version + 1
    where zone_id = ${ctx.zone} and period_id = ${period} and enterprise_id = ${enterpriseId}::uuid
      and item_id = ${item} and code = ${CODE} and state <> 'fixed'`.execute(ctx.trx);
}

/** Merged records from which this figure came over, of merges that stand. */
export async function selectSourcesOf(
  ctx: Ctx,
  period: string,
  enterpriseId: string,
  item: string,
): Promise<string[]> {
  const { rows } = await sql<{ merged_id: string }>`
    select m.merged_id from enterprise_merge m
    where m.zone_id = ${ctx.zone} and m.kept_id = ${enterpriseId}::uuid and m.undone_at is null
      and exists (
        select 1 from jsonb_array_elements(m.moved -> 'figures') as f
        where f ->> 'period_id' = ${period} and jsonb_exists(f -> 'figures', ${item}))
    order by m.merge_id desc`.execute(ctx.trx);
  return rows.map((row) => row.merged_id);
}

/** Rows of an import that wait for a record which has become part of another one since. */
export async function countMergedRows(ctx: Ctx, importId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from import_row r
    where r.zone_id = ${ctx.zone} and r.import_id = ${importId}::uuid and r.enterprise_id in (
      select e.enterprise_id from enterprise e where e.zone_id = ${ctx.zone} and e.status = 'merged')`.execute(
    ctx.trx,
  );
  return rows[0]?.count ?? 0;
}

/** Records that became part of another one; their figures count nowhere. */
export async function selectMergedIds(ctx: Ctx): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ enterprise_id: string }>`
    select enterprise_id from enterprise where zone_id = ${ctx.zone} and status = 'merged'`.execute(ctx.trx);
  return new Set(rows.map((row) => row.enterprise_id));
}
