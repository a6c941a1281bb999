// The rows of a file, each with what is wrong in it: the cell is marked, the words stand beside it.
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { type Answer, api } from '#web/client/api.ts';
import { useZone } from '#web/client/place.ts';
import { type Lang, usePreferences } from '#web/client/preferences.ts';
import { count } from '#web/ui/numbers.ts';
import { Section } from '#web/ui/Section.tsx';
import { Empty, Failure, Loading } from '#web/ui/States.tsx';
import type { Column } from '#web/ui/table/column.ts';
import { DataTable } from '#web/ui/table/DataTable.tsx';
import { useWords } from '#web/words/words.ts';
import '../shared/collection.css';
import { COLLECTION } from '../shared/collection-words.ts';
import { problemHint, problemText } from '../shared/problem-text.ts';
import { valueText } from '../shared/value-text.ts';
import { ImportCell } from './ImportCell.tsx';
import type { ImportRecord } from './ImportPage.tsx';

export type Row = Answer<typeof api.collection.listImportRows>['items'][number];

export function RowsOfImport({ record }: { readonly record: ImportRecord }) {
  const t = useWords(COLLECTION);
  const { lang } = usePreferences();
  const zone = useZone();
  const { import_id, columns, bad_rows, version } = record;
  const [only, setOnly] = useState<'bad' | 'all'>(bad_rows > 0 ? 'bad' : 'all');
  const query = useInfiniteQuery({
    queryKey: ['import rows', zone, import_id, only, version],
    queryFn: ({ pageParam }) =>
      api.collection.listImportRows({
        zone,
        import_id,
        only,
        limit: 200,
        ...(pageParam === '' ? {} : { cursor: pageParam }),
      }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
  const rows = query.data?.pages.flatMap(({ items }) => items);
  const shown: Column<Row>[] = [
    { id: 'code', title: t.creditCode, width: 180, value: ({ credit_code }) => credit_code },
    {
      id: 'row',
      title: t.rowNumber,
      width: 70,
      digits: 0,
      phone: true,
      value: ({ row_number }) => row_number,
    },
    ...columns.map(({ item_id, header }) => ({
      id: item_id,
      title: header,
      width: 120,
      // On a narrow screen the figures that are right have no place.
      phone: rows?.some(({ problems }) => problems.some(({ column }) => column === header)) === true,
      value: ({ figures }: Row) => valueText(figures[item_id], t),
      render: (row: Row) => (
        <ImportCell {...{ record, row, item: item_id, header }} text={valueText(row.figures[item_id], t)} />
      ),
    })),
    {
      id: 'problems',
      title: t.problems,
      width: 420,
      phone: true,
      value: ({ problems }) => problems.map((problem) => wordsOf(problem, lang)).join('；'),
    },
  ];
  return (
    <Section
      title={t.rowsLabel}
      aside={
        <Segmented
          value={only}
          options={[
            { value: 'bad' as const, label: `${t.onlyBad} ${count(bad_rows)}` },
            { value: 'all' as const, label: t.allRows },
          ]}
          onChange={setOnly}
        />
      }
    >
      {query.isError && <Failure error={query.error} retry={() => void query.refetch()} />}
      {rows === undefined ? (
        <Loading />
      ) : (
        <DataTable
          id="import-rows"
          label={t.rowsLabel}
          columns={shown}
          rows={rows}
          total={only === 'bad' ? bad_rows : record.row_count}
          rowKey={({ row_number }) => String(row_number)}
          height={480}
          empty={<Empty title={t.noBad} />}
        />
      )}
      {query.hasNextPage && <Button onClick={() => void query.fetchNextPage()}>{t.more}</Button>}
    </Section>
  );
}

type Problem = Row['problems'][number];

function wordsOf({ code, params, column }: Problem, lang: Lang): string {
  const hint = problemHint(code, lang);
  const where = column === undefined ? '' : `“${column}” `;
  return `${where}${problemText(code, params, lang)}${hint === undefined ? '' : ` · ${hint}`}`;
}
