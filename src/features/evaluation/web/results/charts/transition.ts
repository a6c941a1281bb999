// From which class to which: counts, and the flows between the two years.
import type { CategoryColumn } from '#engine/table/column.ts';
import type { EChartsCoreOption } from 'echarts/core';
import type { Palette } from '#web/charts/palette.ts';

export type Transitions = {
  /** Best first, then '' for those without a class, where there are any. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** Rows are the classes before. */
  readonly cells: readonly (readonly number[])[];
};

export function transitionsOf(
  before: CategoryColumn,
  after: CategoryColumn,
  classes: readonly string[],
): Transitions {
  const all = [...classes, ''];
  const counts = all.map(() => all.map(() => 0));
  const placeIn = ({ codes, labels }: CategoryColumn, row: number): number => {
    const place = all.indexOf(labels[codes[row] ?? -1] ?? '');
    return place < 0 ? all.length - 1 : place;
  };
  for (let row = 0; row < before.codes.length; row++) {
    const own = counts[placeIn(before, row)] as number[];
    const to = placeIn(after, row);
    own[to] = (own[to] as number) + 1;
  }
  const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
  const rows = all.map((_, i) => i).filter((i) => sum(counts[i] ?? []) > 0);
  const columns = all.map((_, i) => i).filter((i) => counts.some((row) => (row[i] ?? 0) > 0));
  return {
    before: rows.map((i) => all[i] ?? ''),
    after: columns.map((i) => all[i] ?? ''),
    cells: rows.map((i) => columns.map((j) => counts[i]?.[j] ?? 0)),
  };
}

export type Flow = { readonly before: string; readonly after: string };

/** Each class stands on both sides under its letter; the sides are told apart by the name of the node. */
export function flowOption(
  { before, after, cells }: Transitions,
  none: string,
  palette: Palette,
): EChartsCoreOption {
  const label = { color: palette.ink, formatter: ({ data }: { data: { text: string } }) => data.text };
  const node = (side: string, letter: string, depth: number) => ({
    name: `${side} ${letter}`,
    text: letter === '' ? none : letter,
    depth,
    itemStyle: { color: palette.ofClass(letter) },
    label: { ...label, position: depth === 0 ? 'left' : 'right' },
  });
  return {
    tooltip: { trigger: 'item' },
    series: [
      {
        type: 'sankey',
        left: 56,
        right: 56,
        top: 8,
        bottom: 8,
        nodeGap: 14,
        layoutIterations: 0,
        draggable: false,
        emphasis: { focus: 'adjacency' },
        lineStyle: { color: 'source', opacity: 0.35 },
        data: [
          ...before.map((letter) => node('before', letter, 0)),
          ...after.map((letter) => node('after', letter, 1)),
        ],
        links: before.flatMap((from, i) =>
          after.flatMap((to, j) => {
            const value = cells[i]?.[j] ?? 0;
            if (value === 0) return [];
            return [{ source: `before ${from}`, target: `after ${to}`, value, before: from, after: to }];
          }),
        ),
        tooltip: {
          formatter: ({
            data,
          }: {
            data: { value?: number; before?: string; after?: string; text?: string };
          }) =>
            data.before === undefined
              ? (data.text ?? '')
              : `${data.before === '' ? none : data.before} → ${data.after === '' ? none : data.after}: ${data.value ?? 0}`,
        },
      },
    ],
  };
}
