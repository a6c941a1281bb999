// The tiles that the cockpit and the wall share: parks, moves, trend, alerts.
import { type ComponentProps, useCallback } from 'react';
import { barsOption } from '#web/charts/bars.ts';
import { Chart } from '#web/charts/Chart.tsx';
import { flowsOption, flowTotals } from '#web/charts/flows.ts';
import { linesOption } from '#web/charts/lines.ts';
import type { Palette } from '#web/charts/palette.ts';
import { usePreferences } from '#web/client/preferences.ts';
import { unitName } from '#core/unit-names.ts';
import { count, fixed } from '#web/ui/numbers.ts';
import { useWords } from '#web/words/words.ts';
import type { Overview } from '#features/evaluation/contract/overview.ts';
import { classOrder } from '../shared/class-order.ts';
import { COCKPIT } from './cockpit-words.ts';
import type { Measure } from './measures.ts';

type TileProps = { readonly overview: Overview; readonly height: number | 'fill' };

export function ParksTile({
  overview,
  measure,
  height,
  onPark,
}: TileProps & { readonly measure: Measure; readonly onPark?: (parkId: string) => void }) {
  const t = useWords(COCKPIT);
  const { parks } = overview;
  const option = useCallback(
    (palette: Palette) =>
      barsOption(
        parks.map((park) => ({ name: park.name, value: measure.of(park) })),
        palette,
        (value) => fixed(value, measure.digits),
      ),
    [parks, measure],
  );
  return (
    <MeasureChart
      {...{ measure, height, option }}
      table={{
        head: [t.park, t.value],
        rows: parks.map((park) => [park.name, fixed(measure.of(park), measure.digits)]),
      }}
      onClick={(name) => {
        const id = parks.find((park) => park.name === name)?.park_id;
        if (id !== null && id !== undefined) onPark?.(id);
      }}
    />
  );
}

export function FlowsTile({
  overview,
  height,
  onFlow,
}: TileProps & { readonly onFlow?: (before: string, after: string) => void }) {
  const t = useWords(COCKPIT);
  const cells = overview.transitions?.cells;
  const order = overview.classes.map((one) => one.class).join();
  const option = useCallback(
    (palette: Palette) => flowsOption(cells ?? [], order.split(','), t.absent, palette),
    [cells, order, t],
  );
  if (cells === undefined) return null;
  const { up, down, same } = flowTotals(cells, classOrder(overview.classes));
  const lead = t.flowsLead(count(up), count(down), count(same));
  return (
    <Chart
      title={lead}
      label={lead}
      height={height}
      option={option}
      table={{
        head: [t.from, t.to, t.count],
        rows: cells.map(({ before, after, count: n }) => [
          before === '' ? t.absent : before,
          after === '' ? t.absent : after,
          n,
        ]),
      }}
      onClick={(_, data) => {
        const { before, after } = data as { before?: string; after?: string };
        if (before !== undefined && after !== undefined) onFlow?.(before, after);
      }}
    />
  );
}

export function TrendTile({ overview, measure, height }: TileProps & { readonly measure: Measure }) {
  const t = useWords(COCKPIT);
  const { trend } = overview;
  const option = useCallback(
    (palette: Palette) =>
      linesOption(
        trend.map(({ period_id }) => period_id),
        [{ name: measure.name, values: trend.map(({ totals }) => measure.of(totals)) }],
        palette,
        (value) => fixed(value, measure.digits),
      ),
    [trend, measure],
  );
  return (
    <MeasureChart
      {...{ measure, height, option }}
      table={{
        head: [t.year, measure.name],
        rows: trend.map(({ period_id, totals }) => [period_id, fixed(measure.of(totals), measure.digits)]),
      }}
    />
  );
}

type MeasureProps = Omit<ComponentProps<typeof Chart>, 'title' | 'label'> & { readonly measure: Measure };

/** A chart that is called after what it measures, and in what. */
function MeasureChart({ measure, ...chart }: MeasureProps) {
  const t = useWords(COCKPIT);
  const { lang } = usePreferences();
  const title = t.parksBy(measure.name, unitName(measure.unit, lang));
  return <Chart title={title} label={title} {...chart} />;
}
