// The figures of a year: an enterprise per row, an item per column; a cell opens into its layers and its history.
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { type Answer, api } from '#web/client/api.ts';
import { usePeriod } from '#web/client/me.ts';
import { useFilters, useZone } from '#web/client/place.ts';
import { usePreferences } from '#web/client/preferences.ts';
import { unitName } from '#core/unit-names.ts';
import { count, fixed } from '#web/ui/numbers.ts';
import { PageBody } from '#web/ui/PageBody.tsx';
import { PageHead } from '#web/ui/PageHead.tsx';
import { QueryBar } from '#web/ui/QueryBar.tsx';
import { Empty, Failure, Loading } from '#web/ui/States.tsx';
import type { Column } from '#web/ui/table/column.ts';
import { DataTable } from '#web/ui/table/DataTable.tsx';
import { useWords } from '#web/words/words.ts';
import '../shared/collection.css';
import { COLLECTION } from '../shared/collection-words.ts';
import { useParks } from '../shared/lists.ts';
import { valueText } from '../shared/value-text.ts';
import { FigureSheet } from './FigureSheet.tsx';

type Grid = Answer<typeof api.collection.listFigures>;
export type GridRow = Grid['items'][number];
export type GridField = Grid['fields'][number];

export function FiguresPage() {
  const t = useWords(COLLECTION);
  const { lang } = usePreferences();
  const zone = useZone();
  const period = usePeriod() ?? '';
  const { filters } = useFilters();
  const parks = useParks().data?.items ?? [];
  const [open, setOpen] = useState<string>();
  const { park_id, search, missing, finding } = filters;
  const query = useInfiniteQuery({
    queryKey: ['figure grid', zone, period, park_id, search, missing, finding],
    queryFn: ({ pageParam }) =>
      api.collection.listFigures({
        zone,
        period_id: period,
        limit: 500,
        ...(park_id === undefined ? {} : { park_id }),
        ...(search === undefined ? {} : { search }),
        ...(missing === undefined ? {} : { missing }),
        ...(finding === undefined ? {} : { finding }),
        ...(pageParam === '' ? {} : { cursor: pageParam }),
      }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    enabled: period !== '',
  });
  if (query.isError) return <Failure error={query.error} retry={() => void query.refetch()} />;
  const first = query.data?.pages[0];
  if (query.data === undefined || first === undefined) return <Loading />;
  const rows = query.data.pages.flatMap(({ items }) => items);
  const { fields } = first;
  const row = rows.find(({ enterprise_id }) => enterprise_id === open);
  const columns: Column<GridRow>[] = [
    { id: 'name', title: t.enterprise, width: 230, value: ({ name }) => name },
    ...fields.map((field): Column<GridRow> => columnOf(field, t, unitName(field.unit ?? '', lang))),
    {
      id: 'findings',
      title: t.findings,
      width: 80,
      digits: 0,
      phone: true,
      value: ({ findings }) => findings.filter(({ state }) => state === 'open').length,
    },
    {
      id: 'confirmation',
      title: t.confirmation,
      width: 100,
      phone: true,
      value: ({ confirmation }) => (confirmation === null ? null : t[confirmation]),
    },
  ];
  const items = fields.map(({ item_id, name }) => ({ value: item_id, label: name }));
  return (
    <PageBody full>
      <PageHead answer={t.figuresAnswer(count(first.count))} />
      <QueryBar
        id="figures"
        search={t.search}
        fields={[
          {
            name: 'park_id',
            label: t.park,
            options: parks.map((one) => ({ value: one.park_id, label: one.name })),
          },
          { name: 'missing', label: t.missingItem, options: items },
          {
            name: 'finding',
            label: t.withFinding,
            options: [{ value: 'any', label: t.anyFinding }, ...items],
          },
        ]}
      />
      <DataTable
        id="figures"
        label={t.figuresLabel}
        columns={columns}
        rows={rows}
        total={first.count}
        rowKey={({ enterprise_id }) => enterprise_id}
        onOpen={({ enterprise_id }) => setOpen(enterprise_id)}
        empty={<Empty />}
      />
      {query.hasNextPage && <Button onClick={() => void query.fetchNextPage()}>{t.more}</Button>}
      <Drawer
        open={row !== undefined}
        title={row?.name}
        size={860}
        onClose={() => setOpen(undefined)}
        destroyOnHidden
      >
        {row !== undefined && <FigureSheet row={row} fields={fields} periodId={period} />}
      </Drawer>
    </PageBody>
  );
}

type YesNo = { readonly yes: string; readonly no: string };

function columnOf(field: GridField, t: YesNo, unit: string): Column<GridRow> {
  const column = { id: field.item_id, title: field.name, unit, width: 120 };
  if (field.kind !== 'number')
    return { ...column, value: ({ effective }) => valueText(effective[field.item_id], t) };
  return {
    ...column,
    digits: 2,
    value: (row) => numberOf(row, field.item_id),
    render: (row) => <Marked row={row} item={field.item_id} text={fixed(numberOf(row, field.item_id))} />,
  };
}

function numberOf({ effective }: GridRow, item: string): number | null {
  const value = effective[item];
  return typeof value === 'number' ? value : null;
}

/** A figure with an open error is marked where it stands. */
function Marked({
  row,
  item,
  text,
}: {
  readonly row: GridRow;
  readonly item: string;
  readonly text: string;
}) {
  const open = row.findings.some(({ item_id, state }) => item_id === item && state === 'open');
  return open ? <mark className="mj-bad-cell">{text}</mark> : text;
}
