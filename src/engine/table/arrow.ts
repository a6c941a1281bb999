// Tables as Apache Arrow files, the form in which they are frozen, exchanged and shown in a browser. Absent values, NaN and
// -1 and '' inside the engine, are nulls there.
import {
  Batch,
  Column as ArrowColumn,
  dictionary,
  float64,
  int32,
  tableFromColumns,
  tableToIPC,
  uint32,
  utf8,
} from '@uwdata/flechette';
import { invariant } from '#core/app-error.ts';
import { readArrowFields } from './arrow-fields.ts';
import {
  type CategoryColumn,
  type Column,
  type NumberColumn,
  type Table,
  type TextColumn,
  textColumn,
} from './column.ts';

/** Whole numbers, such as ranks; those below `absentBelow` are null. */
export type IntegerColumn = {
  readonly kind: 'integer';
  readonly values: Int32Array | Uint32Array;
  readonly absentBelow?: number;
};

/** The Arrow IPC file of a table: numbers as float64, categories as dictionaries, texts as utf8. Equal tables give equal bytes. */
export function tableToArrow(table: Table): Uint8Array {
  return columnsToArrow([...table.columns]);
}

/** A stream can be read while it still arrives; files are what is kept. */
export function columnsToArrow(
  columns: readonly (readonly [name: string, column: Column | IntegerColumn])[],
  format: 'file' | 'stream' = 'file',
): Uint8Array {
  const bytes = tableToIPC(
    tableFromColumns(
      columns.map(([name, column]): [string, ArrowColumn<unknown>] => [
        name,
        new ArrowColumn([toBatch(column)]),
      ]),
    ),
    { format },
  );
  invariant(bytes !== null, 'a table without a sink is encoded to memory');
  return bytes;
}

/** The columns of an Arrow file that the engine can hold; throws when the bytes are no Arrow file or stream. */
export function arrowToTable(bytes: Uint8Array): Table {
  const { rows, fields } = readArrowFields(bytes);
  const columns = fields.filter(({ holds }) => holds !== undefined);
  return { rows, columns: new Map(columns.map(({ name, toColumn }) => [name, toColumn()])) };
}

function toBatch(column: Column | IntegerColumn): Batch<unknown> {
  switch (column.kind) {
    case 'number':
      return numberBatch(column);
    case 'integer':
      return integerBatch(column);
    case 'category':
      return categoryBatch(column);
    case 'text':
      return textBatch(column);
  }
}

/** What stands in a null's place is zero, and zero has no sign: what the engine holds equal has equal bytes. */
function numberBatch({ values }: NumberColumn): Batch<unknown> {
  const valid = validity(values.length, (row) => !Number.isNaN(values[row]));
  const kept = values.map((value) => (Number.isNaN(value) ? 0 : value + 0));
  return new Batch({ type: float64(), length: values.length, ...valid, values: kept });
}

function integerBatch({ values, absentBelow = -Infinity }: IntegerColumn): Batch<unknown> {
  const valid = validity(values.length, (row) => (values[row] as number) >= absentBelow);
  const kept = values.map((value) => (value >= absentBelow ? value : 0));
  return new Batch({
    type: kept instanceof Int32Array ? int32() : uint32(),
    length: values.length,
    ...valid,
    values: kept,
  });
}

function categoryBatch({ codes, labels }: CategoryColumn): Batch<unknown> {
  const valid = validity(codes.length, (row) => (codes[row] as number) >= 0);
  const keys = codes.map((code) => Math.max(code, 0));
  const words = new ArrowColumn([textBatch(textColumn(labels), true)]);
  // The encoder finds a dictionary by the identity of its type.
  const type = dictionary(words.type, int32());
  return Object.assign(new Batch({ type, length: codes.length, ...valid, values: keys }), {
    dictionary: words,
  });
}

function textBatch({ bytes, offsets }: TextColumn, emptyIsValue = false): Batch<unknown> {
  const length = offsets.length - 1;
  const first = offsets[0] ?? 0;
  const valid = validity(
    length,
    (row) => emptyIsValue || (offsets[row + 1] as number) > (offsets[row] as number),
  );
  return new Batch({
    type: utf8(),
    length,
    ...valid,
    offsets: Int32Array.from(offsets, (offset) => offset - first),
    values: bytes.subarray(first, offsets[length]),
  });
}

/** A bit per row, least significant first, set where there is a value; no bits at all when every row has one. */
function validity(
  rows: number,
  isValid: (row: number) => boolean,
): { validity: Uint8Array; nullCount: number } {
  const bits = new Uint8Array(Math.ceil(rows / 8));
  let nullCount = 0;
  for (let row = 0; row < rows; row++) {
    if (isValid(row)) bits[row >> 3] = (bits[row >> 3] as number) | (1 << (row & 7));
    else nullCount += 1;
  }
  return { validity: nullCount === 0 ? new Uint8Array(0) : bits, nullCount };
}
