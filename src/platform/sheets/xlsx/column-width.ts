// How wide a column has to be, in the characters of Latin digits that office programs count in.
import { outputCell } from '../output-cell.ts';
import type { OutputColumn } from '../output-column.ts';

const SAMPLED_ROWS = 200;
const NARROWEST = 8;
const WIDEST = 60;
/** Numbers without fixed decimals are shown with as many digits as fit. */
const WIDEST_NUMBER = 12;
/** Padding of the cell, and the filter's button in the header. */
const PADDING = 2;
const BUTTON = 2;

/** Chinese, Japanese and Korean signs, and full-width forms, are twice as wide. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|[\ud840-\ud8bf][\udc00-\udfff]/g;

export function columnWidth(column: OutputColumn, rows: number, decimals: number | undefined): number {
  let width = textWidth(column.header) + BUTTON;
  for (let row = 0; row < Math.min(rows, SAMPLED_ROWS); row++) {
    width = Math.max(width, cellWidth(outputCell(column, row, decimals), decimals));
  }
  return Math.min(Math.max(width + PADDING, NARROWEST), WIDEST);
}

function cellWidth(cell: number | string | null, decimals: number | undefined): number {
  if (cell === null) return 0;
  if (typeof cell === 'string') return Math.max(...cell.split('\n').map(textWidth));
  return decimals === undefined
    ? Math.min(String(cell).length, WIDEST_NUMBER)
    : cell.toFixed(decimals).length;
}

function textWidth(text: string): number {
  return text.length + (text.match(WIDE)?.length ?? 0);
}
