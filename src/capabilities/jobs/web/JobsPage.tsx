// Background work: what is under way, what has failed and why.
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type Answer, api } from '#web/client/api.ts';
import { useZone } from '#web/client/place.ts';
import { count, moment, percent } from '#web/ui/numbers.ts';
import { PageBody } from '#web/ui/PageBody.tsx';
import { PageHead } from '#web/ui/PageHead.tsx';
import { Empty, Failure, Loading } from '#web/ui/States.tsx';
import { JOB_TONES } from '#web/ui/job-tones.ts';
import { StatusTag } from '#web/ui/StatusTag.tsx';
import type { Column } from '#web/ui/table/column.ts';
import { DataTable } from '#web/ui/table/DataTable.tsx';
import { useWords } from '#web/words/words.ts';
import { JOBS } from './jobs-words.ts';

type Job = Answer<typeof api.jobs.listJobs>['items'][number];

export function JobsPage() {
  const t = useWords(JOBS);
  const zone = useZone();
  const query = useInfiniteQuery({
    queryKey: ['jobs', zone],
    queryFn: ({ pageParam }) =>
      api.jobs.listJobs({ zone, limit: 200, ...(pageParam === '' ? {} : { cursor: pageParam }) }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    refetchInterval: 3000,
  });
  if (query.isError) return <Failure error={query.error} retry={() => void query.refetch()} />;
  if (query.data === undefined) return <Loading />;
  const jobs = query.data.pages.flatMap(({ items }) => items);
  const inState = (...states: Job['state'][]): string =>
    count(jobs.filter(({ state }) => states.includes(state)).length);
  const names: Readonly<Record<string, unknown>> = t;
  const nameOf = (kind: string): string => {
    const name = names[kind];
    return typeof name === 'string' ? name : kind;
  };
  const columns: Column<Job>[] = [
    { id: 'kind', title: t.kind, width: 220, value: ({ kind }) => nameOf(kind) },
    {
      id: 'state',
      title: t.state,
      width: 110,
      phone: true,
      value: ({ state }) => t[state],
      render: ({ state }) => <StatusTag tone={JOB_TONES[state]}>{t[state]}</StatusTag>,
    },
    {
      id: 'progress',
      title: t.progress,
      width: 90,
      digits: 0,
      phone: true,
      value: ({ state, progress }) => (state === 'done' ? 1 : progress),
      render: ({ state, progress }) => percent(state === 'done' ? 1 : progress, 0),
    },
    { id: 'by', title: t.by, width: 150, phone: true, value: ({ requested_by }) => requested_by.name },
    { id: 'at', title: t.at, width: 168, phone: true, value: ({ requested_at }) => moment(requested_at) },
    { id: 'took', title: t.took, unit: t.seconds, width: 100, digits: 1, value: secondsOf },
  ];
  return (
    <PageBody full>
      <PageHead answer={t.answer(inState('queued', 'running'), inState('failed'))} />
      <DataTable
        id="jobs"
        label={t.label}
        columns={columns}
        rows={jobs}
        rowKey={({ job_id }) => job_id}
        empty={<Empty title={t.empty} hint={t.emptyHint} />}
      />
      {query.hasNextPage && <Button onClick={() => void query.fetchNextPage()}>{t.more}</Button>}
    </PageBody>
  );
}

function secondsOf({ started_at, finished_at }: Job): number | null {
  if (started_at === null || finished_at === null) return null;
  return (Date.parse(finished_at) - Date.parse(started_at)) / 1000;
}
