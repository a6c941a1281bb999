// SQL on published lists and on the history of classes. A published row is never changed.
import { sql } from 'kysely';
import type { Ctx } from '#platform/ctx.ts';
import type { Database } from '#platform/db/database.ts';
import type { Publication, PublicRow } from '../contract/shapes.ts';
import type { PreviousRun } from '../contract/year-on-year.ts';
import type { Frame } from '../model/frame.ts';
import { evaluations } from './tables.ts';

const PUBLICATION = [
  'publication_id',
  'evaluation_id',
  'run_id',
  'seq',
  'kind',
  'title',
  'merkle_root',
  'row_count',
  'replaces',
  'notice_from',
  'notice_until',
  'reason',
  'published_at',
] as const;

type Row = Omit<Publication, 'published_at'> & { published_at: Date };
const publicationOf = (row: Row): Publication => ({ ...row, published_at: row.published_at.toISOString() });

export async function selectPublications(ctx: Ctx): Promise<Publication[]> {
  const rows = await evaluations(ctx)
    .selectFrom('publication')
    .select(PUBLICATION)
    .where('zone_id', '=', ctx.zone)
    .orderBy('publication_id', 'desc')
    .execute();
  return rows.map(publicationOf);
}

export async function selectPublication(ctx: Ctx, id: string): Promise<Publication | undefined> {
  const row = await evaluations(ctx)
    .selectFrom('publication')
    .select(PUBLICATION)
    .where('zone_id', '=', ctx.zone)
    .where('publication_id', '=', id)
    .executeTakeFirst();
  return row && publicationOf(row);
}

/** The list a run was published in last; undefined while nobody outside may know of it. */
export function publicationOfRun(
  ctx: Ctx,
  runId: string,
): Promise<Pick<Publication, 'publication_id'> | undefined> {
  return evaluations(ctx)
    .selectFrom('publication')
    .select('publication_id')
    .where('zone_id', '=', ctx.zone)
    .where('run_id', '=', runId)
    .orderBy('seq', 'desc')
    .executeTakeFirst();
}

export async function lastPublication(ctx: Ctx, evaluationId: string): Promise<Publication | undefined> {
  const row = await evaluations(ctx)
    .selectFrom('publication')
    .select(PUBLICATION)
    .where('zone_id', '=', ctx.zone)
    .where('evaluation_id', '=', evaluationId)
    .orderBy('seq', 'desc')
    .executeTakeFirst();
  return row && publicationOf(row);
}

/**
 * The run behind the list that counts of a period: of its concluded evaluations of the same frame, the list that was published
 * last, be it final or a correction.
 */
export async function selectConcludedRun(
  ctx: Ctx,
  period: string,
  { scope, land_from_mu: from, land_below_mu: below }: Frame,
): Promise<PreviousRun | undefined> {
  const row = await evaluations(ctx)
    .selectFrom('publication as p')
    .innerJoin('evaluation as e', (join) =>
      join.onRef('e.zone_id', '=', 'p.zone_id').onRef('e.evaluation_id', '=', 'p.evaluation_id'),
    )
    .innerJoin('run as r', (join) =>
      join.onRef('r.zone_id', '=', 'p.zone_id').onRef('r.run_id', '=', 'p.run_id'),
    )
    .select([
      'e.period_id',
      'e.evaluation_id',
      'e.name as evaluation_name',
      'p.run_id',
      'p.publication_id',
      'p.published_at',
      'r.scheme_id',
      'r.scheme_version',
    ])
    .where('p.zone_id', '=', ctx.zone)
    .where('e.period_id', '=', period)
    .where('e.scope', '=', scope)
    .where(sql<boolean>`e.land_from_mu is not distinct from ${from}::numeric`)
    .where(sql<boolean>`e.land_below_mu is not distinct from ${below}::numeric`)
    .where('e.state', 'in', ['final', 'archived'])
    .where('p.kind', 'in', ['final', 'correction'])
    .orderBy('p.published_at', 'desc')
    .orderBy('p.publication_id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && { ...row, published_at: row.published_at.toISOString() };
}

export type ListedRow = PublicRow & { readonly enterprise_id: string; readonly salt: string };

/** The rows of a run as they are published: subjects with a class, best first. */
export function selectRowsToPublish(ctx: Ctx, runId: string) {
  return evaluations(ctx)
    .selectFrom('run_row')
    .select(['enterprise_id', 'credit_code', 'name', 'final_class', 'score', 'rank'])
    .where('zone_id', '=', ctx.zone)
    .where('run_id', '=', runId)
    .where('final_class', 'is not', null)
    .orderBy('position')
    .execute();
}

export async function insertPublication(
  ctx: Ctx,
  publication: Omit<Publication, 'published_at'> & { readonly published_at: Date },
  rows: readonly ListedRow[],
): Promise<void> {
  await evaluations(ctx)
    .insertInto('publication')
    .values({
      zone_id: ctx.zone,
      ...publication,
      published_by: ctx.actor.userId,
    })
    .execute();
  for (let start = 0; start < rows.length; start += 10_000) {
    const chunk = JSON.stringify(rows.slice(start, start + 10_000));
    await sql`
      insert into publication_row (zone_id, publication_id, position, enterprise_id, credit_code, name, class, score, rank, salt)
      select ${ctx.zone}, ${publication.publication_id}::uuid, r.position, r.enterprise_id, r.credit_code, r.name,
             r.class, r.score, r.rank, r.salt
      from json_to_recordset(${chunk}::json) as r(position int, enterprise_id uuid, credit_code text, name text,
           class text, score text, rank int, salt text)`.execute(ctx.trx);
  }
}

const LISTED = [
  'position',
  'enterprise_id',
  'credit_code',
  'name',
  'class',
  'score',
  'rank',
  'salt',
] as const;

export function selectListedRows(
  ctx: Ctx,
  id: string,
  page?: {
    readonly limit: number;
    readonly after: number;
    readonly class?: string | undefined;
    readonly search?: string | undefined;
  },
): Promise<ListedRow[]> {
  let rows = evaluations(ctx)
    .selectFrom('publication_row')
    .select(LISTED)
    .where('zone_id', '=', ctx.zone)
    .where('publication_id', '=', id);
  if (page?.class !== undefined) rows = rows.where('class', '=', page.class);
  if (page?.search !== undefined && page.search !== '') {
    const pattern = `%${page.search.replace(/[\\%_]/g, '\\$&')}%`;
    rows = rows.where((eb) => eb.or([eb('name', 'like', pattern), eb('credit_code', 'like', pattern)]));
  }
  if (page !== undefined) rows = rows.where('position', '>', page.after).limit(page.limit + 1);
  return rows.orderBy('position').execute();
}

/** One row of a list, by whatever names the enterprise. */
export function selectListedRow(
  ctx: Ctx,
  id: string,
  who: { readonly enterprise_id: string } | { readonly credit_code: string },
): Promise<ListedRow | undefined> {
  const rows = evaluations(ctx)
    .selectFrom('publication_row')
    .select(LISTED)
    .where('zone_id', '=', ctx.zone)
    .where('publication_id', '=', id);
  return 'enterprise_id' in who
    ? rows.where('enterprise_id', '=', who.enterprise_id).executeTakeFirst()
    : rows.where('credit_code', '=', who.credit_code).executeTakeFirst();
}

/**
 * The classes of a published run as the period's history. Years in D go on from the period before; a year without an
 * evaluation breaks the count.
 */
export async function writeClassHistory(
  ctx: Ctx,
  input: {
    readonly period: string;
    readonly before: string | undefined;
    readonly run: string;
    readonly evaluation: string;
  },
): Promise<void> {
  await evaluations(ctx)
    .deleteFrom('class_history')
    .where('zone_id', '=', ctx.zone)
    .where('period_id', '=', input.period)
    .where('evaluation_id', '=', input.evaluation)
    .execute();
  await sql`
    delete from class_history h using run_row r
    where h.zone_id = ${ctx.zone} and h.period_id = ${input.period} and h.enterprise_id = r.enterprise_id
      and r.zone_id = ${ctx.zone} and r.run_id = ${input.run}::uuid and r.final_class is not null`.execute(
    ctx.trx,
  );
  await sql`
    insert into class_history (zone_id, enterprise_id, period_id, evaluation_id, class, years_in_d)
    select r.zone_id, r.enterprise_id, ${input.period}, ${input.evaluation}::uuid, r.final_class,
           case when r.final_class = 'D' then coalesce(h.years_in_d, 0) + 1 else 0 end
    from run_row r
    left join class_history h on h.zone_id = r.zone_id and h.enterprise_id = r.enterprise_id
      and h.period_id = ${input.before ?? ''}
    where r.zone_id = ${ctx.zone} and r.run_id = ${input.run}::uuid and r.final_class is not null`.execute(
    ctx.trx,
  );
}

/** Consecutive years in D by enterprise at the end of a period. */
export async function selectYearsInD(ctx: Ctx, period: string): Promise<ReadonlyMap<string, number>> {
  const rows = await evaluations(ctx)
    .selectFrom('class_history')
    .select(['enterprise_id', 'years_in_d'])
    .where('zone_id', '=', ctx.zone)
    .where('period_id', '=', period)
    .execute();
  return new Map(rows.map((row) => [row.enterprise_id, row.years_in_d]));
}

export async function selectOwnYearsInD(ctx: Ctx, period: string, enterpriseId: string): Promise<number> {
  const row = await evaluations(ctx)
    .selectFrom('class_history')
    .select('years_in_d')
    .where('zone_id', '=', ctx.zone)
    .where('period_id', '=', period)
    .where('enterprise_id', '=', enterpriseId)
    .executeTakeFirst();
  return row?.years_in_d ?? 0;
}

/** Of all zones: asked as the owner of the database, for what is public anyway. */
export async function selectPublishingZones(database: Database): Promise<string[]> {
  const { rows } = await sql<{ zone: string }>`select distinct zone_id as zone from publication`.execute(
    database.kysely,
  );
  return rows.map(({ zone }) => zone);
}
