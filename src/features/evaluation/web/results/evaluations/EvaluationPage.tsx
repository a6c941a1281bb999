// The life of one evaluation: where it stands, what can be done now, what was done, and its runs.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, type Answer } from '#web/client/api.ts';
import { usePart, useZone } from '#web/client/place.ts';
import { usePreferences } from '#web/client/preferences.ts';
import { Loaded } from '#web/ui/Loaded.tsx';
import { count, day } from '#web/ui/numbers.ts';
import { PageBody } from '#web/ui/PageBody.tsx';
import { PageHead } from '#web/ui/PageHead.tsx';
import { Section } from '#web/ui/Section.tsx';
import { pick, useLabel, useWords } from '#web/words/words.ts';
import { STATE_WORDS } from '#features/evaluation/web/shared/state-words.ts';
import { EVALUATION } from './evaluation-words.ts';
import { useScopeText } from './scope-text.ts';
import './evaluations.css';
import { byLikelihood, lifeLine } from './life-line.ts';
import { NextSteps } from './NextSteps.tsx';
import { Runs } from './Runs.tsx';
import { StepHistory } from './StepHistory.tsx';

export type EvaluationDetail = Answer<typeof api.evaluation.getEvaluation>;

export function EvaluationPage() {
  const zone = useZone();
  const id = usePart('evaluation_id');
  const query = useQuery({
    queryKey: ['evaluation', zone, id],
    queryFn: () => api.evaluation.getEvaluation({ zone, evaluation_id: id }),
  });
  return (
    <PageBody>
      <Loaded query={query}>{(detail) => <Life detail={detail} />}</Loaded>
    </PageBody>
  );
}

function Life({ detail }: { readonly detail: EvaluationDetail }) {
  const t = useWords(EVALUATION);
  const { lang } = usePreferences();
  const label = useLabel();
  const zone = useZone();
  const scopeText = useScopeText();
  const { evaluation, next, steps } = detail;
  const { name, period_id, state, scheme_id, scheme_version, notice_from, notice_until } = evaluation;
  const [forward] = byLikelihood(state, next);
  const waits =
    forward === undefined ? '' : forward.unmet.length === 0 ? '' : t.answerWaits(count(forward.unmet.length));
  return (
    <>
      <PageHead
        kicker={
          <>
            {t.year(period_id)} · {scopeText(evaluation)} ·{' '}
            <Link to={`/z/${zone}/schemes/${scheme_id}/${scheme_version}`}>
              {scheme_id} v{scheme_version}
            </Link>
          </>
        }
        answer={
          t.answerOne(name, pick(STATE_WORDS[state], lang)) +
          (forward === undefined ? '' : t.answerNext(label(forward)) + waits)
        }
        actions={
          evaluation.run_id !== null && (
            <Link
              to={`/z/${zone}/results`}
              search={{ period: period_id, evaluation: evaluation.evaluation_id }}
            >
              {t.seeResults}
            </Link>
          )
        }
      />
      <ol className="mj-life" aria-label={t.life}>
        {lifeLine(state, steps).map((station) => (
          <li
            key={station.state}
            data-phase={station.phase}
            aria-current={station.phase === 'now' ? 'step' : undefined}
          >
            <span>{pick(STATE_WORDS[station.state], lang)}</span>
            <small className="meta">{station.at === undefined ? '' : day(station.at)}</small>
          </li>
        ))}
      </ol>
      {notice_from !== null && notice_until !== null && (
        <p className="meta">{t.noticeUntil(day(notice_from), day(notice_until))}</p>
      )}
      <Section title={t.nextSteps}>
        <NextSteps detail={detail} />
      </Section>
      <Section title={t.runs}>
        <Runs evaluation={evaluation} />
      </Section>
      <Section title={t.history}>
        <StepHistory steps={steps} />
      </Section>
    </>
  );
}
