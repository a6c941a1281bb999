// Everybody by two indicators of the reader's choice; the choice is in the address.
import { Select } from 'antd';
import { useCallback, useMemo } from 'react';
import { Chart } from '#web/charts/Chart.tsx';
import type { Palette } from '#web/charts/palette.ts';
import { useFilters } from '#web/client/place.ts';
import { usePreferences } from '#web/client/preferences.ts';
import { unitName } from '#core/unit-names.ts';
import { count } from '#web/ui/numbers.ts';
import { Section } from '#web/ui/Section.tsx';
import { useLabel, useWords } from '#web/words/words.ts';
import { CHARTS } from './chart-words.ts';
import type { ChartProps } from './ChartsPage.tsx';
import { QUADRANTS } from './quadrant.ts';
import { type Axis, cloudOf, scatterOption } from './scatter.ts';

export function Scatter({ table, fields, toList }: ChartProps) {
  const t = useWords(CHARTS);
  const label = useLabel();
  const { lang } = usePreferences();
  const { filters, set } = useFilters();
  const { indicators } = fields;
  const across = indicators.find(({ name }) => name === filters['x']) ?? indicators[0];
  const up = indicators.find(({ name }) => name === filters['y']) ?? indicators[1] ?? across;
  const [x, y] = [across?.name ?? '', up?.name ?? ''];
  const classes = useMemo(() => fields.classes.map((one) => one.class), [fields]);
  const cloud = useMemo(
    () => cloudOf(table.valuesOf(x), table.valuesOf(y), table.finalClass, classes),
    [table, x, y, classes],
  );
  const titleOf = (field: typeof across, { log }: Axis): string => {
    if (field === undefined) return '';
    const unit = unitName(field.unit ?? '', lang);
    return `${label(field)} ${unit}${log ? ` (${t.log})` : ''}`;
  };
  const [xTitle, yTitle] = [titleOf(across, cloud.x), titleOf(up, cloud.y)];
  const option = useCallback(
    (palette: Palette) =>
      scatterOption(
        cloud,
        { x: xTitle, y: yTitle, median: t.median, of: (row) => table.names[row] ?? '' },
        palette,
      ),
    [cloud, xTitle, yTitle, t, table],
  );
  const shown = cloud.points.reduce((sum, points) => sum + points.length, 0);
  const options = indicators.map((one) => ({ value: one.name, label: label(one) }));
  const quadrantName = (quadrant: string): string =>
    across === undefined || up === undefined
      ? ''
      : t.quadrant(label(across), quadrant.startsWith('h'), label(up), quadrant.endsWith('h'));
  return (
    <Section title={t.scatter} aside={t.scatterHint}>
      <div className="mj-chart-controls">
        <Select
          aria-label={t.x}
          prefix={t.x}
          value={x}
          options={options}
          onChange={(value) => set({ x: value })}
        />
        <Select
          aria-label={t.y}
          prefix={t.y}
          value={y}
          options={options}
          onChange={(value) => set({ y: value })}
        />
        <span className="mj-chart-legend">
          {fields.classes
            .filter((_, i) => (cloud.points[i]?.length ?? 0) > 0)
            .map((one) => (
              <span key={one.class} data-class={one.class}>
                {one.class}
              </span>
            ))}
        </span>
      </div>
      <Chart
        label={t.scatterLabel(xTitle, yTitle, count(shown))}
        height={440}
        option={option}
        table={{
          head: [t.scatter, t.total],
          rows: QUADRANTS.map((quadrant) => [quadrantName(quadrant), cloud.quadrants[quadrant]]),
        }}
        onClick={(_, data) => {
          const row: unknown = Array.isArray(data) ? data[2] : undefined;
          const id = typeof row === 'number' ? table.enterpriseIds[row] : undefined;
          if (id !== undefined) toList({ why: id });
        }}
      />
      <div className="mj-quadrants">
        {QUADRANTS.map((quadrant) => (
          <button key={quadrant} type="button" className="mj-link" onClick={() => toList({ quadrant, x, y })}>
            {quadrantName(quadrant)} <strong>{t.firms(count(cloud.quadrants[quadrant]))}</strong>
          </button>
        ))}
      </div>
      {cloud.left > 0 && <p className="meta">{t.left(count(cloud.left))}</p>}
    </Section>
  );
}
