import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { textAt } from '#engine/table/column.ts';
import { readTable } from './read.ts';
import { inFolder } from './sheet-kit.ts';
import { type TableBlock, writeBlocks, writeTable } from './write.ts';

/** Rows `from` to `to` of one and the same table. */
function block(from: number, to: number): TableBlock {
  return {
    rows: to - from,
    columns: [
      { header: '名称', kind: 'strings', at: (row) => (row + from === 3 ? '' : `企业, "${row + from}"`) },
      { header: '得分', kind: 'computed', at: (row) => (row + from === 4 ? Number.NaN : (row + from) / 3) },
      { header: '名次', kind: 'computed', at: (row) => row + from + 1, decimals: 0 },
    ],
  };
}

async function* blocks(...ends: number[]): AsyncGenerator<TableBlock> {
  let from = 0;
  for (const end of ends) {
    await Promise.resolve();
    yield block(from, end);
    from = end;
  }
}

const sheetOf = (bytes: Uint8Array): string =>
  strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array(0));

describe('a table written block by block', () => {
  test('is as CSV the very bytes of the table written at once', () =>
    inFolder(async (folder) => {
      const [pieces, whole] = [path.join(folder, 'a.csv'), path.join(folder, 'b.csv')];
      await writeBlocks(pieces, blocks(2, 2, 7));
      await writeTable(whole, block(0, 7).columns, 7);
      expect(readFileSync(pieces)).toEqual(readFileSync(whole));
    }));

  test('has as XLSX the same rows and filter, and does not say beforehand how many they are', () =>
    inFolder(async (folder) => {
      const [pieces, whole] = [path.join(folder, 'a.xlsx'), path.join(folder, 'b.xlsx')];
      await writeBlocks(pieces, blocks(2, 2, 7));
      await writeTable(whole, block(0, 7).columns, 7);
      const once = sheetOf(readFileSync(whole));
      const body = (xml: string) => xml.slice(xml.indexOf('<sheetData>'));
      expect(body(sheetOf(readFileSync(pieces)))).toBe(body(once));
      expect(once).toContain('<dimension ref="A1:C8"/>');
      expect(sheetOf(readFileSync(pieces))).not.toContain('<dimension');
    }));

  test.each(['.csv', '.xlsx'])('reads back as %s', (ending) =>
    inFolder(async (folder) => {
      const file = path.join(folder, `a${ending}`);
      await writeBlocks(file, blocks(1000, 2500));
      const { table } = await readTable(file, [
        { name: 'name', headers: ['名称'], kind: 'text', optional: false },
        { name: 'rank', headers: ['名次'], kind: 'number', optional: false },
      ]);
      const [name, rank] = [table.columns.get('name'), table.columns.get('rank')];
      expect(table.rows).toBe(2500);
      expect(name?.kind === 'text' && textAt(name, 1700)).toBe('企业, "1700"');
      expect(rank?.kind === 'number' && [rank.values[999], rank.values[1000], rank.values[2499]]).toEqual([
        1000, 1001, 2500,
      ]);
    }),
  );

  test('without rows has its headers', () =>
    inFolder(async (folder) => {
      const file = path.join(folder, 'a.csv');
      await writeBlocks(file, blocks(0));
      expect(readFileSync(file, 'utf8')).toBe('\ufeff名称,得分,名次\n');
    }));

  test.each(['.csv', '.xlsx'])('leaves nothing behind as %s when a later block fails', (ending) =>
    inFolder(async (folder) => {
      async function* failing(): AsyncGenerator<TableBlock> {
        yield* blocks(2);
        throw new Error('the database is gone');
      }
      const writing = writeBlocks(path.join(folder, `a${ending}`), failing());
      await expect(writing).rejects.toThrow('the database is gone');
      expect(readdirSync(folder)).toEqual([]);
    }),
  );

  test('is refused for other formats', () =>
    inFolder(async (folder) => {
      await expect(writeBlocks(path.join(folder, 'a.json'), blocks(2))).rejects.toMatchObject({
        code: 'format_unknown',
      });
    }));
});
