// What an Arrow file holds, whatever tool wrote it, as columns of the engine.
import { Batch, Column as ArrowColumn, type DataType, tableFromIPC, Type } from '@uwdata/flechette';
import { type CategoryColumn, type Column, type TextColumn, textColumn } from './column.ts';

const MS_PER_DAY = 86_400_000;

export type ArrowField = {
  readonly name: string;
  /** As Arrow calls it: `Int`, `Utf8`, `List`. */
  readonly typeName: string;
  /** What the values mean; undefined for types that no column of the engine can hold, such as lists. */
  readonly holds: 'number' | 'flag' | 'date' | 'category' | 'text' | undefined;
  /** Flags are 0 and 1, dates days since 1970-01-01 in UTC; not to be called when `holds` is undefined. */
  readonly toColumn: () => Column;
  /** A single value; integers of 64 bits keep all their digits, dates are days. */
  readonly at: (row: number) => number | bigint | string | boolean | null;
};

/** Throws when the bytes are no Arrow file or stream, or are compressed. */
export function readArrowFields(bytes: Uint8Array): {
  readonly rows: number;
  readonly fields: readonly ArrowField[];
} {
  // Values are read in place, eight bytes at a time.
  const table = tableFromIPC(bytes.byteOffset % 8 === 0 ? bytes : bytes.slice(), { useBigInt: true });
  const rows = table.numRows;
  // A value takes a bit at least. The lengths of a damaged file are anything.
  const areSound = table.children.every((column) => column.length === rows) && rows <= bytes.length * 8;
  if (!areSound || !Number.isInteger(rows))
    throw new RangeError('the lengths of the columns are not in order');
  return {
    rows,
    fields: table.names.map((name, i) => toField(String(name), table.getChildAt(i))),
  };
}

function toField(name: string, column: ArrowColumn<unknown>): ArrowField {
  const holds = meaningOf(column.type);
  const isDate = holds === 'date';
  return {
    name,
    typeName: Object.entries(Type).find(([, id]) => id === column.type.typeId)?.[0] ?? 'unknown',
    holds,
    toColumn: () => {
      if (holds === 'category') return toCategory(column);
      return holds === 'text' ? toText(column) : { kind: 'number', values: toNumbers(column, isDate) };
    },
    at: (row) => {
      const value = column.at(row);
      if (isDate && typeof value === 'number') return Math.floor(value / MS_PER_DAY);
      return isPlain(value) ? value : null;
    },
  };
}

function meaningOf(type: DataType): ArrowField['holds'] {
  switch (type.typeId) {
    case Type.Int:
    case Type.Float:
    case Type.Decimal:
      return 'number';
    case Type.Bool:
      return 'flag';
    case Type.Date:
    case Type.Timestamp:
      return 'date';
    case Type.Utf8:
    case Type.LargeUtf8:
    case Type.Utf8View:
    case Type.Null:
      return 'text';
    case Type.Dictionary:
      return meaningOf(type.dictionary) === 'text' ? 'category' : meaningOf(type.dictionary);
    default:
      return undefined;
  }
}

function isPlain(value: unknown): value is number | bigint | string | boolean {
  return ['number', 'bigint', 'string', 'boolean'].includes(typeof value);
}

/** Infinities, which other tools get from a division by zero, are absent. */
function toNumbers(column: ArrowColumn<unknown>, isDate: boolean): Float64Array {
  const numbers = new Float64Array(column.length);
  const scale = isDate ? MS_PER_DAY : 1;
  let at = 0;
  for (const batch of column.data) {
    for (let i = 0; i < batch.length; i++) {
      const value = Number(batch.nullCount > 0 && !batch.isValid(i) ? Number.NaN : batch.value(i));
      numbers[at++] = Number.isFinite(value) ? (isDate ? Math.floor(value / scale) : value) : Number.NaN;
    }
  }
  return numbers;
}

/** Labels keep the order of the file's dictionaries, used or not. */
function toCategory(column: ArrowColumn<unknown>): CategoryColumn {
  const codes = new Int32Array(column.length);
  const labels: string[] = [];
  const codeOf = new Map<string, number>();
  const known = new Map<ArrowColumn<unknown>, Int32Array>();
  const translate = (words: ArrowColumn<unknown>): Int32Array =>
    Int32Array.from(words, (word) => {
      if (typeof word !== 'string' || word === '') return -1;
      const code = codeOf.get(word) ?? labels.push(word) - 1;
      codeOf.set(word, code);
      return code;
    });
  let at = 0;
  for (const batch of column.data) {
    const words = dictionaryOf(batch);
    const to = known.get(words) ?? translate(words);
    known.set(words, to);
    for (let i = 0; i < batch.length; i++) {
      codes[at++] = batch.nullCount > 0 && !batch.isValid(i) ? -1 : (to[Number(batch.values[i])] ?? -1);
    }
  }
  return { kind: 'category', codes, labels };
}

function dictionaryOf(batch: Batch<unknown>): ArrowColumn<unknown> {
  if ('dictionary' in batch && batch.dictionary instanceof ArrowColumn) return batch.dictionary;
  throw new Error('a dictionary is missing');
}

function toText(column: ArrowColumn<unknown>): TextColumn {
  const [batch] = column.data;
  const isPacked = column.type.typeId === Type.Utf8 && column.data.length === 1 && column.nullCount === 0;
  if (isPacked && batch !== undefined) {
    const { buffer, byteOffset, byteLength } = batch.values;
    return {
      kind: 'text',
      bytes: new Uint8Array(buffer, byteOffset, byteLength),
      offsets: checkedOffsets(batch, byteLength),
    };
  }
  return textColumn(Array.from(column, (value) => (typeof value === 'string' ? value : '')));
}

/** A damaged file may point anywhere. */
function checkedOffsets({ offsets, length }: Batch<unknown>, bytes: number): Uint32Array {
  const checked = new Uint32Array(length + 1);
  for (let row = 0, last = 0; row <= length; row++) {
    const offset = Number(offsets[row]);
    if (!(offset >= last && offset <= bytes))
      throw new RangeError('the offsets of a text column are not in order');
    checked[row] = offset;
    last = offset;
  }
  return checked;
}
