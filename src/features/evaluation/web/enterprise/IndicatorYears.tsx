// Each indicator over the years, small, with the medians of industry and park beside the enterprise.
import { useCallback, useMemo } from 'react';
import { Chart } from '#web/charts/Chart.tsx';
import { linesOption } from '#web/charts/lines.ts';
import type { Palette } from '#web/charts/palette.ts';
import { usePreferences } from '#web/client/preferences.ts';
import { unitName } from '#core/unit-names.ts';
import { fixed } from '#web/ui/numbers.ts';
import { useWords } from '#web/words/words.ts';
import type { EnterpriseYear } from '#features/evaluation/contract/history.ts';
import { ENTERPRISE } from './enterprise-words.ts';
import { type IndicatorSeries, seriesOf } from './indicator-series.ts';

type Props = { readonly years: readonly EnterpriseYear[]; readonly shown: EnterpriseYear };

export function IndicatorYears({ years, shown }: Props) {
  const series = useMemo(() => seriesOf(years, shown), [years, shown]);
  return (
    <div className="mj-grid" style={{ '--least': '300px' } as React.CSSProperties}>
      {series.map((one) => (
        <div key={one.field.name} className="mj-card">
          <IndicatorChart series={one} />
        </div>
      ))}
    </div>
  );
}

function IndicatorChart({ series }: { readonly series: IndicatorSeries }) {
  const t = useWords(ENTERPRISE);
  const { lang } = usePreferences();
  const { field, periods, own, industry, park } = series;
  const option = useCallback(
    (palette: Palette) =>
      linesOption(
        periods,
        [
          { name: t.own, values: own },
          { name: t.industry, values: industry, colour: palette.secondary },
          { name: t.park, values: park, colour: palette.faint },
        ],
        palette,
        (value) => fixed(value),
      ),
    [periods, own, industry, park, t],
  );
  const title = `${field[lang]} ${unitName(field.unit ?? '', lang)}`;
  return (
    <Chart
      title={title}
      label={title}
      height={190}
      option={option}
      table={{
        head: [t.year, t.own, t.industry, t.park],
        rows: periods.map((period, i) => [period, fixed(own[i]), fixed(industry[i]), fixed(park[i])]),
      }}
    />
  );
}
