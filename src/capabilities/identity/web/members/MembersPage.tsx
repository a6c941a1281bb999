// Accounts and roles of the zone, each of the three administrators with the acts that are theirs.
import { useMutation, useQuery } from '@tanstack/react-query';
import { App, Button, Dropdown } from 'antd';
import { useState } from 'react';
import { ROLE_LABELS } from '#core/role-labels.ts';
import { type Answer, api, download } from '#web/client/api.ts';
import { useRole } from '#web/client/me.ts';
import { useFilters, useZone } from '#web/client/place.ts';
import { problemOf } from '#web/client/problem.ts';
import { Failure, Loading } from '#web/ui/States.tsx';
import { count } from '#web/ui/numbers.ts';
import { PageBody } from '#web/ui/PageBody.tsx';
import { PageHead } from '#web/ui/PageHead.tsx';
import { QueryBar } from '#web/ui/QueryBar.tsx';
import { StatusTag } from '#web/ui/StatusTag.tsx';
import { actsColumn, type Column } from '#web/ui/table/column.ts';
import { DataTable } from '#web/ui/table/DataTable.tsx';
import { useLabel, useWords } from '#web/words/words.ts';
import { AddMember } from './AddMember.tsx';
import { type Act, actsOf } from './acts.ts';
import { MEMBERS } from './members-words.ts';

type Member = Answer<typeof api.identity.listMemberships>['items'][number];
type Shown = { readonly title: string; readonly password: string };

export function MembersPage() {
  const t = useWords(MEMBERS);
  const label = useLabel();
  const zone = useZone();
  const role = useRole();
  const { filters } = useFilters();
  const { modal, message } = App.useApp();
  const [adding, setAdding] = useState(false);
  const query = useQuery({
    queryKey: ['members', zone],
    queryFn: () => api.identity.listMemberships({ zone }),
  });
  const show = ({ title, password }: Shown): void =>
    void modal.success({
      title,
      content: (
        <>
          <p>
            <code style={{ fontSize: 18 }}>{password}</code>
          </p>
          <p className="meta">{t.oneTimeHint}</p>
        </>
      ),
    });
  const act = useMutation({
    mutationFn: ({ act: one, member }: { act: Act; member: Member }) => perform(zone, one, member),
    onSuccess: (password, { member }) => {
      if (password !== null) show({ title: t.oneTime(member.name), password });
    },
    onError: (error) => void message.error(problemOf(error).message),
  });
  if (query.isError) return <Failure error={query.error} retry={() => void query.refetch()} />;
  if (query.data === undefined) return <Loading />;
  const { items } = query.data;
  const search = filters['search']?.toLowerCase();
  const rows = items.filter(
    ({ name, username, role: of, state }) =>
      (search === undefined || `${name}${username}`.toLowerCase().includes(search)) &&
      (filters['role'] === undefined || of === filters['role']) &&
      (filters['state'] === undefined || state === filters['state']),
  );
  const ask = (one: Act, member: Member): void =>
    void modal.confirm({
      title: t.sure(t[one], member.name),
      onOk: () => act.mutateAsync({ act: one, member }),
    });
  const columns: Column<Member>[] = [
    { id: 'name', title: t.name, width: 170, value: ({ name }) => name },
    { id: 'username', title: t.username, width: 130, value: ({ username }) => username, phone: true },
    {
      id: 'role',
      title: t.role,
      width: 150,
      value: ({ role: of }) => label(ROLE_LABELS[of]),
      phone: true,
    },
    {
      id: 'state',
      title: t.state,
      width: 110,
      phone: true,
      value: ({ state, disabled }) => (disabled ? t.disabled : t[state]),
      render: ({ state, disabled }) => (
        <StatusTag
          tone={disabled ? 'bad' : state === 'active' ? 'good' : state === 'proposed' ? 'warn' : 'plain'}
        >
          {disabled ? t.disabled : t[state]}
        </StatusTag>
      ),
    },
    { id: 'factor', title: t.factor, width: 90, value: ({ two_factor }) => (two_factor ? '✓' : '') },
    {
      id: 'proposed',
      title: t.proposedBy,
      width: 150,
      value: ({ proposed_by }) => proposed_by,
      hidden: true,
    },
    {
      id: 'approved',
      title: t.approvedBy,
      width: 150,
      value: ({ approved_by }) => approved_by,
      hidden: true,
    },
    actsColumn(t.act, 110, (member) => {
      const acts = actsOf(role, member);
      if (acts.length === 0) return null;
      return (
        <Dropdown
          trigger={['click']}
          menu={{
            items: acts.map((one) => ({ key: one, label: t[one], onClick: () => ask(one, member) })),
          }}
        >
          <Button size="small">{t.act}</Button>
        </Dropdown>
      );
    }),
  ];
  const inState = (state: Member['state']): string =>
    count(items.filter((member) => member.state === state).length);
  return (
    <PageBody full>
      <PageHead
        answer={t.answer(inState('active'), inState('proposed'))}
        kicker={t.hands}
        actions={
          <>
            {role !== 'system_admin' && (
              <Button onClick={() => download(`/zones/${zone}/members/export?format=xlsx`)}>
                {t.export}
              </Button>
            )}
            {role === 'system_admin' && (
              <Button type="primary" onClick={() => setAdding(true)}>
                {t.add}
              </Button>
            )}
          </>
        }
      />
      <QueryBar
        id="members"
        search={t.search}
        fields={[
          {
            name: 'role',
            label: t.role,
            options: Object.entries(ROLE_LABELS).map(([value, labels]) => ({ value, label: label(labels) })),
          },
          {
            name: 'state',
            label: t.state,
            options: (['proposed', 'active', 'ended'] as const).map((value) => ({ value, label: t[value] })),
          },
        ]}
      />
      <DataTable
        id="members"
        label={t.label}
        columns={columns}
        rows={rows}
        total={items.length}
        rowKey={({ user_id }) => user_id}
      />
      <AddMember
        open={adding}
        onClose={() => setAdding(false)}
        onAdded={(name, password) => password !== null && show({ title: t.oneTime(name), password })}
      />
    </PageBody>
  );
}

/** The one-time password, where the act makes one. */
async function perform(zone: string, act: Act, { user_id, version }: Member): Promise<string | null> {
  const { identity } = api;
  const path = { zone, user_id };
  switch (act) {
    case 'approve':
      await identity.approveMember({ ...path, version });
      return null;
    case 'end':
      await identity.endMember({ ...path, version });
      return null;
    case 'reset':
      return (await identity.resetMemberPassword(path)).one_time_password;
    case 'disable':
    case 'enable':
      await identity.setMemberDisabled({ ...path, disabled: act === 'disable' });
      return null;
    case 'unlock':
      await identity.unlockMember(path);
      return null;
    case 'endSessions':
      await identity.endSessions(path);
      return null;
  }
}
