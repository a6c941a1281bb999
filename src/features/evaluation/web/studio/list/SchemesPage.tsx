// All schemes with their versions: which can be used, which wait for a decision, who wrote and who decided.
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { api, type Answer } from '#web/client/api.ts';
import { useRole } from '#web/client/me.ts';
import { useFilters, useZone } from '#web/client/place.ts';
import { Loaded } from '#web/ui/Loaded.tsx';
import { count } from '#web/ui/numbers.ts';
import { PageBody } from '#web/ui/PageBody.tsx';
import { PageHead } from '#web/ui/PageHead.tsx';
import { QueryBar } from '#web/ui/QueryBar.tsx';
import { Empty } from '#web/ui/States.tsx';
import { type Column, readSort, writeSort } from '#web/ui/table/column.ts';
import { DataTable } from '#web/ui/table/DataTable.tsx';
import { useWords } from '#web/words/words.ts';
import { usePeople } from '#web/client/people.ts';
import { STUDIO } from '../studio-words.ts';
import { LIST } from './list-words.ts';
import { NewScheme } from './NewScheme.tsx';
import { SchemeState } from './SchemeState.tsx';

type Row = Answer<typeof api.evaluation.listSchemes>['items'][number];

const STATES = ['draft', 'submitted', 'approved', 'retired'] as const;

export function SchemesPage() {
  const t = useWords(LIST);
  const states = useWords(STUDIO);
  const zone = useZone();
  const role = useRole();
  const person = usePeople();
  const navigate = useNavigate();
  const { filters, set } = useFilters();
  const [isNew, setNew] = useState(false);
  const query = useQuery({
    queryKey: ['schemes', zone],
    queryFn: () => api.evaluation.listSchemes({ zone }),
  });
  const columns: readonly Column<Row>[] = [
    { id: 'title', title: t.title, width: 400, value: ({ title }) => title },
    { id: 'scheme_id', title: t.id, width: 250, value: ({ scheme_id }) => scheme_id, phone: true },
    { id: 'version', title: t.version, width: 80, digits: 0, value: ({ version }) => version, phone: true },
    {
      id: 'state',
      title: t.state,
      width: 110,
      value: ({ state }) => states[state],
      render: ({ state }) => <SchemeState state={state} />,
      phone: true,
    },
    { id: 'author', title: t.author, width: 120, value: ({ created_by }) => person(created_by) },
    {
      id: 'decider',
      title: t.decider,
      width: 120,
      value: ({ decided_by }) => (decided_by === null ? null : person(decided_by)),
    },
    { id: 'reason', title: t.reason, width: 140, value: ({ reason }) => reason },
  ];
  const items = query.data?.items ?? [];
  const approved = items.filter(({ state }) => state === 'approved').length;
  const schemes = new Set(items.map(({ scheme_id }) => scheme_id)).size;
  const search = (filters['search'] ?? '').toLowerCase();
  const rows = items.filter(
    ({ state, title, scheme_id }) =>
      (filters['state'] === undefined || filters['state'] === state) &&
      `${title} ${scheme_id}`.toLowerCase().includes(search),
  );
  return (
    <PageBody full>
      <PageHead
        kicker={t.kicker}
        answer={
          query.data === undefined ? ' ' : schemes === 0 ? t.none : t.answer(count(schemes), count(approved))
        }
        actions={
          role === 'evaluation_officer' && (
            <Button type="primary" onClick={() => setNew(true)}>
              {t.fresh}
            </Button>
          )
        }
      />
      <QueryBar
        id="schemes"
        search={t.search}
        fields={[
          {
            name: 'state',
            label: t.filterState,
            options: STATES.map((value) => ({ value, label: states[value] })),
          },
        ]}
      />
      <Loaded query={query}>
        {({ items: all }) => (
          <DataTable
            id="schemes"
            label={t.table}
            columns={columns}
            rows={rows}
            total={all.length}
            rowKey={({ scheme_id, version }) => `${scheme_id} ${version}`}
            sort={readSort(filters['sort'])}
            onSort={(sort) => set({ sort: writeSort(sort) })}
            onOpen={({ scheme_id, version }) =>
              void navigate({ to: `/z/${zone}/schemes/${scheme_id}/${version}` })
            }
            empty={
              <Empty
                title={all.length === 0 ? t.none : undefined}
                hint={all.length === 0 ? t.noneHint : undefined}
              />
            }
          />
        )}
      </Loaded>
      <NewScheme
        open={isNew}
        shipped={query.data?.shipped ?? []}
        taken={items.map(({ scheme_id }) => scheme_id)}
        onClose={() => setNew(false)}
      />
    </PageBody>
  );
}
