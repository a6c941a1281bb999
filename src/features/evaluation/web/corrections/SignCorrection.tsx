// The second signature under a correction: another person publishes it, or sends it back with a reason.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { api } from '#web/client/api.ts';
import { useMe } from '#web/client/me.ts';
import { useZone } from '#web/client/place.ts';
import { JobProgress } from '#web/ui/JobProgress.tsx';
import { Note } from '#web/ui/Note.tsx';
import { ReasonDialog } from '#web/ui/ReasonDialog.tsx';
import { Section } from '#web/ui/Section.tsx';
import { useWords } from '#web/words/words.ts';
import type { ListCorrection } from '#features/evaluation/contract/corrections.ts';
import { CORRECTIONS } from './correction-words.ts';

type Act = 'signed' | 'sent_back';

export function SignCorrection({ correction }: { readonly correction: ListCorrection }) {
  const t = useWords(CORRECTIONS);
  const zone = useZone();
  const me = useMe().data;
  const cache = useQueryClient();
  const [asking, setAsking] = useState<Act>();
  const [job, setJob] = useState<string>();
  const { correction_id, version, state, proposed_by } = correction;
  const sign = useMutation({
    mutationFn: ({ signature, reason }: { signature: Act; reason: string }) =>
      api.evaluation.signCorrection({ zone, correction_id, signature, reason, version }),
    onSuccess: ({ job_id }) => setJob(job_id ?? undefined),
  });
  if (state === 'signed')
    return (
      <Note tone="good">
        {t.published} <Link to={`/z/${zone}/publications`}>{t.seeList}</Link>
      </Note>
    );
  if (state === 'sent_back') return null;
  return (
    <Section title={t.decide}>
      {job !== undefined && (
        <JobProgress jobId={job} label={t.publishing} onEnd={() => void cache.invalidateQueries()} />
      )}
      {proposed_by === me?.user_id ? (
        <p className="meta">{t.otherPerson}</p>
      ) : (
        <div className="mj-head-actions">
          <Button type="primary" onClick={() => setAsking('signed')}>
            {t.sign}
          </Button>
          <Button onClick={() => setAsking('sent_back')}>{t.sendBack}</Button>
        </div>
      )}
      <ReasonDialog
        open={asking !== undefined}
        title={asking === 'sent_back' ? t.sendBack : t.sign}
        confirm={asking === 'sent_back' ? t.sendBack : t.sign}
        onClose={() => setAsking(undefined)}
        onConfirm={(reason) => sign.mutateAsync({ signature: asking ?? 'sent_back', reason })}
      >
        <p>{asking === 'sent_back' ? t.sendBackHint : t.signHint}</p>
      </ReasonDialog>
    </Section>
  );
}
