import { expect, test } from 'vitest';
import type { FigureGridRow } from '#capabilities/collection/contract/figure-grid.ts';
import { findingLines } from './finding-list.ts';

const row = (enterprise_id: string, findings: Partial<FigureGridRow['findings'][number]>[]) =>
  ({ enterprise_id, findings }) as unknown as FigureGridRow;
const field = (item_id: string, name: string, writable = true) => ({
  item_id,
  name,
  kind: 'number' as const,
  unit: null,
  office_id: null,
  writable,
});
const grid = {
  fields: [field('tax', '税收'), field('rd', '研发'), field('land', '用地', false)],
  items: [
    row('a', [
      { item_id: 'tax', code: 'figure_jumped', severity: 'warning', state: 'open', params: {} },
      {
        item_id: 'tax',
        code: 'figure_outlier',
        severity: 'warning',
        state: 'explained',
        params: {},
        decided_at: '2026-03-01T00:00:00Z',
      },
    ]),
    row('b', [
      {
        item_id: 'rd',
        code: 'figure_missing',
        severity: 'error',
        state: 'open',
        params: { other: 'land' },
      },
      { item_id: 'land', code: 'figure_missing', severity: 'error', state: 'open', params: {} },
      {
        item_id: 'rd',
        code: 'figure_outlier',
        severity: 'warning',
        state: 'accepted',
        params: {},
        decided_at: '2026-03-02T00:00:00Z',
      },
    ]),
  ],
};
const keys = (...how: [shown: 'open' | 'settled', item?: string]) =>
  findingLines(grid, how[0], how[1]).map(({ key }) => key);

test('errors come first, without what is settled and what somebody else decides about', () => {
  expect(keys('open')).toEqual(['b rd figure_missing', 'a tax figure_jumped']);
  expect(findingLines(grid, 'open', undefined).map(({ itemName }) => itemName)).toEqual(['研发', '税收']);
});

test('of what is settled the latest comes first', () =>
  expect(keys('settled')).toEqual(['b rd figure_outlier', 'a tax figure_outlier']));

test('one item shows that item alone', () => expect(keys('open', 'tax')).toEqual(['a tax figure_jumped']));

test('a rule between two items names the other one', () =>
  expect(findingLines(grid, 'open', 'rd')[0]?.params).toEqual({ other: '用地' }));
