// The text of a PDF as a reader would copy it, page by page: enough of the format for files of our own compiler.
import { inflateSync } from 'node:zlib';

type Objects = ReadonlyMap<number, string>;

/** Latin 1 keeps every byte. */
const encoding = 'latin1';

export function pdfPages(pdf: Uint8Array): string[] {
  const objects = objectsOf(Buffer.from(pdf));
  const pages = [...objects.values()].filter((text) => /\/Type\s*\/Page\b/.test(dictionaryOf(text)));
  return pages.map((page) => pageText(objects, page));
}

function objectsOf(pdf: Buffer): Objects {
  const found = pdf.toString(encoding).matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g);
  return new Map([...found].map(([, id = '', body = '']) => [Number(id), body]));
}

const dictionaryOf = (text: string): string => text.split(/\bstream\r?\n/, 1)[0] ?? '';

function streamOf(text: string): string {
  const start = /\bstream\r?\n/.exec(text);
  if (start === null) return '';
  const dictionary = dictionaryOf(text);
  // By its length: what looks like the end of a line may be the last byte of the stream.
  const length = Number(/\/Length (\d+)/.exec(dictionary)?.[1] ?? Number.NaN);
  const from = start.index + start[0].length;
  const bytes = Buffer.from(text.slice(from, from + length), encoding);
  return dictionary.includes('/FlateDecode')
    ? inflateSync(bytes).toString(encoding)
    : bytes.toString(encoding);
}

function referred(objects: Objects, text: string, name: string): string | undefined {
  const id = new RegExp(`/${name} (\\d+) 0 R`).exec(text)?.[1];
  return id === undefined ? undefined : objects.get(Number(id));
}

type Codes = ReadonlyMap<string, string>;

function pageText(objects: Objects, page: string): string {
  const resources = referred(objects, page, 'Resources') ?? page;
  const list = referred(objects, resources, 'Font') ?? /\/Font\s*<<([^>]*)>>/.exec(resources)?.[1] ?? '';
  const fonts = new Map<string, Codes>();
  for (const [, name = '', id = ''] of list.matchAll(/\/(\w+) (\d+) 0 R/g))
    fonts.set(name, codesOf(objects, objects.get(Number(id)) ?? ''));
  const content = streamOf(referred(objects, page, 'Contents') ?? '');
  let codes: Codes = new Map();
  let text = '';
  const token = new RegExp(TOKEN);
  for (let found = token.exec(content); found !== null; found = token.exec(content)) {
    const [, font, hex, open, end] = found;
    if (font !== undefined) codes = fonts.get(font) ?? new Map();
    else if (hex !== undefined) text += decode(hex.toUpperCase(), codes);
    else if (end !== undefined) text += '\n';
    else if (open !== undefined) {
      const literal = literalAt(content, token.lastIndex);
      token.lastIndex += literal.length + 1;
      text += decode(hexOf(literal), codes);
    }
  }
  return text;
}

/** A font, a text in hexadecimal, the start of a text in brackets, the end of a piece. */
const TOKEN = /\/(\w+) [\d.]+ Tf|<([0-9A-Fa-f]+)>|(\()|(?:^|\s)(ET)\b/g;

/** The text in brackets from `start` on: pairs of brackets in it may stand as they are, however deep. */
function literalAt(content: string, start: number): string {
  let depth = 1;
  for (let at = start; at < content.length; at++) {
    const sign = content[at];
    if (sign === '\\') at += 1;
    else if (sign === '(') depth += 1;
    else if (sign === ')') depth -= 1;
    if (depth === 0) return content.slice(start, at);
  }
  return content.slice(start);
}

const ESCAPED: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

function hexOf(literal: string): string {
  const plain = literal.replace(/\\([0-7]{1,3}|[\s\S])/g, (_, sign: string) =>
    /^[0-7]/.test(sign) ? String.fromCharCode(Number.parseInt(sign, 8)) : (ESCAPED[sign] ?? sign),
  );
  return Buffer.from(plain, encoding).toString('hex').toUpperCase();
}

function decode(hex: string, codes: Codes): string {
  return (hex.match(/.{4}/g) ?? []).map((code) => codes.get(code) ?? '\uFFFD').join('');
}

/** Characters by code, from the map that a font has for those who copy its text. */
function codesOf(objects: Objects, font: string): Codes {
  const map = streamOf(referred(objects, font, 'ToUnicode') ?? '');
  const codes = new Map<string, string>();
  for (const [, block = ''] of map.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, code = '', text = ''] of block.matchAll(/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g))
      codes.set(code.toUpperCase(), Buffer.from(text, 'hex').swap16().toString('utf16le'));
  return codes;
}
