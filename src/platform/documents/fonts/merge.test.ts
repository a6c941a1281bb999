import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readCharacterMap, writeCharacterMap } from './cmap.ts';
import { makeFaces } from './faces.ts';
import { readTables } from './sfnt.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'mujun-fonts-'));
beforeAll(() => makeFaces(folder), 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

const fonts = () => readdirSync(folder).toSorted();
const tables = (name: string) => readTables(readFileSync(path.join(folder, name)));

describe('a font out of slices', () => {
  test('has the characters of all of them, each with an outline', () => {
    for (const name of fonts()) {
      const font = tables(name);
      const characters = readCharacterMap(font.get('cmap') ?? Buffer.alloc(0));
      expect(characters.size).toBeGreaterThan(12_000);
      const loca = font.get('loca') ?? Buffer.alloc(0);
      for (const sign of '亩均效益〔〕—1A') {
        const glyph = characters.get(sign.codePointAt(0) ?? 0) ?? 0;
        expect(loca.readUInt32BE(glyph * 4 + 4)).toBeGreaterThan(loca.readUInt32BE(glyph * 4));
      }
    }
  });

  test('says which weight it is', () => {
    expect(fonts().map((name) => tables(name).get('OS/2')?.readUInt16BE(4))).toEqual([400, 700]);
  });

  test('is made once', async () => {
    const before = fonts();
    await makeFaces(folder);
    expect(fonts()).toEqual(before);
  });

  test('keeps a map of characters through writing and reading', () => {
    const map = new Map([
      [0x41, 3],
      [0x42, 4],
      [0x4e00, 9],
      [0x2b3af, 1],
    ]);
    expect(readCharacterMap(writeCharacterMap(map))).toEqual(map);
  });
});
