// A run in pictures: classes by part of the zone, moves since last year, two indicators, scores. Each leads to its list.
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { useZone } from '#web/client/place.ts';
import { percent } from '#web/ui/numbers.ts';
import { Empty } from '#web/ui/States.tsx';
import { useWords } from '#web/words/words.ts';
import { countBy } from '#features/evaluation/web/shared/category.ts';
import { classOrder } from '#features/evaluation/web/shared/class-order.ts';
import { useParkNames } from '#features/evaluation/web/shared/run-queries.ts';
import { ResultsFrame, type Shown } from '../ResultsFrame.tsx';
import { CHARTS } from './chart-words.ts';
import { Distribution } from './Distribution.tsx';
import './charts.css';
import { partsOf } from './distribution.ts';
import { Histogram } from './Histogram.tsx';
import { Scatter } from './Scatter.tsx';
import { TransitionCharts } from './TransitionCharts.tsx';

export type ChartProps = Shown & {
  readonly order: readonly string[];
  /** Opens the ranking with these conditions. */
  readonly toList: (conditions: Readonly<Record<string, string>>) => void;
};

/** Of fewer no chart says anything. */
const FEWEST = 5;

export function ChartsPage() {
  return (
    <ResultsFrame answer={(shown) => <Answer {...shown} />}>{(shown) => <Charts {...shown} />}</ResultsFrame>
  );
}

function Answer({ table, fields, evaluation }: Shown) {
  const t = useWords(CHARTS);
  const parks = useParkNames();
  return useMemo(() => {
    const order = classOrder(fields.classes);
    const [letter = ''] = order;
    const all = countBy(table.finalClass);
    const total = order.reduce((sum, name) => sum + (all.get(name) ?? 0), 0);
    const parts = partsOf(table.parkIds, table.finalClass, order, String, (id) => parks.get(id) ?? id);
    const best = parts.find((park) => park.key !== '' && park.total >= FEWEST);
    if (best === undefined) return evaluation.name;
    return t.answerBest(
      best.name,
      letter,
      percent((best.counts[0] ?? 0) / best.total),
      percent((all.get(letter) ?? 0) / total),
    );
  }, [table, fields, evaluation.name, parks, t]);
}

function Charts(shown: Shown) {
  const t = useWords(CHARTS);
  const zone = useZone();
  const navigate = useNavigate();
  const { evaluation, table, fields } = shown;
  const { period_id: period, evaluation_id } = evaluation;
  const order = useMemo(() => classOrder(fields.classes), [fields]);
  const toList = useCallback(
    (conditions: Readonly<Record<string, string>>) =>
      void navigate({
        to: `/z/${zone}/results`,
        search: { period, evaluation: evaluation_id, ...conditions },
      }),
    [navigate, zone, period, evaluation_id],
  );
  if (table.rows < FEWEST) return <Empty title={t.tooFew} />;
  const props: ChartProps = { ...shown, order, toList };
  return (
    <>
      <Distribution {...props} />
      <TransitionCharts {...props} />
      {/* One indicator beside itself says nothing. */}
      {fields.indicators.length > 1 && <Scatter {...props} />}
      <Histogram {...props} />
    </>
  );
}
