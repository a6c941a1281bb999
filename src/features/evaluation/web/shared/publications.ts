// The published lists, the newest first.
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { type Answer, api } from '#web/client/api.ts';
import { useZone } from '#web/client/place.ts';

type Publications = Answer<typeof api.evaluation.listPublications>;
export type Publication = Publications['items'][number];

export function usePublications(): UseQueryResult<Publications> {
  const zone = useZone();
  return useQuery({
    queryKey: ['publications', zone],
    queryFn: () => api.evaluation.listPublications({ zone }),
  });
}
