// Writes a table to a file: the format by its ending, and nothing there unless all of it is written.
import { AppError } from '#core/app-error.ts';
import { writeArrow } from './arrow-file-write.ts';
import { writeCsv } from './csv/write-csv.ts';
import { endingOf } from './file-format.ts';
import { writeJson } from './json-write.ts';
import type { OutputColumn as Output, WriteOptions } from './output-column.ts';
import { writeXlsx } from './xlsx/write-xlsx.ts';

export type OutputColumn = Output;

type Writer = (
  file: string,
  columns: readonly OutputColumn[],
  rows: number,
  options: WriteOptions,
) => Promise<void>;

const WRITERS: ReadonlyMap<string, Writer> = new Map([
  ['.csv', writeCsv],
  ['.xlsx', writeXlsx],
  ['.json', writeJson],
  ['.arrow', writeArrow],
]);

/** Throws `format_unknown` before, or `file_not_written` without, touching the file that may be there already. */
export async function writeTable(
  file: string,
  columns: readonly OutputColumn[],
  rows: number,
  options: WriteOptions = {},
): Promise<void> {
  const write = WRITERS.get(endingOf(file));
  if (write === undefined) throw new AppError('format_unknown', { path: file });
  await write(file, columns, rows, options);
}
