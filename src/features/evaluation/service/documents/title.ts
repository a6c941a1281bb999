// Titles of official documents: each line a whole thing, as the standard asks, and none longer than the page is wide.

/** Characters of a title that fit the type area; a Latin one is half as wide. */
const WIDEST = 20;

/** Joins parts that belong apart only if they must; the parts are not broken here. */
export function titleOf(parts: readonly string[]): string {
  const lines: string[] = [];
  for (const part of parts) {
    const last = lines.at(-1);
    if (last !== undefined && widthOf(last + part) <= WIDEST) lines[lines.length - 1] = last + part;
    else lines.push(part);
  }
  return lines.join('\n');
}

function widthOf(text: string): number {
  return Array.from(text).reduce((sum, sign) => sum + ((sign.codePointAt(0) ?? 0) < 0x2000 ? 0.55 : 1), 0);
}
