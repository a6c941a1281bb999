// The audit log: filtered, opened, verified, exported.
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { App, Button, Modal } from 'antd';
import { useState } from 'react';
import { ROLE_LABELS } from '#core/role-labels.ts';
import { type Answer, api, download } from '#web/client/api.ts';
import { useFilters, useZone } from '#web/client/place.ts';
import { problemOf } from '#web/client/problem.ts';
import { BusyButton } from '#web/ui/BusyButton.tsx';
import { count, moment } from '#web/ui/numbers.ts';
import { PageBody } from '#web/ui/PageBody.tsx';
import { PageHead } from '#web/ui/PageHead.tsx';
import { QueryBar } from '#web/ui/QueryBar.tsx';
import { Empty, Failure, Loading } from '#web/ui/States.tsx';
import { StatusTag } from '#web/ui/StatusTag.tsx';
import type { Column } from '#web/ui/table/column.ts';
import { DataTable } from '#web/ui/table/DataTable.tsx';
import { useLabel, useWords } from '#web/words/words.ts';
import { AUDIT } from './audit-words.ts';

type Entry = Answer<typeof api.audit.listAuditEntries>['items'][number];

const TONES = { done: 'good', refused: 'warn', failed: 'bad' } as const;

export function AuditPage() {
  const t = useWords(AUDIT);
  const label = useLabel();
  const zone = useZone();
  const { message } = App.useApp();
  const { filters } = useFilters();
  const [open, setOpen] = useState<Entry>();
  const outcome = filters['outcome'] as Entry['outcome'] | undefined;
  const action = filters['search'];
  const query = useInfiniteQuery({
    queryKey: ['audit', zone, outcome, action],
    queryFn: ({ pageParam }) =>
      api.audit.listAuditEntries({
        zone,
        limit: 500,
        ...(pageParam === '' ? {} : { cursor: pageParam }),
        ...(outcome === undefined ? {} : { outcome }),
        ...(action === undefined ? {} : { action }),
      }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
  const verify = useMutation({
    mutationFn: () => api.audit.verifyAudit({ zone }),
    onSuccess: ({ ok, entries, broken_at }) =>
      void (ok ? message.success(t.whole(count(entries))) : message.error(t.broken(count(broken_at)))),
    onError: (error) => void message.error(problemOf(error).message),
  });
  const roles: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = ROLE_LABELS;
  const roleName = (role: string): string => (roles[role] === undefined ? role : label(roles[role]));
  const columns: Column<Entry>[] = [
    { id: 'at', title: t.at, width: 168, value: ({ at }) => moment(at) },
    { id: 'seq', title: t.seq, width: 80, digits: 0, value: ({ seq }) => seq },
    { id: 'actor', title: t.actor, width: 140, value: ({ actor_name }) => actor_name, phone: true },
    { id: 'role', title: t.role, width: 120, value: ({ role }) => roleName(role) },
    { id: 'action', title: t.action, width: 200, value: ({ action: one }) => one, phone: true },
    {
      id: 'object',
      title: t.object,
      width: 260,
      value: ({ object_type, object_id }) => `${object_type} ${object_id}`,
    },
    {
      id: 'outcome',
      title: t.outcome,
      width: 90,
      phone: true,
      value: ({ outcome: one }) => t[one],
      render: ({ outcome: one }) => <StatusTag tone={TONES[one]}>{t[one]}</StatusTag>,
    },
    { id: 'address', title: t.address, width: 130, value: ({ address }) => address },
  ];
  const entries = query.data?.pages.flatMap(({ items }) => items);
  return (
    <PageBody full>
      <PageHead
        answer={t.answer}
        kicker={t.kicker}
        actions={
          <>
            <BusyButton busy={verify.isPending} onClick={() => verify.mutate()}>
              {t.verify}
            </BusyButton>
            <Button onClick={() => download(`/zones/${zone}/audit/export`)}>{t.export}</Button>
            <Button onClick={() => download(`/zones/${zone}/audit/export?format=syslog`)}>{t.syslog}</Button>
          </>
        }
      />
      <QueryBar
        id="audit"
        search={t.search}
        fields={[
          {
            name: 'outcome',
            label: t.outcome,
            options: (['done', 'refused', 'failed'] as const).map((value) => ({ value, label: t[value] })),
          },
        ]}
      />
      {query.isError && <Failure error={query.error} retry={() => void query.refetch()} />}
      {entries === undefined ? (
        <Loading />
      ) : (
        <DataTable
          id="audit"
          label={t.label}
          columns={columns}
          rows={entries}
          rowKey={({ seq }) => String(seq)}
          onOpen={setOpen}
          empty={<Empty title={t.empty} />}
        />
      )}
      {query.hasNextPage && <Button onClick={() => void query.fetchNextPage()}>{t.more}</Button>}
      <Modal
        open={open !== undefined}
        title={open?.action}
        footer={null}
        width={720}
        onCancel={() => setOpen(undefined)}
      >
        <pre style={{ overflow: 'auto', maxHeight: '60vh' }}>{JSON.stringify(open, null, 2)}</pre>
      </Modal>
    </PageBody>
  );
}
