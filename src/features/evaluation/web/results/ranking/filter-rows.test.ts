import { describe, expect, test } from 'vitest';
import { columnsToArrow } from '#engine/table/arrow.ts';
import { categoryColumn, numberColumn, textColumn } from '#engine/table/column.ts';
import { readRunTable } from '#features/evaluation/web/shared/run-table.ts';
import { filterRows, type ResultFilters, type Standing } from './filter-rows.ts';

const table = readRunTable(
  columnsToArrow([
    ['name', textColumn(['甲电子', '乙化工', 'Third 电子', '丁'])],
    ['credit_code', textColumn(['91A', '91B', '92C', '93D'])],
    ['park_id', categoryColumn(['p1', 'p2', 'p1', null])],
    ['industry_code', categoryColumn(['3911', '26', '39', null])],
    ['scale', categoryColumn(['above_scale', 'below_scale', null, 'above_scale'])],
    ['score', numberColumn([90, 60, 59.5, null])],
    ['final_class', categoryColumn(['A', 'B', 'C', null])],
    ['last_class', categoryColumn(['B', null, 'B', 'C'])],
    ['v:tax', numberColumn([9, 5, 1, null])],
    ['v:rd', numberColumn([1, 5, 9, 9])],
  ]),
);
const standing: Standing = {
  table,
  moves: ['up', 'new', 'down', 'same'],
  distances: Float64Array.from([20, 0.25, -0.25, Number.NaN]),
};
const found = (filters: ResultFilters): number[] => filterRows(standing, filters);

describe('conditions on results', () => {
  test('none: everybody, in the order of the run', () =>
    expect(found({ sort: 'name' })).toEqual([0, 1, 2, 3]));
  test('class, park, scale', () => {
    expect(found({ class: 'B' })).toEqual([1]);
    expect(found({ park: 'p1' })).toEqual([0, 2]);
    expect(found({ scale: 'above_scale' })).toEqual([0, 3]);
  });
  test('industries by two digits', () => expect(found({ industry: '39' })).toEqual([0, 2]));
  test('those without one are asked for with a dash', () => {
    expect([found({ park: '-' }), found({ industry: '-' }), found({ last_class: '-' })]).toEqual([
      [3],
      [3],
      [1],
    ]);
  });
  test('names in any case, codes from their start', () => {
    expect(found({ search: '电子' })).toEqual([0, 2]);
    expect(found({ search: 'third' })).toEqual([2]);
    expect(found({ search: '91' })).toEqual([0, 1]);
    expect(found({ search: '1A' })).toEqual([]);
  });
  test('who moved, who is on the edge', () => {
    expect(found({ moved: 'down' })).toEqual([2]);
    expect(found({ edge: '1' })).toEqual([1, 2]);
  });
  test('a range of scores, the lower end included; who has no score is in none', () =>
    expect(found({ from: '59.5', below: '90' })).toEqual([1, 2]));
  test('a quarter between the medians of two indicators; who lacks one of them is in none', () => {
    expect(found({ quadrant: 'hl', x: 'tax', y: 'rd' })).toEqual([0, 1]);
    expect(found({ quadrant: 'lh', x: 'tax', y: 'rd' })).toEqual([2]);
  });
  test('all conditions hold together', () =>
    expect(found({ class: 'C', park: 'p1', search: '电子' })).toEqual([2]));
  test('a value nobody has finds nobody', () => expect(found({ class: 'Z' })).toEqual([]));
});
