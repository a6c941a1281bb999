// Blanks around a cell's text: ASCII blanks and control characters (exports add tabs to keep long codes as text), the
// no-break space, the ideographic space and a stray byte order mark.

/** Quick and without false negatives: whether the first or last byte may belong to a blank. */
export function mayNeedTrim(bytes: Uint8Array, start: number, end: number): boolean {
  if (start === end) return false;
  const first = bytes[start] as number;
  const last = bytes[end - 1] as number;
  return (
    first <= 32 ||
    last <= 32 ||
    isWideBlank(bytes, start) > 0 ||
    last === 0x80 ||
    last === 0xa0 ||
    last === 0xbf
  );
}

/** Length of the multi-byte blank that begins at `p`, 0 when none does. */
function isWideBlank(bytes: Uint8Array, p: number): number {
  const first = bytes[p];
  if (first === 0xc2) return bytes[p + 1] === 0xa0 ? 2 : 0;
  if (first === 0xe3) return bytes[p + 1] === 0x80 && bytes[p + 2] === 0x80 ? 3 : 0;
  if (first === 0xef) return bytes[p + 1] === 0xbb && bytes[p + 2] === 0xbf ? 3 : 0;
  return 0;
}

export function trimStart(bytes: Uint8Array, start: number, end: number): number {
  let p = start;
  while (p < end) {
    const width = (bytes[p] as number) <= 32 ? 1 : isWideBlank(bytes, p);
    if (width === 0 || p + width > end) return p;
    p += width;
  }
  return end;
}

export function trimEnd(bytes: Uint8Array, start: number, end: number): number {
  let p = end;
  while (p > start) {
    if ((bytes[p - 1] as number) <= 32) p -= 1;
    else if (p - 2 >= start && isWideBlank(bytes, p - 2) === 2) p -= 2;
    else if (p - 3 >= start && isWideBlank(bytes, p - 3) === 3) p -= 3;
    else return p;
  }
  return start;
}
