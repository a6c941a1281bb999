// The conditions of the list as they stand in the address, and the pages of it that were asked for.
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { type Answer, api } from '#web/client/api.ts';
import { useFilters, useZone } from '#web/client/place.ts';
import { conditionsOf } from './conditions.ts';

export type EnterpriseRow = Answer<typeof api.registry.listEnterprises>['items'][number];

/** As many as the server gives at once. */
const PAGE = 500;

export function useEnterprises() {
  const zone = useZone();
  const conditions = conditionsOf(useFilters().filters);
  return useInfiniteQuery({
    queryKey: ['enterprises', zone, conditions],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      api.registry.listEnterprises({
        zone,
        ...conditions,
        limit: PAGE,
        ...(pageParam === '' ? {} : { cursor: pageParam }),
      }),
    getNextPageParam: ({ next }) => next,
  });
}

export function useEnterpriseCount() {
  const zone = useZone();
  const conditions = conditionsOf(useFilters().filters);
  return useQuery({
    queryKey: ['enterprise count', zone, conditions],
    queryFn: () => api.registry.countEnterprises({ zone, ...conditions }),
  });
}

export function useParks() {
  const zone = useZone();
  return useQuery({ queryKey: ['parks', zone], queryFn: () => api.registry.listParks({ zone }) });
}
