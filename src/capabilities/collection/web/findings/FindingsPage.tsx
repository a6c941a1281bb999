// Findings worked through one by one, by keyboard: the list at the left, what it is about at the right.
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useEffect, useState } from 'react';
import { api } from '#web/client/api.ts';
import { usePeriod } from '#web/client/me.ts';
import { useFilters, useZone } from '#web/client/place.ts';
import { usePreferences } from '#web/client/preferences.ts';
import { problemOf } from '#web/client/problem.ts';
import { JobProgress } from '#web/ui/JobProgress.tsx';
import { count } from '#web/ui/numbers.ts';
import { PageBody } from '#web/ui/PageBody.tsx';
import { PageHead } from '#web/ui/PageHead.tsx';
import { QueryBar } from '#web/ui/QueryBar.tsx';
import { ReasonDialog } from '#web/ui/ReasonDialog.tsx';
import { Empty, Failure, Loading } from '#web/ui/States.tsx';
import { StatusTag } from '#web/ui/StatusTag.tsx';
import type { Column } from '#web/ui/table/column.ts';
import { DataTable } from '#web/ui/table/DataTable.tsx';
import { useWords } from '#web/words/words.ts';
import '../shared/collection.css';
import { COLLECTION } from '../shared/collection-words.ts';
import { useParks } from '../shared/lists.ts';
import { problemText } from '../shared/problem-text.ts';
import { type FindingLine, findingLines } from './finding-list.ts';
import { OneFinding } from './OneFinding.tsx';

export type Decision = 'accepted' | 'explained';

export function FindingsPage() {
  const t = useWords(COLLECTION);
  const { lang } = usePreferences();
  const zone = useZone();
  const period = usePeriod() ?? '';
  const { filters } = useFilters();
  const { message } = App.useApp();
  const parks = useParks().data?.items ?? [];
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [current, setCurrent] = useState<string>();
  const [deciding, setDeciding] = useState<{
    readonly what: Decision;
    readonly lines: readonly FindingLine[];
  }>();
  const [job, setJob] = useState<string>();
  const { park_id, search, item } = filters;
  const query = useInfiniteQuery({
    queryKey: ['findings', zone, period, park_id, search, item],
    queryFn: ({ pageParam }) =>
      api.collection.listFigures({
        zone,
        period_id: period,
        finding: item ?? 'any',
        limit: 500,
        ...(park_id === undefined ? {} : { park_id }),
        ...(search === undefined ? {} : { search }),
        ...(pageParam === '' ? {} : { cursor: pageParam }),
      }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    enabled: period !== '',
  });
  const check = useMutation({
    mutationFn: () => api.collection.runChecks({ zone, period_id: period }),
    onSuccess: ({ job_id }) => setJob(job_id),
    onError: (error) => void message.error(problemOf(error).message),
  });
  const fields = query.data?.pages[0]?.fields ?? [];
  const lines = findingLines({ fields, items: query.data?.pages.flatMap(({ items }) => items) ?? [] });
  const at = Math.max(
    0,
    lines.findIndex(({ key }) => key === current),
  );
  const line = lines[at];
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.target instanceof Element && event.target.closest('input, textarea, .ant-modal') !== null)
        return;
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      const step = { j: 1, J: 1, ArrowDown: 1, k: -1, K: -1, ArrowUp: -1 }[event.key];
      if (step !== undefined) setCurrent(lines[Math.min(lines.length - 1, Math.max(0, at + step))]?.key);
      if (line === undefined) return;
      if (event.key === '1') setDeciding({ what: 'accepted', lines: [line] });
      if (event.key === '2') setDeciding({ what: 'explained', lines: [line] });
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [lines, at, line]);
  // The first line counts all findings, so all pages are read.
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  if (query.isError) return <Failure error={query.error} retry={() => void query.refetch()} />;
  if (query.data === undefined) return <Loading />;
  const errors = lines.filter(({ severity }) => severity === 'error').length;
  const columns: Column<FindingLine>[] = [
    { id: 'enterprise', title: t.enterprise, width: 210, value: ({ row }) => row.name },
    { id: 'item', title: t.item, width: 110, phone: true, value: ({ itemName }) => itemName },
    {
      id: 'severity',
      title: t.severity,
      width: 80,
      phone: true,
      value: ({ severity }) => t[severity],
      render: ({ severity }) => (
        <StatusTag tone={severity === 'error' ? 'bad' : 'warn'}>{t[severity]}</StatusTag>
      ),
    },
    {
      id: 'rule',
      title: t.rule,
      width: 320,
      phone: true,
      value: ({ code, params }) => problemText(code, params, lang),
    },
  ];
  return (
    <PageBody full>
      <PageHead
        kicker={t.findingsHint}
        answer={lines.length === 0 ? t.findingsDone : t.findingsAnswer(count(lines.length), count(errors))}
        actions={
          <>
            {selected.size > 0 && (
              <Button
                type="primary"
                onClick={() =>
                  setDeciding({ what: 'explained', lines: lines.filter(({ key }) => selected.has(key)) })
                }
              >
                {t.selectedDecide(count(selected.size))}
              </Button>
            )}
            <Button loading={check.isPending} onClick={() => check.mutate()}>
              {t.check}
            </Button>
          </>
        }
      />
      {job !== undefined && <JobProgress jobId={job} label={t.checking} onEnd={() => void query.refetch()} />}
      <QueryBar
        id="findings"
        search={t.search}
        fields={[
          {
            name: 'park_id',
            label: t.park,
            options: parks.map((park) => ({ value: park.park_id, label: park.name })),
          },
          {
            name: 'item',
            label: t.item,
            options: fields.map((field) => ({ value: field.item_id, label: field.name })),
          },
        ]}
      />
      <div className="mj-findings">
        <div>
          <DataTable
            id="findings"
            label={t.findingsLabel}
            columns={columns}
            rows={lines}
            rowKey={({ key }) => key}
            selection={selected}
            onSelect={setSelected}
            onOpen={({ key }) => setCurrent(key)}
            empty={<Empty title={t.findingsDone} />}
          />
        </div>
        {line !== undefined && (
          <OneFinding
            line={line}
            fields={fields}
            periodId={period}
            onDecide={(what) => setDeciding({ what, lines: [line] })}
          />
        )}
      </div>
      <ReasonDialog
        open={deciding !== undefined}
        title={deciding === undefined ? '' : deciding.what === 'accepted' ? t.right : t.explained}
        suggestions={[t.reasonSame, t.reasonOnce]}
        onClose={() => setDeciding(undefined)}
        onConfirm={async (reason) => {
          for (const one of deciding?.lines ?? [])
            await api.collection.decideFinding({
              zone,
              period_id: period,
              enterprise_id: one.row.enterprise_id,
              item_id: one.item_id,
              code: one.code,
              state: deciding?.what ?? 'accepted',
              reason,
              version: one.version,
            });
          setSelected(new Set());
          // The next one takes the place of what was settled.
          setCurrent(lines[at + 1]?.key);
          await query.refetch();
        }}
      />
    </PageBody>
  );
}
