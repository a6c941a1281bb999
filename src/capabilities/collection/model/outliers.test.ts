import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkPeriod } from './checks.ts';
import { findOutliers } from './outliers.ts';

const rows = (values: readonly number[], method: 'z' | 'modified_z' | 'mad' | 'iqr', threshold: number) =>
  findOutliers(Float64Array.from(values), { method, threshold });

describe('outliers', () => {
  // Iglewicz and Hoaglin (1993), as the NIST handbook shows the test: two figures far from eight close ones.
  const FIGURES = [2.1, 2.6, 2.4, 2.5, 2.3, 2.1, 2.3, 2.6, 8.2, 8.3];

  test('by modified z: the two that z does not see', () => {
    expect(rows(FIGURES, 'modified_z', 3.5).map(({ row }) => row)).toEqual([8, 9]);
    expect(rows(FIGURES, 'z', 3)).toEqual([]);
  });

  test('by quartiles: 1.5 interquartile ranges beyond, as spreadsheets count quartiles', () => {
    // Quartiles of 1…9 and 100 are 3.25 and 7.75.
    const found = rows([1, 2, 3, 4, 5, 6, 7, 8, 9, 100], 'iqr', 1.5);
    expect(found).toMatchObject([{ row: 9 }]);
    expect(found[0]?.distance).toBeCloseTo((100 - 7.75) / 4.5, 9);
  });

  test('by the median: the distance in deviations that a normal distribution would have', () => {
    expect(rows([1, 1, 2, 2, 4, 6, 9], 'mad', 3)[0]?.distance).toBeCloseTo(7 / 1.4826, 4);
  });

  test('are not found among equals, and absent figures are none', () => {
    for (const method of ['z', 'modified_z', 'mad', 'iqr'] as const)
      expect(rows([5, 5, 5, Number.NaN, 5], method, 1)).toEqual([]);
  });

  test('do not depend on the unit', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 4, maxLength: 40 }),
        fc.constantFrom('z', 'modified_z', 'mad', 'iqr' as const),
        (values, method) => {
          const at = (list: readonly number[]) => rows(list, method as 'z', 2.2).map(({ row }) => row);
          expect(at(values.map((value) => value * 1024))).toEqual(at(values));
        },
      ),
    );
  });
});

describe('the checks of a period', () => {
  const items = [
    {
      item_id: 'tax',
      rules: { min: 0, year_on_year: { ratio: 3, floor: 10 }, at_most: [{ item: 'revenue', times: 1 }] },
    },
  ];
  const column = (...values: number[]) => Float64Array.from(values);

  test('tell what is missing, out of range, jumped, and above what it is part of', () => {
    const now = new Map([
      ['tax', column(Number.NaN, -5, 40, 90, 9)],
      ['revenue', column(100, 100, 100, 80, 100)],
    ]);
    const before = new Map([['tax', column(5, 5, 10, 80, 2)]]);
    expect(checkPeriod(items, now, before).map(({ row, code }) => `${row} ${code}`)).toEqual([
      '0 figure_missing',
      '1 figure_out_of_range',
      '2 figure_jumped',
      '3 figure_exceeds_other',
    ]);
  });
});
