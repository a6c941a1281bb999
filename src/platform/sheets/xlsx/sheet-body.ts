// The rows below the header as columns. Every cell goes straight into its typed column; no row and no cell is ever an object.
import type { Column } from '#engine/table/column.ts';
import { CellColumn } from '../cell-column.ts';
import type { CellProblem } from '../cell-problem.ts';
import { dayToText, serialToDay } from '../cell-text.ts';
import { trimStart } from '../csv/trim.ts';
import { ProblemList } from '../problem-list.ts';
import type { WantedColumn } from '../wanted.ts';
import { cellNumber } from './cell-number.ts';
import type { CellRange } from './cell-reference.ts';
import type { NumberFormat } from './number-format.ts';
import type { SheetListener, SheetScanner } from './sheet-scanner.ts';
import type { Workbook } from './workbook.ts';

/** Excel keeps 15 digits of a number. */
const FIRST_LOSSY = 1e15;

/** `<row r="10"><c r="A10"><v>1</v></c></row>` */
const SHORTEST_ROW_BYTES = 40;

/** A wanted column, the header it was found under and where it stands, from 0. */
export type PlacedColumn = {
  readonly wanted: WantedColumn;
  readonly header: string;
  readonly place: number;
  readonly inPercent: boolean;
};

type Target = PlacedColumn & { readonly cells: CellColumn };

export class SheetBody {
  /** Rows that are not blank: those of the table. */
  rows = 0;
  /** Which records below the header, from 0, are blank and have a row that is not below them. */
  readonly blanks: number[] = [];
  hiddenRows = 0;
  readonly problems = new ProblemList();
  /** Merged cells that take a value from a wanted column, by name and first row. */
  readonly merged: { readonly name: string; readonly row: number }[] = [];
  readonly hiddenColumns = new Set<string>();

  private readonly mostRows: number;
  private readonly workbook: Workbook;
  private readonly headerRow: number;
  private readonly places: readonly PlacedColumn[];
  private targets: (Target[] | undefined)[] = [];
  private rowIsBlank = true;
  private lastRow: number;
  /** What the target being filled reports about. */
  private header = '';
  private row = 0;

  /** `xmlSize` bounds how many rows there can be: some programs claim all of a million. */
  constructor(workbook: Workbook, headerRow: number, places: readonly PlacedColumn[], xmlSize: number) {
    this.mostRows = Math.ceil(xmlSize / SHORTEST_ROW_BYTES);
    this.workbook = workbook;
    this.headerRow = headerRow;
    this.lastRow = headerRow;
    this.places = places;
    this.allocate(0);
  }

  listener(): SheetListener {
    return {
      onCell: (sheet) => {
        if (sheet.row > this.headerRow) this.cell(sheet);
      },
      onRow: (sheet) => {
        if (sheet.row > this.headerRow) this.endRow(sheet);
      },
      onMerge: (range, name) => {
        if (this.hidesValues(range)) this.merged.push({ name, row: range.firstRow });
      },
      onHiddenColumns: (first, last) => {
        for (const { place, header } of this.places)
          if (place >= first && place <= last) this.hiddenColumns.add(header);
      },
      onDimension: ({ lastRow }) => {
        this.allocate(Math.min(Math.max(0, lastRow - this.headerRow), this.mostRows));
      },
    };
  }

  /** By the wanted column's name. */
  columns(): Map<string, Column> {
    const all = this.targets.flatMap((targets) => targets ?? []);
    return new Map(all.map(({ wanted, cells }) => [wanted.name, cells.finish(this.rows)]));
  }

  /** Before the first row. */
  private allocate(rows: number): void {
    this.targets = [];
    for (const placed of this.places) {
      const cells = new CellColumn(placed.wanted.kind, placed.inPercent, rows, (code, text) => {
        this.report(code, text);
      });
      (this.targets[placed.place] ??= []).push({ ...placed, cells });
    }
  }

  private report(code: CellProblem['code'], text: string): void {
    this.problems.add({ code, row: this.row, column: this.header, text });
  }

  private cell(sheet: SheetScanner): void {
    const targets = this.targets[sheet.column];
    if (targets === undefined) {
      if (this.rowIsBlank) this.rowIsBlank = !hasContent(sheet, this.workbook);
      return;
    }
    this.row = sheet.row;
    for (const target of targets) {
      this.header = target.header;
      if (this.put(sheet, target)) this.rowIsBlank = false;
    }
  }

  /** Returns whether the cell is more than blank. */
  private put(sheet: SheetScanner, { wanted, cells, inPercent }: Target): boolean {
    const { value, type } = sheet;
    const isText = type === 'str' || type === 'inlineStr' || type === 'd';
    if (sheet.hasFormula && (!sheet.hasValue || (value.length === 0 && !isText))) {
      this.report('cell_formula_without_value', `=${sheet.formula.toString()}`);
      return true;
    }
    if (isText) return cells.text(this.rows, value.bytes, 0, value.length);
    if (value.length === 0) return false;
    if (type === 's') {
      const { bytes, starts } = this.workbook.strings;
      const index = cellNumber(value.bytes, value.length);
      return cells.text(this.rows, bytes, starts[index] ?? 0, starts[index + 1] ?? 0);
    }
    if (type === 'e') this.report('cell_error', value.toString());
    else if (type === 'b') cells.flag(this.rows, value.bytes[0] === 49);
    else this.number(sheet, cells, wanted.kind, inPercent);
    return true;
  }

  private number(
    sheet: SheetScanner,
    cells: CellColumn,
    kind: WantedColumn['kind'],
    inPercent: boolean,
  ): void {
    const value = cellNumber(sheet.value.bytes, sheet.value.length);
    if (Number.isNaN(value)) {
      cells.text(this.rows, sheet.value.bytes, 0, sheet.value.length);
      return;
    }
    const format = this.workbook.formats[sheet.style];
    if (format?.kind === 'date') {
      const day = serialToDay(value, this.workbook.from1904);
      if (day !== undefined) {
        if (kind === 'number') this.report('not_a_number', dayToText(day));
        else cells.day(this.rows, day);
        return;
      }
    }
    if (kind === 'number') {
      // Shifted in decimal: 0.0236 × 100 is not the number nearest to 2.36.
      cells.number(this.rows, inPercent && format?.kind === 'percent' ? Number(`${value}e2`) : value);
    } else if (kind === 'text' || kind === 'category') {
      if (Math.abs(value) >= FIRST_LOSSY) this.report('digits_lost', String(value));
      cells.string(this.rows, shownNumber(value, format));
    } else {
      cells.number(this.rows, value);
    }
  }

  private endRow({ row, rowHidden }: SheetScanner): void {
    if (this.rowIsBlank) return;
    for (let blank = this.lastRow + 1; blank < row; blank++) this.blanks.push(blank - this.headerRow - 1);
    this.lastRow = row;
    this.rows += 1;
    this.rowIsBlank = true;
    if (rowHidden) this.hiddenRows += 1;
  }

  /** Of merged cells only the first has a value. The header, and what is above it, may be merged as it likes. */
  private hidesValues({ firstRow, lastRow, firstColumn, lastColumn }: CellRange): boolean {
    if (lastRow <= this.headerRow || firstRow > this.lastRow) return false;
    const hidden = this.places.filter(({ place }) => place >= firstColumn && place <= lastColumn);
    return firstRow === lastRow ? hidden.some(({ place }) => place > firstColumn) : hidden.length > 0;
  }
}

/** `1e-7` in full would be longer than what people write as a code; leading zeros are shown as the sheet shows them. */
function shownNumber(value: number, format: NumberFormat | undefined): string {
  const text = String(value);
  return format?.kind === 'zeros' && Number.isInteger(value) && value >= 0
    ? text.padStart(format.digits, '0')
    : text;
}

/** Whether a cell nobody wants is more than blank. */
function hasContent({ hasFormula, hasValue, type, value }: SheetScanner, { strings }: Workbook): boolean {
  if (type === 'n' || type === 'b' || type === 'e') return hasFormula ? true : value.length > 0;
  if (!hasValue) return hasFormula;
  if (type !== 's') return isMoreThanBlanks(value.bytes, 0, value.length);
  const index = cellNumber(value.bytes, value.length);
  return isMoreThanBlanks(strings.bytes, strings.starts[index] ?? 0, strings.starts[index + 1] ?? 0);
}

function isMoreThanBlanks(bytes: Uint8Array, start: number, end: number): boolean {
  return trimStart(bytes, start, end) < end;
}
