import { describe, expect, test } from 'vitest';
import { type Flow, flowsOption, flowTotals } from './flows.ts';
import type { Palette } from './palette.ts';

const flows: Flow[] = [
  { before: 'B', after: 'A', count: 3 },
  { before: 'A', after: 'C', count: 2 },
  { before: 'C', after: 'C', count: 9 },
  { before: '', after: 'C', count: 4 },
];
const order = ['A', 'B', 'C', 'D'];

test('ups and downs are counted, newcomers are neither', () =>
  expect(flowTotals(flows, order)).toEqual({ up: 3, down: 2, same: 9 }));

test('a class outside the order is neither better nor worse than another', () => {
  const outside = [
    { before: 'C', after: 'T', count: 5 },
    { before: 'T', after: 'A', count: 6 },
    { before: 'T', after: 'T', count: 7 },
  ];
  expect(flowTotals([...flows, ...outside], order)).toEqual({ up: 3, down: 2, same: 16 });
});

describe('the picture', () => {
  const palette = { ink: '', ofClass: (letter: string) => `colour ${letter}` } as Palette;
  const { series } = flowsOption(flows, order, '未参评', palette) as {
    series: { data: { name: string; label: { formatter: string } }[]; links: { value: number }[] }[];
  };
  test('classes stand from best to worst, strangers last', () =>
    expect(series[0]?.data.map(({ name }) => name)).toEqual([
      'before A',
      'before B',
      'before C',
      'before ',
      'after A',
      'after C',
    ]));
  test('each class says how many it holds', () =>
    expect(series[0]?.data.at(-1)?.label.formatter).toBe('C 15'));
  test('every enterprise is in a band', () =>
    expect(series[0]?.links.reduce((sum, { value }) => sum + value, 0)).toBe(18));
});
