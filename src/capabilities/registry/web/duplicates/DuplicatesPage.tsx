// Enterprises that may be registered twice, case by case.
import { useQuery } from '@tanstack/react-query';
import { Drawer, Segmented } from 'antd';
import { useState } from 'react';
import { api } from '#web/client/api.ts';
import { useFilters, useZone } from '#web/client/place.ts';
import { Loaded } from '#web/ui/Loaded.tsx';
import { count } from '#web/ui/numbers.ts';
import { PageBody } from '#web/ui/PageBody.tsx';
import { PageHead } from '#web/ui/PageHead.tsx';
import { Empty } from '#web/ui/States.tsx';
import type { Column } from '#web/ui/table/column.ts';
import { DataTable } from '#web/ui/table/DataTable.tsx';
import { useWords } from '#web/words/words.ts';
import { ENTERPRISES } from '../enterprises/enterprises-words.ts';
import { type Suspects, suspectsOf } from './compare.ts';
import { DUPLICATES } from './duplicates-words.ts';
import { SideBySide } from './SideBySide.tsx';

type Spoken = ReturnType<typeof useWords<typeof DUPLICATES>>;

export function DuplicatesPage() {
  const t = useWords(DUPLICATES);
  const list = useWords(ENTERPRISES);
  const zone = useZone();
  const [open, setOpen] = useState<Suspects>();
  const { filters, set } = useFilters();
  const told = filters['told'] === 'yes';
  const query = useQuery({
    queryKey: ['duplicates', zone],
    queryFn: async () => suspectsOf((await api.registry.listDuplicates({ zone })).items),
  });
  const columns: Column<Suspects>[] = [
    {
      id: 'enterprises',
      title: t.enterprises,
      width: 420,
      value: ({ enterprises }) => [...new Set(enterprises.map(({ name }) => name))].join('、'),
    },
    { id: 'why', title: t.why, width: 320, phone: true, value: ({ reasons }) => whyOf(reasons, t) },
    {
      id: 'number',
      title: t.number,
      width: 90,
      digits: 0,
      phone: true,
      value: (one) => one.enterprises.length,
    },
    {
      id: 'codes',
      title: list.creditCode,
      width: 390,
      value: ({ enterprises }) => enterprises.map(({ credit_code }) => credit_code).join('、'),
      hidden: true,
    },
  ];
  return (
    <PageBody full>
      <PageHead answer={query.data === undefined ? t.label : answerOf(query.data.filter(isOpen).length, t)} />
      <Loaded query={query}>
        {(cases) => (
          <>
            <div>
              <Segmented
                aria-label={t.whichCases}
                value={told ? 'yes' : 'no'}
                options={[
                  { value: 'no', label: t.open_cases(count(cases.filter(isOpen).length)) },
                  { value: 'yes', label: t.told_apart(count(cases.length - cases.filter(isOpen).length)) },
                ]}
                onChange={(to) => set({ told: to === 'yes' ? 'yes' : undefined })}
              />
            </div>
            <DataTable
              id="duplicates"
              label={t.label}
              columns={columns}
              rows={cases.filter((one) => isOpen(one) !== told)}
              rowKey={({ id }) => id}
              onOpen={setOpen}
              empty={told ? <Empty title={t.noneTold} /> : <Empty title={t.answerNone} hint={t.none} />}
            />
          </>
        )}
      </Loaded>
      <Drawer open={open !== undefined} title={t.compare} size={820} onClose={() => setOpen(undefined)}>
        {open !== undefined && <SideBySide suspects={open} onDone={() => setOpen(undefined)} />}
      </Drawer>
    </PageBody>
  );
}

const isOpen = ({ distinct }: Suspects): boolean => distinct === null;

const answerOf = (open: number, t: Spoken): string => (open === 0 ? t.answerNone : t.answer(count(open)));

/** An account is found as its utility and its number. */
function whyOf(reasons: Suspects['reasons'], t: Spoken): string {
  return reasons
    .map(({ reason, value }) => {
      if (reason === 'same_name') return t.same_name;
      const [utility = '', ...account] = value.split(' ');
      const name = utility === 'power' || utility === 'water' || utility === 'gas' ? t[utility] : utility;
      return t.same_account(name, account.join(' '));
    })
    .join('；');
}
