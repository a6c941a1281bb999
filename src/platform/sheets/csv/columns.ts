// Columns while a CSV is being read. The scanner fills a block of rows that stays in the processor's cache; full blocks are
// appended to the columns of the whole file, which threads share.
import { ByteDictionary } from './byte-dictionary.ts';

/** What becomes of a column of the file. Flags and dates are labels too: their few distinct spellings are read once. */
export const SKIP = 0;
export const NUMBER = 1;
export const LABEL = 2;
export const TEXT = 3;

/** Bytes read and rows parsed at a time: with them, all the memory the parser needs beside its result. */
export const PIECE_BYTES = 1 << 19;
export const BLOCK_ROWS = 8192;

/** One entry per column of the file. Plain data: it travels to worker threads. */
export type ScanPlan = {
  readonly delimiter: number;
  readonly actions: readonly number[];
  /** Whether the column's unit is `%`: then `2.36%` is 2.36, otherwise 0.0236. */
  readonly percent: readonly boolean[];
};

export type TextBytes = { bytes: Buffer<ArrayBuffer>; length: number };

/** Indexed by column of the file; a column of another kind has an empty array. */
export type Block = {
  readonly numbers: readonly Float64Array[];
  readonly codes: readonly Int32Array[];
  /** `ends[row]` is where the row's text ends in the block's bytes. */
  readonly ends: readonly Uint32Array[];
  readonly texts: readonly TextBytes[];
  readonly dictionaries: readonly ByteDictionary[];
};

/** The same for the whole file. `offsets` has one entry more than there are rows, as a text column has it. */
export type Columns = {
  readonly rowCapacity: number;
  readonly textCapacity: number;
  readonly numbers: readonly Float64Array[];
  readonly codes: readonly Int32Array[];
  readonly offsets: readonly Uint32Array[];
  readonly texts: readonly Uint8Array[];
};

/** Where the next block goes: its first row and, per column, its first byte of text. */
export type Position = { readonly row: number; readonly texts: readonly number[] };

export function newBlock(plan: ScanPlan, rows: number): Block {
  const size = (action: number, wanted: number): number => (action === wanted ? rows : 0);
  return {
    numbers: plan.actions.map((action) => new Float64Array(size(action, NUMBER))),
    codes: plan.actions.map((action) => new Int32Array(size(action, LABEL))),
    ends: plan.actions.map((action) => new Uint32Array(size(action, TEXT))),
    texts: plan.actions.map(() => ({ bytes: Buffer.allocUnsafeSlow(0), length: 0 })),
    dictionaries: plan.actions.map(() => new ByteDictionary()),
  };
}

/** Makes room for `more` bytes in every text column, so that the scanner need not ask per cell. */
export function reserveText(plan: ScanPlan, block: Block, more: number): void {
  for (const [column, text] of block.texts.entries()) {
    if (plan.actions[column] !== TEXT || text.length + more <= text.bytes.length) continue;
    const wider = Buffer.allocUnsafeSlow(text.length + more);
    text.bytes.copy(wider, 0, 0, text.length);
    text.bytes = wider;
  }
}

type MakeBuffer = (bytes: number) => ArrayBuffer | SharedArrayBuffer;

/** Memory is only taken where it is written to, so the capacities may be generous guesses. */
export function newColumns(
  plan: ScanPlan,
  rowCapacity: number,
  textCapacity: number,
  make: MakeBuffer,
): Columns {
  const buffer = (action: number, wanted: number, bytes: number): ArrayBuffer | SharedArrayBuffer =>
    make(action === wanted ? bytes : 0);
  return {
    rowCapacity,
    textCapacity,
    numbers: plan.actions.map((action) => new Float64Array(buffer(action, NUMBER, rowCapacity * 8))),
    codes: plan.actions.map((action) => new Int32Array(buffer(action, LABEL, rowCapacity * 4))),
    offsets: plan.actions.map((action) => new Uint32Array(buffer(action, TEXT, (rowCapacity + 1) * 4))),
    texts: plan.actions.map((action) => new Uint8Array(buffer(action, TEXT, textCapacity))),
  };
}

export function hasRoom(columns: Columns, at: Position, block: Block, rows: number): boolean {
  const longest = block.texts.reduce((most, { length }, i) => Math.max(most, (at.texts[i] ?? 0) + length), 0);
  return at.row + rows <= columns.rowCapacity && longest <= columns.textCapacity;
}

/** Copies the first `rows` rows of the block to `at`, empties the block and returns where the next one goes. */
export function appendBlock(block: Block, rows: number, columns: Columns, at: Position): Position {
  for (const [i, values] of block.numbers.entries()) {
    if (values.length > 0) columns.numbers[i]?.set(values.subarray(0, rows), at.row);
  }
  for (const [i, codes] of block.codes.entries()) {
    if (codes.length > 0) columns.codes[i]?.set(codes.subarray(0, rows), at.row);
  }
  const texts = block.texts.map((text, i) => {
    const start = at.texts[i] ?? 0;
    const end = start + text.length;
    if (text.length > 0) columns.texts[i]?.set(text.bytes.subarray(0, text.length), start);
    const [ends, offsets] = [block.ends[i], columns.offsets[i]];
    if (ends !== undefined && offsets !== undefined && ends.length > 0)
      shiftEnds(ends, rows, offsets, at.row + 1, start);
    text.length = 0;
    return end;
  });
  return { row: at.row + rows, texts };
}

function shiftEnds(
  ends: Uint32Array,
  rows: number,
  offsets: Uint32Array,
  first: number,
  shift: number,
): void {
  for (let row = 0; row < rows; row++) offsets[first + row] = (ends[row] as number) + shift;
}
