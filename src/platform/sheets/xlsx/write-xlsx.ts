// Writes a result as a workbook of one sheet: rows go through XML and compression piece by piece, none is kept.
import { AppError } from '#core/app-error.ts';
import { writeAtomically } from '../atomic-file.ts';
import { decimalsOf, outputCell } from '../output-cell.ts';
import type { OutputColumn, WriteOptions } from '../output-column.ts';
import { columnLetters, MOST_ROWS } from './cell-reference.ts';
import { columnWidth } from './column-width.ts';
import {
  CONTENT_TYPES,
  HEADER_STYLE,
  numberStyle,
  ROOT_RELATIONS,
  stylesPart,
  TEXT_STYLE,
  WORKBOOK,
  WORKBOOK_RELATIONS,
} from './workbook-parts.ts';
import { xmlText } from './xml-text.ts';
import { ZipWriter } from './zip-writer.ts';

const PIECE_CHARACTERS = 1 << 18;

/** Excel calls a file with a longer text damaged. */
const LONGEST_TEXT = 32_767;

type Cells = {
  readonly letters: string;
  readonly style: number;
  readonly at: (row: number) => number | string | null;
};

export async function writeXlsx(
  file: string,
  columns: readonly OutputColumn[],
  rows: number,
  options: WriteOptions,
): Promise<void> {
  if (rows >= MOST_ROWS) throw new AppError('xlsx_too_many_rows', { limit: MOST_ROWS - 1, rows });
  const decimals = columns.map((column) => decimalsOf(column, options));
  const widths = columns.map((column, i) => columnWidth(column, rows, decimals[i]));
  await writeAtomically(file, async (fd) => {
    const zip = new ZipWriter(fd);
    await zip.add('[Content_Types].xml', [CONTENT_TYPES]);
    await zip.add('_rels/.rels', [ROOT_RELATIONS]);
    await zip.add('xl/workbook.xml', [WORKBOOK]);
    await zip.add('xl/_rels/workbook.xml.rels', [WORKBOOK_RELATIONS]);
    await zip.add('xl/styles.xml', [stylesPart(decimals)]);
    await zip.add('xl/worksheets/sheet1.xml', sheetPart(columns, rows, decimals, widths));
    zip.finish();
  });
}

function* sheetPart(
  columns: readonly OutputColumn[],
  rows: number,
  decimals: readonly (number | undefined)[],
  widths: readonly number[],
): Generator<string> {
  const cells = columns.map((column, i): Cells => {
    const isNumber = column.kind === 'number' || column.kind === 'computed' || column.kind === 'integer';
    const style = isNumber ? numberStyle(decimals, decimals[i]) : TEXT_STYLE;
    return { letters: columnLetters(i), style, at: (row) => outputCell(column, row, decimals[i]) };
  });
  const last = `${cells.at(-1)?.letters ?? 'A'}${rows + 1}`;
  yield sheetStart(widths, last);
  yield headerRow(columns, cells);
  let piece = '';
  for (let row = 0; row < rows; row++) {
    piece += sheetRow(cells, row);
    if (piece.length < PIECE_CHARACTERS) continue;
    yield piece;
    piece = '';
  }
  yield `${piece}</sheetData>${columns.length === 0 ? '' : `<autoFilter ref="A1:${last}"/>`}</worksheet>`;
}

function sheetStart(widths: readonly number[], last: string): string {
  const columns = widths.map(
    (width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`,
  );
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    `<dimension ref="A1:${last}"/>` +
    '<sheetViews><sheetView tabSelected="1" workbookViewId="0">' +
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/>' +
    '</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>' +
    `${columns.length === 0 ? '' : `<cols>${columns.join('')}</cols>`}<sheetData>`
  );
}

function headerRow(columns: readonly OutputColumn[], cells: readonly Cells[]): string {
  const headers = columns.map(({ header }, i) => textCell(`${cells[i]?.letters}1`, HEADER_STYLE, header));
  return `<row r="1">${headers.join('')}</row>`;
}

function sheetRow(cells: readonly Cells[], row: number): string {
  const shown = row + 2;
  let xml = `<row r="${shown}">`;
  for (const { letters, style, at } of cells) {
    const cell = at(row);
    if (cell === null) continue;
    xml +=
      typeof cell === 'string'
        ? textCell(`${letters}${shown}`, style, cell)
        : `<c r="${letters}${shown}" s="${style}"><v>${cell}</v></c>`;
  }
  return `${xml}</row>`;
}

/** Text in place is text whatever it begins with: no program takes it for a formula or a number. */
function textCell(reference: string, style: number, text: string): string {
  const kept = text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT - 1)}…` : text;
  const space = /^\s|\s$|\n/.test(kept) ? ' xml:space="preserve"' : '';
  return `<c r="${reference}" s="${style}" t="inlineStr"><is><t${space}>${xmlText(kept)}</t></is></c>`;
}
