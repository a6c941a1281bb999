import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnLetters, MOST_COLUMNS, readRange } from './cell-reference.ts';

test('columns are counted as a sheet shows them', () => {
  expect([0, 25, 26, 701, 702, MOST_COLUMNS - 1].map(columnLetters)).toEqual([
    'A',
    'Z',
    'AA',
    'ZZ',
    'AAA',
    'XFD',
  ]);
});

test('a range names its cells', () => {
  fc.assert(
    fc.property(
      fc.nat(MOST_COLUMNS - 1),
      fc.nat(MOST_COLUMNS - 1),
      fc.integer({ min: 1, max: 9_999_999 }),
      (a, b, row) => {
        const range = { firstColumn: a, firstRow: row, lastColumn: b, lastRow: row };
        expect(readRange(`${columnLetters(a)}${row}:${columnLetters(b)}${row}`)).toEqual(range);
        expect(readRange(`$${columnLetters(a)}$${row}`)).toEqual({ ...range, lastColumn: a });
      },
    ),
  );
  expect(readRange('A:B')).toBeUndefined();
});
