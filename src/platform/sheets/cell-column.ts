// Builds a wanted column from cells that come one by one and already have a type, as workbooks and JSON have them. Rows
// without a cell are absent. Blanks around text do not count.
import type { Column } from '#engine/table/column.ts';
import { dayToText, readDate, readFlag } from './cell-text.ts';
import { ByteDictionary, hashBytes } from './csv/byte-dictionary.ts';
import { oddNumber } from './csv/odd-number.ts';
import { trimEnd, trimStart } from './csv/trim.ts';
import type { WantedColumn } from './wanted.ts';

export type BadCell = 'not_a_number' | 'number_with_unit_suffix' | 'not_a_flag' | 'not_a_date';

export type ReportCell = (code: BadCell, text: string) => void;

export class CellColumn {
  private readonly kind: WantedColumn['kind'];
  private readonly inPercent: boolean;
  private readonly report: ReportCell;
  private readonly dictionary = new ByteDictionary();
  private numbers = new Float64Array(0);
  private codes = new Int32Array(0);
  /** `offsets[row]` is where the row's text begins; the entry behind the last row is where it ends. */
  private offsets = new Uint32Array(1);
  private bytes = Buffer.allocUnsafeSlow(0);
  private length = 0;

  /** `rows` is a guess: memory is only taken as rows come. */
  constructor(kind: WantedColumn['kind'], inPercent: boolean, rows: number, report: ReportCell) {
    this.kind = kind;
    this.inPercent = inPercent;
    this.report = report;
    this.allocate(rows);
  }

  number(row: number, value: number): void {
    if (this.kind === 'number' && Number.isFinite(value)) this.putNumber(row, value);
    else this.string(row, String(value));
  }

  /** A date as such, in days since 1970-01-01. */
  day(row: number, day: number): void {
    if (this.kind === 'date') this.putNumber(row, day);
    else this.string(row, dayToText(day));
  }

  flag(row: number, value: boolean): void {
    if (this.kind === 'flag') this.putNumber(row, value ? 1 : 0);
    else this.string(row, value ? 'TRUE' : 'FALSE');
  }

  string(row: number, text: string): void {
    const bytes = Buffer.from(text, 'utf8');
    this.text(row, bytes, 0, bytes.length);
  }

  /** UTF-8 text; returns whether it is more than blanks. */
  text(row: number, source: Buffer, start: number, end: number): boolean {
    const from = trimStart(source, start, end);
    const to = trimEnd(source, from, end);
    if (from === to) return false;
    if (this.kind === 'text') this.putText(row, source, from, to);
    else if (this.kind === 'category') {
      this.putCode(row, this.dictionary.codeOf(source, from, to, hashBytes(source, from, to)));
    } else {
      this.read(row, source.toString('utf8', from, to));
    }
    return true;
  }

  finish(rows: number): Column {
    this.reserve(rows);
    this.skipTo(rows);
    if (this.kind === 'text') {
      return {
        kind: 'text',
        bytes: this.bytes.subarray(0, this.offsets[rows]),
        offsets: fitted(this.offsets, rows + 1),
      };
    }
    if (this.kind === 'category') {
      return { kind: 'category', codes: fitted(this.codes, rows), labels: this.dictionary.labels() };
    }
    return { kind: 'number', values: fitted(this.numbers, rows) };
  }

  private read(row: number, text: string): void {
    if (this.kind === 'number') {
      const value = oddNumber(text, this.inPercent);
      if (typeof value === 'number') this.putNumber(row, value);
      else this.report(value, text);
      return;
    }
    const value = this.kind === 'flag' ? readFlag(text) : readDate(text);
    if (value === undefined) this.report(this.kind === 'flag' ? 'not_a_flag' : 'not_a_date', text);
    else this.putNumber(row, value);
  }

  private putNumber(row: number, value: number): void {
    this.reserve(row + 1);
    this.skipTo(row);
    this.numbers[row] = value;
    this.length = row + 1;
  }

  private putCode(row: number, code: number): void {
    this.reserve(row + 1);
    this.skipTo(row);
    this.codes[row] = code;
    this.length = row + 1;
  }

  private putText(row: number, source: Buffer, start: number, end: number): void {
    this.reserve(row + 1);
    this.skipTo(row);
    const at = this.offsets[row] as number;
    const needed = at + end - start;
    if (needed > this.bytes.length) {
      const wider = Buffer.allocUnsafeSlow(Math.max(needed, Math.ceil(this.bytes.length * 1.5), 4096));
      this.bytes.copy(wider, 0, 0, at);
      this.bytes = wider;
    }
    source.copy(this.bytes, at, start, end);
    this.offsets[row + 1] = needed;
    this.length = row + 1;
  }

  /** Rows before `row` that had no cell. */
  private skipTo(row: number): void {
    if (this.length >= row) return;
    if (this.kind === 'text')
      this.offsets.fill(this.offsets[this.length] as number, this.length + 1, row + 1);
    else if (this.kind === 'category') this.codes.fill(-1, this.length, row);
    else this.numbers.fill(Number.NaN, this.length, row);
    this.length = row;
  }

  private reserve(rows: number): void {
    const capacity = Math.max(this.numbers.length, this.codes.length, this.offsets.length - 1);
    if (rows > capacity) this.allocate(Math.max(rows, Math.ceil(capacity * 1.5), 1024));
  }

  private allocate(rows: number): void {
    if (this.kind === 'text') this.offsets = widened(this.offsets, new Uint32Array(rows + 1));
    else if (this.kind === 'category') this.codes = widened(this.codes, new Int32Array(rows));
    else this.numbers = widened(this.numbers, new Float64Array(rows));
  }
}

function widened<T extends Float64Array | Int32Array | Uint32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

/** A guess that was far too large is not kept: whoever copies the column copies what lies behind it. */
function fitted<T extends Float64Array | Int32Array | Uint32Array>(from: T, length: number): T;
function fitted(from: Float64Array | Int32Array | Uint32Array, length: number): typeof from {
  return from.length > length * 2 + 1024 ? from.slice(0, length) : from.subarray(0, length);
}
