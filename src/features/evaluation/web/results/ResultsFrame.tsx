// What the pages of the results share: which evaluation, its run on the way here, the way from one page to the next.
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useFilters, useZone } from '#web/client/place.ts';
import { problemOf } from '#web/client/problem.ts';
import { Loaded } from '#web/ui/Loaded.tsx';
import { PageBody } from '#web/ui/PageBody.tsx';
import { PageHead } from '#web/ui/PageHead.tsx';
import { Empty, Failure, Loading } from '#web/ui/States.tsx';
import { useWords } from '#web/words/words.ts';
import { type Evaluation, type EvaluationChoice, useEvaluationChoice } from '../shared/evaluation-choice.ts';
import { EvaluationKicker } from '../shared/EvaluationKicker.tsx';
import { type RunFields, useRunFields, useRunTable } from '../shared/run-queries.ts';
import type { RunTable } from '../shared/run-table.ts';
import './results.css';
import { ResultsNav } from './ResultsNav.tsx';
import { RESULTS } from './results-words.ts';

export type Shown = {
  readonly evaluation: Evaluation;
  /** Of every year. */
  readonly all: readonly Evaluation[];
  readonly runId: string;
  readonly table: RunTable;
  readonly fields: RunFields;
};

type Props = {
  /** Takes the height of the window: for one long table. */
  readonly full?: boolean;
  readonly answer: (shown: Shown) => ReactNode;
  readonly actions?: (shown: Shown) => ReactNode;
  readonly children: (shown: Shown) => ReactNode;
};

export function ResultsFrame({ full = false, answer, actions, children }: Props) {
  const choice = useEvaluationChoice();
  const { evaluation, runId } = choice;
  const table = useRunTable(runId);
  const fields = useRunFields(runId);
  return (
    <PageBody full={full}>
      <Loaded query={choice.query}>
        {() => {
          if (evaluation === undefined || runId === undefined) return <NoResults choice={choice} />;
          if (table.data === undefined || fields.data === undefined)
            return (
              <OnTheWay
                choice={choice}
                error={table.error ?? fields.error}
                retry={() => void table.refetch()}
              />
            );
          const shown: Shown = {
            evaluation,
            all: choice.all,
            runId,
            table: table.data,
            fields: fields.data,
          };
          return (
            <>
              <PageHead
                kicker={<EvaluationKicker choice={choice} />}
                answer={answer(shown)}
                actions={actions?.(shown)}
              />
              <ResultsNav evaluationId={evaluation.evaluation_id} />
              {children(shown)}
            </>
          );
        }}
      </Loaded>
    </PageBody>
  );
}

/** Nothing was computed yet: what there is instead. */
export function NoResults({
  choice: { evaluation, period = '', all },
}: {
  readonly choice: EvaluationChoice;
}) {
  const t = useWords(RESULTS);
  const zone = useZone();
  const { set } = useFilters();
  const last = all
    .filter(({ run_id }) => run_id !== null)
    .map(({ period_id }) => period_id)
    .sort()
    .at(-1);
  return (
    <Empty
      title={evaluation === undefined ? t.noEvaluation(period) : t.noRun(evaluation.name)}
      hint={t.noRunHint}
      action={
        <span className="mj-results-ways">
          {last !== undefined && (
            <button
              type="button"
              className="mj-link"
              onClick={() => set({ period: last, evaluation: undefined })}
            >
              {t.lookAt(last)}
            </button>
          )}
          <Link
            to={
              evaluation === undefined
                ? `/z/${zone}/evaluations`
                : `/z/${zone}/evaluations/${evaluation.evaluation_id}`
            }
          >
            {t.toProgress}
          </Link>
        </span>
      }
    />
  );
}

type WayProps = { readonly choice: EvaluationChoice; readonly error: unknown; readonly retry: () => void };

function OnTheWay({ choice, error, retry }: WayProps) {
  const t = useWords(RESULTS);
  if (error === null) return <Loading rows={12} />;
  if (problemOf(error).code !== 'run_not_found') return <Failure error={error} retry={retry} />;
  return (
    <>
      <PageHead kicker={<EvaluationKicker choice={choice} />} answer={t.notPublic} />
      <Empty title={t.notPublic} hint={t.notPublicHint} />
    </>
  );
}
