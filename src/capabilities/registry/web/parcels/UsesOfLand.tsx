// The land one enterprise uses: its own, what it leases and what it lets; from these the evaluated area is computed.
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { type Answer, api } from '#web/client/api.ts';
import { useRole } from '#web/client/me.ts';
import { useZone } from '#web/client/place.ts';
import { Loaded } from '#web/ui/Loaded.tsx';
import { day } from '#web/ui/numbers.ts';
import { Section } from '#web/ui/Section.tsx';
import { Empty } from '#web/ui/States.tsx';
import type { Column } from '#web/ui/table/column.ts';
import { DataTable } from '#web/ui/table/DataTable.tsx';
import { useWords } from '#web/words/words.ts';
import { UseDrawer } from './UseDrawer.tsx';
import { USES } from './uses-words.ts';

type Use = Answer<typeof api.registry.listOccupancies>['items'][number];

export function UsesOfLand({ enterpriseId }: { readonly enterpriseId: string }) {
  const t = useWords(USES);
  const zone = useZone();
  const officer = useRole() === 'evaluation_officer';
  const [open, setOpen] = useState<Use | 'new'>();
  const query = useQuery({
    queryKey: ['occupancies', zone, enterpriseId],
    queryFn: () => api.registry.listOccupancies({ zone, enterprise_id: enterpriseId }),
  });
  const name = useQuery({
    queryKey: ['enterprise', zone, enterpriseId],
    queryFn: () => api.registry.getEnterprise({ zone, enterprise_id: enterpriseId }),
  }).data?.name;
  const columns: Column<Use>[] = [
    { id: 'kind', title: t.kind, width: 120, value: ({ kind }) => t[kind] },
    {
      id: 'counterpart',
      title: t.counterpart,
      width: 220,
      phone: true,
      value: ({ counterpart_name }) => counterpart_name,
    },
    {
      id: 'land',
      title: t.land,
      unit: t.mu,
      width: 120,
      digits: 2,
      phone: true,
      value: (one) => one.land_area_mu,
    },
    {
      id: 'floor',
      title: t.floor,
      unit: t.m2,
      width: 150,
      digits: 2,
      phone: true,
      value: (one) => one.floor_area_m2,
    },
    {
      id: 'building',
      title: t.building,
      unit: t.mu,
      width: 130,
      digits: 2,
      value: (one) => one.under_construction_mu,
    },
    {
      id: 'unusable',
      title: t.unusable,
      unit: t.mu,
      width: 120,
      digits: 2,
      value: (one) => one.not_usable_mu,
    },
    { id: 'starts', title: t.starts, width: 120, phone: true, value: ({ starts_on }) => day(starts_on) },
    {
      id: 'ends',
      title: t.ends,
      width: 120,
      phone: true,
      value: ({ ends_on }) => (ends_on === null ? null : day(ends_on)),
    },
    {
      id: 'rule',
      title: t.tenantRule,
      width: 160,
      value: ({ tenant_rule: rule }) => (rule === null ? null : t[rule]),
    },
  ];
  return (
    <Section
      title={t.title(name ?? '')}
      aside={officer ? <Button onClick={() => setOpen('new')}>{t.add}</Button> : t.aside}
    >
      <Loaded query={query}>
        {({ items }) => (
          <DataTable
            id="uses-of-land"
            label={t.title(name ?? '')}
            columns={columns}
            rows={items}
            rowKey={({ occupancy_id }) => occupancy_id}
            {...(officer && { onOpen: setOpen })}
            height={300}
            empty={<Empty title={t.empty} />}
          />
        )}
      </Loaded>
      {open !== undefined && (
        <UseDrawer
          enterpriseId={enterpriseId}
          saved={open === 'new' ? undefined : open}
          onClose={() => setOpen(undefined)}
        />
      )}
    </Section>
  );
}
