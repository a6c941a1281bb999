// The figures of one enterprise, each beside that of the year before.
import { useQuery } from '@tanstack/react-query';
import { api } from '#web/client/api.ts';
import { useZone } from '#web/client/place.ts';

export function useSheet(periodId: string, enterpriseId: string) {
  const zone = useZone();
  return useQuery({
    queryKey: ['figure sheet', zone, periodId, enterpriseId],
    queryFn: () => api.collection.getFigures({ zone, period_id: periodId, enterprise_id: enterpriseId }),
    enabled: periodId !== '' && enterpriseId !== '',
  });
}
