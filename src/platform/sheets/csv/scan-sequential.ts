// Parses a CSV on one thread, from a source of UTF-8 bytes. Works for every file: quotes may span pieces and lines.
import { isUtf8 } from 'node:buffer';
import type { ByteSource } from './byte-source.ts';
import {
  appendBlock,
  BLOCK_ROWS,
  type Columns,
  hasRoom,
  newBlock,
  newColumns,
  PIECE_BYTES,
  type Position,
  reserveText,
  type ScanPlan,
} from './columns.ts';
import { LINE_FEED } from './fields.ts';
import { joinParts, type ScannedFile } from './parts.ts';
import { CsvScanner } from './scanner.ts';

/** A record longer than this is one whose quote was never closed. */
const LONGEST_RECORD = 1 << 26;

export type SequentialScan =
  | { readonly kind: 'scanned'; readonly file: ScannedFile }
  | { readonly kind: 'not_utf8' }
  | { readonly kind: 'quote_not_closed'; readonly record: number };

export type SequentialJob = {
  readonly plan: ScanPlan;
  /** Guesses, generous if possible: columns that turn out too short are copied. */
  readonly rows: number;
  readonly textBytes: number;
  readonly pieceBytes?: number;
  readonly onProgress?: (done: number) => void;
};

export function scanSequentially(source: ByteSource, job: SequentialJob): SequentialScan {
  const { plan, pieceBytes = PIECE_BYTES } = job;
  const block = newBlock(plan, BLOCK_ROWS);
  const scanner = new CsvScanner(plan, block, BLOCK_ROWS, true);
  let columns = newColumns(plan, job.rows, job.textBytes, (bytes) => new ArrayBuffer(bytes));
  let at: Position = { row: 0, texts: plan.actions.map(() => 0) };
  let buffer = Buffer.allocUnsafeSlow(pieceBytes);
  let filled = 0;
  for (let ended = false; !ended;) {
    if (filled * 2 > buffer.length) buffer = widen(buffer, filled);
    // One byte stays free for the line feed that the last record may lack.
    const got = source.read(buffer.subarray(0, -1), filled);
    ended = got === 0;
    filled += got;
    if (ended && filled > 0 && buffer[filled - 1] !== LINE_FEED) buffer[filled++] = LINE_FEED;
    const end = buffer.subarray(0, filled).lastIndexOf(LINE_FEED) + 1;
    if (!isUtf8(buffer.subarray(0, end))) return { kind: 'not_utf8' };
    reserveText(plan, block, end);
    let p = 0;
    while (p < end) {
      const stop = scanner.scan(buffer, p, end);
      if (!hasRoom(columns, at, block, scanner.rows)) {
        columns = grow(plan, columns, at, scanner.rows, end);
      }
      at = appendBlock(block, scanner.takeRows(), columns, at);
      if (stop === p) break;
      p = stop;
    }
    filled -= p;
    if ((ended && filled > 0) || filled > LONGEST_RECORD) {
      return { kind: 'quote_not_closed', record: scanner.records };
    }
    buffer.copyWithin(0, p, p + filled);
    job.onProgress?.(source.done());
  }
  const { records, blanks, findings, moreFindings } = scanner;
  const pieces = [{ index: 0, firstRow: 0, rows: at.row, records, blanks, findings }];
  const labels = block.dictionaries.map((dictionary) => dictionary.labels());
  return { kind: 'scanned', file: joinParts(plan, columns, [{ pieces, labels, moreFindings }]) };
}

/** For a record that does not fit. */
function widen(buffer: Buffer, filled: number): Buffer<ArrayBuffer> {
  const wider = Buffer.allocUnsafeSlow(buffer.length * 2);
  buffer.copy(wider, 0, 0, filled);
  return wider;
}

/** Room for `rows` and `bytes` of text more, and for as much again as there was; what lies before `at` is kept. */
function grow(plan: ScanPlan, columns: Columns, at: Position, rows: number, bytes: number): Columns {
  const rowCapacity = columns.rowCapacity * 2 + rows;
  const textCapacity = columns.textCapacity * 2 + bytes;
  const grown = newColumns(plan, rowCapacity, textCapacity, (size) => new ArrayBuffer(size));
  for (const [i, to] of grown.numbers.entries())
    if (to.length > 0) to.set(columns.numbers[i]?.subarray(0, at.row) ?? []);
  for (const [i, to] of grown.codes.entries())
    if (to.length > 0) to.set(columns.codes[i]?.subarray(0, at.row) ?? []);
  for (const [i, to] of grown.offsets.entries()) {
    if (to.length > 0) to.set(columns.offsets[i]?.subarray(0, at.row + 1) ?? []);
  }
  for (const [i, to] of grown.texts.entries())
    if (to.length > 0) to.set(columns.texts[i]?.subarray(0, at.texts[i]) ?? []);
  return grown;
}
