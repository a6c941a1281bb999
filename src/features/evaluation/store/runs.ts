// SQL on frozen datasets, runs and their rows. All of them are written once.
import { sql } from 'kysely';
import type { Override } from '#engine/run/evaluate.ts';
import type { Ctx } from '#platform/ctx.ts';
import { readCursor } from '#platform/db/cursor.ts';
import type { ResultRow, Run } from '../contract/shapes.ts';
import type { RowPiece } from '../worker/row-pieces.ts';
import { evaluations } from './tables.ts';

export type Dataset = {
  readonly dataset_id: string;
  readonly evaluation_id: string;
  readonly period_id: string;
  readonly hash: string;
  readonly row_count: number;
  readonly columns: string[];
  readonly arrow: Buffer;
  readonly history: Buffer | null;
  readonly replaces: string | null;
};

export async function insertDataset(ctx: Ctx, dataset: Dataset): Promise<void> {
  await evaluations(ctx)
    .insertInto('dataset')
    .values({ zone_id: ctx.zone, ...dataset, created_by: ctx.actor.userId, created_at: ctx.services.now() })
    .execute();
}

/** Rows of the latest dataset of an evaluation; 0 when nothing is frozen. */
export async function selectDatasetSize(ctx: Ctx, evaluationId: string): Promise<number> {
  const row = await evaluations(ctx)
    .selectFrom('dataset')
    .select('row_count')
    .where('zone_id', '=', ctx.zone)
    .where('evaluation_id', '=', evaluationId)
    .orderBy('dataset_id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.row_count ?? 0;
}

export type DatasetHead = Pick<Dataset, 'dataset_id' | 'hash' | 'row_count' | 'columns'> & {
  readonly has_history: boolean;
};

/** What a dataset is, without its figures: reading those takes a while. */
export function selectDatasetHead(ctx: Ctx, id: string): Promise<DatasetHead | undefined> {
  return evaluations(ctx)
    .selectFrom('dataset')
    .select(['dataset_id', 'hash', 'row_count', 'columns'])
    .select(({ eb }) => eb('history', 'is not', null).$castTo<boolean>().as('has_history'))
    .where('zone_id', '=', ctx.zone)
    .where('dataset_id', '=', id)
    .executeTakeFirst();
}

export function selectDataset(ctx: Ctx, id: string): Promise<Dataset | undefined> {
  return evaluations(ctx)
    .selectFrom('dataset')
    .select([
      'dataset_id',
      'evaluation_id',
      'period_id',
      'hash',
      'row_count',
      'columns',
      'arrow',
      'history',
      'replaces',
    ])
    .where('zone_id', '=', ctx.zone)
    .where('dataset_id', '=', id)
    .executeTakeFirst();
}

const RUN = [
  'run.run_id',
  'run.evaluation_id',
  'run.dataset_id',
  'run.scheme_id',
  'run.scheme_version',
  'run.scheme_hash',
  'run.engine_version',
  'run.result_hash',
  'run.purpose',
  'run.summary',
  'run.created_by',
  'run.created_at',
] as const;

export type RunRecord = Run & { readonly overrides: readonly Override[] };

function runsOf(ctx: Ctx) {
  // Datasets are out of reach for those who see single enterprises only; the hash alone is not.
  return evaluations(ctx)
    .selectFrom('run')
    .leftJoin('dataset', (join) =>
      join.onRef('dataset.zone_id', '=', 'run.zone_id').onRef('dataset.dataset_id', '=', 'run.dataset_id'),
    )
    .select([...RUN, 'run.overrides', 'dataset.hash as dataset_hash'])
    .where('run.zone_id', '=', ctx.zone);
}

type RunRow = Omit<RunRecord, 'created_at' | 'dataset_hash'> & {
  created_at: Date;
  dataset_hash: string | null;
};
const runOf = (row: RunRow): RunRecord => ({
  ...row,
  dataset_hash: row.dataset_hash ?? '',
  created_at: row.created_at.toISOString(),
});

export async function selectRun(ctx: Ctx, id: string): Promise<RunRecord | undefined> {
  const row = await runsOf(ctx).where('run.run_id', '=', id).executeTakeFirst();
  return row && runOf(row);
}

/** By id of the run. */
export async function selectEvaluationsOfRuns(
  ctx: Ctx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await evaluations(ctx)
    .selectFrom('run')
    .select(['run_id', 'evaluation_id'])
    .where('zone_id', '=', ctx.zone)
    .where('run_id', 'in', ids)
    .execute();
  return new Map(rows.map(({ run_id, evaluation_id }) => [run_id, evaluation_id]));
}

export async function selectRuns(ctx: Ctx, evaluationId: string): Promise<RunRecord[]> {
  const rows = await runsOf(ctx)
    .where('run.evaluation_id', '=', evaluationId)
    .orderBy('run.run_id', 'desc')
    .execute();
  return rows.map(runOf);
}

export async function selectResultBytes(ctx: Ctx, id: string): Promise<Buffer | undefined> {
  const row = await evaluations(ctx)
    .selectFrom('run')
    .select('result')
    .where('zone_id', '=', ctx.zone)
    .where('run_id', '=', id)
    .executeTakeFirst();
  return row?.result;
}

export async function insertRun(
  ctx: Ctx,
  run: Omit<RunRecord, 'created_at' | 'created_by' | 'dataset_hash'> & { readonly result: Uint8Array },
): Promise<void> {
  await evaluations(ctx)
    .insertInto('run')
    .values({
      zone_id: ctx.zone,
      ...run,
      overrides: JSON.stringify(run.overrides),
      summary: JSON.stringify(run.summary),
      result: Buffer.from(run.result),
      created_by: ctx.actor.userId,
      created_at: ctx.services.now(),
    })
    .execute();
}

/** A piece of the rows of a run. */
export async function insertRunRows(ctx: Ctx, runId: string, { start, columns }: RowPiece): Promise<void> {
  await sql`
    insert into run_row (zone_id, run_id, enterprise_id, position, credit_code, name, park_id, industry_code, score,
                         class, final_class, rank, pool, indicator_values)
    select ${ctx.zone}, ${runId}::uuid, r.e, ${start}::int - 1 + r.place, r.c, r.n, r.k, r.i, r.s::numeric, r.a, r.f,
           r.r, r.o, r.v
    from unnest(${columns.enterprise_id}::uuid[], ${columns.credit_code}::text[], ${columns.name}::text[],
                ${columns.park_id}::uuid[], ${columns.industry_code}::text[], ${columns.score}::text[],
                ${columns.class}::text[], ${columns.final_class}::text[], ${columns.rank}::int[],
                ${columns.pool}::text[], ${columns.indicator_values}::jsonb[])
      with ordinality as r(e, c, n, k, i, s, a, f, r, o, v, place)`.execute(ctx.trx);
}

const ROW = [
  'enterprise_id',
  'position',
  'credit_code',
  'name',
  'park_id',
  'industry_code',
  'score',
  'class',
  'final_class',
  'rank',
  'pool',
  'indicator_values as indicators',
] as const;

export type ResultFilter = {
  readonly class?: string | undefined;
  readonly park_id?: string | undefined;
  readonly industry?: string | undefined;
  readonly search?: string | undefined;
};

/** Best first, one row more than the page holds. */
export function selectRunRows(
  ctx: Ctx,
  runId: string,
  page: ResultFilter & {
    readonly limit: number;
    readonly cursor?: string | undefined;
    readonly after?: number;
  },
): Promise<ResultRow[]> {
  let rows = evaluations(ctx)
    .selectFrom('run_row')
    .select(ROW)
    .where('zone_id', '=', ctx.zone)
    .where('run_id', '=', runId);
  const { class: inClass, park_id: park, industry, search } = page;
  if (inClass !== undefined) rows = rows.where('final_class', '=', inClass);
  if (park !== undefined) rows = rows.where('park_id', '=', park);
  if (industry !== undefined) rows = rows.where('industry_code', 'like', `${escapeLike(industry)}%`);
  if (search !== undefined && search !== '') {
    const pattern = `%${escapeLike(search)}%`;
    rows = rows.where((eb) => eb.or([eb('name', 'like', pattern), eb('credit_code', 'like', pattern)]));
  }
  const after = page.cursor === undefined ? page.after : positionOf(page.cursor);
  if (after !== undefined) rows = rows.where('position', '>', after);
  return rows
    .orderBy('position')
    .limit(page.limit + 1)
    .execute();
}

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

function positionOf(cursor: string): number {
  const { key } = readCursor(cursor);
  return typeof key === 'number' && Number.isInteger(key) && Math.abs(key) < 2 ** 31 ? key : -1;
}

export function selectRunRow(ctx: Ctx, runId: string, enterpriseId: string): Promise<ResultRow | undefined> {
  return evaluations(ctx)
    .selectFrom('run_row')
    .select(ROW)
    .where('zone_id', '=', ctx.zone)
    .where('run_id', '=', runId)
    .where('enterprise_id', '=', enterpriseId)
    .executeTakeFirst();
}

/** Ids by credit code, which is what runs know enterprises by. */
export async function selectRunIds(
  ctx: Ctx,
  runId: string,
  codes: readonly string[],
): Promise<Map<string, { id: string; name: string }>> {
  const rows = await evaluations(ctx)
    .selectFrom('run_row')
    .select(['credit_code', 'enterprise_id', 'name'])
    .where('zone_id', '=', ctx.zone)
    .where('run_id', '=', runId)
    .where(sql<boolean>`credit_code = any (${codes}::text[])`)
    .execute();
  return new Map(rows.map((row) => [row.credit_code, { id: row.enterprise_id, name: row.name }]));
}

/** The place of the first row of a piece that is stored otherwise, or not at all. */
export async function selectChangedRow(
  ctx: Ctx,
  runId: string,
  { start, count, columns }: RowPiece,
): Promise<number | undefined> {
  const { rows } = await sql<{ place: number | null }>`
    select min(c.place)::int as place
    from (select ${start}::int - 1 + r.place as place, r.e, r.c, r.s::numeric as s, r.a, r.f, r.r
          from unnest(${columns.enterprise_id}::uuid[], ${columns.credit_code}::text[], ${columns.score}::text[],
                      ${columns.class}::text[], ${columns.final_class}::text[], ${columns.rank}::int[])
            with ordinality as r(e, c, s, a, f, r, place)) c
    left join (select * from run_row
               where zone_id = ${ctx.zone} and run_id = ${runId}::uuid
                 and position between ${start}::int and ${start}::int + ${count}::int - 1) d on d.position = c.place
    where (c.e, c.c, c.s, c.a, c.f, c.r)
      is distinct from (d.enterprise_id, d.credit_code, d.score, d.class, d.final_class, d.rank)`.execute(
    ctx.trx,
  );
  return rows[0]?.place ?? undefined;
}

export async function countRunRows(ctx: Ctx, runId: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from run_row where zone_id = ${ctx.zone} and run_id = ${runId}::uuid`.execute(
    ctx.trx,
  );
  return rows[0]?.n ?? 0;
}
