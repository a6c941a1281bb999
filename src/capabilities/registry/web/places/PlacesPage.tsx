// What the zone is divided into: its parks and the offices that supply figures.
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { Office, Park } from '#capabilities/registry/contract/places.ts';
import { api } from '#web/client/api.ts';
import { useRole } from '#web/client/me.ts';
import { useZone } from '#web/client/place.ts';
import { Loaded } from '#web/ui/Loaded.tsx';
import { count, fixed } from '#web/ui/numbers.ts';
import { PageBody } from '#web/ui/PageBody.tsx';
import { PageHead } from '#web/ui/PageHead.tsx';
import { Section } from '#web/ui/Section.tsx';
import { Empty } from '#web/ui/States.tsx';
import { StatusTag } from '#web/ui/StatusTag.tsx';
import type { Column } from '#web/ui/table/column.ts';
import { DataTable } from '#web/ui/table/DataTable.tsx';
import { useWords } from '#web/words/words.ts';
import { useParks } from '../enterprises/enterprises-query.ts';
import { OfficeDrawer } from './OfficeDrawer.tsx';
import { ParkDrawer } from './ParkDrawer.tsx';
import { PLACES } from './places-words.ts';

/** All rows of a short list, and a foot; a long one scrolls. */
const heightOf = (rows: number): number => Math.min(520, 136 + 37 * Math.max(rows, 2));

export function PlacesPage() {
  const t = useWords(PLACES);
  const zone = useZone();
  const parks = useParks();
  const offices = useQuery({
    queryKey: ['offices', zone],
    queryFn: () => api.registry.listOffices({ zone }),
  });
  const own = parks.data?.items;
  const area = own?.reduce((sum, { area_mu }) => sum + area_mu, 0);
  return (
    <PageBody>
      <PageHead
        answer={
          own === undefined || offices.data === undefined
            ? t.title
            : t.answer(count(own.length), fixed(area), count(offices.data.items.length))
        }
      />
      <Loaded query={parks}>{({ items }) => <Parks parks={items} />}</Loaded>
      <Loaded query={offices}>{({ items }) => <Offices offices={items} />}</Loaded>
    </PageBody>
  );
}

function Parks({ parks }: { readonly parks: readonly Park[] }) {
  const t = useWords(PLACES);
  const may = useRole() === 'evaluation_officer';
  const [open, setOpen] = useState<Park | 'new'>();
  const columns: Column<Park>[] = [
    { id: 'name', title: t.name, width: 260, value: ({ name }) => name },
    { id: 'code', title: t.code, width: 140, value: ({ code }) => code, phone: true },
    { id: 'kind', title: t.kind, width: 180, value: ({ kind }) => t[kind], phone: true },
    {
      id: 'area',
      title: t.area,
      unit: t.mu,
      width: 140,
      digits: 2,
      value: ({ area_mu }) => area_mu,
      footer: 'sum',
      phone: true,
    },
    {
      id: 'boundary',
      title: t.boundary,
      width: 120,
      value: ({ boundary }) => (boundary === null ? t.notDrawn : t.drawn),
      render: ({ boundary }) => (
        <StatusTag tone={boundary === null ? 'plain' : 'good'}>
          {boundary === null ? t.notDrawn : t.drawn}
        </StatusTag>
      ),
    },
  ];
  return (
    <Section title={t.parks} aside={may && <Button onClick={() => setOpen('new')}>{t.addPark}</Button>}>
      <DataTable
        id="parks"
        label={t.parks}
        columns={columns}
        rows={parks}
        rowKey={({ park_id }) => park_id}
        {...(may && { onOpen: setOpen })}
        height={heightOf(parks.length)}
        empty={<Empty title={t.noParks} />}
      />
      {open !== undefined && (
        <ParkDrawer saved={open === 'new' ? undefined : open} onClose={() => setOpen(undefined)} />
      )}
    </Section>
  );
}

function Offices({ offices }: { readonly offices: readonly Office[] }) {
  const t = useWords(PLACES);
  const role = useRole();
  const may = role === 'evaluation_officer' || role === 'system_admin';
  const [open, setOpen] = useState<Office | 'new'>();
  const columns: Column<Office>[] = [
    { id: 'name', title: t.name, width: 260, value: ({ name }) => name },
    { id: 'code', title: t.code, width: 140, value: ({ code }) => code, phone: true },
  ];
  return (
    <Section title={t.offices} aside={may && <Button onClick={() => setOpen('new')}>{t.addOffice}</Button>}>
      <DataTable
        id="offices"
        label={t.offices}
        columns={columns}
        rows={offices}
        rowKey={({ office_id }) => office_id}
        {...(may && { onOpen: setOpen })}
        height={heightOf(offices.length)}
        empty={<Empty title={t.noOffices} />}
      />
      {open !== undefined && (
        <OfficeDrawer saved={open === 'new' ? undefined : open} onClose={() => setOpen(undefined)} />
      )}
    </Section>
  );
}
