// How scores are spread, and where among them the classes end.
import type { CategoryColumn } from '#engine/table/column.ts';
import type { EChartsCoreOption } from 'echarts/core';
import type { Palette } from '#web/charts/palette.ts';
import type { Border } from '#features/evaluation/web/shared/class-order.ts';
import { present } from '#features/evaluation/web/shared/statistics.ts';

export type Bin = {
  readonly from: number;
  readonly below: number;
  /** In the order of classes; those of no class in it are not counted. */
  readonly counts: readonly number[];
};

/** About thirty, with borders on round numbers. */
export function binsOf(scores: Float64Array, column: CategoryColumn, classes: readonly string[]): Bin[] {
  const there = present(scores);
  if (there.length === 0) return [];
  const low = there.reduce((a, b) => Math.min(a, b));
  const high = there.reduce((a, b) => Math.max(a, b));
  const width = roundWidth((high - low) / 30);
  const first = Math.floor(low / width);
  const length = Math.floor(high / width) - first + 1;
  const counts = Array.from({ length }, () => classes.map(() => 0));
  for (let row = 0; row < scores.length; row++) {
    const score = scores[row] as number;
    const place = classes.indexOf(column.labels[column.codes[row] ?? -1] ?? '');
    const own = Number.isNaN(score) ? undefined : counts[Math.floor(score / width) - first];
    if (own !== undefined && place >= 0) own[place] = (own[place] as number) + 1;
  }
  const edge = (i: number): number => Number(((first + i) * width).toPrecision(12));
  return counts.map((own, i) => ({ from: edge(i), below: edge(i + 1), counts: own }));
}

/** The next of 1, 2, 5 times a power of ten. */
function roundWidth(wanted: number): number {
  if (!(wanted > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(wanted));
  return power * ([1, 2, 5, 10].find((step) => step * power >= wanted) ?? 10);
}

/** Where a score lies along the bins, for a line between or inside bars. */
export const along = (bins: readonly Bin[], score: number): number => {
  const [first] = bins;
  return first === undefined ? 0 : (score - first.from) / (first.below - first.from) - 0.5;
};

export function histogramOption(
  bins: readonly Bin[],
  classes: readonly string[],
  borders: readonly Border[],
  palette: Palette,
): EChartsCoreOption {
  const last = bins.length - 0.5;
  return {
    grid: { left: 8, right: 16, top: 28, bottom: 4, containLabel: true },
    xAxis: [
      {
        type: 'category',
        data: bins.map(({ from }) => String(from)),
        axisTick: { show: false },
        axisLine: { lineStyle: { color: palette.line } },
        axisLabel: { color: palette.secondary },
      },
      { type: 'value', min: -0.5, max: last, show: false },
    ],
    yAxis: {
      type: 'value',
      min: 0,
      minInterval: 1,
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { color: palette.secondary },
      splitLine: { lineStyle: { color: palette.line } },
    },
    tooltip: { trigger: 'item' },
    series: [
      ...classes.map((letter, place) => ({
        name: letter,
        type: 'bar',
        stack: 'all',
        barCategoryGap: '8%',
        itemStyle: { color: palette.ofClass(letter) },
        data: bins.map(({ from, below, counts }) => ({ value: counts[place] ?? 0, from, below, letter })),
        tooltip: {
          formatter: ({ data }: { data: { value: number; from: number; below: number } }) =>
            `${letter} · ${data.from}–${data.below}: ${data.value}`,
        },
      })),
      {
        type: 'scatter',
        xAxisIndex: 1,
        data: [],
        markLine: {
          silent: true,
          symbol: 'none',
          lineStyle: { color: palette.ink, type: 'dashed', width: 1 },
          data: borders.map(({ better, worse, score, pool }) => ({
            xAxis: along(bins, score),
            label: {
              color: palette.ink,
              formatter: `${better}|${worse} ${score.toFixed(2)}${pool === '' ? '' : ` ${pool}`}`,
            },
          })),
        },
      },
    ],
  };
}
