// What was published, with its proof and its paper; and the way to correct it.
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { api, saveFile } from '#web/client/api.ts';
import { useRole } from '#web/client/me.ts';
import { useZone } from '#web/client/place.ts';
import { JobProgress } from '#web/ui/JobProgress.tsx';
import { Loaded } from '#web/ui/Loaded.tsx';
import { Note } from '#web/ui/Note.tsx';
import { count, moment } from '#web/ui/numbers.ts';
import { PageBody } from '#web/ui/PageBody.tsx';
import { PageHead } from '#web/ui/PageHead.tsx';
import { Refusal } from '#web/ui/Refusal.tsx';
import { ReasonDialog } from '#web/ui/ReasonDialog.tsx';
import { Empty } from '#web/ui/States.tsx';
import { StatusTag, type Tone } from '#web/ui/StatusTag.tsx';
import { actsColumn, type Column } from '#web/ui/table/column.ts';
import { DataTable } from '#web/ui/table/DataTable.tsx';
import { useWords } from '#web/words/words.ts';
import { type Publication, usePublications } from '../shared/publications.ts';
import { PUBLIC } from './public-words.ts';

const TONES: Readonly<Record<Publication['kind'], Tone>> = {
  notice: 'warn',
  final: 'good',
  correction: 'busy',
};

export function PublicationsPage() {
  const t = useWords(PUBLIC);
  const zone = useZone();
  const role = useRole();
  const [correcting, setCorrecting] = useState<Publication>();
  const [job, setJob] = useState<string>();
  const [isProposed, setProposed] = useState(false);
  const isStaff = role === 'evaluation_officer' || role === 'leader';
  const query = usePublications();
  const paper = useMutation({
    mutationFn: ({ list, format }: { readonly list: Publication; readonly format: 'pdf' | 'docx' }) =>
      saveFile(`/zones/${zone}/publications/${list.publication_id}/document?format=${format}`),
  });
  const replaced = new Set(query.data?.items.map(({ replaces }) => replaces));
  const columns: Column<Publication>[] = [
    { id: 'title', title: t.title, width: 400, value: ({ title }) => title },
    {
      id: 'kind',
      title: t.kind,
      width: 90,
      phone: true,
      value: ({ kind }) => t[kind],
      render: ({ kind }) => <StatusTag tone={TONES[kind]}>{t[kind]}</StatusTag>,
    },
    { id: 'rows', title: t.rows, width: 90, digits: 0, phone: true, value: ({ row_count }) => row_count },
    {
      id: 'at',
      title: t.publishedAt,
      width: 165,
      phone: true,
      value: ({ published_at }) => moment(published_at),
    },
    { id: 'until', title: t.until, width: 120, value: ({ notice_until }) => notice_until },
    { id: 'root', title: t.root, width: 180, hidden: true, value: ({ merkle_root }) => merkle_root },
    actsColumn(t.act, 220, (list) => (
      <span style={{ display: 'inline-flex', gap: 12 }}>
        <button
          type="button"
          className="mj-link"
          disabled={paper.isPending}
          onClick={() => paper.mutate({ list, format: 'pdf' })}
        >
          {t.pdf}
        </button>
        <button
          type="button"
          className="mj-link"
          disabled={paper.isPending}
          onClick={() => paper.mutate({ list, format: 'docx' })}
        >
          {t.word}
        </button>
        {role === 'evaluation_officer' && list.kind !== 'notice' && !replaced.has(list.publication_id) && (
          <button type="button" className="mj-link" onClick={() => setCorrecting(list)}>
            {t.correct}
          </button>
        )}
      </span>
    )),
  ];
  return (
    <PageBody full>
      <Loaded query={query}>
        {({ items }) => (
          <>
            <PageHead
              kicker={t.rootHint}
              answer={t.answer(count(items.length))}
              actions={
                <>
                  {isStaff && (
                    <Link to={`/z/${zone}/corrections`}>
                      <Button tabIndex={-1}>{t.seeCorrections}</Button>
                    </Link>
                  )}
                  <Link to={`/public/${zone}`}>
                    <Button tabIndex={-1}>{t.openPublic}</Button>
                  </Link>
                </>
              }
            />
            {job !== undefined && !isProposed && (
              <JobProgress
                jobId={job}
                label={t.correcting}
                onEnd={(state) => setProposed(state === 'done')}
              />
            )}
            {paper.isError && <Refusal error={paper.error} />}
            {isProposed && (
              <Note tone="good">
                {t.proposed} <Link to={`/z/${zone}/corrections`}>{t.seeCorrections}</Link>
              </Note>
            )}
            <DataTable
              id="publications"
              label={t.label}
              columns={columns}
              rows={items}
              rowKey={({ publication_id }) => publication_id}
              empty={<Empty title={t.empty} />}
            />
          </>
        )}
      </Loaded>
      <ReasonDialog
        open={correcting !== undefined}
        title={t.correct}
        confirm={t.propose}
        onClose={() => setCorrecting(undefined)}
        onConfirm={async (reason) => {
          const publication_id = correcting?.publication_id ?? '';
          const { job_id } = await api.evaluation.proposeCorrection({ zone, publication_id, reason });
          setProposed(false);
          setJob(job_id);
        }}
      >
        <p>{t.correctHint}</p>
      </ReasonDialog>
    </PageBody>
  );
}
