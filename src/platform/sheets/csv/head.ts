// What the first bytes of a CSV tell: encoding, delimiter, and where header and records begin.
import { isUtf8 } from 'node:buffer';
import { findHeaderRow, type WantedColumn } from '../wanted.ts';
import type { Encoding } from './byte-source.ts';
import { LINE_FEED, QUOTE } from './fields.ts';
import { QuotedField } from './quoted-field.ts';

/** Titles and notes above the header, and the header itself, must lie within so many records and bytes. */
export const HEAD_RECORDS = 10;
export const HEAD_BYTES = 1 << 18;

export type CsvHead = {
  readonly encoding: Encoding;
  readonly returnsOnly: boolean;
  readonly delimiter: number;
  readonly header: readonly string[];
  /** 1-based record in which the header stands. */
  readonly headerRecord: number;
  /** Where the records begin, in bytes of UTF-8 text after the byte order mark, and how long that mark is in the file. */
  readonly start: number;
  readonly markBytes: number;
  /** Whether a quote stands anywhere in the head. */
  readonly quoted: boolean;
};

const COMMA = 44;
const SEMICOLON = 59;
const TAB = 9;

export function readHead(
  bytes: Buffer,
  isWhole: boolean,
  wanted: readonly WantedColumn[],
  assume?: Encoding,
): CsvHead {
  const { encoding, markBytes } =
    assume === undefined ? detectEncoding(bytes, isWhole) : { encoding: assume, markBytes: 0 };
  const decoded =
    encoding === 'utf-8'
      ? bytes.subarray(markBytes)
      : Buffer.from(new TextDecoder(encoding).decode(bytes), 'utf8');
  const returnsOnly = !decoded.includes(LINE_FEED) && decoded.includes('\r');
  const text = returnsOnly ? Buffer.from(decoded.toString('utf8').replaceAll('\r', '\n'), 'utf8') : decoded;
  let best = { delimiter: COMMA, hits: -1, width: 0, index: 0, records: firstRecords(text, COMMA) };
  for (const delimiter of [COMMA, TAB, SEMICOLON]) {
    const records = firstRecords(text, delimiter);
    const { index, hits } = findHeaderRow(
      records.map(({ fields }) => fields),
      wanted,
    );
    const width = records[index]?.fields.length ?? 0;
    if (hits > best.hits || (hits === best.hits && width > best.width))
      best = { delimiter, hits, width, index, records };
  }
  const header = best.records[best.index];
  return {
    encoding,
    returnsOnly,
    delimiter: best.delimiter,
    header: header?.fields ?? [],
    headerRecord: best.index + 1,
    start: header?.next ?? text.length,
    markBytes,
    quoted: text.includes(QUOTE),
  };
}

function detectEncoding(bytes: Buffer, isWhole: boolean): { encoding: Encoding; markBytes: number } {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { encoding: 'utf-8', markBytes: 3 };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', markBytes: 0 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', markBytes: 0 };
  // The head may end inside a character, but not inside one when it ends at a line feed.
  const lastLine = isWhole ? bytes.length : bytes.lastIndexOf(LINE_FEED) + 1;
  return { encoding: isUtf8(bytes.subarray(0, lastLine)) ? 'utf-8' : 'gb18030', markBytes: 0 };
}

type HeadRecord = { readonly fields: string[]; readonly next: number };

function firstRecords(text: Buffer, delimiter: number): HeadRecord[] {
  const records: HeadRecord[] = [];
  const closed = text.at(-1) === LINE_FEED ? text : Buffer.concat([text, Buffer.from('\n')]);
  let p = 0;
  while (p < text.length && records.length < HEAD_RECORDS) {
    const record = readRecord(closed, p, delimiter);
    if (record === undefined) break;
    records.push({ fields: record.fields, next: Math.min(record.next, text.length) });
    p = record.next;
  }
  return records;
}

function readRecord(bytes: Buffer, start: number, delimiter: number): HeadRecord | undefined {
  const quoted = new QuotedField();
  const fields: string[] = [];
  let p = start;
  for (;;) {
    let stop = p;
    if (bytes[p] === QUOTE) {
      stop = quoted.read(bytes, p, bytes.length, delimiter);
      if (stop < 0) return undefined;
      fields.push(quoted.bytes.toString('utf8', 0, quoted.length).trim());
    } else {
      while (bytes[stop] !== delimiter && bytes[stop] !== LINE_FEED) stop += 1;
      fields.push(bytes.toString('utf8', p, stop).trim());
    }
    p = stop + 1;
    if (bytes[stop] === LINE_FEED) return { fields, next: p };
  }
}
