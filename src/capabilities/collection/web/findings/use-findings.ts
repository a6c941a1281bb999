// All findings of the period that fit the filters: the first line counts them, so every page of the grid is read.
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { api } from '#web/client/api.ts';
import { usePeriod } from '#web/client/me.ts';
import { useFilters, useZone } from '#web/client/place.ts';
import { findingLines, type Shown } from './finding-list.ts';

export function useFindings(shown: Shown) {
  const zone = useZone();
  const period = usePeriod() ?? '';
  const { park_id, search, item } = useFilters().filters;
  const query = useInfiniteQuery({
    queryKey: ['findings', zone, period, shown, park_id, search, item],
    queryFn: ({ pageParam }) =>
      api.collection.listFigures({
        zone,
        period_id: period,
        finding: item ?? 'any',
        finding_state: shown,
        limit: 500,
        ...(park_id === undefined ? {} : { park_id }),
        ...(search === undefined ? {} : { search }),
        ...(pageParam === '' ? {} : { cursor: pageParam }),
      }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    enabled: period !== '',
  });
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  const { data } = query;
  // A thousand lines, and the page draws itself anew with every key.
  const found = useMemo(() => {
    const fields = data?.pages[0]?.fields ?? [];
    const items = data?.pages.flatMap((page) => page.items) ?? [];
    return { fields, lines: findingLines({ fields, items }, shown, item) };
  }, [data, shown, item]);
  return { query, counting: hasNextPage, ...found };
}
