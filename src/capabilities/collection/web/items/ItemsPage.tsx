// The catalogue of items: what is collected, in which unit, from whom, who may see it, and what is plausible.
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { ROLE_LABELS } from '#core/role-labels.ts';
import { type Answer, api } from '#web/client/api.ts';
import { useRole } from '#web/client/me.ts';
import { useFilters } from '#web/client/place.ts';
import { usePreferences } from '#web/client/preferences.ts';
import { Loaded } from '#web/ui/Loaded.tsx';
import { unitName } from '#core/unit-names.ts';
import { count, plain } from '#web/ui/numbers.ts';
import { PageBody } from '#web/ui/PageBody.tsx';
import { PageHead } from '#web/ui/PageHead.tsx';
import { QueryBar } from '#web/ui/QueryBar.tsx';
import { Empty } from '#web/ui/States.tsx';
import type { Column } from '#web/ui/table/column.ts';
import { DataTable } from '#web/ui/table/DataTable.tsx';
import { useLabel, useWords } from '#web/words/words.ts';
import { useItems, useOffices } from '../shared/lists.ts';
import { ItemDrawer } from './ItemDrawer.tsx';
import { ITEMS } from './items-words.ts';

type Item = Answer<typeof api.collection.listItems>['items'][number];
type Spoken = ReturnType<typeof useWords<typeof ITEMS>>;

/** The office of items that enterprises declare themselves, in the address. */
const OWN = 'enterprise';

export function ItemsPage() {
  const t = useWords(ITEMS);
  const officer = useRole() === 'evaluation_officer';
  const query = useItems();
  const offices = useOffices().data?.items ?? [];
  const [adding, setAdding] = useState(false);
  const items = query.data?.items;
  return (
    <PageBody full>
      <PageHead
        answer={items === undefined ? t.label : answerOf(items, t)}
        actions={
          officer && (
            <Button type="primary" onClick={() => setAdding(true)}>
              {t.add}
            </Button>
          )
        }
      />
      <QueryBar
        id="items"
        search={t.search}
        fields={[
          {
            name: 'office',
            label: t.office,
            width: 180,
            options: [
              { value: OWN, label: t.enterprise },
              ...offices.map(({ office_id, name }) => ({ value: office_id, label: name })),
            ],
          },
          {
            name: 'sharing',
            label: t.sharing,
            options: (['shared', 'conditional', 'not_shared'] as const).map((value) => ({
              value,
              label: t[value],
            })),
          },
        ]}
      />
      <Loaded query={query}>{(data) => <Rows items={data.items} officer={officer} />}</Loaded>
      {adding && <ItemDrawer saved={undefined} onClose={() => setAdding(false)} />}
    </PageBody>
  );
}

function Rows({ items, officer }: { readonly items: readonly Item[]; readonly officer: boolean }) {
  const t = useWords(ITEMS);
  const { filters } = useFilters();
  const [open, setOpen] = useState<Item>();
  const columns = useColumns();
  const search = filters['search']?.toLowerCase() ?? '';
  const rows = items.filter(
    (one) =>
      [one.name, one.item_id, ...one.synonyms].join(' ').toLowerCase().includes(search) &&
      (filters['office'] === undefined || (one.office_id ?? OWN) === filters['office']) &&
      (filters['sharing'] === undefined || one.sharing === filters['sharing']),
  );
  return (
    <>
      <DataTable
        id="items"
        label={t.label}
        columns={columns}
        rows={rows}
        total={items.length}
        rowKey={({ item_id }) => item_id}
        onOpen={setOpen}
        empty={<Empty title={t.empty} />}
      />
      {officer && open !== undefined && <ItemDrawer saved={open} onClose={() => setOpen(undefined)} />}
      {!officer && (
        <Drawer open={open !== undefined} title={open?.name} size={560} onClose={() => setOpen(undefined)}>
          {open !== undefined && <Facts item={open} columns={columns} />}
        </Drawer>
      )}
    </>
  );
}

/** Everything the catalogue says of an item, for those who only read it. */
function Facts({ item, columns }: { readonly item: Item; readonly columns: readonly Column<Item>[] }) {
  return (
    <dl className="mj-facts">
      {columns
        .map((column) => ({ ...column, text: column.value(item) }))
        .filter(({ text }) => text !== null && text !== '')
        .map(({ id, title, text }) => (
          <div key={id} style={{ display: 'contents' }}>
            <dt>{title}</dt>
            <dd>{text}</dd>
          </div>
        ))}
    </dl>
  );
}

function useColumns(): Column<Item>[] {
  const t = useWords(ITEMS);
  const label = useLabel();
  const { lang } = usePreferences();
  const offices = new Map(useOffices().data?.items.map(({ office_id, name }) => [office_id, name]));
  const text = (
    id: string,
    title: string,
    width: number,
    value: (item: Item) => string | null,
    more: Partial<Column<Item>> = {},
  ): Column<Item> => ({ id, title, width, value, ...more });
  return [
    text('name', t.name, 170, ({ name }) => name),
    text('item_id', t.item_id, 130, ({ item_id }) => item_id),
    text('kind', t.kind, 70, ({ kind }) => t[kind]),
    text('unit', t.unit, 100, ({ unit }) => (unit === null ? null : unitName(unit, lang)), { phone: true }),
    text(
      'office',
      t.office,
      130,
      (one) => (one.office_id === null ? t.enterprise : (offices.get(one.office_id) ?? null)),
      {
        phone: true,
      },
    ),
    text('cadence', t.cadence, 80, ({ cadence }) => t[cadence]),
    text('sharing', t.sharing, 110, ({ sharing }) => t[sharing], { phone: true }),
    text('visible', t.visible, 150, ({ visible_to: roles }) =>
      roles.length === 0 ? t.everybody : roles.map((role) => label(ROLE_LABELS[role])).join('、'),
    ),
    text('bounds', t.bounds, 150, ({ rules }) => boundsText(rules, t), { phone: true }),
    text('synonyms', t.synonyms, 220, ({ synonyms }) => synonyms.join('、'), { hidden: true }),
    text('definition', t.definition, 320, ({ definition }) => definition, { hidden: true }),
  ];
}

function answerOf(items: readonly Item[], t: Spoken): string {
  const offices = new Set(items.flatMap(({ office_id }) => office_id ?? []));
  const own = items.filter(({ office_id }) => office_id === null).length;
  const answer = t.answer(count(items.length), count(offices.size));
  return own === 0 ? answer : `${answer}${t.andOwn(count(own))}`;
}

function boundsText({ min, max }: Item['rules'], t: Spoken): string | null {
  if (min !== undefined && max !== undefined) return t.between(plain(min), plain(max));
  if (min !== undefined) return t.from(plain(min));
  return max === undefined ? null : t.upTo(plain(max));
}
