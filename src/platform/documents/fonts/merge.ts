// One font out of the slices that web packages cut it into. Outlines, widths and characters are kept; features for
// typesetting (kerning, vertical forms) are not, because each slice has only its own part of them.
import { invariant } from '#core/app-error.ts';
import { readCharacterMap, writeCharacterMap } from './cmap.ts';
import { readTables, type Tables, writeTables } from './sfnt.ts';

export type FaceName = { readonly family: string; readonly weight: number };

const MOST_GLYPHS = 65_535;

type Glyphs = {
  readonly outlines: Buffer[];
  readonly metrics: Buffer[];
  readonly characters: Map<number, number>;
};

/** `slices` are TrueType fonts of one design. The first one that has a character gives its glyph. */
export function mergeSlices(slices: readonly Buffer[], name: FaceName): Buffer {
  const glyphs: Glyphs = { outlines: [], metrics: [], characters: new Map() };
  const tables = slices.map(readTables);
  for (const slice of tables) addSlice(glyphs, slice);
  invariant(glyphs.outlines.length <= MOST_GLYPHS, 'a font has at most 65,535 glyphs');
  const [first] = tables;
  invariant(first !== undefined, 'a font has slices');
  return writeTables(
    new Map([
      ...glyphTables(glyphs),
      ['cmap', writeCharacterMap(glyphs.characters)],
      [
        'head',
        patched(first, 'head', (head) => {
          head.writeInt16BE(1, 50);
          head.writeUInt16BE(name.weight >= 600 ? 1 : 0, 44);
        }),
      ],
      ['hhea', patched(first, 'hhea', (hhea) => hhea.writeUInt16BE(glyphs.metrics.length, 34))],
      ['maxp', patched(first, 'maxp', (maxp) => maxp.writeUInt16BE(glyphs.outlines.length, 4))],
      [
        'OS/2',
        patched(first, 'OS/2', (os2) => {
          os2.writeUInt16BE(name.weight, 4);
          os2.writeUInt16BE(name.weight >= 600 ? 0x20 : 0x40, 62);
        }),
      ],
      ['post', patched(first, 'post', (post) => post.writeUInt32BE(0x00030000, 0)).subarray(0, 32)],
      ['name', nameTable(name)],
    ]),
  );
}

function table(tables: Tables, name: string): Buffer {
  const found = tables.get(name);
  invariant(found !== undefined, `a TrueType font has the table ${name}`);
  return found;
}

function patched(tables: Tables, name: string, change: (copy: Buffer) => void): Buffer {
  const copy = Buffer.from(table(tables, name));
  change(copy);
  return copy;
}

function addSlice(glyphs: Glyphs, slice: Tables): void {
  const base = glyphs.outlines.length;
  const count = table(slice, 'maxp').readUInt16BE(4);
  const isLong = table(slice, 'head').readInt16BE(50) === 1;
  const [loca, glyf, hmtx] = [table(slice, 'loca'), table(slice, 'glyf'), table(slice, 'hmtx')];
  const offset = (i: number): number => (isLong ? loca.readUInt32BE(i * 4) : loca.readUInt16BE(i * 2) * 2);
  const full = table(slice, 'hhea').readUInt16BE(34);
  for (let i = 0; i < count; i++) {
    glyphs.outlines.push(moved(glyf.subarray(offset(i), offset(i + 1)), base));
    const metric = Buffer.alloc(4);
    metric.writeUInt16BE(hmtx.readUInt16BE(Math.min(i, full - 1) * 4), 0);
    metric.writeInt16BE(hmtx.readInt16BE(i < full ? i * 4 + 2 : full * 4 + (i - full) * 2), 2);
    glyphs.metrics.push(metric);
  }
  for (const [code, glyph] of readCharacterMap(table(slice, 'cmap')))
    if (!glyphs.characters.has(code)) glyphs.characters.set(code, base + glyph);
}

const [WORDS, SCALE, MORE, TWO_SCALES, MATRIX] = [0x0001, 0x0008, 0x0020, 0x0040, 0x0080];

/** A glyph made of others names them by number, and all numbers move with their slice. */
function moved(outline: Buffer, base: number): Buffer {
  if (outline.length === 0 || outline.readInt16BE(0) >= 0) return outline;
  const copy = Buffer.from(outline);
  let at = 10;
  for (let flags = MORE; (flags & MORE) !== 0;) {
    flags = copy.readUInt16BE(at);
    copy.writeUInt16BE(copy.readUInt16BE(at + 2) + base, at + 2);
    at += 4 + ((flags & WORDS) === 0 ? 2 : 4);
    if ((flags & SCALE) !== 0) at += 2;
    else if ((flags & TWO_SCALES) !== 0) at += 4;
    else if ((flags & MATRIX) !== 0) at += 8;
  }
  return copy;
}

function glyphTables({ outlines, metrics }: Glyphs): [string, Buffer][] {
  const loca = Buffer.alloc((outlines.length + 1) * 4);
  const parts: Buffer[] = [];
  let offset = 0;
  outlines.forEach((outline, i) => {
    const padding = Buffer.alloc((4 - (outline.length % 4)) % 4);
    parts.push(outline, padding);
    offset += outline.length + padding.length;
    loca.writeUInt32BE(offset, (i + 1) * 4);
  });
  return [
    ['glyf', Buffer.concat(parts)],
    ['loca', loca],
    ['hmtx', Buffer.concat(metrics)],
  ];
}

const [NAME_IDS, ENGLISH] = [[1, 2, 4, 6] as const, 0x0409];

/** Our own family name: the licence lets the designers' names stand only over fonts as they made them. */
function nameTable({ family, weight }: FaceName): Buffer {
  const style = weight >= 600 ? 'Bold' : 'Regular';
  const texts = [family, style, `${family} ${style}`, `${family}-${style}`.replaceAll(' ', '')];
  const strings = texts.map((text) => Buffer.from(text, 'utf16le').swap16());
  const head = Buffer.alloc(6 + texts.length * 12);
  head.writeUInt16BE(texts.length, 2);
  head.writeUInt16BE(head.length, 4);
  let offset = 0;
  strings.forEach((text, i) => {
    [3, 1, ENGLISH, NAME_IDS[i] ?? 0, text.length, offset].forEach((value, j) =>
      head.writeUInt16BE(value, 6 + i * 12 + j * 2),
    );
    offset += text.length;
  });
  return Buffer.concat([head, ...strings]);
}
