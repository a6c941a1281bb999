import { expect, test } from 'vitest';
import { csvText, harmless } from './export-rows.ts';

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
