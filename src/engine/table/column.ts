// Columns as typed arrays. An absent number is NaN and an absent category is -1: kernels then need no mask,
// and the Arrow boundary (arrow.ts) turns both into a validity bitmap. Zero and negative stay ordinary values.

/** Numbers, flags (0/1) and dates (days since 1970-01-01). Absent is NaN. */
export type NumberColumn = { readonly kind: 'number'; readonly values: Float64Array };

/** A value out of few: `codes[i]` points into `labels`; absent is -1. */
export type CategoryColumn = {
  readonly kind: 'category';
  readonly codes: Int32Array;
  readonly labels: readonly string[];
};

/** Free text, as Arrow lays it out: row i is UTF-8 `bytes[offsets[i] .. offsets[i+1])`; absent is empty. */
export type TextColumn = {
  readonly kind: 'text';
  readonly bytes: Uint8Array;
  readonly offsets: Uint32Array;
};

export type Column = NumberColumn | CategoryColumn | TextColumn;

export type Table = { readonly rows: number; readonly columns: ReadonlyMap<string, Column> };

// A text may begin with U+FEFF; only at the start of a file is that a byte order mark.
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const encoder = new TextEncoder();

export function textAt(column: TextColumn, row: number): string {
  return decoder.decode(column.bytes.subarray(column.offsets[row], column.offsets[row + 1]));
}

/** What a reader of the table sees; absent is null, and a flag is 0 or 1. */
export function cellAt(column: Column, row: number): number | string | null {
  if (column.kind === 'number') {
    const value = column.values[row] ?? Number.NaN;
    return Number.isNaN(value) ? null : value;
  }
  const text = column.kind === 'text' ? textAt(column, row) : column.labels[column.codes[row] ?? -1];
  return text === undefined || text === '' ? null : text;
}

export function numberColumn(values: ArrayLike<number | null>): NumberColumn {
  return { kind: 'number', values: Float64Array.from(values, (v) => v ?? Number.NaN) };
}

export function categoryColumn(values: readonly (string | null)[]): CategoryColumn {
  const labels: string[] = [];
  const codeOf = new Map<string, number>();
  const codes = Int32Array.from(values, (value) => {
    if (value === null) return -1;
    let code = codeOf.get(value);
    if (code === undefined) {
      code = labels.push(value) - 1;
      codeOf.set(value, code);
    }
    return code;
  });
  return { kind: 'category', codes, labels };
}

export function textColumn(values: readonly string[]): TextColumn {
  const offsets = new Uint32Array(values.length + 1);
  // A UTF-16 unit takes three bytes at most; small arrays for every value would keep the collector busy.
  const room = new Uint8Array(3 * values.reduce((sum, value) => sum + value.length, 0));
  let end = 0;
  values.forEach((value, i) => {
    end += encoder.encodeInto(value, room.subarray(end)).written;
    offsets[i + 1] = end;
  });
  return { kind: 'text', bytes: room.slice(0, end), offsets };
}

/** Order of two texts by their UTF-8 bytes, which is the order of their code points. */
export function compareBytes(column: TextColumn, a: number, b: number): number {
  const { bytes, offsets } = column;
  let i = offsets[a] as number;
  let j = offsets[b] as number;
  const endA = offsets[a + 1] as number;
  const endB = offsets[b + 1] as number;
  while (i < endA && j < endB) {
    const difference = (bytes[i++] as number) - (bytes[j++] as number);
    if (difference !== 0) return difference;
  }
  return endA - i - (endB - j);
}

function emptyToNull(text: string): string | null {
  return text === '' ? null : text;
}

export function textToCategory(column: TextColumn): CategoryColumn {
  const texts: (string | null)[] = [];
  for (let row = 0; row + 1 < column.offsets.length; row++) texts.push(emptyToNull(textAt(column, row)));
  return categoryColumn(texts);
}
