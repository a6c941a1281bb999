// Walks over the attributes of a tag without making texts: a sheet has a tag, with three attributes, per cell.

const EQUALS = 61;

export class AttributeCursor {
  bytes: Uint8Array = new Uint8Array(0);
  nameStart = 0;
  nameEnd = 0;
  valueStart = 0;
  valueEnd = 0;
  private at = 0;
  private end = 0;

  begin(bytes: Uint8Array, start: number, end: number): void {
    this.bytes = bytes;
    this.at = start;
    this.end = end;
  }

  next(): boolean {
    const { bytes, end } = this;
    let p = this.at;
    while (p < end && (bytes[p] as number) <= 32) p += 1;
    this.nameStart = p;
    while (p < end && bytes[p] !== EQUALS && (bytes[p] as number) > 32) p += 1;
    this.nameEnd = p;
    // Blanks may stand on both sides of the sign.
    while (p < end && (bytes[p] === EQUALS || (bytes[p] as number) <= 32)) p += 1;
    if (p >= end) return false;
    const quote = bytes[p] as number;
    p += 1;
    this.valueStart = p;
    while (p < end && bytes[p] !== quote) p += 1;
    this.valueEnd = p;
    this.at = p + 1;
    return true;
  }

  /** The name when it is a single letter, 0 otherwise. */
  letter(): number {
    return this.nameEnd - this.nameStart === 1 ? (this.bytes[this.nameStart] as number) : 0;
  }

  /** The value as a whole number; NaN when it is none. */
  integer(): number {
    let value = this.valueStart === this.valueEnd ? Number.NaN : 0;
    for (let p = this.valueStart; p < this.valueEnd; p++) {
      const digit = (this.bytes[p] as number) - 48;
      value = digit >= 0 && digit <= 9 ? value * 10 + digit : Number.NaN;
    }
    return value;
  }

  /** The column, from 0, of a reference such as AB12; NaN when there is none. */
  column(): number {
    let column = 0;
    for (let p = this.valueStart; p < this.valueEnd; p++) {
      const letter = ((this.bytes[p] as number) & 0xdf) - 64;
      if (letter < 1 || letter > 26) break;
      column = column * 26 + letter;
    }
    return column === 0 ? Number.NaN : column - 1;
  }

  name(): string {
    return Buffer.from(this.bytes.subarray(this.nameStart, this.nameEnd)).toString('latin1');
  }

  value(): string {
    return Buffer.from(this.bytes.subarray(this.valueStart, this.valueEnd)).toString('latin1');
  }
}
