// Writes a table to a file: the format by its ending, and nothing there unless all of it is written.
import { AppError, invariant } from '#core/app-error.ts';
import { endingOf } from './file-format.ts';
import type { OutputColumn as Output, TableBlock as Block, WriteOptions } from './output-column.ts';

export type OutputColumn = Output;
export type TableBlock = Block;

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

/**
 * The same for a table whose rows come one block after the other, as CSV or XLSX: only the block being written is held.
 * The first says the headers and how wide columns are shown; a table without rows is one block without rows.
 */
export async function writeBlocks(
  file: string,
  blocks: AsyncIterable<TableBlock>,
  options: WriteOptions = {},
): Promise<void> {
  const ending = endingOf(file);
  if (ending !== '.csv' && ending !== '.xlsx') throw new AppError('format_unknown', { path: file });
  const write =
    ending === '.csv'
      ? (await import('./csv/write-csv.ts')).writeCsvBlocks
      : (await import('./xlsx/write-xlsx.ts')).writeXlsxBlocks;
  const coming = blocks[Symbol.asyncIterator]();
  const first = await coming.next();
  invariant(first.done !== true, 'a table has at least one block');
  await write(file, first.value, startingWith(first.value, coming), options);
}

async function* startingWith(first: TableBlock, rest: AsyncIterator<TableBlock>): AsyncGenerator<TableBlock> {
  try {
    yield first;
    for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}
