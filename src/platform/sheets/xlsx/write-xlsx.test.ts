import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { AppError } from '#core/app-error.ts';
import { describeFinding } from '#engine/messages.ts';
import { numberColumn, textColumn } from '#engine/table/column.ts';
import { SHEET_MESSAGES } from '../messages.ts';
import type { OutputColumn } from '../output-column.ts';
import { bytesOf } from '../sheet-kit.ts';

const COLUMNS: readonly OutputColumn[] = [
  { header: '统一社会信用代码', kind: 'text', column: textColumn(['913300000000000017', '=1+1', '']) },
  { header: '税收（万元）', kind: 'number', values: numberColumn([1234.5, null, 0.1]).values, decimals: 2 },
  { header: '得分', kind: 'number', values: numberColumn([1 / 3, 2, 3]).values },
  { header: '名次', kind: 'integer', values: Int32Array.of(1, 0, 2), absentBelow: 1 },
];

async function part(name: string, columns = COLUMNS, rows = 3): Promise<string> {
  return strFromU8(unzipSync(await bytesOf('结果.xlsx', columns, rows))[name] ?? new Uint8Array(0));
}

const sheet = (columns = COLUMNS, rows = 3): Promise<string> =>
  part('xl/worksheets/sheet1.xml', columns, rows);

describe('the sheet', () => {
  test('keeps its header in sight, in bold, with a filter over all of it', async () => {
    const xml = await sheet();
    expect(xml).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
    expect(xml).toContain('<autoFilter ref="A1:D4"/>');
    expect(xml).toContain('<c r="B1" s="1" t="inlineStr"><is><t>税收（万元）</t></is></c>');
    expect(await part('xl/styles.xml')).toMatch(
      /<font><b\/>.*<xf numFmtId="0" fontId="0"[^>]*\/><xf numFmtId="49" fontId="1"/,
    );
  });

  test('has texts as texts, numbers as numbers, and nothing where nothing is', async () => {
    const xml = await sheet();
    expect(xml).toContain(
      '<row r="2"><c r="A2" s="2" t="inlineStr"><is><t>913300000000000017</t></is></c><c r="B2" s="3"><v>1234.5</v></c>',
    );
    expect(xml).toContain(
      '<row r="3"><c r="A3" s="2" t="inlineStr"><is><t>=1+1</t></is></c><c r="C3" s="0"><v>2</v></c></row>',
    );
    expect(xml).not.toContain('<f');
    expect(xml).toMatch(
      /<row r="4"><c r="B4" s="3"><v>0\.1<\/v><\/c><c r="C4" s="0"><v>3<\/v><\/c><c r="D4" s="0"><v>2<\/v><\/c><\/row><\/sheetData>/,
    );
  });

  test('shows as many decimals as were asked for', async () => {
    const values = numberColumn([1]).values;
    const column = (decimals: number): OutputColumn => ({ header: 'x', kind: 'number', values, decimals });
    const columns = [column(2), column(0), column(3), column(2)];
    const styles = await part('xl/styles.xml', columns, 1);
    expect(styles).toContain(
      'numFmtId="164" formatCode="0.00"/><numFmt numFmtId="165" formatCode="0"/><numFmt numFmtId="166" formatCode="0.000"',
    );
    expect((await sheet(columns, 1)).match(/<c r="[A-D]2" s="\d"/g)).toEqual([
      '<c r="A2" s="3"',
      '<c r="B2" s="4"',
      '<c r="C2" s="5"',
      '<c r="D2" s="3"',
    ]);
  });

  test('has columns as wide as what stands in them, Chinese counted double, within bounds', async () => {
    const columns: OutputColumn[] = [
      { header: '一二三四五六七八九十', kind: 'strings', at: () => 'x' },
      { header: 'x', kind: 'strings', at: () => '说'.repeat(200) },
      { header: 'x', kind: 'number', values: numberColumn([1 / 3]).values },
      { header: 'x', kind: 'number', values: numberColumn([123_456_789]).values, decimals: 2 },
      { header: 'x', kind: 'strings', at: () => '' },
    ];
    expect(
      [...(await sheet(columns, 1)).matchAll(/width="(\d+)"/g)].map(([, width]) => Number(width)),
    ).toEqual([24, 60, 14, 14, 8]);
  });

  test('shortens a text that Excel would not open', async () => {
    const columns: OutputColumn[] = [{ header: 'x', kind: 'strings', at: () => '长'.repeat(40_000) }];
    expect((await sheet(columns, 1)).match(/长+…/)?.[0].length).toBe(32_767);
  });

  test('may have no rows, and no columns', async () => {
    expect(await sheet(COLUMNS, 0)).toContain('</row></sheetData><autoFilter ref="A1:D1"/></worksheet>');
    expect(await sheet([], 0)).toContain('<sheetData><row r="1"></row></sheetData></worksheet>');
  });
});

test('more rows than a sheet can have are refused', async () => {
  const error: unknown = await bytesOf('结果.xlsx', COLUMNS, 1_048_576).catch((thrown: unknown) => thrown);
  if (!(error instanceof AppError)) throw new Error('did not fail as expected', { cause: error });
  expect(describeFinding(error, 'zh', SHEET_MESSAGES)).toEqual({
    message: '一个工作表最多 1048575 行，本次有 1048576 行',
    hint: '请改写为 .csv',
  });
  expect(describeFinding(error, 'en', SHEET_MESSAGES)).toEqual({
    message: 'A sheet holds at most 1048575 rows, these are 1048576',
    hint: 'Write a .csv instead',
  });
});
