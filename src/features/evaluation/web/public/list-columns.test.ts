import { expect, test } from 'vitest';
import { csvText } from '#web/ui/table/export-rows.ts';
import { listColumns } from './list-columns.ts';

const headers = {
  position: '序号',
  enterprise: '企业',
  creditCode: '统一社会信用代码',
  class: '等级',
  score: '得分',
  rank: '名次',
};
const rows = [
  { position: 1, name: '=HYPERLINK("x")', credit_code: '91370000A', class: 'A', score: '88.50', rank: 1 },
  { position: 2, name: '乙，公司', credit_code: '91370000B', class: 'D', score: '-3', rank: 2 },
  { position: 3, name: '丙', credit_code: '91370000C', class: 'T', score: null, rank: null },
];

test('a list as CSV: what could be a formula is text, scores are numbers, what is absent stays empty', () => {
  const columns = listColumns(headers);
  const lines = rows.map((row) => columns.map(({ value }) => value(row)));
  expect(
    csvText(
      columns.map(({ title }) => title),
      lines,
    ).split('\r\n'),
  ).toEqual([
    '序号,企业,统一社会信用代码,等级,得分,名次',
    `1,"'=HYPERLINK(""x"")",91370000A,A,88.5,1`,
    '2,乙，公司,91370000B,D,-3,2',
    '3,丙,91370000C,T,,',
  ]);
});
