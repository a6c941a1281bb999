// Reports that were asked for lately, whoever left the page meanwhile: how far they are, and the archive.
import { useMutation, useQuery } from '@tanstack/react-query';
import { type Answer, api, download } from '#web/client/api.ts';
import { useZone } from '#web/client/place.ts';
import { problemOf } from '#web/client/problem.ts';
import { failureText } from '#web/ui/JobProgress.tsx';
import { Loaded } from '#web/ui/Loaded.tsx';
import { Note } from '#web/ui/Note.tsx';
import { moment, percent } from '#web/ui/numbers.ts';
import { Section } from '#web/ui/Section.tsx';
import { JOB_TONES } from '#web/ui/job-tones.ts';
import { StatusTag } from '#web/ui/StatusTag.tsx';
import type { Column } from '#web/ui/table/column.ts';
import { DataTable } from '#web/ui/table/DataTable.tsx';
import { useWords } from '#web/words/words.ts';
import { useEvaluations } from '../shared/evaluation-choice.ts';
import { useParkNames } from '../shared/run-queries.ts';
import { sizeText } from '../shared/size-text.ts';
import { DOCUMENTS } from './document-words.ts';

type Batch = Answer<typeof api.evaluation.listReports>['items'][number];

const isUnderWay = ({ state }: Batch): boolean => state === 'queued' || state === 'running';

export function RecentReports() {
  const t = useWords(DOCUMENTS);
  const zone = useZone();
  const query = useQuery({
    queryKey: ['reports', zone],
    queryFn: () => api.evaluation.listReports({ zone }),
    refetchInterval: ({ state }) => (state.data?.items.some(isUnderWay) === true ? 1500 : false),
  });
  return (
    <Section title={t.recent} aside={t.recentHint}>
      <Loaded query={query} rows={2}>
        {({ items }) =>
          items.length === 0 ? <p className="meta">{t.noRecent}</p> : <Batches batches={items} />
        }
      </Loaded>
    </Section>
  );
}

function Batches({ batches }: { readonly batches: readonly Batch[] }) {
  const t = useWords(DOCUMENTS);
  const zone = useZone();
  const parks = useParkNames();
  const evaluations = useEvaluations().data?.items ?? [];
  const cancel = useMutation({ mutationFn: (job_id: string) => api.jobs.cancelJob({ zone, job_id }) });
  const nameOf = (id: string): string =>
    evaluations.find(({ evaluation_id }) => evaluation_id === id)?.name ?? '';
  const scopeOf = ({ class: letter, park_id }: Batch): string => {
    const park = park_id === null ? '' : (parks.get(park_id) ?? '');
    if (letter === null) return park === '' ? t.everybody : park;
    return park === '' ? t.classOf(letter) : `${t.classOf(letter)} · ${park}`;
  };
  const stateOf = ({ state, progress, error }: Batch): string => {
    if (state === 'running') return `${t.running} ${percent(progress, 0)}`;
    return state === 'failed' ? `${t.failed} ${failureText(error)}` : t[state];
  };
  const columns: Column<Batch>[] = [
    {
      id: 'evaluation',
      title: t.evaluation,
      width: 300,
      value: ({ evaluation_id }) => nameOf(evaluation_id),
    },
    { id: 'scope', title: t.scope, width: 180, phone: true, value: scopeOf },
    {
      id: 'format',
      title: t.format,
      width: 130,
      phone: true,
      value: ({ format, lang }) => `${format === 'pdf' ? t.pdf : t.word} · ${t[lang]}`,
    },
    {
      id: 'state',
      title: t.state,
      width: 150,
      phone: true,
      value: stateOf,
      render: (batch) => <StatusTag tone={JOB_TONES[batch.state]}>{stateOf(batch)}</StatusTag>,
    },
    { id: 'by', title: t.by, width: 130, value: ({ requested_by }) => requested_by },
    { id: 'at', title: t.at, width: 170, phone: true, value: ({ requested_at }) => moment(requested_at) },
    {
      id: 'archive',
      title: t.archive,
      width: 190,
      phone: true,
      sortable: false,
      value: ({ archive }) => archive?.name ?? null,
      render: (batch) => <ArchiveOf batch={batch} cancel={() => cancel.mutate(batch.job_id)} />,
    },
  ];
  return (
    <>
      {cancel.isError && <Note tone="bad">{problemOf(cancel.error).message}</Note>}
      <DataTable
        id="reports"
        label={t.recentLabel}
        columns={columns}
        rows={batches}
        rowKey={({ job_id }) => job_id}
        height={Math.min(320, 92 + batches.length * 36)}
      />
    </>
  );
}

function ArchiveOf({ batch, cancel }: { readonly batch: Batch; readonly cancel: () => void }) {
  const t = useWords(DOCUMENTS);
  const zone = useZone();
  const { job_id, state, archive } = batch;
  if (isUnderWay(batch))
    return (
      <button type="button" className="mj-link" onClick={cancel}>
        {t.cancel}
      </button>
    );
  if (archive !== null)
    return (
      <button type="button" className="mj-link" onClick={() => download(`/zones/${zone}/reports/${job_id}`)}>
        {t.download(sizeText(archive.bytes))}
      </button>
    );
  return state === 'done' ? <span className="meta">{t.gone}</span> : null;
}
