// Parses the bytes of whole records straight into typed columns, without a string per cell. Only cells that are not plain
// digits, and quoted ones, leave the fast road (fields.ts).
import { type ByteDictionary, hashBytes } from './byte-dictionary.ts';
import { type Block, LABEL, NUMBER, type ScanPlan, TEXT, type TextBytes } from './columns.ts';
import { labelField, LINE_FEED, numberField, QUOTE, RETURN, skipField, SLOW, textField } from './fields.ts';
import { oddNumber } from './odd-number.ts';
import { QuotedField } from './quoted-field.ts';
import { trimEnd, trimStart } from './trim.ts';

const INCOMPLETE = -2;
const BLANK = 32;

export type ScanFinding = {
  readonly code: 'not_a_number' | 'number_with_unit_suffix' | 'row_too_short' | 'row_too_long';
  /** How many records of the scanned part come before it, blank ones included. */
  readonly record: number;
  readonly column: number;
  readonly text: string;
};

/** A bad file may have a finding in every cell; the rest is only counted. */
export const MAX_FINDINGS = 1000;

export class CsvScanner {
  /** How many rows of the block are filled. */
  rows = 0;
  /** Records passed so far, blank ones included. */
  records = 0;
  /** Which of those records were blank: they have no row. */
  blanks: number[] = [];
  findings: ScanFinding[] = [];
  /** Findings beyond the first `MAX_FINDINGS` of all pieces. */
  moreFindings = 0;
  /** Set when a quoted cell was met although quotes are not allowed: what was parsed is then worthless. */
  metQuote = false;

  private bytes: Buffer = Buffer.alloc(0);
  private end = 0;
  private column = 0;
  private readonly quoted = new QuotedField();
  private reported = 0;
  private readonly actions: Uint8Array;
  private readonly plan: ScanPlan;
  private readonly block: Block;
  private readonly capacity: number;
  private readonly quotesAllowed: boolean;

  constructor(plan: ScanPlan, block: Block, capacity: number, quotesAllowed: boolean) {
    this.plan = plan;
    this.actions = Uint8Array.from(plan.actions);
    this.block = block;
    this.capacity = capacity;
    this.quotesAllowed = quotesAllowed;
  }

  /** Begins a new piece of the file: records, blanks and findings are counted from here. */
  beginPiece(): void {
    this.records = 0;
    this.blanks = [];
    this.findings = [];
  }

  /** Hands over the rows of the block: the next ones overwrite them. */
  takeRows(): number {
    const { rows } = this;
    this.rows = 0;
    return rows;
  }

  /**
   * Parses the records of `bytes[start .. end)`, the last of which ends in a line feed, until the block is full. Returns
   * where it stopped: at `end`, at a record that does not fit the block, or at one whose quote is not closed before `end`.
   */
  scan(bytes: Buffer, start: number, end: number): number {
    this.bytes = bytes;
    this.end = end;
    const { delimiter } = this.plan;
    const lastColumn = this.actions.length - 1;
    let p = start;
    while (p < end && this.rows < this.capacity) {
      const stop = this.fields(p);
      if (stop === INCOMPLETE) {
        this.takeBack();
        return p;
      }
      const first = bytes[p] as number;
      if (this.column === lastColumn && first > BLANK && first !== delimiter) this.rows += 1;
      else this.finish(p, stop);
      this.records += 1;
      p = stop + 1;
    }
    return p;
  }

  /** Stores the fields of a record; returns where its line feed stands and leaves its last column in `this.column`. */
  private fields(start: number): number {
    const { actions, bytes, rows: row } = this;
    const { numbers, codes, ends, texts, dictionaries } = this.block;
    const { delimiter } = this.plan;
    let p = start;
    for (let column = 0; column < actions.length; column++) {
      const action = actions[column];
      let stop: number;
      if (action === NUMBER) stop = numberField(bytes, p, delimiter, numbers[column] as Float64Array, row);
      else if (action === LABEL)
        stop = labelField(
          bytes,
          p,
          delimiter,
          dictionaries[column] as ByteDictionary,
          codes[column] as Int32Array,
          row,
        );
      else if (action === TEXT)
        stop = textField(bytes, p, delimiter, texts[column] as TextBytes, ends[column] as Uint32Array, row);
      else stop = skipField(bytes, p, delimiter);
      if (stop === SLOW) {
        stop = this.slowField(p, column);
        if (stop === INCOMPLETE) return INCOMPLETE;
      }
      if (bytes[stop] !== delimiter) {
        this.column = column;
        return stop;
      }
      p = stop + 1;
    }
    this.column = actions.length;
    return this.surplus(p);
  }

  /** Undoes what the fields before the unclosed quote have left behind. */
  private takeBack(): void {
    for (const [column, text] of this.block.texts.entries()) {
      text.length = this.rows === 0 ? 0 : (this.block.ends[column]?.[this.rows - 1] ?? 0);
    }
    while (this.findings.at(-1)?.record === this.records) {
      this.findings.pop();
      this.reported -= 1;
    }
  }

  private slowField(start: number, column: number): number {
    const { bytes } = this;
    const { delimiter } = this.plan;
    if (bytes[start] !== QUOTE) {
      const stop = skipField(bytes, start, delimiter);
      this.store(bytes, start, stop, column);
      return stop;
    }
    if (!this.quotesAllowed) {
      this.metQuote = true;
      return INCOMPLETE;
    }
    const simple = this.simpleQuoted(start, column);
    if (simple !== SLOW) return simple;
    const stop = this.quoted.read(bytes, start, this.end, delimiter);
    if (stop === -1) return INCOMPLETE;
    this.store(this.quoted.bytes, 0, this.quoted.length, column);
    return stop;
  }

  /** Programs that quote every cell seldom have a quote inside one: such text is taken where it stands. */
  private simpleQuoted(start: number, column: number): number {
    const { bytes, end } = this;
    let close = start + 1;
    while (close < end && bytes[close] !== QUOTE) close += 1;
    let stop = close + 1;
    if (bytes[stop] === RETURN && bytes[stop + 1] === LINE_FEED) stop += 1;
    if (stop >= end || (bytes[stop] !== this.plan.delimiter && bytes[stop] !== LINE_FEED)) return SLOW;
    const isPlainNumber =
      this.actions[column] === NUMBER &&
      numberField(bytes, start + 1, QUOTE, this.numbers(column), this.rows) === close;
    if (!isPlainNumber) this.store(bytes, start + 1, close, column);
    return stop;
  }

  private store(source: Buffer, start: number, end: number, column: number): void {
    const from = trimStart(source, start, end);
    const to = trimEnd(source, from, end);
    const action = this.actions[column];
    if (action === NUMBER) {
      this.numbers(column)[this.rows] =
        from === to ? Number.NaN : this.odd(source.toString('utf8', from, to), column);
    } else if (action === LABEL) {
      const code =
        from === to ? -1 : this.dictionary(column).codeOf(source, from, to, hashBytes(source, from, to));
      this.codes(column)[this.rows] = code;
    } else if (action === TEXT) {
      const text = this.text(column);
      for (let p = from; p < to; p++) text.bytes[text.length++] = source[p] as number;
      this.ends(column)[this.rows] = text.length;
    }
  }

  private odd(text: string, column: number): number {
    const read = oddNumber(text, this.plan.percent[column] === true);
    if (typeof read === 'number') return read;
    this.report(read, column, text);
    return Number.NaN;
  }

  private finish(start: number, end: number): void {
    if (isBlankRecord(this.bytes, start, end, this.plan.delimiter)) {
      this.blanks.push(this.records);
    } else {
      if (this.column < this.actions.length - 1) this.fillShort(this.column + 1);
      this.rows += 1;
    }
  }

  private fillShort(from: number): void {
    for (let column = from; column < this.actions.length; column++) this.store(this.bytes, 0, 0, column);
    this.report('row_too_short', from, '');
  }

  /** Cells beyond the header's last column: empty ones are harmless. */
  private surplus(start: number): number {
    let p = start;
    let filled = '';
    for (;;) {
      let stop = skipField(this.bytes, p, this.plan.delimiter);
      if (stop === SLOW) stop = this.slowField(p, this.actions.length);
      if (stop === INCOMPLETE) return INCOMPLETE;
      if (filled === '') filled = this.bytes.toString('utf8', p, stop).trim();
      if (this.bytes[stop] === LINE_FEED) {
        if (filled !== '') this.report('row_too_long', this.actions.length, filled);
        return stop;
      }
      p = stop + 1;
    }
  }

  private report(code: ScanFinding['code'], column: number, text: string): void {
    this.reported += 1;
    if (this.reported > MAX_FINDINGS) this.moreFindings += 1;
    else this.findings.push({ code, record: this.records, column, text });
  }

  private numbers(column: number): Float64Array {
    return this.block.numbers[column] as Float64Array;
  }

  private codes(column: number): Int32Array {
    return this.block.codes[column] as Int32Array;
  }

  private ends(column: number): Uint32Array {
    return this.block.ends[column] as Uint32Array;
  }

  private text(column: number): TextBytes {
    return this.block.texts[column] as TextBytes;
  }

  private dictionary(column: number): ByteDictionary {
    return this.block.dictionaries[column] as ByteDictionary;
  }
}

/** A line of blanks and delimiters only: spreadsheet programs write them for rows that are formatted but empty. */
function isBlankRecord(bytes: Uint8Array, start: number, end: number, delimiter: number): boolean {
  for (let p = start; p < end; p++) {
    const byte = bytes[p] as number;
    if (byte !== delimiter && byte > BLANK) return false;
  }
  return true;
}
