// Turns what was scanned into the columns that were wanted. Flags and dates were scanned as labels: each distinct spelling
// is read once, and only spellings that cannot be read are looked up row by row.
import type { Column } from '#engine/table/column.ts';
import { readDate, readFlag } from '../cell-text.ts';
import type { WantedColumn } from '../wanted.ts';
import type { ScannedFile } from './parts.ts';

export type BadLabel = {
  readonly code: 'not_a_flag' | 'not_a_date';
  readonly row: number;
  readonly text: string;
};

export function finishColumn(
  file: ScannedFile,
  place: number,
  kind: WantedColumn['kind'],
): { readonly column: Column; readonly bad: readonly BadLabel[] } {
  const { rows, columns } = file;
  if (kind === 'number') {
    return { column: { kind, values: (columns.numbers[place] as Float64Array).subarray(0, rows) }, bad: [] };
  }
  if (kind === 'text') {
    const offsets = (columns.offsets[place] as Uint32Array).subarray(0, rows + 1);
    const bytes = (columns.texts[place] as Uint8Array).subarray(0, offsets[rows]);
    return { column: { kind, bytes, offsets }, bad: [] };
  }
  const codes = (columns.codes[place] as Int32Array).subarray(0, rows);
  const labels = file.labels[place] ?? [];
  if (kind === 'category') return { column: { kind, codes, labels }, bad: [] };
  const read = labels.map(kind === 'flag' ? readFlag : readDate);
  const values = new Float64Array(rows);
  const bad: BadLabel[] = [];
  for (let row = 0; row < rows; row++) {
    const code = codes[row] as number;
    const value = code < 0 ? Number.NaN : read[code];
    values[row] = value ?? Number.NaN;
    if (value === undefined)
      bad.push({ code: kind === 'flag' ? 'not_a_flag' : 'not_a_date', row, text: labels[code] ?? '' });
  }
  return { column: { kind: 'number', values }, bad };
}
