// What can be done with an evaluation now: each step with what it needs, who may take it, and the way to take it.
import { CheckCircleOutlined, ClockCircleOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useZone } from '#web/client/place.ts';
import { usePreferences } from '#web/client/preferences.ts';
import { ROLE_LABELS } from '#core/role-labels.ts';
import { findStep } from '#features/evaluation/model/lifecycle.ts';
import { JobProgress } from '#web/ui/JobProgress.tsx';
import { Note } from '#web/ui/Note.tsx';
import { pick, useLabel, useWords } from '#web/words/words.ts';
import { STATE_WORDS } from '#features/evaluation/web/shared/state-words.ts';
import { EVALUATION, NEEDS } from './evaluation-words.ts';
import type { EvaluationDetail } from './EvaluationPage.tsx';
import { byLikelihood } from './life-line.ts';
import { placeOf } from './need-place.ts';
import { TakeStep } from './TakeStep.tsx';

type Next = EvaluationDetail['next'][number];
type Running = { readonly jobId: string; readonly label: string };

export function NextSteps({ detail: { evaluation, next } }: { readonly detail: EvaluationDetail }) {
  const t = useWords(EVALUATION);
  const label = useLabel();
  const queries = useQueryClient();
  const [taking, setTaking] = useState<Next>();
  const [running, setRunning] = useState<Running>();
  return (
    <>
      {running !== undefined && (
        <JobProgress
          key={running.jobId}
          jobId={running.jobId}
          label={running.label}
          onEnd={(state) => {
            void queries.invalidateQueries();
            // What went wrong stays to be read.
            if (state === 'done') setRunning(undefined);
          }}
        />
      )}
      {next.length === 0 && <Note>{t.noNext}</Note>}
      <div className="mj-grid" style={{ '--least': '300px' } as React.CSSProperties}>
        {byLikelihood(evaluation.state, next).map((step) => (
          <StepCard
            key={step.transition}
            step={step}
            evaluation={evaluation}
            onTake={() => setTaking(step)}
          />
        ))}
      </div>
      {taking !== undefined && (
        <TakeStep
          evaluation={evaluation}
          step={taking}
          onClose={() => setTaking(undefined)}
          onJob={(jobId) => setRunning({ jobId, label: t.jobRuns(label(taking)) })}
        />
      )}
    </>
  );
}

type CardProps = {
  readonly step: Next;
  readonly evaluation: EvaluationDetail['evaluation'];
  readonly onTake: () => void;
};

function StepCard({ step, evaluation, onTake }: CardProps) {
  const t = useWords(EVALUATION);
  const needs = useWords(NEEDS);
  const { lang } = usePreferences();
  const label = useLabel();
  const zone = useZone();
  const rule = findStep(evaluation.state, step.transition);
  const roles = (rule?.roles ?? []).map((role) => ROLE_LABELS[role][lang]).join(lang === 'zh' ? '、' : ', ');
  const search = { period: evaluation.period_id, evaluation: evaluation.evaluation_id };
  return (
    <article className="mj-card mj-next-step">
      <header>
        <strong>{label(step)}</strong>
        <span className="meta">{t.leadsTo(pick(STATE_WORDS[step.to], lang))}</span>
      </header>
      <ul>
        {(rule?.needs ?? []).map((need) => {
          const unmet = step.unmet.includes(need);
          const place = unmet ? placeOf(need) : undefined;
          return (
            <li key={need} data-met={!unmet}>
              {unmet || need === 'reason' ? <ClockCircleOutlined /> : <CheckCircleOutlined />}
              {place === undefined ? (
                needs[need]
              ) : (
                <Link to={`/z/${zone}${place}`} search={search}>
                  {needs[need]}
                </Link>
              )}
            </li>
          );
        })}
        {rule?.needs.length === 0 && (
          <li data-met>
            <CheckCircleOutlined />
            {t.met}
          </li>
        )}
      </ul>
      <footer>
        <span className="meta">{t.who(roles)}</span>
        {step.allowed && (
          <Button type="primary" disabled={step.unmet.length > 0} onClick={onTake}>
            {t.take}
          </Button>
        )}
      </footer>
    </article>
  );
}
