// Changes of class by hand: who proposed what and why, and the second pair of eyes that decides.
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { api } from '#web/client/api.ts';
import { useMe } from '#web/client/me.ts';
import { useZone } from '#web/client/place.ts';
import { ClassChip } from '#web/ui/ClassChip.tsx';
import { Loaded } from '#web/ui/Loaded.tsx';
import { Note } from '#web/ui/Note.tsx';
import { count } from '#web/ui/numbers.ts';
import { ReasonDialog } from '#web/ui/ReasonDialog.tsx';
import { Empty } from '#web/ui/States.tsx';
import { StatusTag } from '#web/ui/StatusTag.tsx';
import { useWords } from '#web/words/words.ts';
import type { Adjustment } from '#features/evaluation/contract/shapes.ts';
import { usePeople } from '#web/client/people.ts';
import { ResultsFrame, type Shown } from '../ResultsFrame.tsx';
import { ADJUST } from './adjustment-words.ts';
import './adjustments.css';

type Decision = { readonly adjustment: Adjustment; readonly decision: 'approved' | 'refused' };

export function AdjustmentsPage() {
  return (
    <ResultsFrame answer={(shown) => <Answer {...shown} />}>
      {(shown) => <Adjustments {...shown} />}
    </ResultsFrame>
  );
}

function useAdjustments(runId: string) {
  const zone = useZone();
  return useQuery({
    queryKey: ['adjustments', zone, runId],
    queryFn: () => api.evaluation.listAdjustments({ zone, run_id: runId }),
  });
}

function Answer({ evaluation, runId }: Shown) {
  const t = useWords(ADJUST);
  const items = useAdjustments(runId).data?.items ?? [];
  const open = items.filter(({ state }) => state === 'proposed').length;
  if (items.length === 0) return t.answerNone(evaluation.period_id);
  return t.answer(evaluation.period_id, count(items.length), count(open));
}

const BY_STATE = ['proposed', 'approved', 'refused'] as const;

function Adjustments(shown: Shown) {
  const t = useWords(ADJUST);
  const zone = useZone();
  const { evaluation, runId, table } = shown;
  const query = useAdjustments(runId);
  const [deciding, setDeciding] = useState<Decision>();
  const decide = useMutation({
    mutationFn: ({ adjustment, decision, reason }: Decision & { readonly reason: string }) =>
      api.evaluation.decideAdjustment({
        zone,
        adjustment_id: adjustment.adjustment_id,
        decision,
        reason,
        version: adjustment.version,
      }),
  });
  const nameOf = (enterpriseId: string): string =>
    table.names[table.rowOf(enterpriseId) ?? -1] ?? enterpriseId;
  const isOpen = evaluation.state === 'computed';
  return (
    <>
      {!isOpen && (query.data?.items.length ?? 0) > 0 && <Note>{t.lateHint}</Note>}
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={isOpen ? t.noneYet : t.noneLeft} hint={isOpen ? t.noneHint : t.lateHint} />
          ) : (
            <ul className="mj-adjustments" aria-label={t.table}>
              {[...items]
                .sort((a, b) => BY_STATE.indexOf(a.state) - BY_STATE.indexOf(b.state))
                .map((adjustment) => (
                  <AdjustmentLine
                    key={adjustment.adjustment_id}
                    adjustment={adjustment}
                    name={nameOf(adjustment.enterprise_id)}
                    decidable={isOpen}
                    earlier={adjustment.run_id !== runId}
                    search={{ period: evaluation.period_id, evaluation: evaluation.evaluation_id }}
                    onDecide={(decision) => setDeciding({ adjustment, decision })}
                  />
                ))}
            </ul>
          )
        }
      </Loaded>
      {deciding !== undefined && (
        <ReasonDialog
          open
          danger={deciding.decision === 'refused'}
          title={
            deciding.decision === 'approved'
              ? t.approveTitle(nameOf(deciding.adjustment.enterprise_id))
              : t.refuseTitle(nameOf(deciding.adjustment.enterprise_id))
          }
          confirm={deciding.decision === 'approved' ? t.approve : t.refuse}
          onClose={() => setDeciding(undefined)}
          onConfirm={(reason) => decide.mutateAsync({ ...deciding, reason })}
        >
          {deciding.decision === 'approved' && (
            <p>{t.effect(deciding.adjustment.from_class, deciding.adjustment.to_class)}</p>
          )}
        </ReasonDialog>
      )}
    </>
  );
}

type LineProps = {
  readonly adjustment: Adjustment;
  readonly name: string;
  readonly decidable: boolean;
  readonly earlier: boolean;
  readonly search: Readonly<Record<string, string>>;
  readonly onDecide: (decision: Decision['decision']) => void;
};

function AdjustmentLine({ adjustment, name, decidable, earlier, search, onDecide }: LineProps) {
  const t = useWords(ADJUST);
  const zone = useZone();
  const me = useMe().data?.user_id;
  const personName = usePeople();
  const { enterprise_id: id, from_class, to_class, reason, state, proposed_by } = adjustment;
  const tone = { proposed: 'warn', approved: 'good', refused: 'plain' } as const;
  const waits = decidable && state === 'proposed';
  return (
    <li>
      <div>
        <Link to={`/z/${zone}/results`} search={{ ...search, why: id }}>
          {name}
        </Link>
        <span className="mj-adjustment-move">
          <ClassChip value={from_class} /> → <ClassChip value={to_class} />
        </span>
        <StatusTag tone={tone[state]}>{t[state]}</StatusTag>
        {earlier && <span className="meta">{t.earlierRun}</span>}
      </div>
      <p>{reason}</p>
      <div className="meta">
        {t.proposedBy} {personName(proposed_by)}
        {adjustment.decided_by !== null && ` · ${t.decidedBy} ${personName(adjustment.decided_by)}`}
        {adjustment.decision_reason !== null && ` · ${t.decisionReason} ${adjustment.decision_reason}`}
      </div>
      {waits &&
        (proposed_by === me ? (
          <div className="meta">{t.ownProposal}</div>
        ) : (
          <div className="mj-adjustment-actions">
            <Button size="small" type="primary" onClick={() => onDecide('approved')}>
              {t.approve}
            </Button>
            <Button size="small" onClick={() => onDecide('refused')}>
              {t.refuse}
            </Button>
          </div>
        ))}
    </li>
  );
}
