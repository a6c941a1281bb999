// The evaluations of the zone by year: how far each is, how it came out, what comes next.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { api } from '#web/client/api.ts';
import { useRole } from '#web/client/me.ts';
import { useZone } from '#web/client/place.ts';
import { usePreferences } from '#web/client/preferences.ts';
import { ClassShare } from '#web/ui/ClassShare.tsx';
import { Loaded } from '#web/ui/Loaded.tsx';
import { count, plain } from '#web/ui/numbers.ts';
import { PageBody } from '#web/ui/PageBody.tsx';
import { PageHead } from '#web/ui/PageHead.tsx';
import { Section } from '#web/ui/Section.tsx';
import { Empty } from '#web/ui/States.tsx';
import { StatusTag } from '#web/ui/StatusTag.tsx';
import { pick, useLabel, useWords } from '#web/words/words.ts';
import { type Evaluation, useEvaluations } from '#features/evaluation/web/shared/evaluation-choice.ts';
import { STATE_WORDS, toneOf } from '#features/evaluation/web/shared/state-words.ts';
import { BeginEvaluation } from './BeginEvaluation.tsx';
import { EVALUATION } from './evaluation-words.ts';
import './evaluations.css';
import { byLikelihood } from './life-line.ts';

export function EvaluationsPage() {
  const t = useWords(EVALUATION);
  const role = useRole();
  const query = useEvaluations();
  const [beginning, setBeginning] = useState(false);
  const begin = role === 'evaluation_officer' && (
    <Button type="primary" onClick={() => setBeginning(true)}>
      {t.begin}
    </Button>
  );
  return (
    <PageBody>
      <Loaded query={query}>
        {({ items }) => {
          const years = [...new Set(items.map(({ period_id }) => period_id))].sort().reverse();
          const running = items.filter(({ state }) => state !== 'final' && state !== 'archived').length;
          return (
            <>
              <PageHead
                kicker={t.kicker}
                answer={items.length === 0 ? t.none : t.answer(count(items.length), count(running))}
                actions={begin}
              />
              {items.length === 0 && <Empty title={t.none} hint={t.noneHint} />}
              {years.map((year) => (
                <Section key={year} title={t.year(year)}>
                  <ul className="mj-evaluations">
                    {items
                      .filter(({ period_id }) => period_id === year)
                      .map((evaluation) => (
                        <EvaluationLine key={evaluation.evaluation_id} evaluation={evaluation} />
                      ))}
                  </ul>
                </Section>
              ))}
            </>
          );
        }}
      </Loaded>
      {beginning && <BeginEvaluation onClose={() => setBeginning(false)} />}
    </PageBody>
  );
}

/** Who is evaluated, in words. */
export function useScopeText(): (evaluation: Evaluation) => string {
  const t = useWords(EVALUATION);
  return ({ scope, land_from_mu: from, land_below_mu: below }) => {
    const land =
      from === null && below === null
        ? ''
        : ` · ${t.land(from === null ? '' : plain(from), below === null ? '' : plain(below))}`;
    return `${t[scope]}${land}`;
  };
}

function EvaluationLine({ evaluation }: { readonly evaluation: Evaluation }) {
  const { lang } = usePreferences();
  const zone = useZone();
  const scopeText = useScopeText();
  const { evaluation_id: id, name, state, scheme_id, scheme_version } = evaluation;
  return (
    <li>
      <div className="mj-evaluation-name">
        <Link to={`/z/${zone}/evaluations/${id}`}>{name}</Link>
        <span className="meta">
          {scopeText(evaluation)} · {scheme_id} v{scheme_version}
        </span>
      </div>
      <StatusTag tone={toneOf(state)}>{pick(STATE_WORDS[state], lang)}</StatusTag>
      <Outcome evaluation={evaluation} />
      <Next evaluation={evaluation} />
    </li>
  );
}

function Outcome({ evaluation: { period_id, evaluation_id, run_id } }: { readonly evaluation: Evaluation }) {
  const t = useWords(EVALUATION);
  const zone = useZone();
  const run = useQuery({
    queryKey: ['run', zone, run_id],
    queryFn: () => api.evaluation.getRun({ zone, run_id: run_id ?? '' }),
    enabled: run_id !== null,
  });
  if (run.data === undefined)
    return (
      <span className="meta mj-evaluation-outcome">
        {run_id === null ? t.noRun : run.isError ? t.runsLocked : ''}
      </span>
    );
  const { rows, classes } = run.data.summary;
  return (
    <Link
      className="mj-evaluation-outcome"
      to={`/z/${zone}/results`}
      search={{ period: period_id, evaluation: evaluation_id }}
    >
      <span>
        {t.rows(count(rows))}
        <span className="meta">
          {' '}
          {classes.map((one) => `${one.class === '' ? '—' : one.class} ${count(one.count)}`).join(' · ')}
        </span>
      </span>
      <ClassShare counts={classes} />
    </Link>
  );
}

function Next({ evaluation: { evaluation_id: id, state } }: { readonly evaluation: Evaluation }) {
  const t = useWords(EVALUATION);
  const label = useLabel();
  const zone = useZone();
  const detail = useQuery({
    queryKey: ['evaluation', zone, id],
    queryFn: () => api.evaluation.getEvaluation({ zone, evaluation_id: id }),
  });
  const next = detail.data?.next;
  if (next === undefined) return <span className="meta" />;
  const [first] = byLikelihood(state, next);
  return (
    <span className="meta mj-evaluation-next">
      {first === undefined ? t.nobodyNext : `${t.next} ${label(first)}`}
    </span>
  );
}
