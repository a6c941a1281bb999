// One import: what was read, what is wrong where, and whether it may enter.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { type Answer, api } from '#web/client/api.ts';
import { useRole } from '#web/client/me.ts';
import { usePeople } from '#web/client/people.ts';
import { useFilters, usePart, useZone } from '#web/client/place.ts';
import { usePreferences } from '#web/client/preferences.ts';
import { JobProgress } from '#web/ui/JobProgress.tsx';
import { KeyFigure, KeyFigures } from '#web/ui/KeyFigure.tsx';
import { Loaded } from '#web/ui/Loaded.tsx';
import { Note } from '#web/ui/Note.tsx';
import { count, moment } from '#web/ui/numbers.ts';
import { PageBody } from '#web/ui/PageBody.tsx';
import { PageHead } from '#web/ui/PageHead.tsx';
import { Section } from '#web/ui/Section.tsx';
import { StatusTag } from '#web/ui/StatusTag.tsx';
import { useWords } from '#web/words/words.ts';
import { COLLECTION } from '../shared/collection-words.ts';
import { problemHint, problemText } from '../shared/problem-text.ts';
import { ImportActs } from './ImportActs.tsx';
import { IMPORT_TONES } from './import-tones.ts';
import { MapHeaders } from './MapHeaders.tsx';
import { RowsOfImport } from './RowsOfImport.tsx';
import { useSender, useUploader } from './use-sender.ts';

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
  const own = useRole() === 'enterprise_user';
  const personOf = usePeople();
  const senderOf = useSender();
  const uploaderOf = useUploader();
  const stateName = record.state === 'reading' ? t.reading : t[record.state];
  return (
    <>
      <PageHead
        kicker={
          <>
            <Link to={`/z/${zone}/imports`}>{t.back}</Link> · {record.file_name}
          </>
        }
        answer={
          record.state === 'reading'
            ? t.reading
            : t.importAnswer(count(record.row_count), count(record.bad_rows))
        }
        below={
          <>
            <StatusTag tone={IMPORT_TONES[record.state]}>{stateName}</StatusTag>
            <span>{senderOf(record)}</span>
            {!own && <span>{uploaderOf(record)}</span>}
            <span>{moment(record.uploaded_at)}</span>
          </>
        }
        actions={<ImportActs record={record} onJob={onJob} />}
      />
      {record.reason !== null && (
        <Note tone="warn">
          <p>{(record.state === 'undone' ? t.undoneBecause : t.refusedBecause)(record.reason)}</p>
          <span className="meta">
            {t.byAt(own ? '' : personOf(record.decided_by ?? ''), moment(record.decided_at))}
          </span>
        </Note>
      )}
      {record.new_rows !== null && <Effects record={record} />}
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

/** What the rows without errors do to the figures there are. */
function Effects({ record }: { readonly record: ImportRecord }) {
  const t = useWords(COLLECTION);
  return (
    <Section title={t.effect} aside={t.effectHint}>
      <KeyFigures>
        <KeyFigure label={t.newRows} value={count(record.new_rows)} unit={t.rowUnit} />
        <KeyFigure label={t.changedRows} value={count(record.changed_rows)} unit={t.rowUnit} />
        <KeyFigure label={t.unchangedRows} value={count(record.unchanged_rows)} unit={t.rowUnit} />
        <KeyFigure label={t.badRows} value={count(record.bad_rows)} unit={t.rowUnit} />
      </KeyFigures>
    </Section>
  );
}
