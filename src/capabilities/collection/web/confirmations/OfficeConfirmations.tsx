// Who has confirmed, who disputes what; disputes are answered here, one by one.
import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { type Answer, api } from '#web/client/api.ts';
import { usePeriod, useRole } from '#web/client/me.ts';
import { useFilters, useZone } from '#web/client/place.ts';
import { Note } from '#web/ui/Note.tsx';
import { count, moment } from '#web/ui/numbers.ts';
import { PageHead } from '#web/ui/PageHead.tsx';
import { QueryBar } from '#web/ui/QueryBar.tsx';
import { ReasonDialog } from '#web/ui/ReasonDialog.tsx';
import { Empty, Failure, Loading } from '#web/ui/States.tsx';
import { StatusTag } from '#web/ui/StatusTag.tsx';
import type { Column } from '#web/ui/table/column.ts';
import { DataTable } from '#web/ui/table/DataTable.tsx';
import { useWords } from '#web/words/words.ts';
import { COLLECTION } from '../shared/collection-words.ts';
import { useItems } from '../shared/lists.ts';
import { valueText } from '../shared/value-text.ts';

type Confirmation = Answer<typeof api.collection.listConfirmations>['items'][number];

const TONES = { confirmed: 'good', disputed: 'warn', settled: 'plain' } as const;

export function OfficeConfirmations() {
  const t = useWords(COLLECTION);
  const zone = useZone();
  const period = usePeriod() ?? '';
  const { filters } = useFilters();
  const [open, setOpen] = useState<Confirmation>();
  const query = useInfiniteQuery({
    queryKey: ['confirmations', zone, period],
    queryFn: ({ pageParam }) =>
      api.collection.listConfirmations({
        zone,
        period_id: period,
        limit: 200,
        ...(pageParam === '' ? {} : { cursor: pageParam }),
      }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    enabled: period !== '',
  });
  const all = query.data?.pages.flatMap(({ items }) => items);
  const ids = all?.map(({ enterprise_id }) => enterprise_id);
  const names = useQuery({
    queryKey: ['names', zone, ids],
    queryFn: async () =>
      new Map(
        (
          await Promise.all(
            (ids ?? []).map((enterprise_id) => api.registry.getEnterprise({ zone, enterprise_id })),
          )
        ).map(({ enterprise_id, name }) => [enterprise_id, name] as const),
      ),
    enabled: ids !== undefined && ids.length > 0,
  });
  if (query.isError) return <Failure error={query.error} retry={() => void query.refetch()} />;
  if (all === undefined) return <Loading />;
  const nameOf = ({ enterprise_id }: Confirmation): string => names.data?.get(enterprise_id) ?? '';
  const inState = (state: Confirmation['state']): string =>
    count(all.filter((one) => one.state === state).length);
  const order = ['disputed', 'settled', 'confirmed'];
  const rows = all
    .filter((one) => filters['state'] === undefined || one.state === filters['state'])
    .sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
  const columns: Column<Confirmation>[] = [
    { id: 'name', title: t.enterprise, width: 260, value: nameOf },
    {
      id: 'state',
      title: t.state,
      width: 110,
      phone: true,
      value: ({ state }) => t[state],
      render: ({ state }) => <StatusTag tone={TONES[state]}>{t[state]}</StatusTag>,
    },
    {
      id: 'disputes',
      title: t.disputes,
      width: 90,
      digits: 0,
      phone: true,
      value: ({ disputes }) => disputes.length,
    },
    { id: 'at', title: t.at, width: 168, phone: true, value: ({ decided_at }) => moment(decided_at) },
    { id: 'answer', title: t.officeAnswer, width: 300, value: ({ answer }) => answer },
  ];
  return (
    <>
      <PageHead answer={t.confirmAnswer(inState('confirmed'), inState('disputed'))} />
      <QueryBar
        id="confirmations"
        fields={[
          {
            name: 'state',
            label: t.state,
            options: (['disputed', 'settled', 'confirmed'] as const).map((value) => ({
              value,
              label: t[value],
            })),
          },
        ]}
      />
      <DataTable
        id="confirmations"
        label={t.confirmLabel}
        columns={columns}
        rows={rows}
        total={all.length}
        rowKey={({ enterprise_id }) => enterprise_id}
        onOpen={setOpen}
        empty={<Empty title={t.noConfirmations} />}
      />
      {query.hasNextPage && <Button onClick={() => void query.fetchNextPage()}>{t.more}</Button>}
      <Drawer
        open={open !== undefined}
        title={open === undefined ? '' : nameOf(open)}
        size={560}
        onClose={() => setOpen(undefined)}
      >
        {open !== undefined && (
          <Disputes confirmation={open} periodId={period} onDone={() => setOpen(undefined)} />
        )}
      </Drawer>
    </>
  );
}

type DisputesProps = {
  readonly confirmation: Confirmation;
  readonly periodId: string;
  readonly onDone: () => void;
};

function Disputes({ confirmation, periodId, onDone }: DisputesProps) {
  const t = useWords(COLLECTION);
  const zone = useZone();
  const officer = useRole() === 'evaluation_officer';
  const items = new Map(useItems().data?.items.map(({ item_id, name }) => [item_id, name]));
  const [adopt, setAdopt] = useState<boolean>();
  const answer = useMutation({
    mutationFn: (text: string) =>
      api.collection.answerDispute({
        zone,
        period_id: periodId,
        enterprise_id: confirmation.enterprise_id,
        adopt: adopt === true,
        answer: text,
        version: confirmation.version,
      }),
    onSuccess: onDone,
  });
  return (
    <div style={{ display: 'flex', flexDirection: 'column', gap: 14 }}>
      <StatusTag tone={TONES[confirmation.state]}>{t[confirmation.state]}</StatusTag>
      <ul className="mj-lines">
        {confirmation.disputes.map((dispute) => (
          <li key={dispute.item_id}>
            {t.claims(
              items.get(dispute.item_id) ?? dispute.item_id,
              valueText(dispute.value, t),
              dispute.reason,
            )}
          </li>
        ))}
      </ul>
      {confirmation.answer !== null && <Note>{confirmation.answer}</Note>}
      {officer && confirmation.state === 'disputed' && (
        <div className="mj-head-actions">
          <Button type="primary" onClick={() => setAdopt(true)}>
            {t.adopt}
          </Button>
          <Button onClick={() => setAdopt(false)}>{t.keep}</Button>
        </div>
      )}
      <ReasonDialog
        open={adopt !== undefined}
        title={adopt === true ? t.adopt : t.keep}
        onClose={() => setAdopt(undefined)}
        onConfirm={(text) => answer.mutateAsync(text)}
      >
        <p>{t.answerHint}</p>
      </ReasonDialog>
    </div>
  );
}
