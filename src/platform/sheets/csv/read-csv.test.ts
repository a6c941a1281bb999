import { describe, expect, test } from 'vitest';
import { column, plain, readContent, sentences, toGbk } from './csv-kit.ts';

const ID = column('id', 'text');
const TAX = column('tax', 'number', { headers: ['tax', '税收'] });
const PARK = column('park', 'category', { headers: ['park', '园区'] });

describe('the shapes a CSV comes in', () => {
  const wanted = [ID, PARK, TAX];
  const expected = { id: ['甲', '乙'], park: ['东', null], tax: [1.5, null] };
  const text = 'id,园区,税收\n甲,东,1.5\n乙,,\n';

  test.each<[string, string | Uint8Array]>([
    ['UTF-8', text],
    ['UTF-8 with a byte order mark', `\ufeff${text}`],
    ['UTF-16, little-endian', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16, big-endian', Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
    ['GBK', toGbk(text)],
    ['lines that end in CR LF', text.replaceAll('\n', '\r\n')],
    ['lines that end in CR', text.replaceAll('\n', '\r')],
    ['no line feed at the end', text.trimEnd()],
    ['tabs', text.replaceAll(',', '\t')],
    ['semicolons', text.replaceAll(',', ';')],
    ['everything in quotes', text.replaceAll(/[^,\n]+/g, '"$&"')],
    ['blanks around cells', text.replaceAll(',', ' , ').replaceAll('甲', '\u3000甲\u00a0')],
    ['codes kept as text by a tab', text.replaceAll('甲', '甲\t')],
    ['blank lines and lines of delimiters', text.replaceAll('\n', '\n\n , ,\n')],
    ['a title above the header', `2022年度企业数据,,\n单位：万元,,\n${text}`],
    ['columns nobody wants', text.replaceAll(/^/gm, 'x,').replace(/x,$/, '')],
  ])('%s', async (_, content) => {
    const read = await readContent(content, wanted);
    expect(plain(read.table)).toEqual(expected);
    expect(read.diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([]);
  });

  test('a cell in quotes may hold delimiters, quotes and line feeds', async () => {
    const read = await readContent('id,tax\n"甲,\n""一""\r\n",2\n"""",3\n', [ID, TAX]);
    expect(plain(read.table)).toEqual({ id: ['甲,\n"一"', '"'], tax: [2, 3] });
  });

  test('text that becomes Chinese only after the head of the file was read as ASCII', async () => {
    const ascii = Array.from({ length: 40_000 }, (_, i) => `E${i},1\n`).join('');
    const read = await readContent(Buffer.concat([Buffer.from(`id,tax\n${ascii}`), toGbk('甲,2\n')]), [
      ID,
      TAX,
    ]);
    expect(plain(read.table).id?.at(-1)).toBe('甲');
    expect(read.diagnostics.map(({ code }) => code)).toEqual(['encoding_gbk']);
  });

  test('a cell longer than the buffer', async () => {
    const long = '长'.repeat(700_000);
    const read = await readContent(`id,tax\n"${long}",1\n乙,2\n`, [ID, TAX]);
    expect(plain(read.table)).toEqual({ id: [long, '乙'], tax: [1, 2] });
  });
});

describe('what becomes of cells', () => {
  const numbers = async (cells: readonly string[], unit?: string) => {
    const wanted = column('x', 'number', unit === undefined ? {} : { unit });
    const read = await readContent(`id,x\n${cells.map((cell, i) => `E${i},${cell}\n`).join('')}`, [
      ID,
      wanted,
    ]);
    expect(read.diagnostics).toEqual([]);
    return plain(read.table).x;
  };

  test('numbers as people write them', async () => {
    const cells = [
      '１２.５',
      '"1,234.50"',
      '(5)',
      '.5',
      '7.',
      '-0',
      '1e-7',
      '—',
      '无',
      '',
      '12345678901234567',
    ];
    expect(await numbers(cells)).toEqual([
      12.5,
      1234.5,
      -5,
      0.5,
      7,
      0,
      1e-7,
      null,
      null,
      null,
      Number('12345678901234567'),
    ]);
  });

  test('a percent sign is a hundredth, unless the column counts in percent', async () => {
    expect(await numbers(['2.36%', '1.1％', '3'])).toEqual([0.0236, 0.011, 3]);
    expect(await numbers(['2.36%', '1.1％', '3'], '%')).toEqual([2.36, 1.1, 3]);
  });

  test('the unit in the header decides whether a column counts in percent', async () => {
    const read = await readContent('占比（%）\n2.36%\n', [
      column('x', 'number', { headers: ['占比'], unit: '1' }),
    ]);
    expect(read.headers).toEqual([{ name: 'x', header: '占比（%）', unit: '%' }]);
    expect(plain(read.table)).toEqual({ x: [2.36] });
  });

  test('flags, dates, categories and text', async () => {
    const read = await readContent(
      '新上市,成立日期,园区,编号\n是,2019-03-05,东, 007 \n×,2019年3月5日,西,8\n,43529,东,\n',
      [
        column('flag', 'flag', { headers: ['新上市'] }),
        column('date', 'date', { headers: ['成立日期'] }),
        column('park', 'category', { headers: ['园区'] }),
        column('no', 'text', { headers: ['编号'] }),
      ],
    );
    const day = Date.UTC(2019, 2, 5) / 86_400_000;
    expect(plain(read.table)).toEqual({
      flag: [1, 0, null],
      date: [day, day, day],
      park: ['东', '西', '东'],
      no: ['007', '8', null],
    });
  });
});

test('a column wanted as two things', async () => {
  const headers = ['编号'];
  const wanted = [
    column('id', 'text', { headers }),
    column('group', 'category', { headers }),
    column('no', 'number', { headers }),
  ];
  const read = await readContent('编号\n７\n\n"x"\n７\n', wanted);
  expect(plain(read.table)).toEqual({ id: ['７', 'x', '７'], group: ['７', 'x', '７'], no: [7, null, 7] });
  expect(sentences(read.diagnostics, 'zh')).toEqual(['error 4 编号: “x”不是数字 | 没有数据的请留空']);
});

describe('rows of the table are found again in the file', () => {
  test('below titles, blank lines and the header', async () => {
    const { rowNumber, firstRow } = await readContent('标题,\n\nid,tax\n\nA,1\n,\n\nB,2\nC,3\n', [ID, TAX]);
    expect(firstRow).toBe(5);
    expect([0, 1, 2].map(rowNumber)).toEqual([5, 8, 9]);
  });

  test('columns nobody asked for are named', async () => {
    const read = await readContent('id,备注,tax,\nA,x,1,\n', [ID, TAX]);
    expect(read.ignored).toEqual(['备注']);
  });
});

describe('bad input is told, not thrown', () => {
  const CASES: readonly [string, string | Uint8Array, string[], string[]][] = [
    [
      'a column is missing',
      'id,税 收额,园区\nA,1,东\n',
      ['error 1: 缺少“tax”列，文件中相近的表头有：税 收额, id, 园区 | 请修改表头，或在方案中为该列加别名'],
      [
        'error 1: There is no column "tax"; headers most like it: 税 收额, id, 园区 | Change the header, or add an alias to the column in the scheme',
      ],
    ],
    [
      'a column is there twice',
      'id,税收（万元）,tax\nA,1,2\n',
      ['error 1 tax: “tax”列出现两次：税收（万元）、tax | 请只保留一列'],
      ['error 1 tax: The column "tax" is there twice: 税收（万元）, tax | Keep one of them'],
    ],
    [
      'a cell is no number',
      'id,税收\nA,1\n\nB,约12\n',
      ['error 4 税收: “约12”不是数字 | 没有数据的请留空'],
      ['error 4 税收: "约12" is not a number | Leave the cell empty when there is no figure'],
    ],
    [
      'a number carries a unit',
      'id,tax\nA,3.2万\n',
      ['error 2 tax: “3.2万”带有单位，未自动换算 | 单元格内只填数字，单位写在表头的括号里，如“税收（万元）”'],
      [
        'error 2 tax: "3.2万" carries a unit and is not converted | Enter the bare number, and put the unit in the header, such as "tax (10k yuan)"',
      ],
    ],
    [
      'a row is too short',
      'id,tax,园区\nA,1\n',
      ['warning 2 园区: 这一行的单元格比表头少，缺少的按空白处理 | 请检查是否漏了分隔符'],
      [
        'warning 2 园区: The row has fewer cells than the header; the missing ones count as absent | Check for a missing delimiter',
      ],
    ],
    [
      'a row is too long',
      'id,tax\nA,1,234.5\nB,2,,\n',
      ['error 2: 这一行的单元格比表头多，多出“234.5” | 含逗号的内容要加英文双引号，如 "1,234"'],
      [
        'error 2: The row has more cells than the header, beginning with "234.5" | Put text that has a comma in double quotes, such as "1,234"',
      ],
    ],
    [
      'a quote is not closed',
      'id,tax\nA,1\n"B,2\nC,3\n',
      ['error 3: 从这一行起有一个英文双引号没有配对 | 请补上，或把单元格内的双引号写成两个'],
      [
        'error 3: A double quote that opens in this row is never closed | Close it, or write a double quote inside a cell twice',
      ],
    ],
    [
      'there is nothing in the file',
      ' \n,\n',
      ['error: 文件是空的 | 第一行应为表头，每个对象占一行'],
      ['error: The file is empty | The first row has the headers, and every subject a row of its own'],
    ],
    [
      'there is only a header',
      'id,tax\n\n,\n',
      ['error: 只有表头，没有数据 | 请在表头下逐行填写'],
      ['error: There is a header but no data | Enter the data below the header, one subject per row'],
    ],
    [
      'the file is in GBK',
      toGbk('id,税收\n甲,1\n'),
      ['info: 文件不是 UTF-8 编码，已按 GB 18030（含 GBK）读取 | 如中文显示为乱码，请另存为“CSV UTF-8”'],
      [
        'info: The file is not in UTF-8 and was read as GB 18030 (which includes GBK) | If Chinese text looks garbled, save the file as "CSV UTF-8"',
      ],
    ],
    [
      'the encoding is unknown',
      Buffer.from('id,tax\n\xff\xff,1\n', 'latin1'),
      ['error: 无法识别文件编码 | 请另存为“CSV UTF-8”'],
      ['error: The encoding of the file is not known | Save it as "CSV UTF-8"'],
    ],
    [
      'a flag is neither yes nor no, a date is none',
      '新上市,成立日期,id,tax\n也许,2023-02-29,A,1\n',
      [
        'error 2 新上市: “也许”不是“是”或“否” | 请填写是、否，或1、0',
        'error 2 成立日期: “2023-02-29”不是日期 | 请写成2024-06-30',
      ],
      [
        'error 2 新上市: "也许" is neither yes nor no | Enter yes or no, or 1 or 0',
        'error 2 成立日期: "2023-02-29" is not a date | Write 2024-06-30',
      ],
    ],
  ];

  test.each(CASES)('%s', async (_, content, zh, en) => {
    const optional = { optional: true };
    const flag = column('listed', 'flag', { headers: ['新上市'], ...optional });
    const date = column('founded', 'date', { headers: ['成立日期'], ...optional });
    const { diagnostics } = await readContent(content, [ID, TAX, flag, date]);
    expect(sentences(diagnostics, 'zh')).toEqual(zh);
    expect(sentences(diagnostics, 'en')).toEqual(en);
  });

  test('text that began in UTF-8 and breaks later is not taken for GBK', async () => {
    const good = Array.from({ length: 30_000 }, (_, i) => `企业${i},1\n`).join('');
    const { diagnostics } = await readContent(
      Buffer.concat([Buffer.from(`id,tax\n${good}`), toGbk('甲,2\n')]),
      [ID, TAX],
    );
    expect(diagnostics.map(({ code }) => code)).toEqual(['encoding_unknown']);
  });

  test('of very many findings the first are listed, in the order of the file', async () => {
    const rows = Array.from({ length: 2500 }, (_, i) => `E${i},bad${i}\n`).join('');
    const { diagnostics } = await readContent(`id,tax\n${rows}`, [ID, TAX]);
    expect(diagnostics).toHaveLength(1001);
    expect(diagnostics[999]?.place?.row).toBe(1001);
    expect(sentences(diagnostics.slice(1000), 'zh')).toEqual([
      'info: 只列出前 1000 条，另有 1500 条 | 改正后请再检查一遍',
    ]);
    expect(sentences(diagnostics.slice(1000), 'en')).toEqual([
      'info: Only the first 1000 findings are listed; there are 1500 more | Check again after mending these',
    ]);
  });
});
