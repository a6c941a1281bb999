// The zone at a glance, asked for again while somebody looks.
import { useQuery } from '@tanstack/react-query';
import { api } from '#web/client/api.ts';
import { useFilters, useZone } from '#web/client/place.ts';

export function useOverview(refreshMs?: number) {
  const zone = useZone();
  const { filters } = useFilters();
  const { period, evaluation } = filters;
  return useQuery({
    queryKey: ['overview', zone, period, evaluation],
    queryFn: () =>
      api.evaluation.getOverview({
        zone,
        ...(period === undefined ? {} : { period_id: period }),
        ...(evaluation === undefined ? {} : { evaluation_id: evaluation }),
      }),
    ...(refreshMs === undefined ? {} : { refetchInterval: refreshMs }),
  });
}
