// The runs of an evaluation: what came out, and the proof that it can be computed again.
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Tooltip } from 'antd';
import { api, type Answer, saveFile } from '#web/client/api.ts';
import { useRole } from '#web/client/me.ts';
import { useZone } from '#web/client/place.ts';
import { BusyButton } from '#web/ui/BusyButton.tsx';
import { ClassShare } from '#web/ui/ClassShare.tsx';
import { Loaded } from '#web/ui/Loaded.tsx';
import { Note } from '#web/ui/Note.tsx';
import { count, moment } from '#web/ui/numbers.ts';
import { Refusal } from '#web/ui/Refusal.tsx';
import { StatusTag } from '#web/ui/StatusTag.tsx';
import { useWords } from '#web/words/words.ts';
import type { Evaluation } from '#features/evaluation/web/shared/evaluation-choice.ts';
import { usePeople } from '#web/client/people.ts';
import { EVALUATION } from './evaluation-words.ts';

type Run = Answer<typeof api.evaluation.listRuns>['items'][number];

export function Runs({ evaluation }: { readonly evaluation: Evaluation }) {
  const t = useWords(EVALUATION);
  const zone = useZone();
  const runs = useQuery({
    queryKey: ['runs', zone, evaluation.evaluation_id],
    queryFn: () => api.evaluation.listRuns({ zone, evaluation_id: evaluation.evaluation_id }),
  });
  return (
    <Loaded query={runs} rows={2}>
      {({ items }) =>
        items.length === 0 ? (
          <Note>{evaluation.run_id === null ? t.noRuns : t.runsLocked}</Note>
        ) : (
          <ul className="mj-evaluations mj-runs">
            {items.map((run) => (
              <RunLine key={run.run_id} run={run} evaluation={evaluation} />
            ))}
          </ul>
        )
      }
    </Loaded>
  );
}

/** Enough of a hash to compare two by eye. */
const shortHash = (hash: string): string => hash.replace(/^\w+:/, '').slice(0, 12);

function RunLine({ run, evaluation }: { readonly run: Run; readonly evaluation: Evaluation }) {
  const t = useWords(EVALUATION);
  const zone = useZone();
  const role = useRole();
  const nameOf = usePeople();
  const { run_id, purpose, summary, created_by, created_at, result_hash, engine_version } = run;
  const verify = useMutation({ mutationFn: () => api.evaluation.verifyRun({ zone, run_id }) });
  const capsule = useMutation({ mutationFn: () => saveFile(`/zones/${zone}/runs/${run_id}/capsule`) });
  const mayProve = role === 'leader' || role === 'evaluation_officer';
  const isCurrent = run_id === evaluation.run_id;
  return (
    <li>
      <div className="mj-evaluation-name">
        <span>
          {isCurrent ? <StatusTag tone="good">{t.current}</StatusTag> : t[purpose]}{' '}
          {t.computedBy(nameOf(created_by), moment(created_at))}
        </span>
        <span className="meta">
          {`${run.scheme_id} v${run.scheme_version} · ${t.engine(engine_version)} · `}
          <span title={result_hash}>{t.hash(shortHash(result_hash))}</span>
        </span>
        {verify.isPending && <span className="meta">{t.verifying}</span>}
        {verify.data !== undefined && <Verdict {...verify.data} />}
        {capsule.isError && <Refusal error={capsule.error} />}
        {verify.isError && <Refusal error={verify.error} />}
      </div>
      <div className="mj-evaluation-outcome">
        <span>
          {t.rows(count(summary.rows))}
          <span className="meta">
            {' '}
            {summary.classes
              .map((one) => `${one.class === '' ? '—' : one.class} ${count(one.count)}`)
              .join(' · ')}
          </span>
        </span>
        <ClassShare counts={summary.classes} />
      </div>
      <div className="mj-run-actions">
        {isCurrent && (
          <Link
            to={`/z/${zone}/results`}
            search={{ period: evaluation.period_id, evaluation: evaluation.evaluation_id }}
          >
            {t.seeResults}
          </Link>
        )}
        {mayProve && (
          <>
            <BusyButton size="small" busy={verify.isPending} onClick={() => verify.mutate()}>
              {t.verify}
            </BusyButton>
            <Tooltip title={t.capsuleHint}>
              <BusyButton size="small" busy={capsule.isPending} onClick={() => capsule.mutate()}>
                {t.capsule}
              </BusyButton>
            </Tooltip>
          </>
        )}
      </div>
    </li>
  );
}

function Verdict({ ok, fault, position }: Answer<typeof api.evaluation.verifyRun>) {
  const t = useWords(EVALUATION);
  if (ok) return <Note tone="good">{t.verified}</Note>;
  const texts = {
    not_computable: t.not_computable,
    hash: t.faultHash,
    result: t.faultResult,
    row: t.faultRow(position === null ? '—' : count(position)),
  };
  return <Note tone="bad">{texts[fault ?? 'result']}</Note>;
}
