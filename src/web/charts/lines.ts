// A line over the years, each point labelled, from zero unless told otherwise: where does it go?
import type { EChartsCoreOption } from 'echarts/core';
import type { Palette } from './palette.ts';

export type Line = {
  readonly name: string;
  readonly values: readonly (number | null)[];
  readonly colour?: string;
};

export function linesOption(
  periods: readonly string[],
  lines: readonly Line[],
  palette: Palette,
  show: (value: number) => string,
): EChartsCoreOption {
  return {
    grid: { left: 8, right: palette.size * 5, top: 24, bottom: 4, containLabel: true },
    xAxis: {
      type: 'category',
      data: [...periods],
      boundaryGap: false,
      axisTick: { show: false },
      axisLine: { lineStyle: { color: palette.line } },
      axisLabel: { color: palette.secondary, fontSize: palette.size },
    },
    yAxis: {
      type: 'value',
      min: 0,
      splitNumber: 3,
      splitLine: { lineStyle: { color: palette.line } },
      axisLabel: { color: palette.faint, fontSize: palette.size, formatter: (value: number) => show(value) },
    },
    tooltip: {
      trigger: 'axis',
      valueFormatter: (value: unknown) => (typeof value === 'number' ? show(value) : '—'),
    },
    series: lines.map(({ name, values, colour }) => ({
      type: 'line',
      name,
      data: [...values],
      symbolSize: 6,
      lineStyle: { width: 2 },
      itemStyle: { color: colour ?? palette.accent },
      // The last value is what people look for; the name stands with it instead of in a legend.
      endLabel: {
        show: true,
        fontSize: palette.size,
        color: colour ?? palette.ink,
        formatter: ({ value }: { value: number | null }) =>
          `${lines.length > 1 ? `${name} ` : ''}${value === null ? '' : show(value)}`,
      },
    })),
  };
}
