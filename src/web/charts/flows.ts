// Who went from which class to which: two columns of classes with bands between them.
import type { EChartsCoreOption } from 'echarts/core';
import type { Palette } from './palette.ts';

export type Flow = { readonly before: string; readonly after: string; readonly count: number };

/** Best first; whoever was not there stands last. */
const byOrder =
  (order: readonly string[]) =>
  (a: string, b: string): number =>
    placeIn(order, a) - placeIn(order, b);

function placeIn(order: readonly string[], letter: string): number {
  const place = order.indexOf(letter);
  return place < 0 ? order.length : place;
}

/** `absent` names those who were in one of the years only. */
export function flowsOption(
  flows: readonly Flow[],
  order: readonly string[],
  absent: string,
  palette: Palette,
): EChartsCoreOption {
  const name = (letter: string): string => (letter === '' ? absent : letter);
  const nodes = (side: 'before' | 'after') =>
    [...new Set(flows.map((flow) => flow[side]))].sort(byOrder(order)).map((letter) => ({
      name: `${side} ${letter}`,
      depth: side === 'before' ? 0 : 1,
      itemStyle: { color: palette.ofClass(letter) },
      label: {
        position: side === 'before' ? 'left' : 'right',
        formatter: labelOf(flows, side, letter, name(letter)),
      },
    }));
  return {
    tooltip: {
      trigger: 'item',
      formatter: ({ data }: { data: { source?: string; target?: string; value?: number } }) =>
        data.source === undefined
          ? ''
          : `${name(letterOf(data.source))} → ${name(letterOf(data.target ?? ''))}　${data.value ?? 0}`,
    },
    series: [
      {
        type: 'sankey',
        left: palette.size * 5,
        right: palette.size * 5,
        top: 8,
        bottom: 8,
        nodeWidth: 14,
        nodeGap: 8,
        draggable: false,
        layoutIterations: 0,
        label: { color: palette.ink, fontSize: palette.size },
        lineStyle: { color: 'source', opacity: 0.35 },
        emphasis: { focus: 'adjacency' },
        data: [...nodes('before'), ...nodes('after')],
        links: flows
          .filter(({ count }) => count > 0)
          .map(({ before, after, count }) => ({
            source: `before ${before}`,
            target: `after ${after}`,
            value: count,
            before,
            after,
          })),
      },
    ],
  };
}

const letterOf = (node: string): string => node.slice(node.indexOf(' ') + 1);

function labelOf(flows: readonly Flow[], side: 'before' | 'after', letter: string, name: string): string {
  const total = flows.filter((flow) => flow[side] === letter).reduce((sum, { count }) => sum + count, 0);
  return `${name} ${total}`;
}

/**
 * How many went up, down, or stayed; whoever came or left is neither, nor who went to or came from a class outside the
 * order.
 */
export function flowTotals(
  flows: readonly Flow[],
  order: readonly string[],
): { readonly up: number; readonly down: number; readonly same: number } {
  const totals = { up: 0, down: 0, same: 0 };
  for (const { before, after, count } of flows) {
    const [from, to] = [order.indexOf(before), order.indexOf(after)];
    if (before === after && before !== '') totals.same += count;
    else if (from < 0 || to < 0) continue;
    else totals[to < from ? 'up' : 'down'] += count;
  }
  return totals;
}
