// What can be done with an import: take its marked file, let it enter, refuse it, take it back.
import { useMutation } from '@tanstack/react-query';
import { App } from 'antd';
import { useState } from 'react';
import { api, download } from '#web/client/api.ts';
import { useRole } from '#web/client/me.ts';
import { useZone } from '#web/client/place.ts';
import { problemOf } from '#web/client/problem.ts';
import { Note } from '#web/ui/Note.tsx';
import { type PageAct, PageActs } from '#web/ui/PageActs.tsx';
import { ReasonDialog } from '#web/ui/ReasonDialog.tsx';
import { useWords } from '#web/words/words.ts';
import { COLLECTION } from '../shared/collection-words.ts';
import type { ImportRecord } from './ImportPage.tsx';

type Props = {
  readonly record: ImportRecord;
  readonly onJob: (id: string, of: 'entering' | 'undoing') => void;
};

export function ImportActs({ record, onJob }: Props) {
  const t = useWords(COLLECTION);
  const zone = useZone();
  const role = useRole();
  const { message } = App.useApp();
  const [undoing, setUndoing] = useState(false);
  const [refusing, setRefusing] = useState(false);
  const { import_id, bad_rows, row_count, state } = record;
  const onError = (error: unknown): void => void message.error(problemOf(error).message);
  const accept = useMutation({
    mutationFn: (mode: 'all_or_nothing' | 'valid_rows') =>
      api.collection.acceptImport({ zone, import_id, mode }),
    onSuccess: ({ job_id }) => onJob(job_id, 'entering'),
    onError,
  });
  const refuse = useMutation({
    mutationFn: (reason: string) => api.collection.rejectImport({ zone, import_id, reason }),
  });
  const staged = state === 'staged';
  const acts: (PageAct | false)[] = [
    record.file_name !== 'API' &&
      bad_rows > 0 && {
        key: 'marked',
        label: t.marked,
        onClick: () => download(`/zones/${zone}/imports/${import_id}/marked`),
      },
    staged && { key: 'refuse', label: t.refuse, danger: true, onClick: () => setRefusing(true) },
    staged &&
      bad_rows > 0 &&
      bad_rows < row_count && {
        key: 'accept valid',
        label: t.acceptValid,
        main: true,
        busy: accept.isPending,
        onClick: () => accept.mutate('valid_rows'),
      },
    staged && {
      key: 'accept all',
      label: t.acceptAll,
      main: true,
      type: 'primary',
      disabled: bad_rows > 0,
      busy: accept.isPending,
      onClick: () => accept.mutate('all_or_nothing'),
    },
    state === 'accepted' &&
      role !== 'enterprise_user' && {
        key: 'undo',
        label: t.undo,
        danger: true,
        onClick: () => setUndoing(true),
      },
  ];
  return (
    <>
      <PageActs acts={acts.filter((act) => act !== false)} />
      <ReasonDialog
        open={refusing}
        danger
        title={t.refuse}
        confirm={t.refuse}
        onClose={() => setRefusing(false)}
        onConfirm={(reason) => refuse.mutateAsync(reason)}
      >
        <Note>{t.refuseHint}</Note>
      </ReasonDialog>
      <ReasonDialog
        open={undoing}
        danger
        title={t.undo}
        onClose={() => setUndoing(false)}
        onConfirm={async (reason) => {
          onJob((await api.collection.undoImport({ zone, import_id, reason })).job_id, 'undoing');
        }}
      >
        <Note>{t.undoHint}</Note>
      </ReasonDialog>
    </>
  );
}
