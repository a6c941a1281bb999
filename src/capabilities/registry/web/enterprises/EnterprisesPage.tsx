// All enterprises of the zone under the conditions of the address; each leads to its file.
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { divisionOf, industryDivisions } from '#core/industry.ts';
import { download } from '#web/client/api.ts';
import { useRole } from '#web/client/me.ts';
import { useFilters, useZone } from '#web/client/place.ts';
import { usePreferences } from '#web/client/preferences.ts';
import { BusyButton } from '#web/ui/BusyButton.tsx';
import { Loaded } from '#web/ui/Loaded.tsx';
import { count } from '#web/ui/numbers.ts';
import { PageBody } from '#web/ui/PageBody.tsx';
import { PageHead } from '#web/ui/PageHead.tsx';
import { QueryBar } from '#web/ui/QueryBar.tsx';
import { Empty } from '#web/ui/States.tsx';
import type { Column } from '#web/ui/table/column.ts';
import { DataTable } from '#web/ui/table/DataTable.tsx';
import { useWords } from '#web/words/words.ts';
import { conditionsOf, conditionsText, SCALES, STATUSES } from './conditions.ts';
import { type EnterpriseRow, useEnterpriseCount, useEnterprises, useParks } from './enterprises-query.ts';
import { ENTERPRISES } from './enterprises-words.ts';
import { EnterpriseDrawer } from './EnterpriseDrawer.tsx';
import { FORM } from './form-words.ts';

export function EnterprisesPage() {
  const t = useWords(ENTERPRISES);
  const form = useWords(FORM);
  const zone = useZone();
  const officer = useRole() === 'evaluation_officer';
  const [adding, setAdding] = useState(false);
  const { filters } = useFilters();
  const { lang } = usePreferences();
  const conditions = conditionsOf(filters);
  const total = useEnterpriseCount().data?.count;
  const parks = useParks().data?.items ?? [];
  const found = Object.keys(conditions).length > 0;
  return (
    <PageBody full>
      <PageHead
        answer={total === undefined ? t.label : found ? t.answerFound(count(total)) : t.answer(count(total))}
        actions={
          <>
            <Button
              onClick={() => download(`/zones/${zone}/enterprises/export?${conditionsText(conditions)}`)}
            >
              {t.exportAll}
            </Button>
            {officer && (
              <Button type="primary" onClick={() => setAdding(true)}>
                {form.add}
              </Button>
            )}
          </>
        }
      />
      <QueryBar
        id="enterprises"
        search={t.search}
        fields={[
          {
            name: 'park_id',
            label: t.park,
            width: 180,
            options: parks.map(({ park_id, name }) => ({ value: park_id, label: name })),
          },
          {
            name: 'industry',
            label: t.industry,
            width: 200,
            options: industryDivisions().map((one) => ({
              value: one.code,
              label: `${one.code} ${one[lang]}`,
            })),
          },
          { name: 'scale', label: t.scale, options: SCALES.map((value) => ({ value, label: t[value] })) },
          { name: 'status', label: t.status, options: STATUSES.map((value) => ({ value, label: t[value] })) },
        ]}
      />
      <Rows parkNames={new Map(parks.map(({ park_id, name }) => [park_id, name]))} total={total} />
      {adding && <EnterpriseDrawer saved={undefined} onClose={() => setAdding(false)} />}
    </PageBody>
  );
}

type RowsProps = {
  readonly parkNames: ReadonlyMap<string, string>;
  readonly total: number | undefined;
};

function Rows({ parkNames, total }: RowsProps) {
  const t = useWords(ENTERPRISES);
  const zone = useZone();
  const navigate = useNavigate();
  const { lang } = usePreferences();
  const query = useEnterprises();
  // Sorting a part of the list would pass for sorting the list.
  const sortable = !query.hasNextPage;
  const text = (
    id: string,
    title: string,
    width: number,
    value: (row: EnterpriseRow) => string | null,
    phone = false,
  ): Column<EnterpriseRow> => ({ id, title, width, value, sortable, phone });
  const columns = [
    text('name', t.name, 260, ({ name }) => name),
    text('credit_code', t.creditCode, 190, ({ credit_code }) => credit_code, true),
    text('park', t.park, 170, ({ park_id }) => parkNames.get(park_id ?? '') ?? null, true),
    text('industry', t.industry, 220, ({ industry_code: code }) =>
      code === null ? null : `${code} ${divisionOf(code.slice(0, 2))?.[lang] ?? ''}`.trim(),
    ),
    text('scale', t.scale, 110, ({ scale }) => (scale === null ? null : t[scale])),
    text('status', t.status, 100, ({ status }) => t[status], true),
    text('tags', t.tags, 180, ({ tags }) => (tags.length === 0 ? null : tags.join(' · '))),
    { ...text('address', t.address, 240, ({ address }) => address), hidden: true },
  ];
  return (
    <Loaded query={query}>
      {({ pages }) => {
        const rows = pages.flatMap(({ items }) => items);
        return (
          <DataTable
            id="enterprises"
            label={t.label}
            columns={columns}
            rows={rows}
            total={total ?? rows.length}
            rowKey={({ enterprise_id }) => enterprise_id}
            onOpen={({ enterprise_id }) => void navigate({ to: `/z/${zone}/enterprises/${enterprise_id}` })}
            bar={
              query.hasNextPage && (
                <BusyButton busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                  {t.more(count(rows.length))}
                </BusyButton>
              )
            }
            empty={<Empty title={t.empty} hint={t.emptyHint} />}
          />
        );
      }}
    </Loaded>
  );
}
