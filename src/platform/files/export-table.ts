// Answers with a table as CSV or XLSX: read page by page, written to disk, sent, and forgotten.
import { createReadStream } from 'node:fs';
import { mkdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import type { Caller } from '../ctx.ts';
import { writeTable } from '../sheets/write.ts';

export type ExportColumn = { readonly header: string } & (
  | { readonly kind: 'text' }
  | { readonly kind: 'number'; readonly decimals?: number }
);

export type Cell = string | number | null;

const MEDIA_TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** Spreadsheets take a text that begins like this for a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/** `pages` may open a transaction for each page; none is held while somebody slow receives the file. */
export async function exportTable(
  caller: Caller,
  format: 'csv' | 'xlsx',
  name: string,
  columns: readonly ExportColumn[],
  pages: AsyncIterable<readonly (readonly Cell[])[]>,
): Promise<Response> {
  await mkdir(caller.services.scratch, { recursive: true });
  const file = path.join(caller.services.scratch, `${caller.services.newId()}.${format}`);
  try {
    const rows = await collect(pages, columns);
    await writeTable(
      file,
      columns.flatMap((column, i) => {
        const collected = rows.collected[i];
        return collected === undefined ? [] : [outputColumn(column, collected, format)];
      }),
      rows.count,
    );
    const { size } = await stat(file);
    const source = createReadStream(file);
    // The name stays until the last byte is read, or the reader is gone.
    source.on('close', () => void rm(file, { force: true }));
    return new Response(Readable.toWeb(source) as ReadableStream<Uint8Array>, {
      headers: {
        'content-type': MEDIA_TYPES[format],
        'content-length': String(size),
        'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(`${name}.${format}`)}`,
      },
    });
  } catch (error) {
    await rm(file, { force: true });
    throw error;
  }
}

/** Numbers are kept as plain numbers, absent ones as NaN: boxed in a list of anything they would take three times the room. */
type Collected =
  | { readonly kind: 'number'; readonly numbers: number[] }
  | { readonly kind: 'text'; readonly texts: string[] };

async function collect(pages: AsyncIterable<readonly (readonly Cell[])[]>, columns: readonly ExportColumn[]) {
  const collected = columns.map(({ kind }): Collected =>
    kind === 'number' ? { kind, numbers: [] } : { kind, texts: [] },
  );
  let count = 0;
  for await (const page of pages) {
    for (const row of page) collected.forEach((column, i) => push(column, row[i] ?? null));
    count += page.length;
  }
  return { collected, count };
}

function push(column: Collected, cell: Cell): void {
  if (column.kind === 'number') column.numbers.push(typeof cell === 'number' ? cell : Number.NaN);
  else column.texts.push(cell === null ? '' : String(cell));
}

function outputColumn(column: ExportColumn, collected: Collected, format: 'csv' | 'xlsx') {
  const { header } = column;
  if (collected.kind === 'number') {
    const decimals =
      column.kind === 'number' && column.decimals !== undefined ? { decimals: column.decimals } : {};
    return { header, kind: 'number' as const, values: Float64Array.from(collected.numbers), ...decimals };
  }
  const at = (row: number): string => {
    const text = collected.texts[row] ?? '';
    return format === 'csv' && FORMULA.test(text) ? `'${text}` : text;
  };
  return { header, kind: 'strings' as const, at };
}
