// UTF-8 text that is put together from pieces of XML: character references and Excel's own escapes (`_x000D_`) are resolved,
// line ends become line feeds.

const LINE_FEED = 10;
const RETURN = 13;
const AMPERSAND = 38;
const UNDERSCORE = 95;
const LOWER_X = 120;

const NAMED: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);
const LONGEST_REFERENCE = 12;
const ESCAPE = /^_x([0-9a-f]{4})_$/i;
const ESCAPE_BYTES = 7;

export class ByteText {
  bytes: Buffer;
  length = 0;

  constructor(capacity = 256) {
    this.bytes = Buffer.allocUnsafeSlow(capacity);
  }

  clear(): void {
    this.length = 0;
  }

  toString(): string {
    return this.bytes.toString('utf8', 0, this.length);
  }

  /** Appends text as it stands in XML; `isRaw` when it comes from a CDATA section, where `&` is just a sign. */
  append(source: Uint8Array, start: number, end: number, isRaw: boolean): void {
    this.reserve(end - start);
    let p = start;
    while (p < end) {
      const byte = source[p] as number;
      if (byte === AMPERSAND && !isRaw) p = this.reference(source, p, end);
      else if (byte === UNDERSCORE && source[p + 1] === LOWER_X) p = this.escape(source, p, end);
      else if (byte === RETURN) {
        this.bytes[this.length++] = LINE_FEED;
        p += source[p + 1] === LINE_FEED && p + 1 < end ? 2 : 1;
      } else {
        this.bytes[this.length++] = byte;
        p += 1;
      }
    }
  }

  /** No reference is shorter than what it stands for, so there is room. */
  private reference(source: Uint8Array, start: number, end: number): number {
    const window = Buffer.from(source.subarray(start + 1, Math.min(end, start + LONGEST_REFERENCE))).toString(
      'latin1',
    );
    const close = window.indexOf(';');
    const text = close < 0 ? undefined : resolve(window.slice(0, close));
    if (text === undefined) {
      this.bytes[this.length++] = AMPERSAND;
      return start + 1;
    }
    this.length += this.bytes.write(text, this.length, 'utf8');
    return start + close + 2;
  }

  private escape(source: Uint8Array, start: number, end: number): number {
    const window = Buffer.from(source.subarray(start, Math.min(end, start + ESCAPE_BYTES))).toString(
      'latin1',
    );
    const code = ESCAPE.exec(window)?.[1];
    if (code === undefined) {
      this.bytes[this.length++] = UNDERSCORE;
      return start + 1;
    }
    this.length += this.bytes.write(String.fromCharCode(Number.parseInt(code, 16)), this.length, 'utf8');
    return start + ESCAPE_BYTES;
  }

  private reserve(more: number): void {
    if (this.length + more <= this.bytes.length) return;
    const wider = Buffer.allocUnsafeSlow(Math.max(this.length + more, this.bytes.length * 2));
    this.bytes.copy(wider, 0, 0, this.length);
    this.bytes = wider;
  }
}

function resolve(name: string): string | undefined {
  const [, hex, decimal] = /^#(?:x([0-9a-f]+)|(\d+))$/i.exec(name) ?? [];
  if (hex === undefined && decimal === undefined) return NAMED.get(name);
  const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  return point <= 0x10ffff ? String.fromCodePoint(point) : undefined;
}
