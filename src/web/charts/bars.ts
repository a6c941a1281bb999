// Horizontal bars, sorted by value, labelled directly, from zero: which of these is how large?
import type { EChartsCoreOption } from 'echarts/core';
import type { Palette } from './palette.ts';

export type Bar = {
  readonly name: string;
  readonly value: number | null;
  /** Last year, as a ghost behind. */
  readonly before?: number | null;
  readonly class?: string;
};

/** Largest first; absent ones last. */
const sortBars = (bars: readonly Bar[]): Bar[] =>
  [...bars].sort((a, b) => (b.value ?? Number.NEGATIVE_INFINITY) - (a.value ?? Number.NEGATIVE_INFINITY));

export function barsOption(
  bars: readonly Bar[],
  palette: Palette,
  show: (value: number) => string,
): EChartsCoreOption {
  const sorted = sortBars(bars).reverse();
  const hasBefore = sorted.some(({ before }) => before !== undefined && before !== null);
  return {
    grid: { left: 4, right: palette.size * 5, top: 4, bottom: 4, containLabel: true },
    xAxis: { type: 'value', min: 0, show: false },
    yAxis: {
      type: 'category',
      data: sorted.map(({ name }) => name),
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: {
        color: palette.ink,
        fontSize: palette.size,
        width: palette.size * 9,
        overflow: 'truncate',
      },
    },
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'none' },
      valueFormatter: (value: unknown) => show(Number(value)),
    },
    series: [
      ...(hasBefore
        ? [
            {
              type: 'bar',
              barWidth: Math.round(palette.size * 1.1),
              barGap: '-80%',
              silent: true,
              itemStyle: { color: palette.neutral, borderRadius: 2 },
              data: sorted.map(({ before }) => before ?? null),
            },
          ]
        : []),
      {
        type: 'bar',
        barWidth: Math.round(palette.size * 0.75),
        itemStyle: { borderRadius: 2 },
        data: sorted.map(({ name, value, class: letter }) => ({
          name,
          value,
          itemStyle: { color: letter === undefined ? palette.accent : palette.ofClass(letter) },
        })),
        label: {
          show: true,
          position: 'right',
          color: palette.secondary,
          fontSize: palette.size,
          formatter: ({ value }: { value: number | null }) => (value === null ? '—' : show(value)),
        },
      },
    ],
  };
}
