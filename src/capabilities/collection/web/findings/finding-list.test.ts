import { expect, test } from 'vitest';
import type { FigureGridRow } from '#capabilities/collection/contract/figure-grid.ts';
import { findingLines } from './finding-list.ts';

const row = (enterprise_id: string, findings: Partial<FigureGridRow['findings'][number]>[]) =>
  ({ enterprise_id, findings }) as unknown as FigureGridRow;
const fields = [
  { item_id: 'tax', name: '税收', kind: 'number' as const, unit: null, office_id: null, writable: true },
];

test('errors come first, and what is settled is left out', () => {
  const lines = findingLines({
    fields,
    items: [
      row('a', [
        { item_id: 'tax', code: 'figure_jumped', severity: 'warning', state: 'open' },
        { item_id: 'tax', code: 'figure_outlier', severity: 'warning', state: 'explained' },
      ]),
      row('b', [{ item_id: 'rd', code: 'figure_missing', severity: 'error', state: 'open' }]),
    ],
  });
  expect(lines.map(({ key }) => key)).toEqual(['b rd figure_missing', 'a tax figure_jumped']);
  expect(lines.map(({ itemName }) => itemName)).toEqual(['rd', '税收']);
});
