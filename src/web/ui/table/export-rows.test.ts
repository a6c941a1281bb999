import { expect, test } from 'vitest';
import { actsColumn } from './column.ts';
import { csvText, harmless, linesOf } from './export-rows.ts';

test('what a spreadsheet would compute is left as text', () => {
  expect(['=1+1', '+86', '-3', '@x', '甲'].map(harmless)).toEqual(["'=1+1", "'+86", "'-3", "'@x", '甲']);
  expect(harmless(-3)).toBe(-3);
});

test('commas, quotes and lines inside a field keep their place', () => {
  expect(
    csvText(
      ['甲,乙', '丙'],
      [
        ['a"b', null],
        ['c\nd', 1.5],
      ],
    ),
  ).toBe('"甲,乙",丙\r\n"a""b",\r\n"c\nd",1.5');
});

test('a file has the columns that are shown, with their units, but no buttons', () => {
  const columns = [
    { id: 'name', title: '企业', width: 1, value: (row: { area: number }) => `甲${row.area}` },
    { id: 'area', title: '面积', unit: '亩', width: 1, value: (row: { area: number }) => row.area },
    actsColumn<{ area: number }>('操作', 1, () => null),
  ];
  expect(linesOf([{ area: 3 }], columns)).toEqual({ head: ['企业', '面积(亩)'], lines: [['甲3', 3]] });
});
