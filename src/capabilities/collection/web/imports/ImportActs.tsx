// What can be done with an import: take its marked file, let it enter, refuse it, take it back.
import { useMutation } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { api, download } from '#web/client/api.ts';
import { useRole } from '#web/client/me.ts';
import { useZone } from '#web/client/place.ts';
import { problemOf } from '#web/client/problem.ts';
import { BusyButton } from '#web/ui/BusyButton.tsx';
import { Note } from '#web/ui/Note.tsx';
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
  return (
    <>
      {record.file_name !== 'API' && bad_rows > 0 && (
        <Button onClick={() => download(`/zones/${zone}/imports/${import_id}/marked`)}>{t.marked}</Button>
      )}
      {state === 'staged' && (
        <>
          <Button danger onClick={() => setRefusing(true)}>
            {t.refuse}
          </Button>
          {bad_rows > 0 && bad_rows < row_count && (
            <BusyButton busy={accept.isPending} onClick={() => accept.mutate('valid_rows')}>
              {t.acceptValid}
            </BusyButton>
          )}
          <BusyButton
            type="primary"
            disabled={bad_rows > 0}
            busy={accept.isPending}
            onClick={() => accept.mutate('all_or_nothing')}
          >
            {t.acceptAll}
          </BusyButton>
        </>
      )}
      {state === 'accepted' && role !== 'enterprise_user' && (
        <Button danger onClick={() => setUndoing(true)}>
          {t.undo}
        </Button>
      )}
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
