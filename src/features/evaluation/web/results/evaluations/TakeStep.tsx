// Takes a step: says what will change, asks for the reason where one is needed, and for the days of a public notice.
import { useMutation } from '@tanstack/react-query';
import { InputNumber, Modal } from 'antd';
import { useState } from 'react';
import { api } from '#web/client/api.ts';
import { useZone } from '#web/client/place.ts';
import { usePreferences } from '#web/client/preferences.ts';
import { problemOf } from '#web/client/problem.ts';
import { findStep } from '#features/evaluation/model/lifecycle.ts';
import { Note } from '#web/ui/Note.tsx';
import { ReasonDialog } from '#web/ui/ReasonDialog.tsx';
import { UI } from '#web/ui/ui-words.ts';
import { pick, useLabel, useWords } from '#web/words/words.ts';
import { STATE_WORDS } from '#features/evaluation/web/shared/state-words.ts';
import { EVALUATION } from './evaluation-words.ts';
import type { EvaluationDetail } from './EvaluationPage.tsx';

type Props = {
  readonly evaluation: EvaluationDetail['evaluation'];
  readonly step: EvaluationDetail['next'][number];
  readonly onClose: () => void;
  readonly onJob: (jobId: string) => void;
};

/** What most zones take; the law asks for no less. */
const USUAL_NOTICE = 5;

export function TakeStep({ evaluation, step, onClose, onJob }: Props) {
  const t = useWords(EVALUATION);
  const ui = useWords(UI);
  const label = useLabel();
  const { lang } = usePreferences();
  const zone = useZone();
  const [days, setDays] = useState(USUAL_NOTICE);
  const { evaluation_id, version, state } = evaluation;
  const { transition } = step;
  const take = useMutation({
    mutationFn: (reason: string | undefined) =>
      api.evaluation.takeStep({
        zone,
        evaluation_id,
        transition,
        version,
        ...(reason === undefined ? {} : { reason }),
        ...(transition === 'publish_notice' ? { notice_days: days } : {}),
      }),
    onSuccess: ({ job_id }) => {
      if (job_id !== null) onJob(job_id);
    },
  });
  const title = t.confirmTitle(label(step));
  const body = t.confirmBody(pick(STATE_WORDS[state], lang), pick(STATE_WORDS[step.to], lang));
  if (findStep(state, transition)?.needs.includes('reason') === true)
    return (
      <ReasonDialog open title={title} onClose={onClose} onConfirm={(reason) => take.mutateAsync(reason)}>
        <p>{body}</p>
      </ReasonDialog>
    );
  return (
    <Modal
      open
      title={title}
      okText={ui.confirm}
      cancelText={ui.cancel}
      confirmLoading={take.isPending}
      onCancel={onClose}
      onOk={() => take.mutate(undefined, { onSuccess: onClose })}
    >
      <p>{body}</p>
      {transition === 'publish_notice' && (
        <label>
          <div>{t.noticeDays}</div>
          <InputNumber
            min={1}
            max={60}
            value={days}
            suffix={t.days}
            onChange={(value) => setDays(value ?? USUAL_NOTICE)}
          />
        </label>
      )}
      {take.isError && <Note tone="bad">{problemOf(take.error).message}</Note>}
    </Modal>
  );
}
