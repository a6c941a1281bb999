// Says that the enterprises of a case are different ones, so that they are not asked about again; or takes it back.
import { useMutation } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { api } from '#web/client/api.ts';
import { usePeople } from '#web/client/people.ts';
import { useZone } from '#web/client/place.ts';
import { Note } from '#web/ui/Note.tsx';
import { day } from '#web/ui/numbers.ts';
import { ReasonDialog } from '#web/ui/ReasonDialog.tsx';
import { useWords } from '#web/words/words.ts';
import type { Suspects } from './compare.ts';
import { DUPLICATES } from './duplicates-words.ts';

type Props = { readonly suspects: Suspects; readonly onDone: () => void };

export function TellApart({ suspects, onDone }: Props) {
  const t = useWords(DUPLICATES);
  const zone = useZone();
  const nameOf = usePeople();
  const { message } = App.useApp();
  const [asking, setAsking] = useState(false);
  const { distinct, enterprises } = suspects;
  const judge = useMutation({
    mutationFn: (reason: string) =>
      api.registry.judgeDuplicates({
        zone,
        enterprise_ids: enterprises.map(({ enterprise_id }) => enterprise_id),
        distinct: distinct === null,
        reason,
      }),
    onSuccess: () => {
      void message.success(distinct === null ? t.told : t.again);
      onDone();
    },
  });
  const act = distinct === null ? t.notTheSame : t.suspectAgain;
  return (
    <Note>
      {distinct === null ? (
        <p>{t.notTheSameHint}</p>
      ) : (
        <>
          <strong>{t.saidDistinct(nameOf(distinct.said_by), day(distinct.said_at))}</strong>
          <p>{distinct.reason}</p>
        </>
      )}
      <Button onClick={() => setAsking(true)}>{act}</Button>
      <ReasonDialog
        open={asking}
        title={act}
        suggestions={distinct === null ? [t.sharedAccount, t.sameName] : []}
        onClose={() => setAsking(false)}
        onConfirm={(reason) => judge.mutateAsync(reason)}
      />
    </Note>
  );
}
