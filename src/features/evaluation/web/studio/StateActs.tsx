// The way of a version: submitted by its author, approved or sent back by somebody else, retired at last.
import { useMutation } from '@tanstack/react-query';
import { Button, Tooltip } from 'antd';
import { useState } from 'react';
import { api } from '#web/client/api.ts';
import { useMe } from '#web/client/me.ts';
import { useZone } from '#web/client/place.ts';
import { BusyButton } from '#web/ui/BusyButton.tsx';
import { ReasonDialog } from '#web/ui/ReasonDialog.tsx';
import { useWords } from '#web/words/words.ts';
import { STUDIO } from './studio-words.ts';
import type { SavedScheme } from './StudioPage.tsx';
import { useShowRefusal } from './use-show-refusal.ts';

type Decision = 'approved' | 'draft' | 'retired';
type Props = { readonly saved: SavedScheme; readonly isChanged: boolean; readonly readOnly: boolean };

export function StateActs({ saved, isChanged, readOnly }: Props) {
  const t = useWords(STUDIO);
  const zone = useZone();
  const me = useMe().data;
  const showRefusal = useShowRefusal();
  const [asked, setAsked] = useState<Decision>();
  const { scheme_id, version, state } = saved;
  const submit = useMutation({
    mutationFn: () => api.evaluation.submitScheme({ zone, scheme_id, version }),
    onError: showRefusal,
  });
  const decide = useMutation({
    mutationFn: (input: { decision: Decision; reason: string }) =>
      api.evaluation.decideScheme({ zone, scheme_id, version, ...input }),
  });
  const isStaff = me?.role === 'leader' || me?.role === 'evaluation_officer';
  const isAuthor = me?.user_id === saved.created_by;
  const titles = { approved: t.approveTitle, draft: t.sendBackTitle, retired: t.retireTitle };
  return (
    <>
      {isStaff && state === 'submitted' && (
        <>
          <Button onClick={() => setAsked('draft')}>{t.sendBack}</Button>
          <Tooltip title={isAuthor ? t.approveNote : undefined}>
            <Button type="primary" disabled={isAuthor} onClick={() => setAsked('approved')}>
              {t.approve}
            </Button>
          </Tooltip>
        </>
      )}
      {isStaff && state === 'approved' && <Button onClick={() => setAsked('retired')}>{t.retire}</Button>}
      {!readOnly && state === 'draft' && (
        <Tooltip title={isChanged ? t.submitHint : undefined}>
          <BusyButton disabled={isChanged} busy={submit.isPending} onClick={() => submit.mutate()}>
            {t.submit}
          </BusyButton>
        </Tooltip>
      )}
      <ReasonDialog
        open={asked !== undefined}
        title={asked === undefined ? '' : titles[asked]}
        danger={asked === 'retired'}
        onClose={() => setAsked(undefined)}
        onConfirm={(reason) => decide.mutateAsync({ decision: asked ?? 'draft', reason })}
      >
        {asked === 'approved' && <p>{t.approveNote}</p>}
        {asked === 'retired' && <p>{t.retireNote}</p>}
      </ReasonDialog>
    </>
  );
}
