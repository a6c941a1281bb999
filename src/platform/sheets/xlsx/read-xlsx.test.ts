import { describe, expect, test } from 'vitest';
import { column, plain } from '../csv/csv-kit.ts';
import type { ReadOptions, ReadResult } from '../read-result.ts';
import { readFileNamed } from '../sheet-kit.ts';
import type { WantedColumn } from '../wanted.ts';
import { partsOf, row, sheetFile, zipped } from './xlsx-kit.ts';

const ID = column('id', 'text');
const TAX = column('tax', 'number', { headers: ['tax', '税收'] });
const PARK = column('park', 'category', { headers: ['park', '园区'] });

function read(
  content: Uint8Array,
  wanted: readonly WantedColumn[],
  options: ReadOptions = {},
): Promise<ReadResult> {
  return readFileNamed('企业.xlsx', content, wanted, options);
}

/** The values of column x, whose cells stand below each other in column B. */
async function cells(
  kind: WantedColumn['kind'],
  xml: readonly (string | number)[],
  formats: readonly (number | string)[] = [],
  unit?: string,
) {
  const rows = xml.map((cell, i) => row(i + 2, `E${i}`, cell));
  const wanted = column('x', kind, unit === undefined ? {} : { unit });
  const result = await read(sheetFile(row(1, 'id', 'x') + rows.join(''), { formats }), [ID, wanted]);
  expect(result.diagnostics).toEqual([]);
  return plain(result.table).x;
}

const day = (text: string): number => Date.parse(text) / 86_400_000;

describe('the ways a workbook writes the same cells', () => {
  const wanted = [ID, PARK, TAX];
  const expected = { id: ['甲&乙', '丙'], park: ['东', null], tax: [1.5, null] };
  const head = row(1, 'id', '园区', '税收');

  test.each<[string, string, string[]]>([
    ['text in place', row(2, '甲&乙', '东', 1.5) + row(3, '丙', '', undefined), []],
    [
      'shared texts',
      row(2, '<c t="s"><v>1</v></c>', '<c t="s"><v>0</v></c>', 1.5) + row(3, '<c t="s"><v>2</v></c>'),
      ['<si><t>东</t></si>', '<si><t>甲&amp;乙</t></si>', '<si><t xml:space="preserve"> 丙 </t></si>'],
    ],
    [
      'rich text, with readings of Chinese signs',
      row(2, '<c t="s"><v>0</v></c>', '<c t="s"><v>1</v></c>', 1.5) + row(3, '<c t="s"><v>2</v></c>'),
      [
        '<si><r><rPr><b/></rPr><t>甲</t></r><r><t>&#38;乙</t></r></si>',
        '<si><t>东</t><rPh sb="0" eb="1"><t>dōng</t></rPh><phoneticPr fontId="1"/></si>',
        '<si><t/><r><t>丙</t></r></si>',
      ],
    ],
    [
      'results of formulas',
      row(
        2,
        '<c t="str"><f>"甲"&amp;"&amp;"&amp;"乙"</f><v>甲&#x26;乙</v></c>',
        '<c t="str"><f>A1</f><v>东</v></c>',
        '<c><f>3/2</f><v>1.5</v></c>',
      ) + row(3, '丙', '<c t="str"><f>""</f><v></v></c>'),
      [],
    ],
    [
      'numbers and texts in other words',
      row(
        2,
        '<c t="inlineStr"><is><r><t>甲</t></r><r><t><![CDATA[&乙]]></t></r></is></c>',
        '东',
        '<c t="n"><v>15E-1</v></c>',
      ) +
        row(
          3,
          '<c t="inlineStr"><is><t>_x4E19_</t></is></c>',
          undefined,
          '<c t="inlineStr"><is><t>无</t></is></c>',
        ),
      [],
    ],
    ['numbers kept as text', row(2, '甲&乙', '东', '１.５') + row(3, '丙', undefined, '—'), []],
    [
      'cells and rows without their places',
      `<row><c t="inlineStr"><is><t>甲&amp;乙</t></is></c><c t="inlineStr"><is><t>东</t></is></c><c><v>1.5</v></c></row>${row(3, '丙')}`,
      [],
    ],
    [
      'formatted cells that are empty',
      row(2, '甲&乙', '东', 1.5) + row(3, '丙', '<c s="3"/>', '<c s="1"><v></v></c>', '<c s="1"/>'),
      [],
    ],
    [
      'columns nobody wants',
      row(2, '甲&乙', '东', 1.5, '备注', '<c t="e"><v>#REF!</v></c>') + row(3, '丙', undefined, undefined, 7),
      [],
    ],
  ])('%s', async (_, body, strings) => {
    const result = await read(sheetFile(head + body, { strings }), wanted);
    expect(plain(result.table)).toEqual(expected);
    expect(result.diagnostics).toEqual([]);
  });

  const body = head + row(2, '甲&乙', '东', 1.5) + row(3, '丙');
  const sheetXml = partsOf({ sheets: [{ name: '企业', xml: body }] })['xl/worksheets/sheet1.xml'] ?? '';

  test.each<[string, string]>([
    ['prefixed names', sheetXml.replace('xmlns=', 'xmlns:x=').replaceAll(/<(\/?)(?=[a-z])/g, '<$1x:')],
    [
      'single quotes and blanks inside of tags',
      sheetXml
        .replaceAll(/="([^"]*)"/g, " = '$1'")
        .replaceAll('<v>', '<v >')
        .replaceAll('</c>', '</c\n>'),
    ],
    ['line feeds and blanks between tags', sheetXml.replaceAll(/></g, '>\r\n  <')],
    ['comments and instructions', sheetXml.replaceAll('<row', '<!-- <row> -- > --><?check <c>?><row')],
    ['a byte order mark', `\ufeff${sheetXml}`],
    ['an attribute with a greater-than sign', sheetXml.replaceAll('<row ', '<row note="a>b" ')],
  ])('XML with %s', async (_, xml) => {
    const result = await read(zipped(partsOf({ sheets: [{ name: '企业', xml }] })), wanted);
    expect(plain(result.table)).toEqual(expected);
  });

  test('stored instead of compressed, with backslashes, in capitals', async () => {
    const parts = Object.entries(partsOf({ sheets: [{ name: '企业', xml: body }] }));
    const renamed = Object.fromEntries(
      parts.map(([name, xml]) => [name.replaceAll('/', '\\').replace('xl', 'XL'), xml]),
    );
    expect(plain((await read(zipped(renamed, 0), wanted)).table)).toEqual(expected);
  });

  test('a sheet much longer than one piece, and a text longer than a cell may be', async () => {
    const long = '长'.repeat(400_000);
    const many = Array.from({ length: 20_000 }, (_, i) =>
      row(i + 3, `E${i}`, i % 2 === 0 ? '东' : '西', i / 8),
    ).join('');
    const { table } = await read(sheetFile(head + row(2, long, '东', 1.5) + many), wanted);
    const columns = plain(table);
    expect(table.rows).toBe(20_001);
    expect(columns.id?.[0]).toBe(long);
    expect(columns.id?.at(-1)).toBe('E19999');
    expect(columns.tax?.slice(1)).toEqual(Array.from({ length: 20_000 }, (_, i) => i / 8));
  });
});

describe('what a number means', () => {
  const date = '<c s="0"><v>43529.75</v></c>';

  test.each<[string, number | string]>([
    ['of the programs’ own', 14],
    ['East Asian, of the programs’ own', 31],
    ['Chinese', 'yyyy"年"m"月"d"日";@'],
    ['with a locale', '[$-804]yyyy/m/d h:mm;@'],
    ['month and day', 'm"月"d"日"'],
  ])('a date in a format %s', async (_, format) => {
    expect(await cells('date', [date], [format])).toEqual([day('2019-03-05')]);
    expect(await cells('text', [date], [format])).toEqual(['2019-03-05']);
  });

  test.each<[string, number | string]>([
    ['plain', 'General'],
    ['scientific', '0.00E+00'],
    ['a number with a unit that looks like a day', '#,##0"days"'],
    ['coloured', '[Red]0.00'],
    ['an amount of money', '_ ¥* #,##0.00_ ;_ ¥* -#,##0.00_ '],
    ['a time of day', 'h:mm:ss'],
  ])('a number whose format is %s stays one', async (_, format) => {
    expect(await cells('number', ['<c s="0"><v>0.75</v></c>'], [format])).toEqual([0.75]);
  });

  test('dates as texts, as ISO dates, as bare day numbers, from 1904', async () => {
    const iso = '<c t="d"><v>2019-03-05T00:00:00</v></c>';
    expect(await cells('date', ['2019年3月5日', iso, 43529, '20190305', '—'])).toEqual([
      17960,
      17960,
      17960,
      17960,
      null,
    ]);
    const sheet = row(1, 'id', 'x') + row(2, 'A', '<c s="0"><v>42067</v></c>');
    const { table } = await read(sheetFile(sheet, { formats: [14], from1904: true }), [column('x', 'date')]);
    expect(plain(table)).toEqual({ x: [day('2019-03-05')] });
  });

  test('a percentage counts in what the column counts in', async () => {
    const shown = ['<c s="1"><v>2.3599999999999999E-2</v></c>', '<c s="2"><v>0.011</v></c>', '2.36%', 3];
    expect(await cells('number', shown, ['General', 10, '0.0%'], '%')).toEqual([2.36, 1.1, 2.36, 3]);
    expect(await cells('number', shown, ['General', 10, '0.0%'])).toEqual([0.0236, 0.011, 0.0236, 3]);
  });

  test('codes keep their zeros and all their digits', async () => {
    const shown = ['913300000000000017', '007', '<c s="0"><v>42</v></c>', '<c s="1"><v>42</v></c>', 330106];
    expect(await cells('text', shown, ['000000', 'General'])).toEqual([
      '913300000000000017',
      '007',
      '000042',
      '42',
      '330106',
    ]);
    expect(await cells('category', shown, ['000000', 'General'])).toEqual([
      '913300000000000017',
      '007',
      '000042',
      '42',
      '330106',
    ]);
  });

  test('flags', async () => {
    const shown = ['<c t="b"><v>1</v></c>', '<c t="b"><v>0</v></c>', 1, 0, '是', '×', '—'];
    expect(await cells('flag', shown)).toEqual([1, 0, 1, 0, 1, 0, null]);
    expect(await cells('category', shown.slice(0, 2))).toEqual(['TRUE', 'FALSE']);
  });
});

describe('where the rows are', () => {
  test('titles, notes and blank rows above, blank rows between, rows that only have a format', async () => {
    const sheet =
      row(1, '2024年度企业数据') +
      row(2, '<c s="1"/>') +
      row(4, '单位：万元') +
      row(5, '序号', 'id', '税收') +
      row(6, '<c s="1"/>', '<c s="1"/>') +
      row(7, 1, 'A', 1) +
      row(9, undefined, ' ', '<c t="str"><f>""</f><v></v></c>') +
      row(12, 2, 'B', 2) +
      row(13, 3, 'C', 3) +
      row(1000, '<c s="1"/>');
    const { table, firstRow, rowNumber, diagnostics } = await read(sheetFile(sheet), [ID, TAX]);
    expect(plain(table)).toEqual({ id: ['A', 'B', 'C'], tax: [1, 2, 3] });
    expect(firstRow).toBe(7);
    expect([0, 1, 2].map(rowNumber)).toEqual([7, 12, 13]);
    expect(diagnostics).toEqual([]);
  });

  test('a row that only has values nobody asked for is a row', async () => {
    const sheet = row(1, 'id', 'tax', '备注') + row(2, undefined, undefined, '停产') + row(3, 'B', 1);
    expect(plain((await read(sheetFile(sheet), [ID, TAX])).table)).toEqual({
      id: [null, 'B'],
      tax: [null, 1],
    });
  });

  test('merged titles and headers, and merged cells nobody asked for, are harmless', async () => {
    const cellsXml = row(1, '企业数据') + row(2, 'id', 'tax', '备注') + row(3, 'A', 1, 'x') + row(4, 'B', 2);
    const merges =
      '<mergeCells><mergeCell ref="A1:C1"/><mergeCell ref="A2:B2"/><mergeCell ref="C3:C4"/><mergeCell ref="B3:C3"/><mergeCell ref="A9:B9"/></mergeCells>';
    const xml = `<worksheet><sheetData>${cellsXml}</sheetData>${merges}</worksheet>`;
    const { table, diagnostics } = await read(sheetFile(xml), [ID, TAX]);
    expect(plain(table)).toEqual({ id: ['A', 'B'], tax: [1, 2] });
    expect(diagnostics).toEqual([]);
  });
});

test('what a sheet claims and what is drawn on it do not count', async () => {
  const data = row(1, 'id', 'tax') + row(2, 'A', 1) + row(3, 'B', 2);
  const anchor =
    '<anchor><from><xdr:col>1</xdr:col><xdr:row>9</xdr:row></from></anchor><c><v>5</v></c><row r="1"/>';
  const xml = `<worksheet><dimension ref="A1:XFD1048576"/><sheetData>${data}</sheetData><controls>${anchor}</controls></worksheet>`;
  const { table, diagnostics } = await read(sheetFile(xml), [ID, TAX]);
  expect(plain(table)).toEqual({ id: ['A', 'B'], tax: [1, 2] });
  expect(diagnostics).toEqual([]);
  const numbers = table.columns.get('tax');
  expect(numbers?.kind === 'number' && numbers.values.buffer.byteLength).toBeLessThan(100_000);
});

describe('which sheet is read', () => {
  const notes = row(1, '填表说明') + row(2, 'id 填统一社会信用代码');
  const data = (tax: number): string => row(1, 'id', '税收') + row(2, 'A', tax);
  const sheets = [
    { name: '说明', xml: notes },
    { name: '旧数据', xml: data(1), state: 'hidden' as const },
    { name: '2023年', xml: data(2) },
    { name: '2024年', xml: data(3) },
    { name: '空表', xml: '' },
  ];

  test('the first one whose header fits, hidden ones aside', async () => {
    const { table, sheet } = await read(zipped(partsOf({ sheets })), [ID, TAX]);
    expect([sheet, plain(table).tax]).toEqual(['2023年', [2]]);
  });

  test('the one that was named, be it hidden', async () => {
    const file = zipped(partsOf({ sheets }));
    expect(plain((await read(file, [ID, TAX], { sheet: '2024年' })).table).tax).toEqual([3]);
    expect(plain((await read(file, [ID, TAX], { sheet: '旧数据' })).table).tax).toEqual([1]);
  });

  test('a sheet with little of what is wanted does not hide one with more', async () => {
    const wanted = [ID, ...['a', 'b', 'c', 'd'].map((name) => column(name, 'number', { optional: true }))];
    const poor = { name: '名录', xml: row(1, 'id') + row(2, 'A') };
    const rich = { name: '数据', xml: row(1, 'id', 'a', 'b', 'c') + row(2, 'A', 1, 2, 3) };
    expect((await read(zipped(partsOf({ sheets: [poor, rich] })), wanted)).sheet).toBe('数据');
  });

  test('a workbook whose sheets are all hidden', async () => {
    const hidden = sheets.slice(1, 2);
    expect((await read(zipped(partsOf({ sheets: hidden })), [ID, TAX])).sheet).toBe('旧数据');
  });
});

test('progress is told in bytes of the file', async () => {
  const steps: number[] = [];
  let whole = 0;
  const onProgress = (done: number, total: number): void => {
    steps.push(done);
    whole = total;
  };
  await read(sheetFile(row(1, 'id') + row(2, 'A')), [ID], { onProgress });
  expect(steps.at(-1)).toBe(whole);
  expect(whole).toBeGreaterThan(0);
});
