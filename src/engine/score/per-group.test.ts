import { describe, expect, test } from 'vitest';
import { combine, perGroup, sameForAll, valueAt } from './per-group.ts';
import { ratioOfSums } from './ratio-of-sums.ts';
import { mean, median } from './statistics.ts';

const x = Float64Array.of(1, 10, 3, Number.NaN, 20, 100);
// Two industries, an empty third one, and a firm of no known industry.
const groups = { codes: Int32Array.of(0, 1, 0, 0, 1, -1), count: 3 };

describe('a statistic per group', () => {
  test('measures each group by its own present values', () => {
    expect([...perGroup(x, mean, groups).values]).toEqual([2, 15, Number.NaN]);
    expect([...perGroup(x, median, groups).values]).toEqual([2, 15, Number.NaN]);
  });

  test('gives every row the value of its group, and none to a row without one', () => {
    const means = perGroup(x, mean, groups);
    expect(Array.from(x, (_, row) => valueAt(means, row))).toEqual([2, 15, 2, 2, 15, Number.NaN]);
  });

  test('without groups holds for all rows', () => {
    const all = perGroup(x, mean);
    expect(valueAt(all, 0)).toBeCloseTo(26.8, 12);
    expect(valueAt(all, 5)).toBeCloseTo(26.8, 12);
  });
});

describe('combining parameters', () => {
  test('spreads the one that holds for all rows', () => {
    const means = perGroup(x, mean, groups);
    expect([...combine(means, sameForAll(2), (a, b) => a * b).values]).toEqual([4, 30, Number.NaN]);
    expect([...combine(sameForAll(2), means, (a, b) => a - b).values]).toEqual([0, -13, Number.NaN]);
  });

  test('refuses two different groupings', () => {
    const other = perGroup(x, mean, { codes: groups.codes.slice(), count: 3 });
    expect(() => combine(perGroup(x, mean, groups), other, Math.max)).toThrow('share their groups');
  });
});

describe('ratio of sums', () => {
  const tax = Float64Array.of(100, 50, Number.NaN, 30, 0, 9);
  const land = Float64Array.of(10, 20, 400, Number.NaN, 5, 3);
  const ratio = tax.map((value, row) => value / (land[row] as number));

  test('weighs firms by their denominator and counts only those with both figures', () => {
    expect(ratioOfSums(tax, land, ratio).values[0]).toBe(159 / 38);
    // A ratio that the scheme put in place of an absent one does not make up its figures.
    expect(
      ratioOfSums(
        tax,
        land,
        ratio.map((r) => (Number.isNaN(r) ? 1 : r)),
      ).values[0],
    ).toBe(159 / 38);
    // A row whose ratio is left out counts on neither side.
    expect(ratioOfSums(tax, land, ratio.with(0, Number.NaN)).values[0]).toBe(59 / 28);
  });

  test('works per group and is absent where nothing stands below the line', () => {
    const ratios = ratioOfSums(tax, land, ratio, { codes: Int32Array.of(0, 0, 1, 1, 0, 2), count: 3 });
    expect([...ratios.values]).toEqual([150 / 35, Number.NaN, 3]);
    expect(ratioOfSums(Float64Array.of(5), Float64Array.of(0), Float64Array.of(1)).values[0]).toBeNaN();
  });
});
