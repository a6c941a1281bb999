// From one page of the results to the next; the year and the evaluation go along.
import { Link, useLocation } from '@tanstack/react-router';
import { useRole } from '#web/client/me.ts';
import { useFilters, useZone } from '#web/client/place.ts';
import { TabStrip } from '#web/ui/TabStrip.tsx';
import { useWords } from '#web/words/words.ts';
import { RESULTS } from './results-words.ts';

export function ResultsNav({ evaluationId }: { readonly evaluationId: string }) {
  const t = useWords(RESULTS);
  const zone = useZone();
  const role = useRole();
  const { pathname } = useLocation();
  const { filters } = useFilters();
  const { period, evaluation } = filters;
  const search = {
    ...(period === undefined ? {} : { period }),
    ...(evaluation === undefined ? {} : { evaluation }),
  };
  const staff = role === 'leader' || role === 'evaluation_officer';
  const pages = [
    { path: '/results', name: t.ranking },
    { path: '/results/charts', name: t.charts },
    ...(staff
      ? [
          { path: '/results/robustness', name: t.robustness },
          { path: '/adjustments', name: t.adjustments },
        ]
      : []),
    { path: `/evaluations/${evaluationId}`, name: t.progress },
  ];
  return (
    <TabStrip label={t.pages} current={pathname}>
      {pages.map(({ path, name }) => (
        <Link
          key={path}
          to={`/z/${zone}${path}`}
          search={search}
          activeOptions={{ exact: true, includeSearch: false }}
        >
          {name}
        </Link>
      ))}
    </TabStrip>
  );
}
