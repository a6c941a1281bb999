// Text as it is written into the XML of a workbook.

/** Characters XML does not allow, line ends it would change, and what would read as one of Excel's own escapes. */
const NEEDS_ESCAPE = /[&<>"\ufffe\uffff]|(?![\t\n])\p{Cc}|_(?=x[0-9a-f]{4}_)/giu;

const NAMED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export function xmlText(text: string): string {
  return text.replace(NEEDS_ESCAPE, (sign) => NAMED[sign] ?? escapeOf(sign));
}

/** `_x0007_`: how Excel writes characters that XML cannot have. */
function escapeOf(sign: string): string {
  return `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
}
