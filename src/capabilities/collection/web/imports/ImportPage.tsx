// One import: what was read, what is wrong where, and whether it may enter.
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { App, Button } from 'antd';
import { useState } from 'react';
import { type Answer, api, download } from '#web/client/api.ts';
import { useMe } from '#web/client/me.ts';
import { useFilters, usePart, useZone } from '#web/client/place.ts';
import { usePreferences } from '#web/client/preferences.ts';
import { problemOf } from '#web/client/problem.ts';
import { JobProgress } from '#web/ui/JobProgress.tsx';
import { Loaded } from '#web/ui/Loaded.tsx';
import { Note } from '#web/ui/Note.tsx';
import { count, moment } from '#web/ui/numbers.ts';
import { PageBody } from '#web/ui/PageBody.tsx';
import { PageHead } from '#web/ui/PageHead.tsx';
import { ReasonDialog } from '#web/ui/ReasonDialog.tsx';
import { Section } from '#web/ui/Section.tsx';
import { StatusTag } from '#web/ui/StatusTag.tsx';
import { useWords } from '#web/words/words.ts';
import { COLLECTION } from '../shared/collection-words.ts';
import { problemHint, problemText } from '../shared/problem-text.ts';
import { IMPORT_TONES } from './import-tones.ts';
import { MapHeaders } from './MapHeaders.tsx';
import { RowsOfImport } from './RowsOfImport.tsx';

export type ImportRecord = Answer<typeof api.collection.getImport>;

export function ImportPage() {
  const zone = useZone();
  const import_id = usePart('import_id');
  const { filters } = useFilters();
  const [job, setJob] = useState<
    { readonly id: string; readonly of: 'reading' | 'entering' | 'undoing' } | undefined
  >(filters['job'] === undefined ? undefined : { id: filters['job'], of: 'reading' });
  const query = useQuery({
    queryKey: ['import', zone, import_id],
    queryFn: () => api.collection.getImport({ zone, import_id }),
    // While it is read nobody tells us; the job's end does, and so does looking again.
    refetchInterval: ({ state }) => (state.data?.state === 'reading' ? 1000 : false),
  });
  const t = useWords(COLLECTION);
  return (
    <PageBody>
      {job !== undefined && (
        <JobProgress key={job.id} jobId={job.id} label={t[job.of]} onEnd={() => void query.refetch()} />
      )}
      <Loaded query={query}>
        {(record) => <OneImport record={record} onJob={(id, of) => setJob({ id, of })} />}
      </Loaded>
    </PageBody>
  );
}

type Props = {
  readonly record: ImportRecord;
  readonly onJob: (id: string, of: 'reading' | 'entering' | 'undoing') => void;
};

function OneImport({ record, onJob }: Props) {
  const t = useWords(COLLECTION);
  const { lang } = usePreferences();
  const zone = useZone();
  const stateName = record.state === 'reading' ? t.reading : t[record.state];
  return (
    <>
      <PageHead
        kicker={
          <>
            <Link to={`/z/${zone}/imports`}>{t.back}</Link> · {record.file_name} ·{' '}
            {moment(record.uploaded_at)}
          </>
        }
        answer={
          record.state === 'reading'
            ? t.reading
            : t.importAnswer(count(record.row_count), count(record.bad_rows))
        }
        actions={<Acts record={record} onJob={onJob} />}
      />
      <p>
        <StatusTag tone={IMPORT_TONES[record.state]}>{stateName}</StatusTag>
      </p>
      {record.findings.length > 0 && (
        <Section title={t.fileFindings}>
          <ul className="mj-lines">
            {record.findings.map((finding) => (
              <li key={`${finding.code} ${JSON.stringify(finding.params)}`}>
                <StatusTag tone={finding.severity === 'error' ? 'bad' : 'warn'}>
                  {problemText(finding.code, finding.params, lang)}
                </StatusTag>
                <span className="meta">{problemHint(finding.code, lang)}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {record.unknown_headers.length > 0 && (
        <Section title={t.unknown} aside={t.unknownHint}>
          <MapHeaders record={record} onJob={(id) => onJob(id, 'reading')} />
        </Section>
      )}
      {record.columns.length > 0 && (
        <Section title={t.understood}>
          <p>{record.columns.map(({ header }) => header).join('、')}</p>
        </Section>
      )}
      {record.row_count > 0 && record.state !== 'reading' && <RowsOfImport record={record} />}
    </>
  );
}

function Acts({ record, onJob }: Props) {
  const t = useWords(COLLECTION);
  const zone = useZone();
  const me = useMe().data;
  const { message } = App.useApp();
  const [undoing, setUndoing] = useState(false);
  const { import_id, bad_rows, row_count, state } = record;
  const onError = (error: unknown): void => void message.error(problemOf(error).message);
  const accept = useMutation({
    mutationFn: (mode: 'all_or_nothing' | 'valid_rows') =>
      api.collection.acceptImport({ zone, import_id, mode }),
    onSuccess: ({ job_id }) => onJob(job_id, 'entering'),
    onError,
  });
  const refuse = useMutation({
    mutationFn: () => api.collection.rejectImport({ zone, import_id, reason: '' }),
    onError,
  });
  return (
    <>
      {record.file_name !== 'API' && bad_rows > 0 && (
        <Button onClick={() => download(`/zones/${zone}/imports/${import_id}/marked`)}>{t.marked}</Button>
      )}
      {state === 'staged' && (
        <>
          <Button danger loading={refuse.isPending} onClick={() => refuse.mutate()}>
            {t.refuse}
          </Button>
          {bad_rows > 0 && bad_rows < row_count && (
            <Button loading={accept.isPending} onClick={() => accept.mutate('valid_rows')}>
              {t.acceptValid}
            </Button>
          )}
          <Button
            type="primary"
            disabled={bad_rows > 0}
            loading={accept.isPending}
            onClick={() => accept.mutate('all_or_nothing')}
          >
            {t.acceptAll}
          </Button>
        </>
      )}
      {state === 'accepted' && me?.role !== 'enterprise_user' && (
        <Button danger onClick={() => setUndoing(true)}>
          {t.undo}
        </Button>
      )}
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
