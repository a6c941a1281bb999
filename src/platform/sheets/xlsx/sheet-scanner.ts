// A worksheet's XML as rows of cells. A cell is not an object: the listener reads the fields of the scanner, which are those
// of the row or cell that has just ended.
import { AttributeCursor } from './attribute-cursor.ts';
import { ByteText } from './byte-text.ts';
import { type CellRange, MOST_COLUMNS, MOST_ROWS, readRange } from './cell-reference.ts';
import { malformed } from './fault.ts';
import { isOn, readAttributes } from './xml-elements.ts';
import { type XmlHandler, XmlScanner } from './xml-scanner.ts';

/** As files name them: number, shared text, boolean, error, text of a formula, text in place, ISO date. */
export type CellType = 'n' | 's' | 'b' | 'e' | 'str' | 'inlineStr' | 'd';

export type SheetListener = {
  /** A cell that has a value or a formula. */
  readonly onCell: (sheet: SheetScanner) => void;
  /** The end of a row. */
  readonly onRow: (sheet: SheetScanner) => void;
  readonly onMerge?: (range: CellRange, name: string) => void;
  /** Columns `first` to `last`, from 0, are hidden. */
  readonly onHiddenColumns?: (first: number, last: number) => void;
  /** What the sheet says it uses. */
  readonly onDimension?: (range: CellRange) => void;
};

/** The first seven count inside `sheetData` only: drawings and extensions have elements of the same names. */
const NAMES = ['c', 'v', 'row', 't', 'is', 'f', 'rPh', 'mergeCell', 'col', 'dimension', 'sheetData'];
const CELL = 0;
const VALUE = 1;
const ROW = 2;
const TEXT = 3;
const INLINE = 4;
const FORMULA = 5;
const PHONETIC = 6;
const MERGE = 7;
const COLUMN = 8;
const DIMENSION = 9;
const SHEET_DATA = 10;

const LETTER_R = 114;
const LETTER_S = 115;
const LETTER_T = 116;

const TYPES: readonly CellType[] = ['n', 's', 'b', 'e', 'str', 'inlineStr', 'd'];

export class SheetScanner {
  /** 1-based, as shown. */
  row = 0;
  rowHidden = false;
  /** From 0. */
  column = -1;
  type: CellType = 'n';
  style = 0;
  /** Whether there is a value at all, be it an empty text. */
  hasValue = false;
  hasFormula = false;
  readonly value = new ByteText();
  readonly formula = new ByteText();

  private readonly listener: SheetListener;
  private readonly xml: XmlScanner;
  private readonly handler: XmlHandler;
  private readonly attributes = new AttributeCursor();
  private target: ByteText = this.value;
  private inData = false;
  private inPhonetic = false;
  private inText = false;

  constructor(listener: SheetListener) {
    this.listener = listener;
    this.handler = {
      wantsText: false,
      onOpen: (element, bytes, start, end) => {
        this.open(element, bytes, start, end);
      },
      onClose: (element) => {
        this.close(element);
      },
      onText: (bytes, start, end, isRaw) => {
        this.target.append(bytes, start, end, isRaw);
      },
    };
    this.xml = new XmlScanner(NAMES, this.handler);
  }

  push(piece: Buffer): void {
    this.xml.push(piece);
  }

  end(): void {
    this.xml.end();
  }

  private open(element: number, bytes: Uint8Array, start: number, end: number): void {
    if (!this.inData) {
      this.openOther(element, bytes, start, end);
      return;
    }
    switch (element) {
      case CELL:
        this.openCell(bytes, start, end);
        break;
      case VALUE:
        this.hasValue = true;
        this.collect(this.value);
        break;
      case FORMULA:
        this.hasFormula = true;
        this.collect(this.formula);
        break;
      case INLINE:
        this.hasValue = true;
        this.inText = true;
        break;
      case TEXT:
        if (this.inText && !this.inPhonetic) this.collect(this.value);
        break;
      case PHONETIC:
        this.inPhonetic = true;
        break;
      case ROW:
        this.openRow(bytes, start, end);
        break;
      default:
    }
  }

  private close(element: number): void {
    if (!this.inData) return;
    switch (element) {
      case CELL:
        if (this.hasValue || this.hasFormula) this.listener.onCell(this);
        break;
      case VALUE:
      case FORMULA:
      case TEXT:
        this.handler.wantsText = false;
        break;
      case INLINE:
        this.inText = false;
        break;
      case PHONETIC:
        this.inPhonetic = false;
        break;
      case ROW:
        this.listener.onRow(this);
        break;
      case SHEET_DATA:
        this.inData = false;
        break;
      default:
    }
  }

  private collect(target: ByteText): void {
    this.target = target;
    this.handler.wantsText = true;
  }

  private openCell(bytes: Uint8Array, start: number, end: number): void {
    const { attributes } = this;
    let column = this.column + 1;
    this.type = 'n';
    this.style = 0;
    this.hasValue = false;
    this.hasFormula = false;
    this.value.clear();
    this.formula.clear();
    attributes.begin(bytes, start, end);
    while (attributes.next()) {
      const letter = attributes.letter();
      if (letter === LETTER_R) column = attributes.column();
      else if (letter === LETTER_S) this.style = attributes.integer();
      else if (letter === LETTER_T) this.type = this.readType();
    }
    if (!(column < MOST_COLUMNS)) throw malformed('a cell lies outside of the sheet');
    this.column = column;
  }

  private readType(): CellType {
    const { bytes, valueStart, valueEnd } = this.attributes;
    if (valueEnd - valueStart === 1 && bytes[valueStart] === LETTER_S) return 's';
    const name = this.attributes.value();
    return TYPES.find((type) => type === name) ?? 'n';
  }

  private openRow(bytes: Uint8Array, start: number, end: number): void {
    const { attributes } = this;
    let row = this.row + 1;
    this.rowHidden = false;
    attributes.begin(bytes, start, end);
    while (attributes.next()) {
      if (attributes.letter() === LETTER_R) row = attributes.integer();
      else if (attributes.name() === 'hidden') this.rowHidden = isOn(attributes.value());
    }
    if (!(row > this.row && row <= MOST_ROWS)) throw malformed('the rows are not in order');
    this.row = row;
    this.column = -1;
  }

  private openOther(element: number, bytes: Uint8Array, start: number, end: number): void {
    if (element === SHEET_DATA) this.inData = true;
    if (element !== MERGE && element !== COLUMN && element !== DIMENSION) return;
    const attributes = readAttributes(bytes, start, end);
    if (element === COLUMN) {
      if (!isOn(attributes.get('hidden'))) return;
      this.listener.onHiddenColumns?.(Number(attributes.get('min')) - 1, Number(attributes.get('max')) - 1);
      return;
    }
    const name = attributes.get('ref') ?? '';
    const range = readRange(name);
    if (range === undefined) return;
    if (element === MERGE) this.listener.onMerge?.(range, name);
    else this.listener.onDimension?.(range);
  }
}
