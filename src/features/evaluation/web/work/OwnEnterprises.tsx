// The reader's own enterprises, each with the class it has now.
import { useQueries } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Answer, api } from '#web/client/api.ts';
import { useZone } from '#web/client/place.ts';
import { usePreferences } from '#web/client/preferences.ts';
import { ClassChip } from '#web/ui/ClassChip.tsx';
import { Loaded } from '#web/ui/Loaded.tsx';
import { count, fixed } from '#web/ui/numbers.ts';
import { Section } from '#web/ui/Section.tsx';
import { StatusTag } from '#web/ui/StatusTag.tsx';
import { pick, useWords } from '#web/words/words.ts';
import { historyQuery } from '../shared/history-query.ts';
import { STATE_WORDS, toneOf } from '../shared/state-words.ts';
import { WORK } from './work-words.ts';

export function OwnEnterprises({ ids }: { readonly ids: readonly string[] }) {
  const t = useWords(WORK);
  const zone = useZone();
  const queries = useQueries({
    queries: ids.map((id) => historyQuery(zone, id)),
  });
  return (
    <Section title={t.own}>
      <ul className="mj-work-list">
        {queries.map((query, i) => (
          <li key={ids[i]}>
            <Loaded query={query} rows={1}>
              {(history) => <OwnLine history={history} />}
            </Loaded>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function OwnLine({ history }: { readonly history: Answer<typeof api.evaluation.getEnterpriseHistory> }) {
  const t = useWords(WORK);
  const { lang } = usePreferences();
  const zone = useZone();
  const { enterprise_id, name, credit_code, periods } = history;
  const latest = periods.find(({ final_class }) => final_class !== null);
  return (
    <Link to={`/z/${zone}/enterprises/${enterprise_id}`}>
      <span>
        {name} <span className="meta">{credit_code}</span>
        {latest !== undefined && (
          <span className="mj-own-class">
            <ClassChip value={latest.final_class} />
            {t.standing(
              latest.period_id,
              fixed(latest.score),
              latest.rank === null ? '' : count(latest.rank),
              count(latest.pool_size),
            )}
            <StatusTag tone={toneOf(latest.state)}>{pick(STATE_WORDS[latest.state], lang)}</StatusTag>
          </span>
        )}
      </span>
      <span>{t.openOwn}</span>
    </Link>
  );
}
