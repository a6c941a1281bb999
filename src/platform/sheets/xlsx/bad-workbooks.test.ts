import { describe, expect, test } from 'vitest';
import { column, plain, sentences } from '../csv/csv-kit.ts';
import { readFileNamed } from '../sheet-kit.ts';
import type { WantedColumn } from '../wanted.ts';
import { partsOf, row, sheetFile, zipped } from './xlsx-kit.ts';

const ID = column('id', 'text');
const TAX = column('tax', 'number', { headers: ['税收'] });
const DATE = column('since', 'date', { headers: ['成立日期'] });
const FLAG = column('new', 'flag', { headers: ['新上市'] });
const HEAD = row(1, 'id', '税收', '成立日期', '新上市');
const GOOD = sheetFile(HEAD + row(2, 'A', 1));

type Case = {
  readonly what: string;
  readonly file: Uint8Array;
  readonly zh: readonly string[];
  readonly en: readonly string[];
  readonly wanted?: readonly WantedColumn[];
  readonly sheet?: string;
};

const NOT_XLSX = {
  zh: ['error: 不是完整的 .xlsx 文件 | 请重新下载，或用 Excel 或 WPS 打开后另存为 .xlsx'],
  en: [
    'error: This is not a complete .xlsx file | Download it again, or open it in Excel or WPS and save it as .xlsx',
  ],
};

const CELLS: readonly Case[] = [
  {
    what: 'an error of a formula',
    file: sheetFile(HEAD + row(2, 'A', '<c t="e"><f>1/0</f><v>#DIV/0!</v></c>')),
    zh: ['error 2 税收: 单元格是错误值 #DIV/0! | 请修正公式；没有数据的请留空'],
    en: [
      'error 2 税收: The cell holds the error #DIV/0! | Mend the formula, or leave the cell empty when there is no figure',
    ],
  },
  {
    what: 'formulas whose results were not saved',
    file: sheetFile(
      HEAD +
        row(2, 'A', '<c><f>SUM(C2:D2)</f><v></v></c>') +
        row(3, 'B', '<c t="str"><f>"1"&amp;"2"</f></c>'),
    ),
    zh: [
      'error 2 税收: 公式“=SUM(C2:D2)”没有保存计算结果 | 请用 Excel 或 WPS 打开，重新计算后保存',
      'error 3 税收: 公式“="1"&"2"”没有保存计算结果 | 请用 Excel 或 WPS 打开，重新计算后保存',
    ],
    en: [
      'error 2 税收: The formula "=SUM(C2:D2)" was saved without its result | Open the file in Excel or WPS and save it again',
      'error 3 税收: The formula "="1"&"2"" was saved without its result | Open the file in Excel or WPS and save it again',
    ],
  },
  {
    what: 'merged cells among the data',
    file: sheetFile(
      `<worksheet><sheetData>${HEAD}${row(2, 'A', 1)}${row(3, 'B')}${row(4, 'C', 2)}</sheetData>` +
        '<mergeCells count="2"><mergeCell ref="B2:B3"/><mergeCell ref="A4:B4"/></mergeCells></worksheet>',
    ),
    zh: [
      'error 2: B2:B3 是合并单元格，只有左上角有值，其余按空白处理 | 请取消合并，逐格填写',
      'error 4: A4:B4 是合并单元格，只有左上角有值，其余按空白处理 | 请取消合并，逐格填写',
    ],
    en: [
      'error 2: The cells B2:B3 are merged: only the first has a value, the others count as absent | Split them and enter a value in each',
      'error 4: The cells A4:B4 are merged: only the first has a value, the others count as absent | Split them and enter a value in each',
    ],
  },
  {
    what: 'texts that are no numbers, and units',
    file: sheetFile(HEAD + row(3, 'A', '约12') + row(5, 'B', '3.2万')),
    zh: [
      'error 3 税收: “约12”不是数字 | 没有数据的请留空',
      'error 5 税收: “3.2万”带有单位，未自动换算 | 单元格内只填数字，单位写在表头的括号里，如“税收（万元）”',
    ],
    en: [
      'error 3 税收: "约12" is not a number | Leave the cell empty when there is no figure',
      'error 5 税收: "3.2万" carries a unit and is not converted | Enter the bare number, and put the unit in the header, such as "tax (10k yuan)"',
    ],
  },
  {
    what: 'a number that Excel took for a date, and a logical value among numbers',
    file: sheetFile(HEAD + row(2, 'A', '<c s="1"><v>45418</v></c>') + row(3, 'B', '<c t="b"><v>1</v></c>'), {
      formats: ['General', 'm"月"d"日"'],
    }),
    zh: [
      'error 2 税收: “2024-05-06”不是数字 | 没有数据的请留空',
      'error 3 税收: “TRUE”不是数字 | 没有数据的请留空',
    ],
    en: [
      'error 2 税收: "2024-05-06" is not a number | Leave the cell empty when there is no figure',
      'error 3 税收: "TRUE" is not a number | Leave the cell empty when there is no figure',
    ],
  },
  {
    what: 'no dates and no flags',
    file: sheetFile(HEAD + row(2, 'A', 1, '2024-02-30', '也许') + row(3, 'B', 1, '<c><v>-1</v></c>', 2)),
    wanted: [DATE, FLAG],
    zh: [
      'error 2 成立日期: “2024-02-30”不是日期 | 请写成2024-06-30',
      'error 2 新上市: “也许”不是“是”或“否” | 请填写是、否，或1、0',
      'error 3 成立日期: “-1”不是日期 | 请写成2024-06-30',
      'error 3 新上市: “2”不是“是”或“否” | 请填写是、否，或1、0',
    ],
    en: [
      'error 2 成立日期: "2024-02-30" is not a date | Write 2024-06-30',
      'error 2 新上市: "也许" is neither yes nor no | Enter yes or no, or 1 or 0',
      'error 3 成立日期: "-1" is not a date | Write 2024-06-30',
      'error 3 新上市: "2" is neither yes nor no | Enter yes or no, or 1 or 0',
    ],
  },
  {
    what: 'a long code kept as a number',
    file: sheetFile(HEAD + row(2, '<c><v>330106199001011230</v></c>', 1)),
    zh: [
      'warning 2 id: “330106199001011200”是以数字保存的长编码，第15位以后已丢失 | 请将该列设为文本格式后重新填写',
    ],
    en: [
      'warning 2 id: "330106199001011200" is a long code saved as a number: digits after the 15th are lost | Format the column as text and enter it again',
    ],
  },
  {
    what: 'hidden rows and columns that are used',
    file: sheetFile(
      '<worksheet><cols><col min="1" max="1"/><col min="2" max="3" hidden="1"/></cols><sheetData>' +
        `${HEAD}${row(2, 'A', 1).replace('<row', '<row hidden="1"')}${row(3, 'B', 2)}</sheetData></worksheet>`,
    ),
    zh: [
      'warning: 有 1 个隐藏的行，也已读取 | 不需要的行请删除',
      'warning: 所用的列中有隐藏列：税收 | 请确认其中的数据是最新的',
    ],
    en: [
      'warning: 1 hidden rows were read as well | Delete the rows that are not wanted',
      'warning: Some of the columns in use are hidden: 税收 | Check that their data are current',
    ],
  },
];

const parts = partsOf({
  sheets: [
    { name: '企业', xml: HEAD + row(2, 'A', 1) },
    { name: '说明', xml: '' },
  ],
  strings: ['<si><t>x</t></si>'],
});
const changed = (name: string, change: (xml: string) => string): Uint8Array =>
  zipped({ ...parts, [name]: change(parts[name] ?? '') });

const FILES: readonly Case[] = [
  { what: 'a file that was cut off', file: GOOD.subarray(0, GOOD.length - 100), ...NOT_XLSX },
  { what: 'a damaged content', file: damaged(GOOD), ...NOT_XLSX },
  {
    what: 'a sheet whose XML is cut off',
    file: changed('xl/worksheets/sheet1.xml', (xml) => xml.slice(0, -30)),
    ...NOT_XLSX,
  },
  { what: 'rows out of order', file: sheetFile(HEAD + row(3, 'A', 1) + row(2, 'B', 1)), ...NOT_XLSX },
  { what: 'a row beyond the last', file: sheetFile(HEAD + row(99_999_999, 'A', 1)), ...NOT_XLSX },
  {
    what: 'a content larger than it says',
    file: withSize(GOOD, 'xl/worksheets/sheet1.xml', 10),
    ...NOT_XLSX,
  },
  {
    what: 'a workbook whose sheets are missing',
    file: changed('xl/_rels/workbook.xml.rels', () => '<Relationships/>'),
    ...NOT_XLSX,
  },
  {
    what: 'a bomb',
    file: withSize(GOOD, 'xl/worksheets/sheet1.xml', 3_000_000_000),
    zh: ['error: 文件过大：3000 MB，最多 50 MB | 请另存为 CSV'],
    en: ['error: The file is too large: 3000 MB, the limit is 50 MB | Save it as CSV'],
  },
  ...[
    'xl/worksheets/sheet1.xml',
    'xl/sharedStrings.xml',
    'xl/workbook.xml',
    'xl/styles.xml',
    '_rels/.rels',
  ].map((name) => ({
    what: `a document type in ${name}`,
    file: changed(name, (xml) => xml.replace('\n', '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>')),
    zh: ['error: 文件含有不允许的 XML 声明（DOCTYPE） | 请用 Excel 或 WPS 打开后重新保存'],
    en: [
      'error: The file has an XML declaration that is not allowed (DOCTYPE) | Open it in Excel or WPS and save it again',
    ],
  })),
  {
    what: 'another sheet than there are',
    file: zipped(parts),
    sheet: '2024年',
    zh: ['error: 没有名为“2024年”的工作表，文件中有：企业, 说明 | 请核对工作表名'],
    en: ['error: There is no sheet "2024年"; the file has: 企业, 说明 | Check the name of the sheet'],
  },
  {
    what: 'a text document',
    file: zipped({ '[Content_Types].xml': '', 'word/document.xml': '<w:document/>' }),
    zh: ['error: 文件内容不是表格（DOCX） | 支持 CSV、XLSX、JSON 和 Arrow'],
    en: ['error: The file does not hold a table (DOCX) | CSV, XLSX, JSON and Arrow can be read'],
  },
  {
    what: 'sheets without a cell',
    file: sheetFile('<row r="1"><c r="A1" s="1"/></row>'),
    zh: ['error: 文件是空的 | 第一行应为表头，每个对象占一行'],
    en: ['error: The file is empty | The first row has the headers, and every subject a row of its own'],
  },
  {
    what: 'a header without data',
    file: sheetFile(HEAD),
    zh: ['error: 只有表头，没有数据 | 请在表头下逐行填写'],
    en: ['error: There is a header but no data | Enter the data below the header, one subject per row'],
  },
  {
    what: 'a column that is missing',
    file: sheetFile(row(1, '说明') + row(2, 'id', '税 收额') + row(3, 'A', 1)),
    zh: ['error 2: 缺少“税收”列，文件中相近的表头有：税 收额, id | 请修改表头，或在方案中为该列加别名'],
    en: [
      'error 2: There is no column "税收"; headers most like it: 税 收额, id | Change the header, or add an alias to the column in the scheme',
    ],
  },
];

/** One bit of the first sheet's content is another. */
function damaged(file: Uint8Array): Uint8Array {
  const bytes = Buffer.from(file);
  const name = 'xl/worksheets/sheet1.xml';
  const at = bytes.indexOf(name) + name.length + 30;
  bytes[at] = (bytes[at] ?? 0) ^ 4;
  return bytes;
}

/** The directory claims another size of an entry's content. */
function withSize(file: Uint8Array, name: string, size: number): Uint8Array {
  const bytes = Buffer.from(file);
  bytes.writeUInt32LE(size, bytes.lastIndexOf(name) - 46 + 24);
  return bytes;
}

describe('bad input is told, not thrown', () => {
  test.each([...CELLS, ...FILES])('$what', async ({ file, zh, en, wanted = [ID, TAX], sheet }) => {
    const { diagnostics } = await readFileNamed(
      '企业.xlsx',
      file,
      wanted,
      sheet === undefined ? {} : { sheet },
    );
    expect(sentences(diagnostics, 'zh')).toEqual(zh);
    expect(sentences(diagnostics, 'en')).toEqual(en);
  });

  test('findings about cells name the sheet', async () => {
    const { diagnostics } = await readFileNamed('企业.xlsx', sheetFile(HEAD + row(2, 'A', 'x')), [ID, TAX]);
    expect(diagnostics[0]?.place).toMatchObject({ sheet: '企业', row: 2, column: '税收' });
  });

  test('what could be read is there, what could not is absent', async () => {
    const { table } = await readFileNamed('企业.xlsx', sheetFile(HEAD + row(2, 'A', 'x') + row(3, 'B', 2)), [
      ID,
      TAX,
    ]);
    expect(plain(table)).toEqual({ id: ['A', 'B'], tax: [null, 2] });
  });

  test('thousands of bad cells are counted, not listed', async () => {
    const rows = Array.from({ length: 1500 }, (_, i) => row(i + 2, `E${i}`, 'x')).join('');
    const { diagnostics } = await readFileNamed('企业.xlsx', sheetFile(HEAD + rows), [ID, TAX]);
    expect(diagnostics.length).toBe(1001);
    expect(sentences(diagnostics.slice(-1), 'zh')).toEqual([
      'info: 只列出前 1000 条，另有 500 条 | 改正后请再检查一遍',
    ]);
    expect(sentences(diagnostics.slice(-1), 'en')).toEqual([
      'info: Only the first 1000 findings are listed; there are 500 more | Check again after mending these',
    ]);
  });
});
