// Why an enterprise has its score and class: the reasons of the class in their order, and the points that add up to the score.
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '#web/client/api.ts';
import { useZone } from '#web/client/place.ts';
import { ClassChip } from '#web/ui/ClassChip.tsx';
import { Loaded } from '#web/ui/Loaded.tsx';
import { count, fixed } from '#web/ui/numbers.ts';
import { Section } from '#web/ui/Section.tsx';
import { useLabel, useWords } from '#web/words/words.ts';
import type { Explanation } from '#features/evaluation/contract/shapes.ts';
import { useEvaluations } from '../evaluation-choice.ts';
import { seesEverybody } from '../class-order.ts';
import { type RunFields, useRunFields } from '../run-queries.ts';
import { labelAt, numberAt, type RunTable } from '../run-table.ts';
import { medianOfPresent } from '../statistics.ts';
import './why.css';
import { WHY } from './why-words.ts';
import { WhyWaterfall } from './WhyWaterfall.tsx';

export type WhyProps = {
  readonly runId: string;
  readonly enterpriseId: string;
  /** The run it stands in, where the page has it: then medians and the year before stand beside. */
  readonly table?: RunTable | undefined;
};

export function Why({ runId, enterpriseId, table }: WhyProps) {
  const zone = useZone();
  const explanation = useQuery({
    queryKey: ['explanation', zone, runId, enterpriseId],
    queryFn: () => api.evaluation.explainResult({ zone, run_id: runId, enterprise_id: enterpriseId }),
    staleTime: 300_000,
  });
  const fields = useRunFields(runId);
  return (
    <Loaded query={explanation} rows={8}>
      {(reasons) => (
        <Loaded query={fields}>
          {(names) => <Reasons {...{ runId, enterpriseId, table, reasons }} fields={names} />}
        </Loaded>
      )}
    </Loaded>
  );
}

type Props = WhyProps & { readonly reasons: Explanation; readonly fields: RunFields };

function Reasons({ runId, enterpriseId, table, reasons, fields }: Props) {
  const t = useWords(WHY);
  const label = useLabel();
  const periodId = usePeriodOf(runId);
  const { row, tree, class_steps: steps, d_years: years } = reasons;
  const medianOf = useMemo(() => mediansOf(table), [table]);
  return (
    <div className="mj-why">
      <div className="mj-why-answer">
        <ClassChip value={row.final_class} />
        <strong>{useSummary(row, table)}</strong>
        <LastYear enterpriseId={enterpriseId} table={table} />
        {years > 0 && <span className="mj-why-d">{t.dYears(count(years))}</span>}
      </div>
      <Section title={t.classTitle}>
        <ol className="mj-why-steps">
          {steps.map((step) => (
            <li key={`${step.name} ${step.zh}`}>{label(step)}</li>
          ))}
        </ol>
      </Section>
      <Section title={t.scoreTitle} aside={t.scoreAside}>
        <WhyWaterfall score={row.score} {...{ tree, fields, periodId, enterpriseId, medianOf }} />
      </Section>
    </div>
  );
}

function useSummary({ score, rank }: Explanation['row'], table: RunTable | undefined): string {
  const t = useWords(WHY);
  if (score === null) return t.noScore;
  // Who sees only some of the rows must not be told that these are all.
  if (rank !== null && (table === undefined || !seesEverybody(table)))
    return t.summaryRank(fixed(score), count(rank));
  const ranked = table?.rank.filter((one) => one > 0).length ?? 0;
  return t.summary(fixed(score), rank === null ? '' : count(rank), count(ranked));
}

function LastYear({ enterpriseId, table }: Pick<WhyProps, 'enterpriseId' | 'table'>) {
  const t = useWords(WHY);
  const row = table?.rowOf(enterpriseId);
  if (table === undefined || row === undefined) return null;
  const before = labelAt(table.lastClass, row);
  const score = numberAt(table.lastScore, row);
  if (before === '' && score === null) return null;
  return (
    <span className="meta">
      {t.last(score === null ? '' : fixed(score))} {before !== '' && <ClassChip value={before} />}
    </span>
  );
}

/** The year whose figures the run was made from. */
function usePeriodOf(runId: string): string | undefined {
  const zone = useZone();
  const run = useQuery({
    queryKey: ['run', zone, runId],
    queryFn: () => api.evaluation.getRun({ zone, run_id: runId }),
    staleTime: 300_000,
  });
  const evaluations = useEvaluations().data?.items;
  return evaluations?.find(({ evaluation_id }) => evaluation_id === run.data?.evaluation_id)?.period_id;
}

/** Of fewer than five a median says more about the neighbours than about the zone. */
const FEWEST = 5;

function mediansOf(table: RunTable | undefined): ((indicator: string) => number | undefined) | undefined {
  if (table === undefined || table.rows < FEWEST) return undefined;
  const known = new Map<string, number | undefined>();
  return (indicator) => {
    if (!known.has(indicator)) known.set(indicator, medianOfPresent(table.pointsOf(indicator)));
    return known.get(indicator);
  };
}
