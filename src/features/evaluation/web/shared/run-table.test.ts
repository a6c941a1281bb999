import { describe, expect, test } from 'vitest';
import { columnsToArrow } from '#engine/table/arrow.ts';
import { categoryColumn, numberColumn, textColumn } from '#engine/table/column.ts';
import { labelAt, numberAt, readRunTable } from './run-table.ts';

const table = readRunTable(
  columnsToArrow(
    [
      ['enterprise_id', textColumn(['e1', 'e2', 'e3'])],
      ['name', textColumn(['𠮷田精密', 'Abc 电子', '乙'])],
      ['park_id', categoryColumn(['p1', null, 'p1'])],
      ['score', numberColumn([90, 61.37, null])],
      ['rank', { kind: 'integer', values: Int32Array.from([1, 2, 0]), absentBelow: 1 }],
      ['final_class', categoryColumn(['A', 'C', null])],
      ['v:tax_per_mu', numberColumn([30, 0, null])],
      ['p:tax_per_mu', numberColumn([50, 0, null])],
      ['i:tax', numberColumn([300, 0, null])],
    ],
    'stream',
  ),
);

describe('a run as columns', () => {
  test('names keep every character, also those of four bytes', () =>
    expect(table.names).toEqual(['𠮷田精密', 'Abc 电子', '乙']));
  test('absent numbers are null, zero is not', () => {
    expect([0, 1, 2].map((row) => numberAt(table.score, row))).toEqual([90, 61.37, null]);
    expect([0, 1, 2].map((row) => numberAt(table.rank, row))).toEqual([1, 2, null]);
    expect([0, 1, 2].map((row) => numberAt(table.valuesOf('tax_per_mu'), row))).toEqual([30, 0, null]);
  });
  test('absent labels are empty', () => {
    expect([0, 1, 2].map((row) => labelAt(table.parkIds, row))).toEqual(['p1', '', 'p1']);
    expect([0, 1, 2].map((row) => labelAt(table.finalClass, row))).toEqual(['A', 'C', '']);
  });
  test('indicators and inputs by their names', () => {
    expect([table.indicators, table.inputs]).toEqual([['tax_per_mu'], ['tax']]);
    expect(table.inputOf('wages')).toBeUndefined();
  });
  test('what the run does not have is absent in every row', () => {
    expect(numberAt(table.lastScore, 0)).toBeNull();
    expect(labelAt(table.lastClass, 2)).toBe('');
    expect(table.creditCodes).toEqual(['', '', '']);
  });
  test('a row is found by its enterprise', () =>
    expect([table.rowOf('e3'), table.rowOf('gone')]).toEqual([2, undefined]));
});
