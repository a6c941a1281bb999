// Parcels of the zone by park and owner: area, use, how many lease there, and whether the stated area fits the boundary.
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { type Answer, api } from '#web/client/api.ts';
import { useRole } from '#web/client/me.ts';
import { useFilters, useZone } from '#web/client/place.ts';
import { Loaded } from '#web/ui/Loaded.tsx';
import { count, fixed } from '#web/ui/numbers.ts';
import { PageBody } from '#web/ui/PageBody.tsx';
import { PageHead } from '#web/ui/PageHead.tsx';
import { QueryBar } from '#web/ui/QueryBar.tsx';
import { Empty } from '#web/ui/States.tsx';
import { StatusTag } from '#web/ui/StatusTag.tsx';
import type { Column } from '#web/ui/table/column.ts';
import { DataTable } from '#web/ui/table/DataTable.tsx';
import { useWords } from '#web/words/words.ts';
import { useParks } from '../enterprises/enterprises-query.ts';
import { EnterpriseSelect } from './EnterpriseSelect.tsx';
import { ParcelDrawer } from './ParcelDrawer.tsx';
import { PARCELS } from './parcels-words.ts';
import { UsesOfLand } from './UsesOfLand.tsx';

type Parcel = Answer<typeof api.registry.listParcels>['items'][number];
type Spoken = ReturnType<typeof useWords<typeof PARCELS>>;

export function ParcelsPage() {
  const t = useWords(PARCELS);
  const zone = useZone();
  const officer = useRole() === 'evaluation_officer';
  const { filters, set } = useFilters();
  const { park_id, owner_id } = filters;
  const parks = useParks().data?.items ?? [];
  const [open, setOpen] = useState<Parcel | 'new'>();
  const query = useQuery({
    queryKey: ['parcels', zone, park_id, owner_id],
    queryFn: () =>
      api.registry.listParcels({
        zone,
        ...(park_id === undefined ? {} : { park_id }),
        ...(owner_id === undefined ? {} : { owner_id }),
      }),
  });
  return (
    <PageBody full={owner_id === undefined}>
      <PageHead
        answer={query.data === undefined ? t.label : answerOf(query.data.items, t)}
        actions={
          officer && (
            <Button type="primary" onClick={() => setOpen('new')}>
              {t.add}
            </Button>
          )
        }
      />
      <QueryBar
        id="parcels"
        search={t.search}
        fields={[
          {
            name: 'park_id',
            label: t.park,
            width: 180,
            options: parks.map((park) => ({ value: park.park_id, label: park.name })),
          },
        ]}
      >
        <EnterpriseSelect
          label={t.enterprise}
          width={260}
          value={owner_id}
          onChange={(owner) => set({ owner_id: owner })}
        />
      </QueryBar>
      <Loaded query={query}>
        {({ items }) => <Rows parcels={items} officer={officer} onOpen={setOpen} />}
      </Loaded>
      {owner_id !== undefined && <UsesOfLand enterpriseId={owner_id} />}
      {open !== undefined && (
        <ParcelDrawer saved={open === 'new' ? undefined : open} onClose={() => setOpen(undefined)} />
      )}
    </PageBody>
  );
}

type RowsProps = {
  readonly parcels: readonly Parcel[];
  readonly officer: boolean;
  readonly onOpen: (parcel: Parcel) => void;
};

function Rows({ parcels, officer, onOpen }: RowsProps) {
  const t = useWords(PARCELS);
  const { filters } = useFilters();
  const parks = new Map(useParks().data?.items.map(({ park_id, name }) => [park_id, name]));
  const search = filters['search']?.toLowerCase() ?? '';
  const rows = parcels.filter(({ code, owner_name, title_number }) =>
    `${code} ${owner_name ?? ''} ${title_number ?? ''}`.toLowerCase().includes(search),
  );
  const mu = { unit: t.mu, digits: 2 };
  const columns: Column<Parcel>[] = [
    { id: 'code', title: t.code, width: 130, value: ({ code }) => code },
    { id: 'owner', title: t.owner, width: 210, value: ({ owner_name }) => owner_name, phone: true },
    { id: 'park', title: t.park, width: 140, value: ({ park_id }) => parks.get(park_id ?? '') ?? null },
    {
      id: 'area',
      title: t.area,
      width: 160,
      ...mu,
      value: ({ area_mu }) => area_mu,
      footer: 'sum',
      phone: true,
    },
    { id: 'measured', title: t.measured, width: 120, ...mu, value: (one) => one.polygon_area_mu },
    {
      id: 'check',
      title: t.check,
      width: 100,
      value: (one) => checkOf(one, t),
      render: (one) => (
        <StatusTag tone={one.findings.length > 0 ? 'warn' : one.polygon === null ? 'plain' : 'good'}>
          {checkOf(one, t)}
        </StatusTag>
      ),
    },
    { id: 'use', title: t.use, width: 120, value: ({ use_type }) => use_type, phone: true },
    {
      id: 'tenants',
      title: t.tenants,
      unit: t.firms,
      width: 100,
      digits: 0,
      value: ({ tenants }) => tenants,
      phone: true,
    },
    { id: 'title', title: t.title, width: 200, value: ({ title_number }) => title_number, hidden: true },
    {
      id: 'ratio',
      title: t.ratio,
      width: 100,
      digits: 2,
      value: ({ plot_ratio }) => plot_ratio,
      hidden: true,
    },
  ];
  return (
    <DataTable
      id="parcels"
      label={t.label}
      columns={columns}
      rows={rows}
      total={parcels.length}
      rowKey={({ parcel_id }) => parcel_id}
      {...(officer && { onOpen })}
      {...(filters['owner_id'] === undefined ? {} : { height: 260 })}
      empty={<Empty title={t.empty} />}
    />
  );
}

function answerOf(parcels: readonly Parcel[], t: Spoken): string {
  const area = parcels.reduce((sum, { area_mu }) => sum + area_mu, 0);
  const differing = parcels.filter(({ findings }) => findings.length > 0).length;
  const answer = t.answer(count(parcels.length), fixed(area));
  return differing === 0 ? answer : `${answer}${t.andDiffering(count(differing))}`;
}

function checkOf({ findings, polygon }: Parcel, t: Spoken): string {
  if (findings.length > 0) return t.differs;
  return polygon === null ? t.notDrawn : t.agrees;
}
