import { describe, expect, test } from 'vitest';
import { categoryColumn } from '#engine/table/column.ts';
import { flowsOption } from '#web/charts/flows.ts';
import type { Palette } from '#web/charts/palette.ts';
import { escaped, partsOf } from './distribution.ts';
import { along, binsOf } from './histogram.ts';
import { quadrantOf } from './quadrant.ts';
import { axisOf, cloudOf } from './scatter.ts';
import { flowsOf, transitionsOf } from './transition.ts';

const classes = categoryColumn(['A', 'A', 'B', 'C', 'T', null]);

describe('classes by part of the zone', () => {
  const parts = partsOf(
    categoryColumn(['p2', 'p1', 'p2', 'p2', 'p1', null]),
    classes,
    ['A', 'B', 'C'],
    (label) => label,
    (key) => `园区 ${key}`,
  );
  test('count who has a class in the order, the part with the largest share of the best first', () =>
    expect(parts).toEqual([
      { key: 'p1', name: '园区 p1', total: 1, counts: [1, 0, 0] },
      { key: 'p2', name: '园区 p2', total: 3, counts: [1, 1, 1] },
    ]));
  test('parts can be put together by their key', () =>
    expect(
      partsOf(
        categoryColumn(['3911', '39', '26', '2614', '26', '26']),
        classes,
        ['A', 'B', 'C'],
        (code) => code.slice(0, 2),
        String,
      ).map(({ key, total }) => [key, total]),
    ).toEqual([
      ['39', 2],
      ['26', 2],
    ]));
  test('names of users are no HTML', () => expect(escaped('<b>"&')).toBe('&lt;b&gt;&quot;&amp;'));
});

describe('from class to class', () => {
  const moved = transitionsOf(categoryColumn(['B', 'A', 'B', null, 'X', 'A']), classes, [
    'A',
    'B',
    'C',
    'D',
    'T',
  ]);
  test('only classes somebody had or has; an unknown one is none', () => {
    expect(moved.before).toEqual(['A', 'B', '']);
    expect(moved.after).toEqual(['A', 'B', 'C', 'T', '']);
  });
  test('counts from (rows) to (columns), everybody once', () => {
    expect(moved.cells).toEqual([
      [1, 0, 0, 0, 1],
      [1, 1, 0, 0, 0],
      [0, 0, 1, 1, 0],
    ]);
  });
});

describe('the picture of flows', () => {
  const moved = transitionsOf(categoryColumn(['B', 'A', 'B', null, 'X', 'A']), classes, ['A', 'B', 'C', 'T']);
  const palette = { ink: '', size: 12, ofClass: (letter: string) => `colour ${letter}` } as Palette;
  const { series } = flowsOption(flowsOf(moved), ['A', 'B', 'C', 'T'], '无等级', palette) as {
    series: {
      data: { name: string; label: { formatter: string } }[];
      links: { before: string; after: string; value: number }[];
    }[];
  };
  test('has a band for each move somebody made, which names it', () =>
    expect(series[0]?.links.map(({ before, after, value }) => [before, after, value])).toEqual([
      ['A', 'A', 1],
      ['A', '', 1],
      ['B', 'A', 1],
      ['B', 'B', 1],
      ['', 'C', 1],
      ['', 'T', 1],
    ]));
  test('has the classes in their order on both sides, none last and by its name', () => {
    expect(series[0]?.data.map(({ name }) => name)).toEqual([
      'before A',
      'before B',
      'before ',
      'after A',
      'after B',
      'after C',
      'after T',
      'after ',
    ]);
    expect(series[0]?.data.at(-1)?.label.formatter).toBe('无等级 1');
  });
});

describe('two indicators', () => {
  const xs = Float64Array.from([1, 2, 3, 4, Number.NaN, 5]);
  const ys = Float64Array.from([5, 4, 3, 2, 1, 0]);
  const cloud = cloudOf(xs, ys, classes, ['A', 'B', 'C', 'T', '']);
  test('quadrants by the medians, on the line is high', () => {
    expect(cloud.x.median).toBe(3);
    expect(cloud.y.median).toBe(2.5);
    expect(cloud.quadrants).toEqual({ hh: 1, hl: 2, lh: 2, ll: 0 });
    expect(quadrantOf(3, 2.5, { x: 3, y: 2.5 })).toBe('hh');
    expect(quadrantOf(Number.NaN, 2.5, { x: 3, y: 2.5 })).toBeUndefined();
  });
  test('a point for each with both values, with its row', () => {
    expect(cloud.points).toEqual([
      [
        [1, 5, 0],
        [2, 4, 1],
      ],
      [[3, 3, 2]],
      [[4, 2, 3]],
      [],
      [[5, 0, 5]],
    ]);
    expect(cloud.left).toBe(1);
  });
  test('a logarithmic axis only for positive figures that spread wide', () => {
    expect(axisOf(Float64Array.from([1, 1, 1, 2, 1000])).log).toBe(true);
    expect(axisOf(Float64Array.from([1, 2, 3, 4, 5])).log).toBe(false);
    expect(axisOf(Float64Array.from([-1, -1, 1, 2, 1000])).log).toBe(false);
  });
});

describe('the spread of scores', () => {
  const bins = binsOf(Float64Array.from([0.5, 9.99, 10, 59.9, 60, Number.NaN]), classes, [
    'A',
    'B',
    'C',
    'T',
    '',
  ]);
  test('bins on round numbers, the lower end in, everybody with a score once', () => {
    expect(bins[0]).toEqual({ from: 0, below: 2, counts: [1, 0, 0, 0, 0] });
    expect(bins.at(-1)).toMatchObject({ from: 60, below: 62, counts: [0, 0, 0, 1, 0] });
    expect(bins.reduce((sum, { counts }) => sum + counts.reduce((a, b) => a + b, 0), 0)).toBe(5);
  });
  test('a border lies along the bins as its score does', () => {
    expect(along(bins, 0)).toBe(-0.5);
    expect(along(bins, 3)).toBe(1);
  });
  test('one score is one bin; none are none', () => {
    expect(binsOf(Float64Array.from([70, Number.NaN]), categoryColumn(['A', 'A']), ['A'])).toEqual([
      { from: 70, below: 71, counts: [1] },
    ]);
    expect(binsOf(new Float64Array(), categoryColumn([]), ['A'])).toEqual([]);
  });
});
