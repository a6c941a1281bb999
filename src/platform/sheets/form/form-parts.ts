// Worksheets of the workbooks we make for people: cells of text, widths, frozen headers, checks of what is entered.
import { columnLetters } from '../xlsx/cell-reference.ts';
import { xmlText } from '../xlsx/xml-text.ts';

export const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
export const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
export const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** `style` is a position in the workbook's own list of styles. */
export type FormCell = { readonly text: string; readonly style: number };

export type SheetOptions = {
  readonly widths?: readonly number[];
  readonly freeze?: { readonly row: number; readonly column: number };
  readonly merge?: readonly string[];
  readonly validations?: readonly string[];
};

/** Everything is text in place: no program takes it for a formula or a number. */
export function sheetXml(rows: readonly (readonly FormCell[])[], options: SheetOptions = {}): string {
  const { widths = [], freeze, merge = [], validations = [] } = options;
  const columns = widths.map(
    (width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`,
  );
  const pane =
    freeze === undefined
      ? ''
      : `<sheetViews><sheetView workbookViewId="0"><pane xSplit="${freeze.column}" ySplit="${freeze.row}" topLeftCell="${columnLetters(freeze.column)}${freeze.row + 1}" activePane="bottomRight" state="frozen"/></sheetView></sheetViews>`;
  const body = rows.map((cells, row) => {
    const shown = cells.map((cell, column) => cellXml(cell, `${columnLetters(column)}${row + 1}`));
    return `<row r="${row + 1}">${shown.join('')}</row>`;
  });
  const merged = merge.map((range) => `<mergeCell ref="${range}"/>`).join('');
  return (
    `${XML}<worksheet xmlns="${MAIN}">${pane}${columns.length === 0 ? '' : `<cols>${columns.join('')}</cols>`}` +
    `<sheetData>${body.join('')}</sheetData>` +
    (merge.length === 0 ? '' : `<mergeCells count="${merge.length}">${merged}</mergeCells>`) +
    (validations.length === 0
      ? ''
      : `<dataValidations count="${validations.length}">${validations.join('')}</dataValidations>`) +
    '</worksheet>'
  );
}

function cellXml({ text, style }: FormCell, reference: string): string {
  if (text === '') return '';
  return `<c r="${reference}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`;
}
