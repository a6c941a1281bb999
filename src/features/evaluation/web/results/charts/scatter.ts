// Two indicators of everybody against one another, with the medians as the lines between four quadrants.
import type { CategoryColumn } from '#engine/table/column.ts';
import type { EChartsCoreOption } from 'echarts/core';
import type { Palette } from '#web/charts/palette.ts';
import { medianOfPresent, present } from '#features/evaluation/web/shared/statistics.ts';
import { escaped } from './distribution.ts';
import { type Quadrant, quadrantOf } from './quadrant.ts';

export type Cloud = {
  readonly x: Axis;
  readonly y: Axis;
  /** [x, y, row] of each class, in the order of `classes`. */
  readonly points: readonly (readonly (readonly [number, number, number])[])[];
  readonly classes: readonly string[];
  readonly quadrants: Readonly<Record<Quadrant, number>>;
  /** Absent, or not positive on a logarithmic axis. */
  readonly left: number;
};

export type Axis = { readonly median: number; readonly log: boolean };

/** Figures of firms often span thousands to one; a straight axis would press all but a few into a corner. */
const SPREAD = 5;

export function axisOf(values: Float64Array): Axis {
  const sorted = present(values).sort();
  const median = medianOfPresent(values) ?? 0;
  const high = sorted[Math.floor(sorted.length * 0.99)] ?? 0;
  const positive = sorted.reduce((n, value) => n + (value > 0 ? 1 : 0), 0);
  return { median, log: median > 0 && positive >= 0.95 * sorted.length && high > SPREAD * median };
}

export function cloudOf(
  xs: Float64Array,
  ys: Float64Array,
  column: CategoryColumn,
  classes: readonly string[],
): Cloud {
  const x = axisOf(xs);
  const y = axisOf(ys);
  const points: [number, number, number][][] = classes.map(() => []);
  const quadrants = { hh: 0, hl: 0, lh: 0, ll: 0 };
  let left = 0;
  for (let row = 0; row < xs.length; row++) {
    const [a, b] = [xs[row] as number, ys[row] as number];
    if (Number.isNaN(a) || Number.isNaN(b)) {
      left++;
      continue;
    }
    const quadrant = quadrantOf(a, b, { x: x.median, y: y.median });
    if (quadrant !== undefined) quadrants[quadrant]++;
    const own = points[classes.indexOf(column.labels[column.codes[row] ?? -1] ?? '')];
    if (own === undefined || (x.log && a <= 0) || (y.log && b <= 0)) left++;
    else own.push([a, b, row]);
  }
  return { x, y, points, classes, quadrants, left };
}

/** A shape for each place, so that classes can be told apart without colour. */
const SHAPES = ['circle', 'rect', 'triangle', 'diamond', 'pin'] as const;

export function scatterOption(
  cloud: Cloud,
  names: {
    readonly x: string;
    readonly y: string;
    readonly median: string;
    readonly of: (row: number) => string;
  },
  palette: Palette,
): EChartsCoreOption {
  const axis = ({ log }: Axis, name: string) => ({
    type: log ? 'log' : 'value',
    name,
    nameTextStyle: { color: palette.secondary },
    axisLine: { lineStyle: { color: palette.line } },
    axisLabel: { color: palette.secondary },
    splitLine: { show: false },
    scale: true,
  });
  const line = { color: palette.secondary, type: 'dashed', width: 1 };
  return {
    grid: { left: 8, right: 24, top: 34, bottom: 30, containLabel: true },
    xAxis: { ...axis(cloud.x, names.x), nameLocation: 'middle', nameGap: 28 },
    yAxis: { ...axis(cloud.y, names.y), nameTextStyle: { color: palette.secondary, align: 'left' } },
    dataZoom: [
      { type: 'inside', xAxisIndex: 0, filterMode: 'none' },
      { type: 'inside', yAxisIndex: 0, filterMode: 'none' },
    ],
    tooltip: {
      formatter: ({ value, seriesName }: { value: readonly number[]; seriesName: string }) =>
        `${escaped(names.of(value[2] ?? -1))} · ${escaped(seriesName)}`,
    },
    series: cloud.classes.map((letter, i) => ({
      name: letter,
      type: 'scatter',
      symbol: SHAPES[i % SHAPES.length],
      symbolSize: 6,
      large: true,
      largeThreshold: 3000,
      itemStyle: { color: palette.ofClass(letter), opacity: 0.65 },
      data: cloud.points[i],
      ...(i === 0
        ? {
            markLine: {
              silent: true,
              symbol: 'none',
              lineStyle: line,
              label: { color: palette.secondary, formatter: names.median, position: 'insideEndTop' },
              data: [{ xAxis: cloud.x.median }, { yAxis: cloud.y.median }],
            },
          }
        : {}),
    })),
  };
}
