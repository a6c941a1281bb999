// Splits XML into its tags and texts, from bytes that come piece by piece. It knows as much XML as office programs write and
// no more: no document type, no entities of one's own, which is also what keeps a workbook from reading other files.
import { malformed, XlsxFault } from './fault.ts';

/** Elements are told by their place in the list of names the scanner was given, -1 for all others. */
export type XmlHandler = {
  /** Whether `onText` is to be called for what follows. */
  wantsText: boolean;
  readonly onOpen: (
    element: number,
    bytes: Uint8Array,
    attributesStart: number,
    attributesEnd: number,
  ) => void;
  readonly onClose: (element: number) => void;
  /** May be called several times for one text. */
  readonly onText: (bytes: Uint8Array, start: number, end: number, isRaw: boolean) => void;
};

const SLASH = 47;
const COLON = 58;
const LESS = 60;
const GREATER = 62;
const BANG = 33;
const QUESTION = 63;
const DOUBLE_QUOTE = 34;
const SINGLE_QUOTE = 39;

const CDATA = '<![CDATA[';
const COMMENT = '<!--';
/** Longer than any text of a workbook: Excel's longest cell has 32,767 characters. */
const LONGEST_TOKEN = 1 << 24;

export class XmlScanner {
  private readonly handler: XmlHandler;
  private readonly shortNames = new Map<number, number>();
  private readonly longNames = new Map<string, number>();
  private rest: Buffer = Buffer.alloc(0);
  private depth = 0;

  constructor(names: readonly string[], handler: XmlHandler) {
    this.handler = handler;
    for (const [element, name] of names.entries()) {
      const bytes = Buffer.from(name, 'latin1');
      if (bytes.length <= 4) this.shortNames.set(packName(bytes, 0, bytes.length), element);
      else this.longNames.set(name, element);
    }
  }

  push(piece: Buffer): void {
    const bytes = this.rest.length === 0 ? piece : Buffer.concat([this.rest, piece]);
    const stop = this.scan(bytes);
    this.rest = Buffer.from(bytes.subarray(stop));
    if (this.rest.length > LONGEST_TOKEN) throw malformed('a text or tag does not end');
  }

  end(): void {
    this.push(Buffer.alloc(CDATA.length, ' '));
    if (this.depth !== 0 || this.rest.includes(LESS)) throw malformed('the XML is cut off');
  }

  /** Returns where the first unfinished text or tag begins. */
  private scan(bytes: Buffer): number {
    const { handler } = this;
    const { length } = bytes;
    let p = 0;
    for (;;) {
      let less = p;
      while (less < length && bytes[less] !== LESS) less += 1;
      if (less >= length - 1) return p;
      const next = bytes[less + 1] as number;
      const isMarkup = next === BANG || next === QUESTION;
      const end = isMarkup ? endOfMarkup(bytes, less) : endOfTag(bytes, less);
      if (end < 0) return p;
      if (less > p && handler.wantsText) handler.onText(bytes, p, less, false);
      if (isMarkup) this.markup(bytes, less, end);
      else if (next === SLASH) this.close(this.element(bytes, less + 2, end - 1));
      else this.open(bytes, less + 1, end - 1);
      p = end;
    }
  }

  private markup(bytes: Buffer, start: number, end: number): void {
    if (startsWith(bytes, start, '<!DOCTYPE'))
      throw new XlsxFault({ code: 'xlsx_external_entity', severity: 'error' });
    if (!startsWith(bytes, start, CDATA) || !this.handler.wantsText) return;
    this.handler.onText(bytes, start + CDATA.length, end - 3, true);
  }

  private open(bytes: Buffer, start: number, end: number): void {
    const isEmpty = bytes[end - 1] === SLASH;
    const last = isEmpty ? end - 1 : end;
    let nameEnd = start;
    while (nameEnd < last && (bytes[nameEnd] as number) > 32) nameEnd += 1;
    const element = this.element(bytes, start, nameEnd);
    this.depth += 1;
    this.handler.onOpen(element, bytes, nameEnd, last);
    if (isEmpty) this.close(element);
  }

  private close(element: number): void {
    this.depth -= 1;
    if (this.depth < 0) throw malformed('a tag closes that was not open');
    this.handler.onClose(element);
  }

  private element(bytes: Buffer, from: number, to: number): number {
    let start = from;
    let end = from;
    for (; end < to; end++) {
      const byte = bytes[end] as number;
      if (byte <= 32) break;
      if (byte === COLON) start = end + 1;
    }
    if (end - start <= 4) return this.shortNames.get(packName(bytes, start, end)) ?? -1;
    return this.longNames.get(bytes.toString('latin1', start, end)) ?? -1;
  }
}

function packName(bytes: Uint8Array, start: number, end: number): number {
  let packed = 0;
  for (let p = start; p < end; p++) packed = (packed << 8) | (bytes[p] as number);
  return packed;
}

/** Just behind the `>` of the tag at `start`, -1 when it is not there yet. In an attribute's value `>` is just a sign. */
function endOfTag(bytes: Uint8Array, start: number): number {
  const { length } = bytes;
  let p = start + 1;
  while (p < length) {
    const byte = bytes[p] as number;
    if (byte === GREATER) return p + 1;
    p += 1;
    if (byte !== DOUBLE_QUOTE && byte !== SINGLE_QUOTE) continue;
    while (p < length && bytes[p] !== byte) p += 1;
    p += 1;
  }
  return -1;
}

function endOfMarkup(bytes: Buffer, start: number): number {
  // The longest beginning that has to be told apart.
  if (bytes.length < start + CDATA.length) return -1;
  const terminator = terminatorAt(bytes, start);
  const at = bytes.indexOf(terminator, start + 2, 'latin1');
  return at < 0 ? -1 : at + terminator.length;
}

function terminatorAt(bytes: Buffer, start: number): string {
  if (bytes[start + 1] === QUESTION) return '?>';
  if (startsWith(bytes, start, CDATA)) return ']]>';
  return startsWith(bytes, start, COMMENT) ? '-->' : '>';
}

function startsWith(bytes: Buffer, start: number, text: string): boolean {
  return bytes.toString('latin1', start, start + text.length) === text;
}
