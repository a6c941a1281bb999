// SQL on figures and their changes. What changes a figure writes what was there before, in the same transaction.
import { sql } from 'kysely';
import type { Ctx } from '#platform/ctx.ts';
import type { Import, Layer } from '../contract/imports.ts';
import { collection, type Figures } from './tables.ts';

export type FigureRow = {
  readonly enterprise_id: string;
  readonly declared: Figures;
  readonly verified: Figures;
  readonly adopted: Figures;
  readonly version: number;
};

export function selectFigures(
  ctx: Ctx,
  period: string,
  enterpriseId: string,
): Promise<FigureRow | undefined> {
  return collection(ctx)
    .selectFrom('figures')
    .select(['enterprise_id', 'declared', 'verified', 'adopted', 'version'])
    .where('zone_id', '=', ctx.zone)
    .where('period_id', '=', period)
    .where('enterprise_id', '=', enterpriseId)
    .executeTakeFirst();
}

export type FigureTexts = {
  readonly enterprise_id: string;
  /** JSON objects as the database has them, parsed by the reader; null where the layer is empty. */
  readonly declared: string | null;
  readonly verified: string | null;
  readonly adopted: string | null;
};

/** Every enterprise's figures of a period, in the order of ids. Texts: parsing is the reader's, column by column. */
export async function selectAllFigures(ctx: Ctx, period: string): Promise<FigureTexts[]> {
  const { rows } = await sql<FigureTexts>`
    select enterprise_id, nullif(declared, '{}')::text as declared, nullif(verified, '{}')::text as verified,
           nullif(adopted, '{}')::text as adopted
    from figures where zone_id = ${ctx.zone} and period_id = ${period} order by enterprise_id`.execute(
    ctx.trx,
  );
  return rows;
}

export type ChangeSource = {
  readonly layer: Layer;
  readonly reason?: string;
  readonly importId?: string;
};

/** Figures by enterprise; null takes a figure away. Returns the number of enterprises whose figures changed. */
export async function applyFigures(
  ctx: Ctx,
  period: string,
  rows: readonly { readonly enterprise_id: string; readonly figures: Figures }[],
  source: ChangeSource,
): Promise<number> {
  const staged = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
    as s(enterprise_id uuid, figures jsonb, row_number int)`;
  return applyStaged(
    ctx,
    period,
    { rows: sql`select s.enterprise_id, s.figures, s.row_number from ${staged}`, count: rows.length },
    source,
  );
}

/** The valid rows of an import, all at once. */
export async function applyImport(ctx: Ctx, found: Import): Promise<number> {
  const { import_id: importId, period_id: period, layer } = found;
  const staged = { rows: validRows(ctx, importId), count: found.row_count - found.bad_rows };
  return withHashJoins(ctx, () => applyStaged(ctx, period, staged, { layer, importId }));
}

/** How many changes an import made when it entered. */
export async function countImportChanges(ctx: Ctx, importId: string): Promise<number> {
  const { rows } = await sql<{ changes: number }>`
    select count(*)::int as changes from figure_change
    where zone_id = ${ctx.zone} and import_id = ${importId}::uuid and undoes is null`.execute(ctx.trx);
  return rows[0]?.changes ?? 0;
}

/** A query for the rows of an import that may enter: enterprise, figures and number of each. */
export const validRows = (ctx: Ctx, importId: string): Sql => sql`
  select r.enterprise_id, r.figures, r.row_number from import_row r
  where r.zone_id = ${ctx.zone} and r.import_id = ${importId}::uuid and r.enterprise_id is not null
    and not coalesce(r.problems @> '[{"severity": "error"}]', false)`;

/**
 * Rows staged in this very transaction have no statistics yet, and a planner that takes them for few compares each with
 * each: minutes instead of seconds for 100,000.
 */
export async function withHashJoins<T>(ctx: Ctx, work: () => Promise<T>): Promise<T> {
  await sql`set local enable_nestloop = off`.execute(ctx.trx);
  const result = await work();
  await sql`set local enable_nestloop = on`.execute(ctx.trx);
  return result;
}

type Sql = ReturnType<typeof sql>;

/** A query for enterprises and their figures, one row each, and how many there are. */
type Staged = { readonly rows: Sql; readonly count: number };

/**
 * What an enterprise has is locked first, in the order of ids, so that two imports at once wait for each other instead of
 * for ever. Enterprises without figures get theirs whole: nobody else can see them before the transaction ends, so there
 * is nothing to lock and nothing to write twice. Somebody who enters the same enterprise meanwhile is stopped by the key
 * of the history, which has one change per version.
 */
async function applyStaged(ctx: Ctx, period: string, staged: Staged, source: ChangeSource): Promise<number> {
  await sql`
    select 1 from figures f join (${staged.rows}) s using (enterprise_id)
    where f.zone_id = ${ctx.zone} and f.period_id = ${period} order by enterprise_id for update of f`.execute(
    ctx.trx,
  );
  const entered = await enterNew(ctx, period, staged.rows, source);
  if (entered.enterprises === staged.count) return entered.changes;
  return entered.changes + (await changeOld(ctx, period, staged.rows, source));
}

async function enterNew(ctx: Ctx, period: string, staged: Sql, source: ChangeSource) {
  const isNew = sql`not exists (
    select 1 from figures f
    where f.zone_id = ${ctx.zone} and f.period_id = ${period} and f.enterprise_id = s.enterprise_id)`;
  const changes = await sql`
    insert into figure_change (${CHANGE})
    select ${ctx.zone}, ${period}, s.enterprise_id, 1, ${source.layer}, '{}'::jsonb, s.figures, s.row_number, ${by(ctx, source)}
    from (${staged}) s
    where ${isNew} and jsonb_strip_nulls(s.figures) <> '{}' order by s.enterprise_id`.execute(ctx.trx);
  const figures = await sql`
    insert into figures (zone_id, period_id, enterprise_id, ${sql.ref(source.layer)}, version)
    select ${ctx.zone}, ${period}, s.enterprise_id, jsonb_strip_nulls(s.figures),
           case when jsonb_strip_nulls(s.figures) = '{}' then 0 else 1 end
    from (${staged}) s where ${isNew} order by s.enterprise_id`.execute(ctx.trx);
  return { changes: Number(changes.numAffectedRows ?? 0), enterprises: Number(figures.numAffectedRows ?? 0) };
}

async function changeOld(ctx: Ctx, period: string, staged: Sql, source: ChangeSource): Promise<number> {
  const layer = sql.ref(`f.${source.layer}`);
  const column = sql.ref(source.layer);
  const { numAffectedRows } = await sql`
    insert into figure_change (${CHANGE})
    select f.zone_id, f.period_id, f.enterprise_id, f.version + 1, ${source.layer},
           case when ${layer} = '{}' then '{}'::jsonb else
             (select coalesce(jsonb_object_agg(k, ${layer} -> k) filter (where ${layer} -> k is not null), '{}')
              from jsonb_object_keys(s.figures) as k) end,
           s.figures, s.row_number, ${by(ctx, source)}
    from (${staged}) s join figures f on f.enterprise_id = s.enterprise_id
    where f.zone_id = ${ctx.zone} and f.period_id = ${period}
      and jsonb_strip_nulls(${layer} || s.figures) <> ${layer}`.execute(ctx.trx);
  // Without a change there is nothing to update: what is new has its figures already.
  if (numAffectedRows === 0n) return 0;
  await sql`
    update figures f set ${column} = jsonb_strip_nulls(${layer} || s.figures), version = f.version + 1
    from (${staged}) s
    where f.zone_id = ${ctx.zone} and f.period_id = ${period} and f.enterprise_id = s.enterprise_id
      and jsonb_strip_nulls(${layer} || s.figures) <> ${layer}`.execute(ctx.trx);
  return Number(numAffectedRows ?? 0);
}

const CHANGE = sql.raw(
  'zone_id, period_id, enterprise_id, version, layer, before, after, row_number, import_id, reason, changed_by, changed_at',
);

const by = (ctx: Ctx, { importId, reason }: ChangeSource): Sql =>
  sql`${importId ?? null}::uuid, ${reason ?? null}, ${ctx.actor.userId}, ${ctx.services.now()}`;

/**
 * Takes back what an import changed. A figure that was changed again since stays as it is now: returned are the
 * enterprises restored, and those of whom some figure was left.
 */
export async function undoImportFigures(
  ctx: Ctx,
  importId: string,
  layer: Layer,
  reason: string,
): Promise<{ readonly restored: number; readonly left: number }> {
  return withHashJoins(ctx, () => undoFigures(ctx, importId, layer, reason));
}

async function undoFigures(
  ctx: Ctx,
  importId: string,
  layer: Layer,
  reason: string,
): Promise<{ readonly restored: number; readonly left: number }> {
  const current = sql.ref(`f.${layer}`);
  const column = sql.ref(layer);
  const target = sql`
    select c.zone_id, c.period_id, c.enterprise_id, f.version,
      (select jsonb_object_agg(k, coalesce(c.before -> k, 'null')) from jsonb_each(c.after) as a(k, v)
       where coalesce(${current} -> k, 'null') = v) as restore,
      exists (select 1 from jsonb_each(c.after) as a(k, v) where coalesce(${current} -> k, 'null') <> v) as kept
    from figure_change c
    join figures f on f.zone_id = c.zone_id and f.period_id = c.period_id and f.enterprise_id = c.enterprise_id
    where c.zone_id = ${ctx.zone} and c.import_id = ${importId}::uuid and c.undoes is null`;
  await sql`
    select 1 from figures f join figure_change c using (zone_id, period_id, enterprise_id)
    where c.zone_id = ${ctx.zone} and c.import_id = ${importId}::uuid order by enterprise_id for update of f`.execute(
    ctx.trx,
  );
  const counted = await sql<{ left: number }>`
    select count(*) filter (where kept)::int as "left" from (${target}) t`.execute(ctx.trx);
  const { numAffectedRows } = await sql`
    insert into figure_change (zone_id, period_id, enterprise_id, version, layer, before, after, undoes, reason,
                               changed_by, changed_at)
    select t.zone_id, t.period_id, t.enterprise_id, t.version + 1, ${layer},
           (select coalesce(jsonb_object_agg(k, ${current} -> k) filter (where ${current} -> k is not null), '{}')
            from jsonb_object_keys(t.restore) as k),
           t.restore, ${importId}::uuid, ${reason}, ${ctx.actor.userId}, ${ctx.services.now()}
    from (${target}) t
    join figures f on f.zone_id = t.zone_id and f.period_id = t.period_id and f.enterprise_id = t.enterprise_id
    where t.restore is not null`.execute(ctx.trx);
  await sql`
    update figures f set ${column} = jsonb_strip_nulls(${current} || u.after), version = f.version + 1
    from figure_change u
    where u.zone_id = ${ctx.zone} and u.undoes = ${importId}::uuid and u.version = f.version + 1
      and f.zone_id = u.zone_id and f.period_id = u.period_id and f.enterprise_id = u.enterprise_id`.execute(
    ctx.trx,
  );
  return { restored: Number(numAffectedRows ?? 0), left: counted.rows[0]?.left ?? 0 };
}

export type ChangeRow = {
  readonly version: number;
  readonly layer: Layer;
  readonly before: Figures;
  readonly after: Figures;
  readonly changed_by: string;
  readonly changed_at: Date;
  readonly reason: string | null;
  readonly import_id: string | null;
  readonly undoes: string | null;
  readonly row_number: number | null;
  readonly file_name: string | null;
  readonly columns: readonly { readonly item_id: string; readonly header: string }[] | null;
};

/** The changes in which one item occurs, the newest first. */
export async function selectChanges(
  ctx: Ctx,
  period: string,
  enterpriseId: string,
  item: string,
): Promise<ChangeRow[]> {
  const { rows } = await sql<ChangeRow>`
    select c.version, c.layer, c.before, c.after, c.changed_by, c.changed_at, c.reason, c.import_id, c.undoes,
           c.row_number, i.file_name, i.columns
    from figure_change c
    left join import i on i.zone_id = c.zone_id and i.import_id = coalesce(c.import_id, c.undoes)
    where c.zone_id = ${ctx.zone} and c.period_id = ${period} and c.enterprise_id = ${enterpriseId}::uuid
      and jsonb_exists(c.after, ${item})
    order by c.version desc limit 500`.execute(ctx.trx);
  return rows;
}
