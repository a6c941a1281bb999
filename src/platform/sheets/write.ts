// Writes a table to a file: the format by its ending, and nothing there unless all of it is written.
import { AppError } from '#core/app-error.ts';
import { endingOf } from './file-format.ts';
import type { OutputColumn as Output, WriteOptions } from './output-column.ts';

export type OutputColumn = Output;

type Writer = (
  file: string,
  columns: readonly OutputColumn[],
  rows: number,
  options: WriteOptions,
) => Promise<void>;

/** Each is loaded when a file needs it: start-up is part of every run. */
const WRITERS: ReadonlyMap<string, () => Promise<Writer>> = new Map([
  ['.csv', async () => (await import('./csv/write-csv.ts')).writeCsv],
  ['.xlsx', async () => (await import('./xlsx/write-xlsx.ts')).writeXlsx],
  ['.json', async () => (await import('./json-write.ts')).writeJson],
  ['.arrow', async () => (await import('./arrow-file-write.ts')).writeArrow],
]);

/** Throws `format_unknown` before, or `file_not_written` without, touching the file that may be there already. */
export async function writeTable(
  file: string,
  columns: readonly OutputColumn[],
  rows: number,
  options: WriteOptions = {},
): Promise<void> {
  const load = WRITERS.get(endingOf(file));
  if (load === undefined) throw new AppError('format_unknown', { path: file });
  const write = await load();
  await write(file, columns, rows, options);
}
