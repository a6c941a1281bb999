// Writes exactly what a table shows — its rows, its columns, its order — into a file of the reader's.
import { saveBlob } from '#web/client/save-blob.ts';
import { type CellValue, type Column } from './column.ts';

export type ExportFormat = 'csv' | 'xlsx';

export async function exportRows<Row>(
  name: string,
  rows: readonly Row[],
  shown: readonly Column<Row>[],
  format: ExportFormat,
): Promise<void> {
  const { head, lines } = linesOf(rows, shown);
  const blob = format === 'csv' ? csvOf(head, lines) : await xlsxOf(head, lines);
  saveBlob(blob, `${name}.${format}`);
}

/** What can be done with a row is on the screen only. */
export function linesOf<Row>(rows: readonly Row[], shown: readonly Column<Row>[]) {
  const columns = shown.filter(({ acts }) => acts !== true);
  return {
    head: columns.map(({ title, unit }) => (unit === undefined || unit === '' ? title : `${title}(${unit})`)),
    lines: rows.map((row) => columns.map(({ value }) => value(row))),
  };
}

/** A text that a spreadsheet would take for a formula gets an apostrophe in front. */
export const harmless = (value: CellValue): CellValue =>
  typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;

export function csvText(head: readonly string[], lines: readonly (readonly CellValue[])[]): string {
  const field = (value: CellValue): string => {
    const text = String(harmless(value) ?? '');
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return [head, ...lines].map((line) => line.map(field).join(',')).join('\r\n');
}

function csvOf(head: readonly string[], lines: readonly (readonly CellValue[])[]): Blob {
  // Excel takes a file for Chinese only with this mark.
  return new Blob(['\uFEFF', csvText(head, lines)], { type: 'text/csv;charset=utf-8' });
}

async function xlsxOf(head: readonly string[], lines: readonly (readonly CellValue[])[]): Promise<Blob> {
  const { utils, write } = await import('@e965/xlsx');
  const sheet = utils.aoa_to_sheet([[...head], ...lines.map((line) => line.map(harmless))], { dense: true });
  sheet['!cols'] = head.map((title) => ({ wch: Math.max(10, title.length * 2) }));
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, 'Sheet1');
  const content = write(book, { type: 'array', bookType: 'xlsx', compression: true }) as ArrayBuffer;
  return new Blob([content], {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  });
}
