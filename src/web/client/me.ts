// Who the reader is in this zone, which zones there are for them, and which years.
import { useQuery } from '@tanstack/react-query';
import type { Role } from '#core/roles.ts';
import { api } from './api.ts';
import { useFilters, useZone } from './place.ts';

export function useMe() {
  const zone = useZone();
  return useQuery({
    queryKey: ['me', zone],
    queryFn: () => api.identity.getMe({ zone }),
    enabled: zone !== '',
    staleTime: 300_000,
  });
}

/** Undefined until it is known. */
export const useRole = (): Role | undefined => useMe().data?.role;

export function useMyZones() {
  return useQuery({
    queryKey: ['my zones'],
    queryFn: () => api.identity.listMyZones(),
    staleTime: 300_000,
  });
}

/** The three administrators look after accounts and logs, not after figures. */
export const useWorksWithData = (): boolean => {
  const role = useRole();
  return role !== undefined && !role.endsWith('_admin');
};

export function usePeriods() {
  const zone = useZone();
  const enabled = useWorksWithData();
  return useQuery({
    queryKey: ['periods', zone],
    queryFn: () => api.registry.listPeriods({ zone }),
    enabled,
    staleTime: 300_000,
  });
}

/** The year the reader looks at: of the address, else the latest there is. */
export function usePeriod(): string | undefined {
  const { filters } = useFilters();
  const periods = usePeriods().data?.items;
  return (
    filters['period'] ??
    periods
      ?.map(({ period_id }) => period_id)
      .sort()
      .at(-1)
  );
}
