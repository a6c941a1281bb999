// The first page after signing in: what waits for this person, most urgent first, and which evaluations are under way.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { daysUntil } from '#core/calendar/working-days.ts';
import { ROLE_LABELS } from '#core/role-labels.ts';
import { type Answer, api } from '#web/client/api.ts';
import { useMe, useWorksWithData } from '#web/client/me.ts';
import { useZone } from '#web/client/place.ts';
import { Loaded } from '#web/ui/Loaded.tsx';
import { count } from '#web/ui/numbers.ts';
import { PageBody } from '#web/ui/PageBody.tsx';
import { PageHead } from '#web/ui/PageHead.tsx';
import { Section } from '#web/ui/Section.tsx';
import { Empty } from '#web/ui/States.tsx';
import { useLabel, useWords } from '#web/words/words.ts';
import { OwnEnterprises } from './OwnEnterprises.tsx';
import { UnderWay } from './UnderWay.tsx';
import { byUrgency, targetOf } from './links.ts';
import { WORK } from './work-words.ts';
import './work.css';

type Waiting = Answer<typeof api.evaluation.listWaiting>['items'][number];

export function WorkPage() {
  const t = useWords(WORK);
  const label = useLabel();
  const zone = useZone();
  const me = useMe().data;
  const working = useWorksWithData();
  const own = me?.enterprise_ids ?? [];
  const query = useQuery({
    queryKey: ['waiting', zone],
    queryFn: () => api.evaluation.listWaiting({ zone }),
    refetchInterval: 60_000,
  });
  const items = query.data?.items;
  const [today] = useState(() => new Date());
  const late = items?.filter(({ due_on }) => due_on !== null && daysUntil(due_on, today) < 0).length ?? 0;
  return (
    <PageBody>
      <PageHead
        kicker={me === undefined ? '' : t.kicker(me.name, label(ROLE_LABELS[me.role]))}
        answer={items === undefined ? t.title : t.answer(count(items.length), count(late))}
      />
      {own.length > 0 && <OwnEnterprises ids={own} />}
      <Section title={t.waiting}>
        <Loaded query={query}>
          {({ items: waiting }) =>
            waiting.length === 0 ? (
              <Empty title={t.nothing} hint={t.nothingHint} />
            ) : (
              <ul className="mj-work-list">
                {[...waiting].sort(byUrgency).map((work) => (
                  <WaitingLine
                    key={`${work.kind} ${work.evaluation_id ?? ''} ${work.period_id ?? ''}`}
                    work={work}
                  />
                ))}
              </ul>
            )
          }
        </Loaded>
      </Section>
      {working && own.length === 0 && <UnderWay />}
    </PageBody>
  );
}

function WaitingLine({ work }: { readonly work: Waiting }) {
  const t = useWords(WORK);
  const zone = useZone();
  const { path, search } = targetOf(work);
  const [today] = useState(() => new Date());
  const days = work.due_on === null ? undefined : daysUntil(work.due_on, today);
  const name = work.params['name'] ?? work.params['evaluation'];
  return (
    <li>
      <Link to={`/z/${zone}${path}`} search={search}>
        <span>
          {t[work.kind](count(work.count))}
          {name !== undefined && <span className="meta"> {name}</span>}
        </span>
        {days !== undefined && (
          <span className={days < 0 ? 'mj-late' : 'meta'}>
            {days < 0 ? t.late(count(-days)) : t.due(work.due_on ?? '')}
          </span>
        )}
      </Link>
    </li>
  );
}
