import {
  bool,
  columnFromArray,
  type DataType,
  dateDay,
  decimal,
  dictionary,
  float32,
  int32,
  int64,
  list,
  tableFromColumns,
  tableToIPC,
  timestamp,
  utf8,
} from '@uwdata/flechette';
import { expect, test } from 'vitest';
import { tableToArrow } from '#engine/table/arrow.ts';
import { numberColumn } from '#engine/table/column.ts';
import { column, plain, sentences } from './csv/csv-kit.ts';
import { readFileNamed } from './sheet-kit.ts';

/** A file as another tool writes it. */
function arrow(columns: Record<string, [values: unknown[], type: DataType]>): Uint8Array {
  const entries = Object.entries(columns).map(
    ([name, [values, type]]) => [name, columnFromArray(values, type)] as const,
  );
  const bytes = tableToIPC(tableFromColumns(Object.fromEntries(entries)), { format: 'stream' });
  if (bytes === null) throw new Error('nothing was written');
  return bytes;
}

test('columns of other types become what is wanted', async () => {
  const moment = Date.UTC(2019, 2, 5, 6);
  const file = arrow({
    编号: [[913300000000000017n, null], int64()],
    园区: [['东', null], utf8()],
    行业: [[26, 27], int32()],
    '税收（亿元）': [['1,234.5', '—'], utf8()],
    用地: [[1.5, null], float32()],
    产值: [[12.25, -3], decimal(10, 2)],
    上市: [[true, null], bool()],
    新: [[1, 0], int32()],
    成立: [[new Date(moment), null], dateDay()],
    变更: [[moment, null], timestamp()],
    注销: [['2019年3月5日', null], utf8()],
    类: [['A', 'B'], dictionary(utf8())],
    备注: [['x', 'y'], utf8()],
  });
  const wanted = [
    column('编号', 'text'),
    column('园区', 'category'),
    column('行业', 'category'),
    column('税收', 'number'),
    column('用地', 'number'),
    column('产值', 'number'),
    column('上市', 'flag'),
    column('新', 'flag'),
    column('成立', 'date'),
    column('变更', 'date'),
    column('注销', 'date'),
    column('类', 'text'),
  ];
  const { table, headers, ignored, diagnostics, rowNumber } = await readFileNamed('企业.arrow', file, wanted);
  expect(plain(table)).toEqual({
    编号: ['913300000000000017', null],
    园区: ['东', null],
    行业: ['26', '27'],
    税收: [1234.5, null],
    用地: [1.5, null],
    产值: [12.25, -3],
    上市: [1, null],
    新: [1, 0],
    成立: [17960, null],
    变更: [17960, null],
    注销: [17960, null],
    类: ['A', 'B'],
  });
  expect(headers.find(({ name }) => name === '税收')).toEqual({
    name: '税收',
    header: '税收（亿元）',
    unit: '亿元',
  });
  expect([ignored, diagnostics, rowNumber(1)]).toEqual([['备注'], [], 2]);
});

test('the engine’s own files keep dates as days', async () => {
  const bytes = tableToArrow({ rows: 2, columns: new Map([['成立', numberColumn([17960, null])]]) });
  expect(plain((await readFileNamed('a.arrow', bytes, [column('成立', 'date')])).table)).toEqual({
    成立: [17960, null],
  });
});

test('bad columns and values are told, not thrown', async () => {
  const file = arrow({ 税收: [['约12', '1'], utf8()], 用地: [[[1], [2]], list(int32())] });
  const { table, diagnostics } = await readFileNamed('企业.arrow', file, [
    column('税收', 'number'),
    column('用地', 'number'),
  ]);
  expect(plain(table)).toEqual({ 税收: [null, 1] });
  expect(sentences(diagnostics, 'zh')).toEqual([
    'error 用地: Arrow 列“用地”是 List，应为 number | 请以相应类型重新写出',
    'error 1 税收: “约12”不是数字 | 没有数据的请留空',
  ]);
  expect(sentences(diagnostics, 'en')).toEqual([
    'error 用地: The Arrow column "用地" is List, wanted is number | Write it again with that type',
    'error 1 税收: "约12" is not a number | Leave the cell empty when there is no figure',
  ]);
});

test('a file that is none', async () => {
  const file = tableToArrow({ rows: 1, columns: new Map([['x', numberColumn([1])]]) }).slice(0, 40);
  const { diagnostics } = await readFileNamed('企业.arrow', file, [column('x', 'number')]);
  expect(sentences(diagnostics, 'zh')[0]).toMatch(/^error: Arrow 文件读不懂：.+ \| 请不压缩，重新写出$/);
  expect(sentences(diagnostics, 'en')[0]).toMatch(
    /^error: The Arrow file cannot be understood: .+ \| Write it again, without compression$/,
  );
});
