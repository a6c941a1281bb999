// Turns what was scanned into the columns that were wanted. Flags and dates were scanned as labels: each distinct spelling
// is read once, and only spellings that cannot be read are looked up row by row.
import type { Column, TextColumn } from '#engine/table/column.ts';
import { readDate, readFlag } from '../cell-text.ts';
import type { WantedColumn } from '../wanted.ts';
import { LABEL } from './columns.ts';
import { type NumberProblem, oddNumber } from './odd-number.ts';
import type { ScannedFile } from './parts.ts';

type LabelProblem = NumberProblem | 'not_a_flag' | 'not_a_date';

export type BadLabel = { readonly code: LabelProblem; readonly row: number; readonly text: string };

export type Finished = { readonly column: Column; readonly bad: readonly BadLabel[] };

/** How the column at `place` was scanned and how its percent signs are meant. */
export type ScannedAs = { readonly place: number; readonly action: number; readonly percent: boolean };

export function finishColumn(
  file: ScannedFile,
  { place, action, percent }: ScannedAs,
  kind: WantedColumn['kind'],
): Finished {
  const { rows, columns } = file;
  if (action === LABEL) {
    const codes = (columns.codes[place] as Int32Array).subarray(0, rows);
    return finishLabels(codes, file.labels[place] ?? [], kind, percent);
  }
  if (kind === 'number') {
    return { column: { kind, values: (columns.numbers[place] as Float64Array).subarray(0, rows) }, bad: [] };
  }
  const offsets = (columns.offsets[place] as Uint32Array).subarray(0, rows + 1);
  const bytes = (columns.texts[place] as Uint8Array).subarray(0, offsets[rows]);
  return { column: { kind: 'text', bytes, offsets }, bad: [] };
}

function finishLabels(
  codes: Int32Array,
  labels: readonly string[],
  kind: WantedColumn['kind'],
  percent: boolean,
): Finished {
  if (kind === 'category') return { column: { kind, codes, labels }, bad: [] };
  if (kind === 'text') return { column: labelsAsText(codes, labels), bad: [] };
  const read = labels.map((label): number | LabelProblem => {
    if (kind === 'number') return oddNumber(label, percent);
    return kind === 'flag' ? (readFlag(label) ?? 'not_a_flag') : (readDate(label) ?? 'not_a_date');
  });
  const values = new Float64Array(codes.length);
  const bad: BadLabel[] = [];
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row] as number;
    const value = read[code] ?? Number.NaN;
    values[row] = typeof value === 'number' ? value : Number.NaN;
    if (typeof value !== 'number') bad.push({ code: value, row, text: labels[code] ?? '' });
  }
  return { column: { kind: 'number', values }, bad };
}

/** For a column that one caller wants as text and another as a category. */
function labelsAsText(codes: Int32Array, labels: readonly string[]): TextColumn {
  const encoded = labels.map((label) => Buffer.from(label, 'utf8'));
  const offsets = new Uint32Array(codes.length + 1);
  for (let row = 0; row < codes.length; row++) {
    offsets[row + 1] = (offsets[row] as number) + (encoded[codes[row] as number]?.length ?? 0);
  }
  const bytes = new Uint8Array(offsets[codes.length] as number);
  for (let row = 0; row < codes.length; row++) {
    const label = encoded[codes[row] as number];
    if (label !== undefined) bytes.set(label, offsets[row]);
  }
  return { kind: 'text', bytes, offsets };
}
