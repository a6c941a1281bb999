// Which scheme this is, how it stands, and what can be done with it: save, submit, decide, compare.
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { App, Button, Tooltip } from 'antd';
import { useState } from 'react';
import { hasErrors } from '#core/diagnostic.ts';
import { api } from '#web/client/api.ts';
import { useMe } from '#web/client/me.ts';
import { useZone } from '#web/client/place.ts';
import { problemOf } from '#web/client/problem.ts';
import { count, moment } from '#web/ui/numbers.ts';
import { PageHead } from '#web/ui/PageHead.tsx';
import { ReasonDialog } from '#web/ui/ReasonDialog.tsx';
import { useLabel, useWords } from '#web/words/words.ts';
import { usePeople } from '../shared/people.ts';
import { keysIn } from './form/form-context.ts';
import { DecisionNote } from './list/DecisionNote.tsx';
import { SchemeState } from './list/SchemeState.tsx';
import type { Studio } from './model/use-studio.ts';
import { STUDIO } from './studio-words.ts';
import type { SavedScheme } from './StudioPage.tsx';
import { VersionsDrawer } from './versions/VersionsDrawer.tsx';

type Props = { readonly saved: SavedScheme; readonly studio: Studio; readonly readOnly: boolean };
type Decision = 'approved' | 'draft' | 'retired';

export function StudioHead({ saved, studio, readOnly }: Props) {
  const t = useWords(STUDIO);
  const label = useLabel();
  const zone = useZone();
  const me = useMe().data;
  const person = usePeople();
  const navigate = useNavigate();
  const { message, modal } = App.useApp();
  const [asked, setAsked] = useState<Decision>();
  const [isComparing, setComparing] = useState(false);
  const { scheme_id, version, state } = saved;
  const { draft, isChanged, text, discard } = studio;
  const fail = (error: unknown): void => {
    const { body } = problemOf(error);
    void modal.error({
      title: body.title,
      content: (body.findings ?? []).map((finding) => finding.message).join('\n'),
    });
  };
  const save = useMutation({
    mutationFn: () => api.evaluation.createScheme({ zone, scheme_id, text }),
    onSuccess: (made) => {
      discard();
      void message.success(t.saved(count(made.version)));
      void navigate({ to: `/z/${zone}/schemes/${scheme_id}/${made.version}`, search: (old: object) => old });
    },
    onError: fail,
  });
  const submit = useMutation({
    mutationFn: () => api.evaluation.submitScheme({ zone, scheme_id, version }),
    onError: fail,
  });
  const decide = useMutation({
    mutationFn: (input: { decision: Decision; reason: string }) =>
      api.evaluation.decideScheme({ zone, scheme_id, version, ...input }),
  });
  const isStaff = me?.role === 'leader' || me?.role === 'evaluation_officer';
  const isAuthor = me?.user_id === saved.created_by;
  const title = draft.scheme?.title;
  const named =
    title === undefined
      ? saved.title
      : label({ zh: title.zh ?? saved.title, en: title.en ?? title.zh ?? saved.title });
  const canSave = isChanged && !hasErrors(draft.findings) && draft.text === text;
  const titles: Readonly<Record<Decision, string>> = {
    approved: t.approveTitle,
    draft: t.sendBackTitle,
    retired: t.retireTitle,
  };
  return (
    <>
      <PageHead
        kicker={
          <span className="mj-studio-kicker">
            {t.kicker(scheme_id, count(version))} <SchemeState state={state} />
            <DecisionNote scheme={saved} person={person} />
          </span>
        }
        answer={t.answer(
          named,
          count(keysIn(draft.data, ['indicators']).length || draft.plan?.indicators.length),
        )}
        actions={
          <>
            {isChanged && (
              <span className="meta" role="status">
                {studio.restoredAt !== undefined
                  ? t.restored(moment(studio.restoredAt))
                  : studio.isKept
                    ? t.changed
                    : t.notKept}{' '}
                <Button size="small" type="link" onClick={discard}>
                  {t.discard}
                </Button>
              </span>
            )}
            <Button onClick={() => setComparing(true)}>{t.versions}</Button>
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
            {isStaff && state === 'approved' && (
              <Button onClick={() => setAsked('retired')}>{t.retire}</Button>
            )}
            {!readOnly && state === 'draft' && (
              <Tooltip title={isChanged ? t.submitHint : undefined}>
                <Button disabled={isChanged || submit.isPending} onClick={() => submit.mutate()}>
                  {t.submit}
                </Button>
              </Tooltip>
            )}
            {!readOnly && (
              <Tooltip title={isChanged && !canSave ? t.saveHint : undefined}>
                <Button
                  type="primary"
                  disabled={!canSave}
                  loading={save.isPending}
                  onClick={() => save.mutate()}
                >
                  {t.save}
                </Button>
              </Tooltip>
            )}
            {readOnly && <span className="meta">{t.readOnly}</span>}
          </>
        }
      />
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
      <VersionsDrawer
        open={isComparing}
        onClose={() => setComparing(false)}
        saved={saved}
        draft={isChanged ? text : undefined}
      />
    </>
  );
}
