// A field in quotes: `""` is a quote, line feeds and delimiters are text. What follows the closing quote up to the
// delimiter is kept as it stands, as spreadsheet programs do.

const LINE_FEED = 10;
const RETURN = 13;
const QUOTE = 34;

export class QuotedField {
  bytes = Buffer.allocUnsafe(256);
  length = 0;

  /** Unquotes the field whose opening quote is at `start`; returns where its delimiter or line feed stands, -1 if it has none before `end`. */
  read(source: Buffer, start: number, end: number, delimiter: number): number {
    this.length = 0;
    let p = start + 1;
    for (;;) {
      const close = source.indexOf(QUOTE, p);
      if (close === -1 || close >= end) return -1;
      this.append(source, p, close);
      p = close + 1;
      if (source[p] !== QUOTE) break;
      this.append(source, p, p + 1);
      p += 1;
    }
    const rest = p;
    while (p < end && source[p] !== delimiter && source[p] !== LINE_FEED) p += 1;
    if (p === end) return -1;
    if (p > rest && !(p === rest + 1 && source[rest] === RETURN)) this.append(source, rest, p);
    return p;
  }

  private append(source: Buffer, from: number, to: number): void {
    const needed = this.length + to - from;
    if (needed > this.bytes.length) {
      const wider = Buffer.allocUnsafe(needed * 2);
      this.bytes.copy(wider, 0, 0, this.length);
      this.bytes = wider;
    }
    this.length += source.copy(this.bytes, this.length, from, to);
  }
}
