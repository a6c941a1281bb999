// Writes a result as CSV: rows are formatted block by block, in helper threads too when the file is large, and written in order.
import { writeSync } from 'node:fs';
import { type CellColumn, formatRows, writeTextCell } from './format-rows.ts';
import { writeAtomically } from '../atomic-file.ts';
import { type Helper, NO_WORKERS, openWorkers, type SheetWorkers, WORTH_WORKERS_BYTES } from '../workers.ts';
import type { OutputColumn, TableBlock, WriteOptions } from '../output-column.ts';
import { textColumn } from '#engine/table/column.ts';
import { invariant } from '#core/app-error.ts';
import { byteWriter } from './byte-writer.ts';

const encoder = new TextEncoder();
/** Rows per block: large enough to be worth a message, small enough to keep memory low. */
const BLOCK_ROWS = 16_384;
const TYPICAL_CELL_BYTES = 9;
const HELPER_QUEUE = 2;

export async function writeCsv(
  file: string,
  columns: readonly OutputColumn[],
  rows: number,
  options: WriteOptions = {},
): Promise<void> {
  const cells = columns.map((column) => prepareColumn(column, rows, options.decimals ?? -1));
  const isLarge = rows * columns.length * TYPICAL_CELL_BYTES > WORTH_WORKERS_BYTES;
  const opened = options.workers === undefined && isLarge ? openWorkers(options.threads ?? 1) : NO_WORKERS;
  const workers: SheetWorkers = options.workers ?? opened;
  try {
    await writeAtomically(file, async (fd) => {
      const write = (bytes: Uint8Array): void => writeAll(fd, bytes);
      if (columns.some(isBeyondAscii)) write(BYTE_ORDER_MARK);
      write(headerLine(columns));
      await writeBlocks(cells, rows, isLarge ? workers.helpers : [], write);
    });
  } finally {
    await opened.close();
  }
}

/** `first` is the first of `blocks`. */
export async function writeCsvBlocks(
  file: string,
  first: TableBlock,
  blocks: AsyncIterable<TableBlock>,
  options: WriteOptions,
): Promise<void> {
  await writeAtomically(file, async (fd) => {
    if (first.columns.some(isBeyondAscii)) writeAll(fd, BYTE_ORDER_MARK);
    writeAll(fd, headerLine(first.columns));
    for await (const { columns, rows } of blocks) {
      const cells = columns.map((column) => prepareColumn(column, rows, options.decimals ?? -1));
      const piece = cells.map((column) => viewColumn(column, 0, rows));
      writeAll(fd, formatRows(piece, rows));
    }
  });
}

/** Without it a spreadsheet program takes the bytes for its country's old code, and Chinese comes out garbled. */
const BYTE_ORDER_MARK = Uint8Array.of(0xef, 0xbb, 0xbf);

function isBeyondAscii(column: OutputColumn): boolean {
  const isBeyond = (text: string): boolean => /\P{ASCII}/u.test(text);
  if (isBeyond(column.header)) return true;
  if (column.kind === 'category') return column.labels.some(isBeyond);
  return column.kind === 'strings' || (column.kind === 'text' && hasHighByte(column.column.bytes));
}

function hasHighByte(bytes: Uint8Array): boolean {
  for (let i = 0; i < bytes.length; i++) if ((bytes[i] as number) > 0x7f) return true;
  return false;
}

/** A write may take less than it was given. */
function writeAll(fd: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length;) done += writeSync(fd, bytes, done);
}

type Block = { readonly start: number; readonly rows: number };

/** The calling thread and the helpers each take the next block; blocks are written in their order. */
async function writeBlocks(
  columns: readonly WholeColumn[],
  rows: number,
  helpers: readonly Helper[],
  write: (bytes: Uint8Array) => void,
): Promise<void> {
  const blocks: Block[] = [];
  for (let start = 0; start < rows; start += BLOCK_ROWS)
    blocks.push({ start, rows: Math.min(BLOCK_ROWS, rows - start) });
  const finished = new Map<number, Uint8Array>();
  const waiting = helpers.map(() => new Map<number, number>());
  let next = 0;
  let written = 0;
  const flush = (): void => {
    for (let bytes = finished.get(written); bytes !== undefined; bytes = finished.get(written)) {
      write(bytes);
      finished.delete(written);
      written++;
    }
  };
  const collect = (helper: Helper, tickets: Map<number, number>): void => {
    for (const [block, ticket] of tickets) {
      const reply = helper.take(ticket);
      if (reply === undefined) continue;
      finished.set(block, bytesOf(reply));
      tickets.delete(block);
    }
  };
  while (next < blocks.length) {
    helpers.forEach((helper, h) => {
      const tickets = waiting[h] as Map<number, number>;
      collect(helper, tickets);
      while (helper.isReady() && tickets.size < HELPER_QUEUE && next < blocks.length - 1) {
        const block = blocks[next] as Block;
        const piece = columns.map((column) => sliceColumn(column, block.start, block.start + block.rows));
        tickets.set(
          next,
          helper.send({ kind: 'format', columns: piece, rows: block.rows }, buffersOf(piece)),
        );
        next++;
      }
    });
    const block = blocks[next] as Block;
    const piece = columns.map((column) => viewColumn(column, block.start, block.start + block.rows));
    finished.set(next, formatRows(piece, block.rows));
    next++;
    flush();
  }
  for (const [h, helper] of helpers.entries()) {
    for (const [block, ticket] of waiting[h] as Map<number, number>)
      finished.set(block, bytesOf(await helper.wait(ticket)));
  }
  flush();
  invariant(written === blocks.length, 'every block is written');
}

function bytesOf(reply: Awaited<ReturnType<Helper['wait']>>): Uint8Array {
  invariant(reply.kind === 'formatted', 'a helper formats what it is given');
  return reply.bytes;
}

function headerLine(columns: readonly OutputColumn[]): Uint8Array {
  const cells = columns.map(({ header }) => new TextDecoder().decode(textCell(header)));
  return encoder.encode(`${cells.join(',')}\n`);
}

function textCell(text: string): Uint8Array {
  const bytes = encoder.encode(text);
  const writer = byteWriter(bytes.length + 8);
  writeTextCell(writer, bytes, 0, bytes.length);
  return writer.bytes.slice(0, writer.length);
}

/** A whole column; what is computed becomes plain numbers block by block. */
type WholeColumn =
  | CellColumn
  | { readonly kind: 'computed'; readonly at: (row: number) => number; readonly decimals: number };

function prepareColumn(column: OutputColumn, rows: number, decimals: number): WholeColumn {
  switch (column.kind) {
    case 'number':
      return { kind: 'number', values: column.values, decimals: column.decimals ?? decimals };
    case 'computed':
      return { kind: 'computed', at: column.at, decimals: column.decimals ?? decimals };
    case 'integer':
      return {
        kind: 'integer',
        values: column.values,
        absentBelow: column.absentBelow ?? Number.NEGATIVE_INFINITY,
      };
    case 'category':
      return { kind: 'category', codes: column.codes, labels: column.labels.map(textCell) };
    case 'text':
      return { kind: 'text', column: column.column };
    case 'strings':
      return { kind: 'text', column: textColumn(Array.from({ length: rows }, (_, row) => column.at(row))) };
  }
}

/** The rows of a block without copying: for the calling thread. */
function viewColumn(column: WholeColumn, start: number, end: number): CellColumn {
  switch (column.kind) {
    case 'number':
      return { ...column, values: column.values.subarray(start, end) };
    case 'computed':
      return computeBlock(column, start, end);
    case 'integer':
      return { ...column, values: column.values.subarray(start, end) };
    case 'category':
      return { ...column, codes: column.codes.subarray(start, end) };
    case 'text': {
      const { bytes, offsets } = column.column;
      return { kind: 'text', column: { kind: 'text', bytes, offsets: offsets.subarray(start, end + 1) } };
    }
  }
}

function computeBlock(
  column: Extract<WholeColumn, { kind: 'computed' }>,
  start: number,
  end: number,
): CellColumn {
  const values = new Float64Array(end - start);
  for (let row = start; row < end; row++) values[row - start] = column.at(row);
  return { kind: 'number', values, decimals: column.decimals };
}

/** The rows of a block as a copy that can be handed over to another thread. */
function sliceColumn(column: WholeColumn, start: number, end: number): CellColumn {
  switch (column.kind) {
    case 'number':
      return { ...column, values: column.values.slice(start, end) };
    case 'computed':
      return computeBlock(column, start, end);
    case 'integer':
      return { ...column, values: column.values.slice(start, end) };
    case 'category':
      return { ...column, codes: column.codes.slice(start, end) };
    case 'text': {
      const { bytes, offsets } = column.column;
      const from = offsets[start] as number;
      const piece = offsets.slice(start, end + 1).map((offset) => offset - from);
      return {
        kind: 'text',
        column: { kind: 'text', bytes: bytes.slice(from, offsets[end]), offsets: piece },
      };
    }
  }
}

function buffersOf(columns: readonly CellColumn[]): ArrayBuffer[] {
  return columns
    .flatMap((column) => {
      if (column.kind === 'text') return [column.column.bytes.buffer, column.column.offsets.buffer];
      return [column.kind === 'category' ? column.codes.buffer : column.values.buffer];
    })
    .filter((buffer) => buffer instanceof ArrayBuffer);
}
