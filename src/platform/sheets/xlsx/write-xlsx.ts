// Writes a result as a workbook of one sheet: rows go through XML and compression piece by piece, none is kept. A table
// whose rows are still coming is written block by block.
import { AppError } from '#core/app-error.ts';
import { writeAtomically } from '../atomic-file.ts';
import { decimalsOf, outputCell } from '../output-cell.ts';
import type { OutputColumn, TableBlock, WriteOptions } from '../output-column.ts';
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

/** Longer ones V8 keeps apart from what is short-lived, until it clears everything. */
const PIECE_CHARACTERS = 1 << 15;

/** Excel calls a file with a longer text damaged. */
const LONGEST_TEXT = 32_767;

type Cells = {
  readonly letters: string;
  readonly style: number;
  readonly at: (row: number) => number | string | null;
};

export function writeXlsx(
  file: string,
  columns: readonly OutputColumn[],
  rows: number,
  options: WriteOptions,
): Promise<void> {
  checkRows(rows);
  return writeWorkbook(file, { columns, rows }, [{ columns, rows }], rows, options);
}

/** `first` is the first of `blocks`. How many rows there are is known only at the end, so the sheet begins without it. */
export function writeXlsxBlocks(
  file: string,
  first: TableBlock,
  blocks: AsyncIterable<TableBlock>,
  options: WriteOptions,
): Promise<void> {
  return writeWorkbook(file, first, blocks, undefined, options);
}

type Blocks = Iterable<TableBlock> | AsyncIterable<TableBlock>;

async function writeWorkbook(
  file: string,
  first: TableBlock,
  blocks: Blocks,
  rows: number | undefined,
  options: WriteOptions,
): Promise<void> {
  const decimals = first.columns.map((column) => decimalsOf(column, options));
  const widths = first.columns.map((column, i) => columnWidth(column, first.rows, decimals[i]));
  await writeAtomically(file, async (fd) => {
    const zip = new ZipWriter(fd);
    await zip.add('[Content_Types].xml', [CONTENT_TYPES]);
    await zip.add('_rels/.rels', [ROOT_RELATIONS]);
    await zip.add('xl/workbook.xml', [WORKBOOK]);
    await zip.add('xl/_rels/workbook.xml.rels', [WORKBOOK_RELATIONS]);
    await zip.add('xl/styles.xml', [stylesPart(decimals)]);
    await zip.add('xl/worksheets/sheet1.xml', sheetPart(first.columns, blocks, rows, decimals, widths));
    zip.finish();
  });
}

function checkRows(rows: number): void {
  if (rows >= MOST_ROWS) throw new AppError('xlsx_too_many_rows', { limit: MOST_ROWS - 1, rows });
}

async function* sheetPart(
  columns: readonly OutputColumn[],
  blocks: Blocks,
  expected: number | undefined,
  decimals: readonly (number | undefined)[],
  widths: readonly number[],
): AsyncGenerator<string> {
  const lastLetters = columnLetters(Math.max(0, columns.length - 1));
  const range = (rows: number): string => `A1:${lastLetters}${rows + 1}`;
  yield sheetStart(widths, expected === undefined ? '' : `<dimension ref="${range(expected)}"/>`);
  yield headerRow(columns);
  let piece = '';
  let written = 0;
  for await (const block of blocks) {
    checkRows(written + block.rows);
    const cells = cellsOf(block, decimals);
    for (let row = 0; row < block.rows; row++) {
      piece += sheetRow(cells, row, written + row + 2);
      if (piece.length < PIECE_CHARACTERS) continue;
      yield piece;
      piece = '';
    }
    written += block.rows;
  }
  const filter = columns.length === 0 ? '' : `<autoFilter ref="${range(written)}"/>`;
  yield `${piece}</sheetData>${filter}</worksheet>`;
}

function cellsOf({ columns }: TableBlock, decimals: readonly (number | undefined)[]): Cells[] {
  return columns.map((column, i) => {
    const isNumber = column.kind === 'number' || column.kind === 'computed' || column.kind === 'integer';
    const style = isNumber ? numberStyle(decimals, decimals[i]) : TEXT_STYLE;
    return { letters: columnLetters(i), style, at: (row) => outputCell(column, row, decimals[i]) };
  });
}

function sheetStart(widths: readonly number[], dimension: string): string {
  const columns = widths.map(
    (width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`,
  );
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    dimension +
    '<sheetViews><sheetView tabSelected="1" workbookViewId="0">' +
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/>' +
    '</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>' +
    `${columns.length === 0 ? '' : `<cols>${columns.join('')}</cols>`}<sheetData>`
  );
}

function headerRow(columns: readonly OutputColumn[]): string {
  const headers = columns.map(({ header }, i) => textCell(`${columnLetters(i)}1`, HEADER_STYLE, header));
  return `<row r="1">${headers.join('')}</row>`;
}

/** `shown` is the number of the row in the sheet. */
function sheetRow(cells: readonly Cells[], row: number, shown: number): string {
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
