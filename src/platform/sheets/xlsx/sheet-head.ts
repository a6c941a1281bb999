// The first rows of a sheet as texts: titles and notes, and the header somewhere among them.
import { HEAD_RECORDS } from '../csv/head.ts';
import type { SharedStrings } from './shared-strings.ts';
import { type SheetListener, SheetScanner } from './sheet-scanner.ts';

export type HeadRow = { readonly row: number; readonly cells: readonly string[] };

/** Blank rows do not count. */
export async function readSheetHead(
  pieces: AsyncIterable<Buffer>,
  strings: SharedStrings,
): Promise<readonly HeadRow[]> {
  const rows: HeadRow[] = [];
  let cells: string[] = [];
  const listener: SheetListener = {
    onCell: (sheet) => {
      const text = textOf(sheet, strings);
      if (text === '') return;
      while (cells.length < sheet.column) cells.push('');
      cells[sheet.column] = text;
    },
    onRow: ({ row }) => {
      if (cells.length > 0 && rows.length < HEAD_RECORDS) rows.push({ row, cells });
      cells = [];
    },
  };
  const sheet = new SheetScanner(listener);
  for await (const piece of pieces) {
    sheet.push(piece);
    if (rows.length === HEAD_RECORDS) return rows;
  }
  sheet.end();
  return rows;
}

function textOf(sheet: SheetScanner, strings: SharedStrings): string {
  const text = sheet.value.toString();
  if (sheet.type !== 's') return text.trim();
  const index = Number(text);
  return strings.bytes.toString('utf8', strings.starts[index] ?? 0, strings.starts[index + 1] ?? 0).trim();
}
