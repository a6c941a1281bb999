// The figures a run was made from, as every part of an appeal shows them.
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { type Answer, api } from '#web/client/api.ts';
import { useZone } from '#web/client/place.ts';

export type FrozenFigures = Answer<typeof api.evaluation.listFrozenFigures>['items'];

export function useFrozenFigures(runId: string, enterpriseId: string): UseQueryResult<FrozenFigures> {
  const zone = useZone();
  return useQuery({
    queryKey: ['frozen figures', zone, runId, enterpriseId],
    queryFn: async () =>
      (await api.evaluation.listFrozenFigures({ zone, run_id: runId, enterprise_id: enterpriseId })).items,
    staleTime: Infinity,
  });
}
