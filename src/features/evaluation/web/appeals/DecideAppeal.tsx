// Two people decide: one proposes with reasons, another one signs or sends it back.
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { api } from '#web/client/api.ts';
import { useMe } from '#web/client/me.ts';
import { useZone } from '#web/client/place.ts';
import { Note } from '#web/ui/Note.tsx';
import { moment } from '#web/ui/numbers.ts';
import { ReasonDialog } from '#web/ui/ReasonDialog.tsx';
import { Section } from '#web/ui/Section.tsx';
import { useWords } from '#web/words/words.ts';
import { usePeople } from '#web/client/people.ts';
import { APPEALS } from './appeal-words.ts';
import type { AppealLine } from './appeals-query.ts';

type Act = 'accepted' | 'rejected' | 'signed' | 'sent_back';

export function DecideAppeal({ appeal }: { readonly appeal: AppealLine }) {
  const t = useWords(APPEALS);
  const zone = useZone();
  const me = useMe().data;
  const [asking, setAsking] = useState<Act>();
  const { appeal_id, version, proposal, state } = appeal;
  const act = useMutation({
    mutationFn: async ({ what, reason }: { what: Act; reason: string }) =>
      what === 'accepted' || what === 'rejected'
        ? api.evaluation.decideAppeal({ zone, appeal_id, decision: what, reason, version })
        : api.evaluation.signAppeal({ zone, appeal_id, signature: what, reason, version }),
  });
  const may = {
    decide: me?.role === 'evaluation_officer',
    sign: me?.role === 'evaluation_officer' || me?.role === 'leader',
  };
  const ownProposal = proposal?.by === me?.user_id;
  const titles: Readonly<Record<Act, string>> = {
    accepted: t.accept,
    rejected: t.reject,
    signed: t.sign,
    sent_back: t.sendBack,
  };
  const hints: Readonly<Record<Act, string>> = {
    accepted: t.acceptHint,
    rejected: t.rejectHint,
    signed: t.signHint,
    sent_back: '',
  };
  if (state !== 'submitted' && state !== 'proposed') return null;
  return (
    <Section title={t.decide}>
      {proposal !== null && <Proposed proposal={proposal} />}
      <div className="mj-head-actions" style={{ marginTop: 12 }}>
        {state === 'submitted' && may.decide && (
          <>
            <Button type="primary" onClick={() => setAsking('accepted')}>
              {t.accept}
            </Button>
            <Button onClick={() => setAsking('rejected')}>{t.reject}</Button>
          </>
        )}
        {state === 'proposed' && may.sign && !ownProposal && (
          <>
            <Button type="primary" onClick={() => setAsking('signed')}>
              {t.sign}
            </Button>
            <Button onClick={() => setAsking('sent_back')}>{t.sendBack}</Button>
          </>
        )}
        {state === 'proposed' && ownProposal && <span className="meta">{t.otherPerson}</span>}
      </div>
      <ReasonDialog
        open={asking !== undefined}
        title={asking === undefined ? '' : titles[asking]}
        onClose={() => setAsking(undefined)}
        onConfirm={(reason) =>
          asking === undefined ? Promise.resolve() : act.mutateAsync({ what: asking, reason })
        }
      >
        {asking !== undefined && <p>{hints[asking]}</p>}
      </ReasonDialog>
    </Section>
  );
}

function Proposed({ proposal }: { readonly proposal: NonNullable<AppealLine['proposal']> }) {
  const t = useWords(APPEALS);
  const nameOf = usePeople();
  const accepts = proposal.decision === 'accepted';
  return (
    <Note tone={accepts ? 'good' : 'warn'}>
      <strong>{t.proposal(nameOf(proposal.by), accepts ? t.accept : t.reject)}</strong>
      <p>{proposal.reason}</p>
      <span className="meta">{moment(proposal.at)}</span>
    </Note>
  );
}
