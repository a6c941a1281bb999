// Rows of a result as CSV bytes. Plain data in, bytes out: it runs in the calling thread and in helpers alike.
import type { TextColumn } from '#engine/table/column.ts';
import {
  type ByteWriter,
  byteWriter,
  NUMBER_BYTES,
  reserve,
  writeByte,
  writeBytes,
  writeFixed,
  writeInteger,
  writeShortest,
} from './byte-writer.ts';

/** A column, or a piece of one, that a thread can be given. `decimals` below zero asks for the shortest text. */
export type CellColumn =
  | { readonly kind: 'number'; readonly values: Float64Array; readonly decimals: number }
  | { readonly kind: 'integer'; readonly values: Int32Array | Uint32Array; readonly absentBelow: number }
  | {
      readonly kind: 'category';
      readonly codes: Int32Array | Uint8Array;
      readonly labels: readonly Uint8Array[];
    }
  | { readonly kind: 'text'; readonly column: TextColumn };

const COMMA = 44;
const NEWLINE = 10;
const RETURN = 13;
const QUOTE = 34;
const APOSTROPHE = 39;
const MINUS = 45;

export function formatRows(columns: readonly CellColumn[], rows: number): Uint8Array<ArrayBuffer> {
  const writer = byteWriter(Math.max(1024, rows * columns.length * 12));
  // Cells that may be longer make their own room, and leave this much for what follows in the row.
  const room = columns.length * (NUMBER_BYTES + 1) + 1;
  for (let row = 0; row < rows; row++) {
    reserve(writer, room);
    for (let i = 0; i < columns.length; i++) {
      if (i > 0) writeByte(writer, COMMA);
      writeCell(writer, columns[i] as CellColumn, row);
      reserve(writer, room);
    }
    writeByte(writer, NEWLINE);
  }
  return writer.bytes.subarray(0, writer.length);
}

function writeCell(writer: ByteWriter, column: CellColumn, row: number): void {
  switch (column.kind) {
    case 'number': {
      const value = column.values[row] as number;
      if (value !== value) return;
      if (column.decimals < 0) writeShortest(writer, value);
      else writeFixed(writer, value, column.decimals);
      return;
    }
    case 'integer': {
      const value = column.values[row] as number;
      if (value < column.absentBelow) return;
      if (value < 0) writeByte(writer, MINUS);
      writeInteger(writer, Math.abs(value));
      return;
    }
    case 'category': {
      const label = column.labels[column.codes[row] as number];
      if (label !== undefined) writeBytes(writer, label);
      return;
    }
    case 'text':
      writeTextCell(
        writer,
        column.column.bytes,
        column.column.offsets[row] as number,
        column.column.offsets[row + 1] as number,
      );
  }
}

/** A text cell: quoted where it must be, and harmless where a spreadsheet would take it for a formula. */
export function writeTextCell(writer: ByteWriter, source: Uint8Array, start: number, end: number): void {
  if (start === end) return;
  reserve(writer, end - start + NUMBER_BYTES);
  if (isFormulaStart(source[start] as number)) return writeOddText(writer, source, start, end);
  const { bytes } = writer;
  let at = writer.length;
  for (let i = start; i < end; i++) {
    const byte = source[i] as number;
    if (byte === COMMA || byte === QUOTE || byte === NEWLINE || byte === RETURN) {
      return writeOddText(writer, source, start, end);
    }
    bytes[at++] = byte;
  }
  writer.length = at;
}

function writeOddText(writer: ByteWriter, source: Uint8Array, start: number, end: number): void {
  let quotes = 0;
  let special = 0;
  for (let i = start; i < end; i++) {
    const byte = source[i] as number;
    if (byte === QUOTE) quotes++;
    else if (byte === COMMA || byte === NEWLINE || byte === RETURN) special++;
  }
  reserve(writer, end - start + quotes + 3 + NUMBER_BYTES);
  const quoted = special + quotes > 0;
  if (quoted) writeByte(writer, QUOTE);
  if (isFormulaStart(source[start] as number)) writeByte(writer, APOSTROPHE);
  for (let i = start; i < end; i++) {
    const byte = source[i] as number;
    if (byte === QUOTE) writeByte(writer, QUOTE);
    writeByte(writer, byte);
  }
  if (quoted) writeByte(writer, QUOTE);
}

/** `=`, `+`, `-`, `@`, tab and carriage return begin a formula in one spreadsheet program or another. */
function isFormulaStart(byte: number): boolean {
  return byte === 61 || byte === 43 || byte === MINUS || byte === 64 || byte === 9 || byte === RETURN;
}
