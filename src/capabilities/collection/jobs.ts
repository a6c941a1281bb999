// Background work of the collection: reading files, accepting and taking back imports, checking a period, reminding.
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { AppError } from '#core/app-error.ts';
import { transact } from '#platform/ctx.ts';
import { unloadFile } from '#platform/files/stored-file.ts';
import { type JobKind, jobKind, type JobRun } from '#platform/jobs/job-kind.ts';
import { convertOldWorkbook } from '#platform/sheets/old-workbook.ts';
import { runPeriodChecks } from './service/checks.ts';
import { enterImport, takeBackImport } from './service/imports.ts';
import { listItems } from './service/items.ts';
import { readableItems } from './service/map-columns.ts';
import { readFile } from './service/read-file.ts';
import { remindDueTasks } from './service/reminders.ts';
import { stageSheet } from './service/stage-sheet.ts';
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
  jobKind({
    kind: 'remind_due_tasks',
    input: z.object({}),
    daily: 8,
    run: ({ caller }) => transact(caller, remindDueTasks),
  }),
];

async function readImport({ caller, input, jobId, progress }: JobRun<{ import_id: string }>) {
  const found = await transact(caller, (ctx) => lockImport(ctx, input.import_id));
  if (found === undefined || found.file_id === null) throw new AppError('import_not_found');
  const id = found.file_id;
  const base = path.join(caller.services.scratch, jobId);
  const ending = path.extname(found.file_name).toLowerCase();
  const source = `${base}${ending}`;
  const converted = `${base}.converted.xlsx`;
  try {
    const wanted = await transact(caller, async (ctx) => {
      if (!(await unloadFile(ctx, id, source))) throw new AppError('import_not_found');
      const items = await readableItems(ctx, found);
      const { items: all } = await listItems(ctx);
      const others = all.filter((one) => !items.some((item) => item.item_id === one.item_id));
      return { items, others, mapping: found.mapping };
    });
    if (ending === '.xls') await convertOldWorkbook(source, converted);
    const read = await readFile(ending === '.xls' ? converted : source, wanted, () => {});
    await progress(0.5);
    const staged = await transact(caller, (ctx) =>
      stageSheet(ctx, input.import_id, read.sheet, read.findings, read.unknownHeaders),
    );
    return { rows: staged.row_count, bad_rows: staged.bad_rows, state: staged.state };
  } finally {
    await rm(source, { force: true });
    await rm(converted, { force: true });
  }
}
