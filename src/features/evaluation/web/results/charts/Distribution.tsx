// The classes of each park, industry or size as shares of one.
import { Segmented } from 'antd';
import { useCallback, useMemo } from 'react';
import { Chart } from '#web/charts/Chart.tsx';
import type { Palette } from '#web/charts/palette.ts';
import { useFilters } from '#web/client/place.ts';
import { usePreferences } from '#web/client/preferences.ts';
import { Section } from '#web/ui/Section.tsx';
import { usePhone } from '#web/ui/use-phone.ts';
import { useWords } from '#web/words/words.ts';
import { useParkNames } from '#features/evaluation/web/shared/run-queries.ts';
import { industryName } from '../industry-name.ts';
import { NONE } from '../ranking/filter-rows.ts';
import { CHARTS } from './chart-words.ts';
import type { ChartProps } from './ChartsPage.tsx';
import { distributionOption, partsOf } from './distribution.ts';

const DIMENSIONS = ['park', 'industry', 'scale'] as const;
type Dimension = (typeof DIMENSIONS)[number];

export function Distribution({ table, order, toList }: ChartProps) {
  const t = useWords(CHARTS);
  const { lang } = usePreferences();
  const { filters, set } = useFilters();
  const parks = useParkNames();
  const narrow = usePhone();
  const by: Dimension = DIMENSIONS.find((one) => one === filters['by']) ?? 'park';
  const parts = useMemo(() => {
    const nameOf = (key: string): string => {
      if (key === '') return t.none;
      if (by === 'park') return parks.get(key) ?? key;
      if (by === 'industry') return industryName(key, lang) ?? key;
      return key === 'above_scale' ? t.above_scale : t.below_scale;
    };
    const column = { park: table.parkIds, industry: table.industries, scale: table.scales }[by];
    return partsOf(
      column,
      table.finalClass,
      order,
      (label) => (by === 'industry' ? label.slice(0, 2) : label),
      nameOf,
    );
  }, [table, order, by, parks, lang, t]);
  const option = useCallback(
    (palette: Palette) => distributionOption(parts, order, palette, narrow),
    [parts, order, narrow],
  );
  return (
    <Section title={t.distribution} aside={t.distributionHint}>
      <Segmented
        aria-label={t.by}
        value={by}
        options={DIMENSIONS.map((value) => ({ value, label: t[value] }))}
        onChange={(value) => set({ by: value })}
      />
      <Chart
        label={t.distributionLabel(t[by])}
        height={Math.max(80, parts.length * 28 + 16)}
        option={option}
        table={{
          head: [t[by], ...order, t.total],
          rows: parts.map(({ name, counts, total }) => [name, ...counts, total]),
        }}
        onClick={(_, data) => {
          const { key, letter } = data as { key: string; letter: string };
          toList({ [by]: key === '' ? NONE : key, class: letter });
        }}
      />
    </Section>
  );
}
