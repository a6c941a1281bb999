import { expect, test } from 'vitest';
import type { Palette } from '#web/charts/palette.ts';
import type { RunTable } from '../shared/run-table.ts';
import { classPaint, indicatorPaint } from './paint.ts';

const palette = {
  steps: ['1', '2', '3', '4', '5'],
  ofClass: (letter: string) => `c${letter}`,
} as unknown as Palette;
const table = {
  finalClass: { kind: 'category', codes: Int32Array.of(0, -1), labels: ['A'] },
  valuesOf: () => Float64Array.of(1, 2, 3, 4, 5, Number.NaN),
} as unknown as RunTable;

test('a class has its colour, an enterprise without one has none', () => {
  const paint = classPaint(table, ['A', 'B'], palette);
  expect(paint.swatches.map(({ colour }) => colour)).toEqual(['cA', 'cB']);
  expect([paint.keyOf(0), paint.keyOf(1)]).toEqual(['A', undefined]);
});

test('an indicator is cut into fifths, what is absent has no colour', () => {
  const paint = indicatorPaint(table, 'tax_per_mu', palette);
  expect([0, 1, 2, 3, 4, 5].map(paint.keyOf)).toEqual(['0', '1', '2', '3', '4', undefined]);
});
