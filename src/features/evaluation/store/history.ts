// SQL on one enterprise over the years.
import { sql } from 'kysely';
import type { Ctx } from '#platform/ctx.ts';
import type { Appeal, Publication } from '../contract/shapes.ts';

export type ListedOn = Pick<Publication, 'publication_id' | 'kind' | 'title' | 'published_at'> & {
  readonly evaluation_id: string;
};

/** Lists with the enterprise on them, the latest first. */
export async function selectListsOf(ctx: Ctx, enterpriseId: string): Promise<ListedOn[]> {
  const { rows } = await sql<Omit<ListedOn, 'published_at'> & { published_at: Date }>`
    select p.evaluation_id, p.publication_id, p.kind, p.title, p.published_at
    from publication p join publication_row r on r.zone_id = p.zone_id and r.publication_id = p.publication_id
    where p.zone_id = ${ctx.zone} and r.enterprise_id = ${enterpriseId}::uuid
    order by p.publication_id desc`.execute(ctx.trx);
  return rows.map((row) => ({ ...row, published_at: row.published_at.toISOString() }));
}

/** Consecutive years in D by period. */
export async function selectYearsInDOf(ctx: Ctx, enterpriseId: string): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ period_id: string; years_in_d: number }>`
    select period_id, years_in_d from class_history
    where zone_id = ${ctx.zone} and enterprise_id = ${enterpriseId}::uuid`.execute(ctx.trx);
  return new Map(rows.map((row) => [row.period_id, row.years_in_d]));
}

export async function selectAppealsOf(ctx: Ctx, enterpriseId: string): Promise<Appeal['appeal_id'][]> {
  const { rows } = await sql<{ id: string }>`
    select appeal_id as id from appeal
    where zone_id = ${ctx.zone} and enterprise_id = ${enterpriseId}::uuid order by appeal_id desc`.execute(
    ctx.trx,
  );
  return rows.map(({ id }) => id);
}
