// SQL on imports and their staged rows.
import { sql } from 'kysely';
import type { Ctx } from '#platform/ctx.ts';
import type { Import, ImportColumn, ImportProblem, ImportRow } from '../contract/imports.ts';
import type { Effects } from './import-effects.ts';
import { collection } from './tables.ts';

const IMPORT = [
  'import_id',
  'period_id',
  'task_id',
  'office_id',
  'layer',
  'state',
  'mode',
  'file_name',
  'sha256',
  'columns',
  'unknown_headers',
  'mapping',
  'row_count',
  'bad_rows',
  'new_rows',
  'changed_rows',
  'unchanged_rows',
  'findings',
  'uploaded_by',
  'uploaded_at',
  'decided_by',
  'decided_at',
  'reason',
  'version',
] as const;

type Row = Omit<Import, 'uploaded_at' | 'decided_at'> & { uploaded_at: Date; decided_at: Date | null };

const importOf = (row: Row): Import => ({
  ...row,
  uploaded_at: row.uploaded_at.toISOString(),
  decided_at: row.decided_at?.toISOString() ?? null,
});

export type NewImport = Pick<
  Import,
  'import_id' | 'period_id' | 'task_id' | 'office_id' | 'layer' | 'file_name' | 'sha256'
> & { readonly file_id: string | null };

export async function insertImport(ctx: Ctx, values: NewImport): Promise<Import> {
  const row = await collection(ctx)
    .insertInto('import')
    .values({
      ...values,
      zone_id: ctx.zone,
      state: 'reading',
      mode: null,
      uploaded_by: ctx.actor.userId,
      uploaded_at: ctx.services.now(),
      decided_by: null,
      decided_at: null,
    })
    .returning(IMPORT)
    .executeTakeFirstOrThrow();
  return importOf(row);
}

export async function selectImport(ctx: Ctx, id: string): Promise<Import | undefined> {
  const row = await collection(ctx)
    .selectFrom('import')
    .select(IMPORT)
    .where('zone_id', '=', ctx.zone)
    .where('import_id', '=', id)
    .executeTakeFirst();
  return row && importOf(row);
}

/** The same, and nobody else decides about it until the transaction ends. */
export async function lockImport(
  ctx: Ctx,
  id: string,
): Promise<(Import & { file_id: string | null }) | undefined> {
  const row = await collection(ctx)
    .selectFrom('import')
    .select([...IMPORT, 'file_id'])
    .where('zone_id', '=', ctx.zone)
    .where('import_id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && { ...importOf(row), file_id: row.file_id };
}

export type ImportFilter = {
  readonly period_id?: string | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
  /** Narrows to what this user sent, or this office's. */
  readonly by?: { readonly user: string; readonly office: string | undefined } | undefined;
};

/** Newest first; ids are in order of time. */
export async function selectImports(ctx: Ctx, filter: ImportFilter): Promise<Import[]> {
  let rows = collection(ctx).selectFrom('import').select(IMPORT).where('zone_id', '=', ctx.zone);
  const { by } = filter;
  if (filter.period_id !== undefined) rows = rows.where('period_id', '=', filter.period_id);
  if (filter.cursor !== undefined) rows = rows.where('import_id', '<', filter.cursor);
  if (by !== undefined) {
    rows = rows.where((eb) =>
      eb.or([
        eb('uploaded_by', '=', by.user),
        ...(by.office === undefined ? [] : [eb('office_id', '=', by.office)]),
      ]),
    );
  }
  const found = await rows
    .orderBy('import_id', 'desc')
    .limit(filter.limit + 1)
    .execute();
  return found.map(importOf);
}

export type Decision = {
  readonly state: Import['state'];
  readonly mode?: Import['mode'];
  readonly reason?: string;
  readonly effects?: Effects;
};

export async function decideImportRow(
  ctx: Ctx,
  id: string,
  { state, mode, reason, effects }: Decision,
): Promise<Import> {
  const row = await collection(ctx)
    .updateTable('import')
    .set(({ eb }) => ({
      state,
      ...(mode === undefined ? {} : { mode }),
      ...(reason === undefined ? {} : { reason }),
      ...effects,
      decided_by: ctx.actor.userId,
      decided_at: ctx.services.now(),
      version: eb('version', '+', 1),
    }))
    .where('zone_id', '=', ctx.zone)
    .where('import_id', '=', id)
    .returning(IMPORT)
    .executeTakeFirstOrThrow();
  return importOf(row);
}

export type StagedRow = {
  readonly row_number: number;
  readonly enterprise_id: string | null;
  readonly credit_code: string;
  /** A JSON object from item to value. */
  readonly figures: string;
  readonly problems: readonly ImportProblem[] | null;
};

export async function clearStagedRows(ctx: Ctx, importId: string): Promise<void> {
  await collection(ctx)
    .deleteFrom('import_row')
    .where('zone_id', '=', ctx.zone)
    .where('import_id', '=', importId)
    .execute();
}

/** Figures go as lines, which JSON never has within: the database splits them faster than it reads a list of objects. */
export async function insertStagedRows(
  ctx: Ctx,
  importId: string,
  rows: readonly StagedRow[],
): Promise<void> {
  const numbers = rows.map((row) => row.row_number);
  const enterprises = rows.map((row) => row.enterprise_id);
  const codes = rows.map((row) => row.credit_code);
  const figures = rows.map((row) => row.figures).join('\n');
  const problems = rows.map((row) => (row.problems === null ? null : JSON.stringify(row.problems)));
  await sql`
    insert into import_row (zone_id, import_id, row_number, enterprise_id, credit_code, figures, problems)
    select ${ctx.zone}, ${importId}::uuid, r.n, r.e, r.c, r.f::jsonb, r.p::jsonb
    from unnest(${numbers}::int[], ${enterprises}::uuid[], ${codes}::text[], string_to_array(${figures}, chr(10)),
                ${problems}::text[]) as r(n, e, c, f, p)`.execute(ctx.trx);
}

export async function markStaged(
  ctx: Ctx,
  id: string,
  staged: {
    readonly state: 'staged' | 'failed';
    readonly columns: readonly ImportColumn[];
    readonly unknownHeaders: readonly string[];
    readonly findings: readonly ImportProblem[];
    readonly rowCount: number;
    readonly badRows: number;
    readonly effects: Effects;
  },
): Promise<Import> {
  const row = await collection(ctx)
    .updateTable('import')
    .set(({ eb }) => ({
      state: staged.state,
      columns: JSON.stringify(staged.columns),
      unknown_headers: JSON.stringify(staged.unknownHeaders),
      findings: JSON.stringify(staged.findings),
      row_count: staged.rowCount,
      bad_rows: staged.badRows,
      ...staged.effects,
      version: eb('version', '+', 1),
    }))
    .where('zone_id', '=', ctx.zone)
    .where('import_id', '=', id)
    .returning(IMPORT)
    .executeTakeFirstOrThrow();
  return importOf(row);
}

/** To be read again, with what somebody said its headers mean. */
export async function restartImport(
  ctx: Ctx,
  id: string,
  mapping: Readonly<Record<string, string>>,
): Promise<void> {
  await collection(ctx)
    .updateTable('import')
    .set(({ eb }) => ({
      state: 'reading',
      mapping: JSON.stringify(mapping),
      version: eb('version', '+', 1),
    }))
    .where('zone_id', '=', ctx.zone)
    .where('import_id', '=', id)
    .execute();
}

export async function selectImportRows(
  ctx: Ctx,
  id: string,
  page: { readonly limit: number; readonly after: number; readonly bad: boolean },
): Promise<ImportRow[]> {
  let rows = collection(ctx)
    .selectFrom('import_row')
    .select(['row_number', 'enterprise_id', 'credit_code', 'figures', 'problems'])
    .where('zone_id', '=', ctx.zone)
    .where('import_id', '=', id)
    .where('row_number', '>', page.after);
  if (page.bad) rows = rows.where('problems', 'is not', null);
  const found = await rows
    .orderBy('row_number')
    .limit(page.limit + 1)
    .execute();
  return found.map((row) => ({
    ...row,
    figures: withoutNulls(row.figures),
    problems: row.problems ?? [],
  }));
}

export async function selectImportRow(ctx: Ctx, id: string, number: number): Promise<ImportRow | undefined> {
  const [row] = await selectImportRows(ctx, id, { limit: 1, after: number - 1, bad: false });
  return row?.row_number === number ? row : undefined;
}

/** Rows are taken out and put in again: nobody has the right to change one where it stands. */
export async function replaceStagedRow(ctx: Ctx, id: string, row: StagedRow): Promise<void> {
  await collection(ctx)
    .deleteFrom('import_row')
    .where('zone_id', '=', ctx.zone)
    .where('import_id', '=', id)
    .where('row_number', '=', row.row_number)
    .execute();
  await insertStagedRows(ctx, id, [row]);
}

export async function recountImport(
  ctx: Ctx,
  id: string,
  {
    badRows,
    findings,
    effects,
  }: { readonly badRows: number; readonly findings: readonly ImportProblem[]; readonly effects: Effects },
): Promise<Import> {
  const row = await collection(ctx)
    .updateTable('import')
    .set(({ eb }) => ({
      bad_rows: badRows,
      ...effects,
      findings: JSON.stringify(findings),
      version: eb('version', '+', 1),
    }))
    .where('zone_id', '=', ctx.zone)
    .where('import_id', '=', id)
    .returning(IMPORT)
    .executeTakeFirstOrThrow();
  return importOf(row);
}

function withoutNulls(
  figures: Readonly<Record<string, string | number | boolean | null>>,
): ImportRow['figures'] {
  const present = Object.entries(figures).filter(
    (entry): entry is [string, string | number | boolean] => entry[1] !== null,
  );
  return Object.fromEntries(present);
}

/** The same file sent before for the same period, and accepted. */
export async function selectSameFile(ctx: Ctx, period: string, sha256: string): Promise<Import | undefined> {
  const row = await collection(ctx)
    .selectFrom('import')
    .select(IMPORT)
    .where('zone_id', '=', ctx.zone)
    .where('period_id', '=', period)
    .where('sha256', '=', sha256)
    .where('state', '=', 'accepted')
    .orderBy('import_id', 'desc')
    .executeTakeFirst();
  return row && importOf(row);
}
