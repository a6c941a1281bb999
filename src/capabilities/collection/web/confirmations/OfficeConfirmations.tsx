// Who has confirmed, who disputes what, who said nothing yet; a row opens into its disputes.
import { useInfiniteQuery } from '@tanstack/react-query';
import { Drawer } from 'antd';
import { useState } from 'react';
import { type Answer, api } from '#web/client/api.ts';
import { usePeriod } from '#web/client/me.ts';
import { useFilters, useZone } from '#web/client/place.ts';
import { BusyButton } from '#web/ui/BusyButton.tsx';
import { count, moment } from '#web/ui/numbers.ts';
import { PageHead } from '#web/ui/PageHead.tsx';
import { QueryBar } from '#web/ui/QueryBar.tsx';
import { Empty, Failure, Loading } from '#web/ui/States.tsx';
import { StatusTag } from '#web/ui/StatusTag.tsx';
import type { Column } from '#web/ui/table/column.ts';
import { DataTable } from '#web/ui/table/DataTable.tsx';
import { useWords } from '#web/words/words.ts';
import type { Answered } from '#capabilities/collection/contract/confirmations.ts';
import { COLLECTION } from '../shared/collection-words.ts';
import { useParks } from '../shared/lists.ts';
import { Disputes } from './Disputes.tsx';
import { ANSWER_TONES } from './answer-tones.ts';
import { ANSWERED, isAnswered } from './answered.ts';

type Row = Answer<typeof api.collection.listConfirmations>['items'][number];

export function OfficeConfirmations() {
  const t = useWords(COLLECTION);
  const period = usePeriod() ?? '';
  const parks = useParks().data?.items ?? [];
  const [open, setOpen] = useState<string>();
  const { query, state } = useConfirmations(period);
  if (query.isError) return <Failure error={query.error} retry={() => void query.refetch()} />;
  const first = query.data?.pages[0];
  if (query.data === undefined || first === undefined) return <Loading />;
  const rows = query.data.pages.flatMap(({ items }) => items);
  const { counts } = first;
  const total = Object.values(counts).reduce((sum, n) => sum + n, 0);
  const shown = rows.find(({ enterprise_id }) => enterprise_id === open);
  const stateOf = ({ said }: Row): Answered => said?.state ?? 'unanswered';
  const columns: Column<Row>[] = [
    { id: 'name', title: t.enterprise, width: 260, value: ({ name }) => name },
    {
      id: 'state',
      title: t.state,
      width: 110,
      phone: true,
      value: (row) => t[stateOf(row)],
      render: (row) => <StatusTag tone={ANSWER_TONES[stateOf(row)]}>{t[stateOf(row)]}</StatusTag>,
    },
    {
      id: 'open',
      title: t.openDisputes,
      unit: t.itemUnit,
      width: 110,
      digits: 0,
      phone: true,
      value: ({ said }) => said?.disputes.filter(({ answer }) => answer === null).length ?? null,
    },
    {
      id: 'disputes',
      title: t.disputes,
      unit: t.itemUnit,
      width: 90,
      digits: 0,
      value: ({ said }) => said?.disputes.length ?? null,
    },
    {
      id: 'at',
      title: t.saidAt,
      width: 168,
      phone: true,
      value: ({ said }) => (said === null ? null : moment(said.decided_at)),
    },
    { id: 'answer', title: t.latestAnswer, width: 280, value: ({ said }) => said?.answer ?? null },
    { id: 'code', title: t.creditCode, width: 190, hidden: true, value: ({ credit_code }) => credit_code },
  ];
  return (
    <>
      <PageHead
        answer={t.confirmAnswer(
          count(counts.confirmed),
          count(counts.disputed),
          count(counts.settled),
          count(counts.unanswered),
        )}
      />
      <QueryBar
        id="confirmations"
        search={t.search}
        fields={[
          {
            name: 'state',
            label: t.state,
            options: ANSWERED.map((value) => ({
              value,
              label: `${t[value]} ${count(counts[value])}`,
            })),
          },
          {
            name: 'park_id',
            label: t.park,
            options: parks.map((park) => ({ value: park.park_id, label: park.name })),
          },
          {
            name: 'scale',
            label: t.scale,
            options: (['above_scale', 'below_scale'] as const).map((value) => ({ value, label: t[value] })),
          },
        ]}
      />
      <DataTable
        id="confirmations"
        label={t.confirmLabel}
        columns={columns}
        rows={rows}
        total={state === undefined ? total : counts[state]}
        rowKey={({ enterprise_id }) => enterprise_id}
        onOpen={({ enterprise_id }) => setOpen(enterprise_id)}
        empty={<Empty title={t.noConfirmations} />}
      />
      {query.hasNextPage && (
        <BusyButton busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t.more}
        </BusyButton>
      )}
      <Drawer
        open={shown !== undefined}
        title={shown?.name}
        size={560}
        onClose={() => setOpen(undefined)}
        destroyOnHidden
      >
        {shown !== undefined && <Disputes row={shown} periodId={period} />}
      </Drawer>
    </>
  );
}

function useConfirmations(period: string) {
  const zone = useZone();
  const { park_id, search, scale, state: asked } = useFilters().filters;
  const state = isAnswered(asked) ? asked : undefined;
  const query = useInfiniteQuery({
    queryKey: ['confirmations', zone, period, state, park_id, scale, search],
    queryFn: ({ pageParam }) =>
      api.collection.listConfirmations({
        zone,
        period_id: period,
        limit: 200,
        ...(state === undefined ? {} : { state }),
        ...(park_id === undefined ? {} : { park_id }),
        ...(scale === 'above_scale' || scale === 'below_scale' ? { scale } : {}),
        ...(search === undefined ? {} : { search }),
        ...(pageParam === '' ? {} : { cursor: pageParam }),
      }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    enabled: period !== '',
  });
  return { query, state };
}
