// All corrections of published lists, those that wait for a signature first.
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type Answer, api } from '#web/client/api.ts';
import { useZone } from '#web/client/place.ts';
import { Loaded } from '#web/ui/Loaded.tsx';
import { count, moment } from '#web/ui/numbers.ts';
import { PageBody } from '#web/ui/PageBody.tsx';
import { PageHead } from '#web/ui/PageHead.tsx';
import { Empty } from '#web/ui/States.tsx';
import { StatusTag, type Tone } from '#web/ui/StatusTag.tsx';
import type { Column } from '#web/ui/table/column.ts';
import { DataTable } from '#web/ui/table/DataTable.tsx';
import { useWords } from '#web/words/words.ts';
import { usePeople } from '#web/client/people.ts';
import { usePublications } from '../shared/publications.ts';
import { CORRECTIONS } from './correction-words.ts';

type Correction = Answer<typeof api.evaluation.listCorrections>['items'][number];

const TONES: Readonly<Record<Correction['state'], Tone>> = {
  proposed: 'warn',
  signed: 'good',
  sent_back: 'plain',
};

const STATES = ['proposed', 'signed', 'sent_back'] as const;

export function CorrectionsPage() {
  const t = useWords(CORRECTIONS);
  const zone = useZone();
  const navigate = useNavigate();
  const nameOf = usePeople();
  const query = useQuery({
    queryKey: ['corrections', zone],
    queryFn: () => api.evaluation.listCorrections({ zone }),
  });
  const lists = usePublications();
  const titles = new Map(lists.data?.items.map((list) => [list.publication_id, list.title]));
  const columns: Column<Correction>[] = [
    {
      id: 'list',
      title: t.list,
      width: 300,
      phone: true,
      value: ({ publication_id }) => titles.get(publication_id) ?? null,
    },
    {
      id: 'state',
      title: t.state,
      width: 100,
      phone: true,
      value: ({ state }) => t[state],
      render: ({ state }) => <StatusTag tone={TONES[state]}>{t[state]}</StatusTag>,
    },
    { id: 'reason', title: t.reason, width: 320, phone: true, value: ({ reason }) => reason },
    { id: 'by', title: t.by, width: 120, value: ({ proposed_by }) => nameOf(proposed_by) },
    { id: 'at', title: t.at, width: 150, value: ({ proposed_at }) => moment(proposed_at) },
  ];
  return (
    <PageBody full>
      <Loaded query={query}>
        {({ items }) => (
          <>
            <PageHead
              kicker={t.listHint}
              answer={t.answer(count(items.filter(({ state }) => state === 'proposed').length))}
            />
            <DataTable
              id="corrections"
              label={t.label}
              columns={columns}
              rows={items.toSorted((a, b) => STATES.indexOf(a.state) - STATES.indexOf(b.state))}
              rowKey={({ correction_id }) => correction_id}
              onOpen={({ correction_id }) => void navigate({ to: `/z/${zone}/corrections/${correction_id}` })}
              empty={<Empty title={t.empty} hint={t.emptyHint} />}
            />
          </>
        )}
      </Loaded>
    </PageBody>
  );
}
