// One evaluation of a list: who is evaluated, how far it is, how it came out, what comes next.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '#web/client/api.ts';
import { useZone } from '#web/client/place.ts';
import { usePreferences } from '#web/client/preferences.ts';
import { ClassShare } from '#web/ui/ClassShare.tsx';
import { count } from '#web/ui/numbers.ts';
import { StatusTag } from '#web/ui/StatusTag.tsx';
import { pick, useLabel, useWords } from '#web/words/words.ts';
import type { Evaluation } from '#features/evaluation/web/shared/evaluation-choice.ts';
import { STATE_WORDS, toneOf } from '#features/evaluation/web/shared/state-words.ts';
import { EVALUATION } from './evaluation-words.ts';
import './evaluations.css';
import { byLikelihood } from './life-line.ts';
import { useScopeText } from './scope-text.ts';

export function EvaluationLine({ evaluation }: { readonly evaluation: Evaluation }) {
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
      {first === undefined ? t.nobodyNext : t.next(label(first))}
    </span>
  );
}
