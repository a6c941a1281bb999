import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { AppError } from '#core/app-error.ts';
import { describeFinding } from '#engine/messages.ts';
import { tableToArrow } from '#engine/table/arrow.ts';
import { type Column, numberColumn, textColumn } from '#engine/table/column.ts';
import { column, plain, sentences } from './csv/csv-kit.ts';
import { SHEET_MESSAGES } from './messages.ts';
import { readTable } from './read.ts';
import { inFolder, readFileNamed } from './sheet-kit.ts';
import { writeTable } from './write.ts';
import { row, sheetFile } from './xlsx/xlsx-kit.ts';

const WANTED = [column('id', 'text'), column('tax', 'number')];
const CSV = 'id,tax\nA,1\n';
const JSON_ROWS = '[{"id": "A", "tax": 1}]';
const XLSX = sheetFile(row(1, 'id', 'tax') + row(2, 'A', 1));
const ARROW = tableToArrow({
  rows: 1,
  columns: new Map<string, Column>([
    ['id', textColumn(['A'])],
    ['tax', numberColumn([1])],
  ]),
});

describe('the content decides how a file is read', () => {
  test.each<[string, string | Uint8Array]>([
    ['企业.csv', CSV],
    ['企业.txt', CSV],
    ['企业', CSV],
    ['企业.CSV', `\ufeff${CSV}`],
    ['企业.xlsx', XLSX],
    ['企业.XLSM', XLSX],
    ['企业.json', JSON_ROWS],
    ['企业.json', `\ufeff\n ${JSON_ROWS}`],
    ['企业.json', '{"columns": {"id": ["A"], "tax": [1]}}'],
    ['企业.arrow', ARROW],
    ['企业.dat', XLSX],
  ])('%s, as its name says', async (name, content) => {
    const read = await readFileNamed(name, content, WANTED);
    expect(plain(read.table)).toEqual({ id: ['A'], tax: [1] });
    expect(read.diagnostics).toEqual([]);
  });

  test.each<[string, string | Uint8Array, string, string]>([
    ['企业.xlsx', CSV, '.xlsx', 'CSV'],
    ['企业.xls', CSV, '.xls', 'CSV'],
    ['企业.csv', XLSX, '.csv', 'XLSX'],
    ['企业.csv', JSON_ROWS, '.csv', 'JSON'],
    ['企业.json', CSV, '.json', 'CSV'],
    ['企业.json', ARROW, '.json', 'Arrow'],
  ])('%s that holds something else', async (name, content, extension, format) => {
    const read = await readFileNamed(name, content, WANTED);
    expect(plain(read.table)).toEqual({ id: ['A'], tax: [1] });
    expect(sentences(read.diagnostics, 'zh')).toEqual([
      `info: 文件扩展名是 ${extension}，内容是 ${format}，已按 ${format} 读取 | 无需处理；如需避免误会，请修改扩展名`,
    ]);
    expect(sentences(read.diagnostics, 'en')).toEqual([
      `info: The file is named ${extension} but holds ${format} and was read as such | Nothing needs doing; rename the file to avoid misunderstandings`,
    ]);
  });
});

describe('files that cannot be read', () => {
  const OLD = {
    zh: 'error: 不支持旧版 .xls 和加密的工作簿 | 请另存为不加密的 .xlsx',
    en: 'error: Old .xls workbooks and encrypted ones are not supported | Save it as .xlsx without a password',
  };
  const notATable = (found: string) => ({
    zh: `error: 文件内容不是表格（${found}） | 支持 CSV、XLSX、JSON 和 Arrow`,
    en: `error: The file does not hold a table (${found}) | CSV, XLSX, JSON and Arrow can be read`,
  });

  test.each<[string, string | Uint8Array, { zh: string; en: string }]>([
    ['企业.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'), OLD],
    ['企业.xlsx', Buffer.from('d0cf11e0a1b11ae1', 'hex'), OLD],
    ['企业.xls', '<html><table><tr><td>id</td></tr></table></html>', notATable('HTML')],
    ['企业.xml', '<?xml version="1.0"?><x/>', notATable('XML')],
    ['企业.pdf', '%PDF-1.7', notATable('PDF')],
    ['企业.csv', Buffer.from([0, 1, 2, 3]), notATable('binary')],
    [
      '企业.csv',
      '',
      {
        zh: 'error: 文件是空的 | 第一行应为表头，每个对象占一行',
        en: 'error: The file is empty | The first row has the headers, and every subject a row of its own',
      },
    ],
  ])('%s: %s', async (name, content, { zh, en }) => {
    const read = await readFileNamed(name, content, WANTED);
    expect(read.table.rows).toBe(0);
    expect(sentences(read.diagnostics, 'zh')).toEqual([zh]);
    expect(sentences(read.diagnostics, 'en')).toEqual([en]);
  });

  test('a file that is not there', async () => {
    const { diagnostics } = await readTable('/没有/企业.csv', WANTED);
    expect(sentences(diagnostics, 'zh')).toEqual(['error: 找不到文件“/没有/企业.csv” | 请核对路径和文件名']);
    expect(sentences(diagnostics, 'en')).toEqual([
      'error: There is no file "/没有/企业.csv" | Check the path and the name',
    ]);
  });

  test('a folder', async () => {
    await inFolder(async (folder) => {
      const { diagnostics } = await readTable(folder, WANTED);
      expect(sentences(diagnostics, 'zh')).toEqual([
        'error: 这不是文件，而是文件夹、管道或设备 | 请给出数据文件的路径',
      ]);
      expect(sentences(diagnostics, 'en')).toEqual([
        'error: This is not a file but a folder, a pipe or a device | Give the path of a file',
      ]);
    });
  });
});

test('what is written has a known ending', async () => {
  await inFolder(async (folder) => {
    const error: unknown = await writeTable(path.join(folder, '结果.xls'), [], 0).catch(
      (thrown: unknown) => thrown,
    );
    if (!(error instanceof AppError)) throw new Error('did not fail as expected', { cause: error });
    const file = path.join(folder, '结果.xls');
    expect(describeFinding(error, 'zh', SHEET_MESSAGES)).toEqual({
      message: `不认识的输出格式“${file}”`,
      hint: '扩展名应为 .csv、.xlsx、.json 或 .arrow',
    });
    expect(describeFinding(error, 'en', SHEET_MESSAGES)).toEqual({
      message: `The output format of "${file}" is not known`,
      hint: 'The name has to end in .csv, .xlsx, .json or .arrow',
    });
  });
});

test('a device is not read as a file', async () => {
  const { diagnostics } = await readTable('/dev/zero', WANTED);
  expect(diagnostics.map(({ code }) => code)).toEqual(['not_a_file']);
});
