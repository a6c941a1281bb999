import { describe, expect, test } from 'vitest';
import { numberColumn, textColumn } from '#engine/table/column.ts';
import { column, plain, sentences } from './csv/csv-kit.ts';
import { bytesOf, readFileNamed } from './sheet-kit.ts';
import type { WantedColumn } from './wanted.ts';

const ID = column('id', 'text');
const TAX = column('tax', 'number', { headers: ['税收'], unit: '万元' });
const WANTED = [ID, TAX];

const read = (content: unknown, wanted: readonly WantedColumn[] = WANTED) =>
  readFileNamed('企业.json', typeof content === 'string' ? content : JSON.stringify(content), wanted);

describe('reading JSON', () => {
  test.each<[string, unknown]>([
    [
      'an object per row, whatever the order of its members',
      [{ id: 'A', '税收（亿元）': 1.5 }, { '税收（亿元）': null, id: ' B ' }, { id: 'C' }],
    ],
    [
      'numbers as texts',
      [
        { id: 'A', '税收（亿元）': '１.５' },
        { id: 'B', '税收（亿元）': '' },
        { id: 'C', '税收（亿元）': '—' },
      ],
    ],
    ['a list per column', { columns: { id: ['A', 'B', 'C'], '税收（亿元）': [1.5, null, null] } }],
  ])('%s', async (_, content) => {
    const { table, headers, diagnostics, rowNumber } = await read(content);
    expect(plain(table)).toEqual({ id: ['A', 'B', 'C'], tax: [1.5, null, null] });
    expect(headers).toEqual([
      { name: 'id', header: 'id' },
      { name: 'tax', header: '税收（亿元）', unit: '亿元' },
    ]);
    expect(diagnostics).toEqual([]);
    expect([0, 1, 2].map(rowNumber)).toEqual([1, 2, 3]);
  });

  test('flags, dates, categories, percentages and codes', async () => {
    const rows = [
      { 新上市: true, 成立日期: '2019-03-05', 园区: '东', 占比: '2.36%', 编号: 7 },
      { 新上市: '否', 成立日期: 20190305, 园区: 3, 占比: 1, 编号: '007' },
      { 新上市: 0, 成立日期: null, 园区: false, 占比: null, 编号: 330106199001011 },
    ];
    const { table, diagnostics, ignored } = await read(
      rows.map((row) => ({ ...row, 备注: 'x' })),
      [
        column('新上市', 'flag'),
        column('成立日期', 'date'),
        column('园区', 'category'),
        column('占比', 'number', { unit: '%' }),
        column('编号', 'text'),
      ],
    );
    expect(plain(table)).toEqual({
      新上市: [1, 0, 0],
      成立日期: [17960, 17960, null],
      园区: ['东', '3', 'FALSE'],
      占比: [2.36, 1, null],
      编号: ['7', '007', '330106199001011'],
    });
    expect(diagnostics).toEqual([]);
    expect(ignored).toEqual(['备注']);
  });

  test('members of every object are not taken for columns', async () => {
    const { table } = await read('[{"id": "A", "税收": 1, "__proto__": {"tax": 5}}, {"id": "constructor"}]', [
      ID,
      column('constructor', 'text', { optional: true }),
      TAX,
    ]);
    expect(plain(table)).toEqual({ id: ['A', 'constructor'], tax: [1, null] });
  });
});

describe('bad JSON is told, not thrown', () => {
  test.each<[string, unknown, string[], string[]]>([
    [
      'not JSON',
      '[{"id": "A",}]',
      [`error: JSON 读不懂：${reasonFor('[{"id": "A",}]')} | 请检查引号、逗号和括号`],
      [
        `error: The JSON cannot be understood: ${reasonFor('[{"id": "A",}]')} | Check quotes, commas and brackets`,
      ],
    ],
    [
      'no table',
      { rows: 1 },
      ['error: JSON 中没有表格 | 应为对象数组，或 columns 下每列一个数组'],
      [
        'error: The JSON has no table | It has to be an array of objects, or an array per column under "columns"',
      ],
    ],
    [
      'rows that are no objects',
      [{ id: 'A', 税收: 1 }, 5, ['B', 2]],
      [
        'error 2: 这一项不是对象 | 每一项应为一个对象，如 {"企业名称": "甲", "税收": 12.5}',
        'error 3: 这一项不是对象 | 每一项应为一个对象，如 {"企业名称": "甲", "税收": 12.5}',
      ],
      [
        'error 2: This element is not an object | Each element has to be an object, such as {"name": "A", "tax": 12.5}',
        'error 3: This element is not an object | Each element has to be an object, such as {"name": "A", "tax": 12.5}',
      ],
    ],
    [
      'columns that are no arrays or too short',
      { columns: { id: ['A', 'B'], 税收: [1], 备注: 'x' } },
      [
        'error 备注: 这一列不是数组 | columns 下每列应为一个数组',
        'error 税收: 这一列只有 1 个值，其他列有 2 个 | 各列的值应一样多，没有数据的写 null',
      ],
      [
        'error 备注: This column is not an array | Under "columns" every column has to be an array',
        'error 税收: This column has only 1 values, others have 2 | All columns need the same number of values; write null where there is none',
      ],
    ],
    [
      'values that are none',
      '[{"id": {"a": 1}, "税收": "约12"}, {"id": "B", "税收": 1e999}, {"id": 12345678901234567890, "税收": [1]}]',
      [
        'error 1 id: 值是数组或对象：{"a":1} | 应为数字、文本、true、false 或 null',
        'error 1 税收: “约12”不是数字 | 没有数据的请留空',
        'error 2 税收: “Infinity”不是数字 | 没有数据的请留空',
        'warning 3 id: “12345678901234567000”是以数字保存的长编码，第15位以后已丢失 | 请将该列设为文本格式后重新填写',
        'error 3 税收: 值是数组或对象：[1] | 应为数字、文本、true、false 或 null',
      ],
      [
        'error 1 id: The value is an array or an object: {"a":1} | It has to be a number, a text, true, false or null',
        'error 1 税收: "约12" is not a number | Leave the cell empty when there is no figure',
        'error 2 税收: "Infinity" is not a number | Leave the cell empty when there is no figure',
        'warning 3 id: "12345678901234567000" is a long code saved as a number: digits after the 15th are lost | Format the column as text and enter it again',
        'error 3 税收: The value is an array or an object: [1] | It has to be a number, a text, true, false or null',
      ],
    ],
    [
      'no rows',
      [],
      ['error: 只有表头，没有数据 | 请在表头下逐行填写'],
      ['error: There is a header but no data | Enter the data below the header, one subject per row'],
    ],
    [
      'a missing column',
      [{ id: 'A', 税: 1 }],
      ['error: 缺少“税收”列，文件中相近的表头有：税, id | 请修改表头，或在方案中为该列加别名'],
      [
        'error: There is no column "税收"; headers most like it: 税, id | Change the header, or add an alias to the column in the scheme',
      ],
    ],
  ])('%s', async (_, content, zh, en) => {
    const { diagnostics } = await read(content);
    expect(sentences(diagnostics, 'zh')).toEqual(zh);
    expect(sentences(diagnostics, 'en')).toEqual(en);
  });

  test('bytes that are no UTF-8', async () => {
    const { diagnostics } = await readFileNamed(
      '企业.json',
      Buffer.from('[{"id":"\xe9"}]', 'latin1'),
      WANTED,
    );
    expect(diagnostics.map(({ code }) => code)).toEqual(['encoding_unknown']);
  });
});

/** The words are those of the JavaScript engine, which differ between its versions. */
function reasonFor(text: string): string {
  try {
    JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return error.message;
  }
  throw new Error('is JSON');
}

test('JSON is written with a row per line', async () => {
  const columns = [
    { header: '编号', kind: 'text', column: textColumn(['007', '', '"甲"\n']) },
    { header: '税收', kind: 'number', values: numberColumn([1.005, null, -0]).values, decimals: 2 },
    { header: '类', kind: 'category', codes: Uint8Array.of(1, 0, 9), labels: ['A', 'B'] },
  ] as const;
  expect((await bytesOf('结果.json', columns, 3)).toString('utf8')).toBe(
    '[\n{"编号":"007","税收":1.01,"类":"B"},\n{"编号":null,"税收":null,"类":"A"},\n{"编号":"\\"甲\\"\\n","税收":0,"类":null}\n]\n',
  );
  expect((await bytesOf('结果.json', columns, 0)).toString('utf8')).toBe('[\n]\n');
});
