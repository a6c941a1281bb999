// Every file that came in for the year, and a place for the next one.
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { type Answer, api } from '#web/client/api.ts';
import { usePeriod, useRole } from '#web/client/me.ts';
import { useZone } from '#web/client/place.ts';
import { problemOf } from '#web/client/problem.ts';
import { FileDrop } from '#web/ui/FileDrop.tsx';
import { Note } from '#web/ui/Note.tsx';
import { count, moment } from '#web/ui/numbers.ts';
import { PageBody } from '#web/ui/PageBody.tsx';
import { PageHead } from '#web/ui/PageHead.tsx';
import { Empty, Failure, Loading } from '#web/ui/States.tsx';
import { StatusTag } from '#web/ui/StatusTag.tsx';
import type { Column } from '#web/ui/table/column.ts';
import { DataTable } from '#web/ui/table/DataTable.tsx';
import { useWords } from '#web/words/words.ts';
import { COLLECTION } from '../shared/collection-words.ts';
import { uploadFigures } from '../shared/upload.ts';
import { IMPORT_TONES } from './import-tones.ts';
import { useSender, useUploader } from './use-sender.ts';

type Import = Answer<typeof api.collection.listImports>['items'][number];

export function ImportsPage() {
  const t = useWords(COLLECTION);
  const zone = useZone();
  const navigate = useNavigate();
  const period = usePeriod();
  const own = useRole() === 'enterprise_user';
  const uploaderOf = useUploader();
  const senderOf = useSender();
  const query = useInfiniteQuery({
    queryKey: ['imports', zone, period],
    queryFn: ({ pageParam }) =>
      api.collection.listImports({
        zone,
        limit: 200,
        ...(period === undefined ? {} : { period_id: period }),
        ...(pageParam === '' ? {} : { cursor: pageParam }),
      }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
  const upload = useMutation({
    mutationFn: (file: File) => uploadFigures(zone, period ?? '', file),
    onSuccess: ({ importId, jobId }) =>
      void navigate({ to: `/z/${zone}/imports/${importId}`, search: { job: jobId } }),
  });
  if (query.isError) return <Failure error={query.error} retry={() => void query.refetch()} />;
  if (query.data === undefined) return <Loading />;
  const imports = query.data.pages.flatMap(({ items }) => items);
  const columns: Column<Import>[] = [
    { id: 'file', title: t.file, width: 220, value: ({ file_name }) => file_name },
    {
      id: 'state',
      title: t.state,
      width: 100,
      phone: true,
      value: ({ state }) => (state === 'reading' ? t.reading : t[state]),
      render: ({ state }) => (
        <StatusTag tone={IMPORT_TONES[state]}>{state === 'reading' ? t.reading : t[state]}</StatusTag>
      ),
    },
    { id: 'rows', title: t.rows, width: 74, digits: 0, phone: true, value: ({ row_count }) => row_count },
    { id: 'bad', title: t.badRows, width: 84, digits: 0, phone: true, value: ({ bad_rows }) => bad_rows },
    { id: 'new', title: t.newRows, width: 70, digits: 0, value: ({ new_rows }) => new_rows },
    { id: 'changed', title: t.changedRows, width: 70, digits: 0, value: ({ changed_rows }) => changed_rows },
    {
      id: 'unchanged',
      title: t.unchangedRows,
      width: 76,
      digits: 0,
      value: ({ unchanged_rows }) => unchanged_rows,
    },
    ...(own
      ? []
      : [
          {
            id: 'by',
            title: t.by,
            width: 130,
            phone: true,
            value: uploaderOf,
          },
          { id: 'office', title: t.office, width: 96, phone: true, value: senderOf },
        ]),
    { id: 'at', title: t.at, width: 165, phone: true, value: ({ uploaded_at }) => moment(uploaded_at) },
  ];
  return (
    <PageBody full>
      <PageHead
        answer={t.importsAnswer(
          count(imports.filter(({ state }) => state === 'staged').length),
          count(imports.length),
        )}
      />
      <FileDrop
        accept=".xlsx,.xls,.csv"
        hint={t.dropHint}
        disabled={upload.isPending || period === undefined}
        onFile={(file) => upload.mutate(file)}
      />
      {upload.isPending && <Note>{t.uploading}</Note>}
      {upload.isError && <Note tone="bad">{problemOf(upload.error).message}</Note>}
      <DataTable
        id="imports"
        label={t.importsLabel}
        columns={columns}
        rows={imports}
        rowKey={({ import_id }) => import_id}
        onOpen={({ import_id }) => void navigate({ to: `/z/${zone}/imports/${import_id}` })}
        empty={<Empty title={t.noImports} />}
      />
      {query.hasNextPage && <Button onClick={() => void query.fetchNextPage()}>{t.more}</Button>}
    </PageBody>
  );
}
