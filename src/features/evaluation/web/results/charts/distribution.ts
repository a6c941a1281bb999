// How each part of the zone divides into classes: prepared for a stacked chart, best parts first.
import type { CategoryColumn } from '#engine/table/column.ts';
import type { EChartsCoreOption } from 'echarts/core';
import type { Palette } from '#web/charts/palette.ts';

export type Part = {
  /** '' for enterprises without one. */
  readonly key: string;
  readonly name: string;
  readonly total: number;
  /** In the order of classes. */
  readonly counts: readonly number[];
};

/** Enterprises whose class is not among these are left out of the shares. */
export function partsOf(
  by: CategoryColumn,
  classes: CategoryColumn,
  order: readonly string[],
  keyOf: (label: string) => string,
  nameOf: (key: string) => string,
): Part[] {
  const counts = new Map<string, number[]>();
  for (let row = 0; row < by.codes.length; row++) {
    const place = order.indexOf(classes.labels[classes.codes[row] ?? -1] ?? '');
    if (place < 0) continue;
    const key = keyOf(by.labels[by.codes[row] ?? -1] ?? '');
    let own = counts.get(key);
    if (own === undefined) {
      own = order.map(() => 0);
      counts.set(key, own);
    }
    own[place] = (own[place] as number) + 1;
  }
  const share = ({ counts: own, total }: Part, place: number): number => (own[place] ?? 0) / total;
  return [...counts]
    .map(([key, own]) => ({ key, name: nameOf(key), counts: own, total: own.reduce((a, b) => a + b, 0) }))
    .sort((a, b) => {
      const difference = share(b, 0) - share(a, 0);
      return difference === 0 ? b.total - a.total : difference;
    });
}

/** Shares in per cent, labelled where there is room: on a narrow screen only large ones. */
export function distributionOption(
  parts: readonly Part[],
  order: readonly string[],
  palette: Palette,
  narrow = false,
): EChartsCoreOption {
  const least = narrow ? 20 : 7;
  const shown = [...parts].reverse();
  return {
    grid: { left: 4, right: 12, top: 4, bottom: 4, containLabel: true },
    xAxis: { type: 'value', min: 0, max: 100, show: false },
    yAxis: {
      type: 'category',
      data: shown.map(({ name }) => name),
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { color: palette.ink, width: narrow ? 110 : 190, overflow: 'truncate' },
    },
    tooltip: { trigger: 'item' },
    series: order.map((letter, place) => ({
      name: letter,
      type: 'bar',
      stack: 'all',
      barMaxWidth: 20,
      itemStyle: { color: palette.ofClass(letter), borderColor: palette.surface, borderWidth: 1 },
      label: {
        show: true,
        color: palette.onClass(letter),
        formatter: ({ data }: { data: { value: number; n: number } }) =>
          data.value >= least ? `${letter} ${Math.round(data.value)}%` : '',
      },
      data: shown.map(({ key, counts, total }) => ({
        value: ((counts[place] ?? 0) / total) * 100,
        n: counts[place] ?? 0,
        key,
        letter,
      })),
      tooltip: {
        formatter: ({ name, data }: { name: string; data: { value: number; n: number } }) =>
          `${escaped(name)} · ${letter} ${data.n} (${data.value.toFixed(1)}%)`,
      },
    })),
  };
}

/** Names come from users, and tooltips are HTML. */
export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
