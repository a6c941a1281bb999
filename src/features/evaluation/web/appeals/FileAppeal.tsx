// Where an enterprise may appeal: each list in public notice that it is on, with the days it has left.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { daysUntil } from '#core/calendar/working-days.ts';
import { useState } from 'react';
import { useMe } from '#web/client/me.ts';
import { useZone } from '#web/client/place.ts';
import { Loaded } from '#web/ui/Loaded.tsx';
import { Note } from '#web/ui/Note.tsx';
import { Failure } from '#web/ui/States.tsx';
import { Section } from '#web/ui/Section.tsx';
import { useWords } from '#web/words/words.ts';
import { useEvaluations } from '../shared/evaluation-choice.ts';
import { historyQuery } from '../shared/history-query.ts';
import { APPEALS } from './appeal-words.ts';
import { AppealForm } from './AppealForm.tsx';
import './appeals.css';

export function FileAppeal() {
  const t = useWords(APPEALS);
  const enterprises = useMe().data?.enterprise_ids;
  const evaluations = useEvaluations();
  const zone = useZone();
  const cache = useQueryClient();
  const [today] = useState(() => new Date());
  const open = (evaluations.data?.items ?? []).flatMap((evaluation) => {
    const { state, notice_until } = evaluation;
    if (state !== 'notice' || notice_until === null) return [];
    const days = daysUntil(notice_until, today);
    return days < 0 ? [] : [{ evaluation, hint: t.fileHint(notice_until, days + 1) }];
  });
  const mine = useQuery({
    queryKey: ['appeal target', zone, enterprises, open.map(({ evaluation }) => evaluation.evaluation_id)],
    queryFn: async () => {
      const asked = await Promise.allSettled(
        (enterprises ?? []).map((id) => cache.query(historyQuery(zone, id))),
      );
      const histories = asked.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
      const refused = asked.find((one) => one.status === 'rejected');
      // One enterprise that cannot be read must not keep the others from appealing.
      if (refused !== undefined && histories.length === 0) throw refused.reason;
      return histories.flatMap(({ enterprise_id, name, periods }) => {
        const on = new Set(periods.map(({ evaluation_id }) => evaluation_id));
        return open
          .filter(({ evaluation }) => on.has(evaluation.evaluation_id))
          .map((notice) => ({ enterprise_id, name, ...notice }));
      });
    },
    enabled: enterprises !== undefined && evaluations.data !== undefined,
  });
  if (evaluations.isError)
    return <Failure error={evaluations.error} retry={() => void evaluations.refetch()} />;
  return (
    <Loaded query={mine} rows={3}>
      {(targets) =>
        targets.length === 0 ? (
          <Note>{t.closed}</Note>
        ) : (
          targets.map(({ enterprise_id, name, evaluation, hint }) => (
            <Section
              key={`${evaluation.evaluation_id} ${enterprise_id}`}
              title={targets.length > 1 ? `${t.file} · ${name}` : t.file}
              aside={hint}
            >
              <AppealForm evaluation={evaluation} enterprise={enterprise_id} />
            </Section>
          ))
        )
      }
    </Loaded>
  );
}
