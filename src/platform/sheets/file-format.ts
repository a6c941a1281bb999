// Which format a file has: told by its first bytes, because names lie. Old systems export CSV and HTML under .xls.
import path from 'node:path';

export type TableFormat = 'csv' | 'xlsx' | 'json' | 'arrow';

export type FileFormat =
  | { readonly kind: 'table'; readonly format: TableFormat }
  | { readonly kind: 'old_workbook' }
  | { readonly kind: 'other'; readonly found: string };

/** First bytes needed to tell. */
export const SIGNATURE_BYTES = 4096;

const FORMAT_OF_ENDING = new Map<string, TableFormat>([
  ['.csv', 'csv'],
  ['.tsv', 'csv'],
  ['.txt', 'csv'],
  ['.xlsx', 'xlsx'],
  ['.xlsm', 'xlsx'],
  ['.json', 'json'],
  ['.arrow', 'arrow'],
  ['.feather', 'arrow'],
]);

const OTHERS: readonly (readonly [signature: string, found: string])[] = [
  ['%PDF', 'PDF'],
  ['PAR1', 'Parquet'],
  ['{\\rtf', 'RTF'],
  ['\x1f\x8b', 'gzip'],
  ['7z\xbc\xaf', '7-Zip'],
  ['Rar!', 'RAR'],
  ['\x89PNG', 'PNG'],
  ['\xff\xd8\xff', 'JPEG'],
];

export function endingOf(file: string): string {
  return path.extname(file).toLowerCase();
}

/** The format that a file's ending promises; undefined when it promises none. */
export function formatOfEnding(file: string): TableFormat | undefined {
  return FORMAT_OF_ENDING.get(endingOf(file));
}

export function detectFormat(head: Buffer, file: string): FileFormat {
  const start = head.toString('latin1', 0, 8);
  if (start.startsWith('PK\x03\x04') || start.startsWith('PK\x05\x06'))
    return { kind: 'table', format: 'xlsx' };
  if (start.startsWith('\xd0\xcf\x11\xe0')) return { kind: 'old_workbook' };
  if (start.startsWith('ARROW1') || isArrowStream(head)) return { kind: 'table', format: 'arrow' };
  const other = OTHERS.find(([signature]) => start.startsWith(signature));
  if (other !== undefined) return { kind: 'other', found: other[1] };
  return detectText(head, file);
}

/** A stream begins with a continuation mark and the length of its schema; text in UTF-16 begins with other marks. */
function isArrowStream(head: Buffer): boolean {
  return head.length >= 8 && head.readInt32LE(0) === -1 && head.readInt32LE(4) > 0;
}

function detectText(head: Buffer, file: string): FileFormat {
  const isUtf16 = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  if (!isUtf16 && head.includes(0)) return { kind: 'other', found: 'binary' };
  const text = head
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .trimStart();
  if (/^<(?:!doctype html|html|head|table|meta)\b/i.test(text)) return { kind: 'other', found: 'HTML' };
  if (text.startsWith('<?xml')) return { kind: 'other', found: 'XML' };
  const looksLikeJson =
    /^(?:\[\s*[{\]]|\{\s*["}])/.test(text) || (endingOf(file) === '.json' && /^[[{]/.test(text));
  return { kind: 'table', format: looksLikeJson ? 'json' : 'csv' };
}
