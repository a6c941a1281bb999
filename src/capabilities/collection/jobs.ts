// Background work of the collection: reading files, accepting and taking back imports, checking a period.
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { AppError } from '#core/app-error.ts';
import { transact } from '#platform/ctx.ts';
import { loadFile } from '#platform/files/stored-file.ts';
import { type JobKind, jobKind, type JobRun } from '#platform/jobs/job-kind.ts';
import { convertOldWorkbook } from '#platform/sheets/old-workbook.ts';
import { runPeriodChecks } from './service/checks.ts';
import { enterImport, stageSheet, takeBackImport, writableItems } from './service/imports.ts';
import { readFile } from './service/read-file.ts';
import { lockImport } from './store/imports.ts';

const ImportId = z.object({ import_id: z.uuid() });
const Mode = z.enum(['all_or_nothing', 'valid_rows']);

export const collectionJobs: readonly JobKind[] = [
  jobKind({ kind: 'read_import', input: ImportId, run: readImport }),
  jobKind({
    kind: 'accept_import',
    input: ImportId.extend({ mode: Mode }),
    run: ({ caller, input }) => transact(caller, (ctx) => enterImport(ctx, input)),
  }),
  jobKind({
    kind: 'undo_import',
    input: ImportId.extend({ reason: z.string() }),
    run: ({ caller, input }) => transact(caller, (ctx) => takeBackImport(ctx, input)),
  }),
  jobKind({
    kind: 'check_figures',
    input: z.object({ period_id: z.string() }),
    run: ({ caller, input }) => transact(caller, (ctx) => runPeriodChecks(ctx, input.period_id)),
  }),
];

async function readImport({ caller, input, jobId, progress }: JobRun<{ import_id: string }>) {
  const { file, items } = await transact(caller, async (ctx) => {
    const found = await lockImport(ctx, input.import_id);
    const id = found?.file_id ?? undefined;
    const stored = id === undefined ? undefined : await loadFile(ctx, id);
    if (stored === undefined) throw new AppError('import_not_found');
    return { file: stored, items: await writableItems(ctx) };
  });
  const base = path.join(caller.services.scratch, jobId);
  const ending = path.extname(file.name).toLowerCase();
  const source = `${base}${ending}`;
  const converted = `${base}.converted.xlsx`;
  try {
    await writeFile(source, file.content, { mode: 0o600 });
    if (ending === '.xls') await convertOldWorkbook(source, converted);
    const read = await readFile(ending === '.xls' ? converted : source, items, () => {});
    await progress(0.5);
    const staged = await transact(caller, (ctx) =>
      stageSheet(ctx, input.import_id, read.sheet, read.findings, () => Promise.resolve()),
    );
    return { rows: staged.row_count, bad_rows: staged.bad_rows, state: staged.state };
  } finally {
    await rm(source, { force: true });
    await rm(converted, { force: true });
  }
}
