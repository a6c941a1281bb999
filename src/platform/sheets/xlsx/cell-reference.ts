// Cells and ranges as workbooks name them: B7, A1:T100.

/** Limits of the format; what lies beyond is no worksheet. */
export const MOST_ROWS = 1_048_576;
export const MOST_COLUMNS = 16_384;

/** Columns count from 0, rows from 1 as they are shown. */
export type CellRange = {
  readonly firstColumn: number;
  readonly firstRow: number;
  readonly lastColumn: number;
  readonly lastRow: number;
};

const RANGE = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/;

export function readRange(text: string): CellRange | undefined {
  const [, column, row, lastColumn = column, lastRow = row] = RANGE.exec(text) ?? [];
  if (column === undefined || lastColumn === undefined) return undefined;
  return {
    firstColumn: columnOf(column),
    firstRow: Number(row),
    lastColumn: columnOf(lastColumn),
    lastRow: Number(lastRow),
  };
}

function columnOf(letters: string): number {
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

/** A, B, … Z, AA, … XFD. */
export function columnLetters(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnLetters(Math.floor(column / 26) - 1) + letter;
}
