// Use cases on imports: nothing enters the figures until somebody accepts it, and then as a whole.
import { createHash } from 'node:crypto';
import { AppError } from '#core/app-error.ts';
import { recordEvent } from '#capabilities/audit/service/record.ts';
import { type Message, notifyOffice, notifyUser } from '#capabilities/notices/service.ts';
import { getPeriod } from '#capabilities/registry/service/places.ts';
import type { Ctx } from '#platform/ctx.ts';
import { pageFrom } from '#platform/db/cursor.ts';
import { enqueue } from '#platform/jobs/enqueue.ts';
import type { FigureRow, Import, ImportProblem, ImportRow } from '../contract/imports.ts';
import type { Item } from '../contract/items.ts';
import type { Sheet } from '../model/staging.ts';
import { applyImport, countImportChanges, undoImportFigures } from '../store/figures.ts';
import { countEffects } from '../store/import-effects.ts';
import {
  decideImportRow,
  insertImport,
  lockImport,
  selectImport,
  selectImportRows,
  selectImports,
} from '../store/imports.ts';
import { selectItems } from '../store/items.ts';
import { countMergedRows } from '../store/merges.ts';
import { canSeeImport, canWrite, layerOf, sentByToken } from './rights.ts';
import { stageSheet } from './stage-sheet.ts';

export type ReceivedFile = { readonly file_id: string; readonly file_name: string; readonly sha256: string };

/** Keeps that the file came and asks for its reading. */
export async function beginImport(
  ctx: Ctx,
  input: { readonly period_id: string; readonly task_id: string | null; readonly file: ReceivedFile },
): Promise<{ readonly import: Import; readonly job_id: string }> {
  const started = await insertFor(ctx, input.period_id, input.task_id, input.file);
  const job = await enqueue(ctx, 'read_import', { import_id: started.import_id });
  await recordEvent(ctx, {
    action: 'upload_import',
    object: ['import', started.import_id],
    details: { file: input.file.file_name, sha256: input.file.sha256, period: input.period_id },
  });
  return { import: started, job_id: job };
}

async function insertFor(
  ctx: Ctx,
  period: string,
  task: string | null,
  file: Omit<ReceivedFile, 'file_id'> & { readonly file_id: string | null },
): Promise<Import> {
  await getPeriod(ctx, period);
  return insertImport(ctx, {
    import_id: ctx.services.newId(),
    period_id: period,
    task_id: task,
    office_id: ctx.actor.officeId ?? null,
    layer: layerOf(ctx.actor),
    file_id: file.file_id,
    file_name: file.file_name,
    sha256: file.sha256,
  });
}

/** The items the sender may write: others in the file are not even read. */
async function writableItems(ctx: Ctx): Promise<Item[]> {
  return (await selectItems(ctx)).filter((item) => canWrite(ctx.actor, item));
}

/** Figures sent by a department's system: staged at once, to be accepted like a file. */
export async function sendFigures(
  ctx: Ctx,
  input: { period_id: string; task_id?: string | undefined; rows: FigureRow[] },
): Promise<Import> {
  const items = await writableItems(ctx);
  const byId = new Map(items.map((item) => [item.item_id, item]));
  const sent = [...new Set(input.rows.flatMap(({ figures }) => Object.keys(figures)))];
  const foreign = sent.filter((id) => !byId.has(id));
  if (foreign.length > 0) throw new AppError('items_not_yours', { items: foreign.slice(0, 20).join('、') });
  const sha256 = createHash('sha256').update(JSON.stringify(input.rows)).digest('hex');
  const file = { file_id: null, file_name: 'API', sha256 };
  const started = await insertFor(ctx, input.period_id, input.task_id ?? null, file);
  const staged = await stageSheet(ctx, started.import_id, sheetOfRows(input.rows, items), []);
  await recordEvent(ctx, {
    action: 'send_figures',
    object: ['import', started.import_id],
    details: { rows: input.rows.length, bad: staged.bad_rows, period: input.period_id, items: sent },
  });
  return staged;
}

function sheetOfRows(rows: readonly FigureRow[], items: readonly Item[]): Sheet {
  const problems = new Map<number, ImportProblem[]>();
  rows.forEach(({ figures }, i) => {
    for (const item of items) {
      const value = figures[item.item_id];
      if (value === undefined || value === null || typeof value === EXPECTED[item.kind]) continue;
      const row = i + 1;
      const params = { expected: EXPECTED[item.kind] };
      const found: ImportProblem = {
        code: 'figure_of_other_kind',
        severity: 'error',
        params,
        row,
        column: item.name,
      };
      problems.set(row, [...(problems.get(row) ?? []), found]);
    }
  });
  return {
    rows: rows.length,
    rowNumber: (row) => row + 1,
    creditCode: (row) => rows[row]?.credit_code ?? '',
    name: () => '',
    columns: items.map((item) => ({
      item,
      header: item.name,
      at: (row) => cellOf(rows[row]?.figures[item.item_id]),
    })),
    problems,
  };
}

const EXPECTED = { number: 'number', yes_no: 'boolean', text: 'string', choice: 'string' } as const;

const cellOf = (value: string | number | boolean | null | undefined): string | number | null | undefined =>
  typeof value === 'boolean' ? Number(value) : value;

export async function listImports(
  ctx: Ctx,
  query: { limit: number; cursor?: string | undefined; period_id?: string | undefined },
): Promise<{ items: Import[]; next: string | null }> {
  const all = ctx.actor.role === 'evaluation_officer';
  const by = all ? undefined : { user: ctx.actor.userId, office: ctx.actor.officeId };
  const rows = await selectImports(ctx, { ...query, by });
  return pageFrom(rows, query.limit, (row) => row.import_id);
}

/** Throws `import_not_found`, also for somebody else's. */
export async function getImport(ctx: Ctx, id: string): Promise<Import> {
  const found = await selectImport(ctx, id);
  if (found === undefined || !canSeeImport(ctx, found)) throw new AppError('import_not_found');
  return found;
}

export async function listImportRows(
  ctx: Ctx,
  input: { import_id: string; limit: number; cursor?: string | undefined; only: 'all' | 'bad' },
): Promise<{ items: ImportRow[]; next: string | null }> {
  await getImport(ctx, input.import_id);
  const after = Number(input.cursor ?? 0);
  if (!Number.isInteger(after) || after < 0 || after > 2_000_000_000)
    throw new AppError('cursor_not_understood');
  const page = { limit: input.limit, after, bad: input.only === 'bad' };
  const rows = await selectImportRows(ctx, input.import_id, page);
  return pageFrom(rows, input.limit, (row) => String(row.row_number));
}

/** Asks for acceptance; what cannot be accepted is refused at once. */
export async function acceptImport(
  ctx: Ctx,
  input: { import_id: string; mode: 'all_or_nothing' | 'valid_rows' },
): Promise<{ job_id: string }> {
  checkAcceptable(await getImport(ctx, input.import_id), input.mode);
  return { job_id: await enqueue(ctx, 'accept_import', input) };
}

function checkAcceptable(found: Import, mode: 'all_or_nothing' | 'valid_rows'): void {
  if (found.state !== 'staged') throw new AppError('import_not_staged_conflict', { state: found.state });
  if (mode === 'all_or_nothing' && found.bad_rows > 0)
    throw new AppError('import_has_bad_rows', { rows: found.bad_rows });
  if (found.bad_rows === found.row_count) throw new AppError('import_has_no_good_row');
}

/** The job's work: figures, history and state together or not at all. */
export async function enterImport(
  ctx: Ctx,
  input: { import_id: string; mode: 'all_or_nothing' | 'valid_rows' },
): Promise<{ changed: number }> {
  const found = await lockImport(ctx, input.import_id);
  if (found === undefined || !canSeeImport(ctx, found)) throw new AppError('import_not_found');
  // A try whose process died after the figures were saved and before its job was.
  if (found.state === 'accepted' && found.mode === input.mode && found.decided_by === ctx.actor.userId)
    return { changed: await countImportChanges(ctx, found.import_id) };
  checkAcceptable(found, input.mode);
  const merged = await countMergedRows(ctx, found.import_id);
  if (merged > 0) throw new AppError('import_rows_merged_conflict', { rows: merged });
  const effects = await countEffects(ctx, found);
  const changed = await applyImport(ctx, found);
  await decideImportRow(ctx, found.import_id, { state: 'accepted', mode: input.mode, effects });
  const left = found.bad_rows;
  await recordEvent(ctx, {
    action: 'accept_import',
    object: ['import', found.import_id],
    details: { mode: input.mode, changed, rows: found.row_count, left_out: left, file: found.file_name },
  });
  return { changed };
}

export async function rejectImport(ctx: Ctx, input: { import_id: string; reason: string }): Promise<Import> {
  await getImport(ctx, input.import_id);
  const found = await lockImport(ctx, input.import_id);
  if (found?.state !== 'staged' && found?.state !== 'failed')
    throw new AppError('import_not_staged_conflict', { state: found?.state ?? '' });
  const refused = await decideImportRow(ctx, input.import_id, { state: 'rejected', reason: input.reason });
  await tellSender(ctx, found, {
    code: 'import_rejected',
    params: { file: found.file_name, reason: input.reason },
    link: `/z/${ctx.zone}/imports/${input.import_id}`,
  });
  await recordEvent(ctx, {
    action: 'reject_import',
    object: ['import', input.import_id],
    details: { reason: input.reason, file: found.file_name },
  });
  return refused;
}

/** Nobody is told what they did themselves; what a department's system sent is the business of its office. */
async function tellSender(
  ctx: Ctx,
  { uploaded_by: by, office_id: office }: Import,
  message: Message,
): Promise<void> {
  if (by === ctx.actor.userId) return;
  if (sentByToken({ uploaded_by: by })) await notifyOffice(ctx, office, message);
  else await notifyUser(ctx, by, message);
}

export async function undoImport(
  ctx: Ctx,
  input: { import_id: string; reason: string },
): Promise<{ job_id: string }> {
  const found = await getImport(ctx, input.import_id);
  if (found.state !== 'accepted') throw new AppError('import_not_accepted_conflict', { state: found.state });
  return { job_id: await enqueue(ctx, 'undo_import', input) };
}

/** The counts are null for a second try of a job whose process died after the first had saved everything. */
export async function takeBackImport(
  ctx: Ctx,
  input: { import_id: string; reason: string },
): Promise<{ restored: number | null; left: number | null }> {
  const found = await lockImport(ctx, input.import_id);
  if (found?.state === 'undone' && found.reason === input.reason && found.decided_by === ctx.actor.userId)
    return { restored: null, left: null };
  if (found?.state !== 'accepted')
    throw new AppError('import_not_accepted_conflict', { state: found?.state ?? '' });
  const counts = await undoImportFigures(ctx, input.import_id, found.layer, input.reason);
  await decideImportRow(ctx, input.import_id, { state: 'undone', reason: input.reason });
  await recordEvent(ctx, {
    action: 'undo_import',
    object: ['import', input.import_id],
    details: { ...counts, reason: input.reason, file: found.file_name },
  });
  return counts;
}
