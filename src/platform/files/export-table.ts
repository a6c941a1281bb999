// Answers with a table as CSV or XLSX: read and written to disk page by page, sent, and forgotten.
import { createReadStream } from 'node:fs';
import { mkdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import type { Caller } from '../ctx.ts';
import { type OutputColumn, type TableBlock, writeBlocks } from '../sheets/write.ts';

export type ExportColumn = { readonly header: string } & (
  | { readonly kind: 'text' }
  | { readonly kind: 'number'; readonly decimals?: number }
);

export type Cell = string | number | null;

type Page = readonly (readonly Cell[])[];

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
  pages: AsyncIterable<Page>,
): Promise<Response> {
  await mkdir(caller.services.scratch, { recursive: true });
  const file = path.join(caller.services.scratch, `${caller.services.newId()}.${format}`);
  try {
    await writeBlocks(file, blocksOf(pages, columns, format));
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

async function* blocksOf(
  pages: AsyncIterable<Page>,
  columns: readonly ExportColumn[],
  format: 'csv' | 'xlsx',
): AsyncGenerator<TableBlock> {
  let empty = true;
  for await (const page of pages) {
    empty = false;
    yield blockOf(page, columns, format);
  }
  if (empty) yield blockOf([], columns, format);
}

function blockOf(page: Page, columns: readonly ExportColumn[], format: 'csv' | 'xlsx'): TableBlock {
  const outputs = columns.map((column, i): OutputColumn => {
    const cell = (row: number): Cell => page[row]?.[i] ?? null;
    return column.kind === 'number' ? numbers(column, cell) : texts(column, cell, format);
  });
  return { columns: outputs, rows: page.length };
}

function numbers(
  column: Extract<ExportColumn, { kind: 'number' }>,
  cell: (row: number) => Cell,
): OutputColumn {
  const at = (row: number): number => {
    const value = cell(row);
    return typeof value === 'number' ? value : Number.NaN;
  };
  return { ...column, kind: 'computed', at };
}

function texts({ header }: ExportColumn, cell: (row: number) => Cell, format: 'csv' | 'xlsx'): OutputColumn {
  const at = (row: number): string => {
    const text = String(cell(row) ?? '');
    return format === 'csv' && FORMULA.test(text) ? `'${text}` : text;
  };
  return { header, kind: 'strings', at };
}
