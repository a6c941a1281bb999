// How scores are spread, class by class, with the borders between classes drawn in.
import { useCallback, useMemo } from 'react';
import { Chart } from '#web/charts/Chart.tsx';
import type { Palette } from '#web/charts/palette.ts';
import { Section } from '#web/ui/Section.tsx';
import { useWords } from '#web/words/words.ts';
import { bordersOf } from '#features/evaluation/web/shared/class-order.ts';
import { CHARTS } from './chart-words.ts';
import type { ChartProps } from './ChartsPage.tsx';
import { binsOf, histogramOption } from './histogram.ts';

export function Histogram({ table, fields, order, toList }: ChartProps) {
  const t = useWords(CHARTS);
  // From the worst up, so that the better class stands on the worse one.
  const classes = useMemo(() => fields.classes.map((one) => one.class).reverse(), [fields]);
  const bins = useMemo(() => binsOf(table.score, table.finalClass, classes), [table, classes]);
  const borders = useMemo(() => bordersOf(table, order), [table, order]);
  const option = useCallback(
    (palette: Palette) => histogramOption(bins, classes, borders, palette),
    [bins, classes, borders],
  );
  return (
    <Section title={t.histogram} aside={t.histogramHint}>
      <Chart
        label={t.histogramLabel}
        height={300}
        option={option}
        table={{
          head: [t.scoreFrom, ...classes],
          rows: bins.map(({ from, counts }) => [from, ...counts]),
        }}
        onClick={(_, data) => {
          const { from, below } = data as { from: number; below: number };
          toList({ from: String(from), below: String(below), sort: '-score' });
        }}
      />
    </Section>
  );
}
