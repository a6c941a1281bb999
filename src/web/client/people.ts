// Names of the people behind identifiers, for histories that say who it was.
import { useQuery } from '@tanstack/react-query';
import { api } from './api.ts';
import { useRole } from './me.ts';
import { useZone } from './place.ts';

/** The name, or the identifier itself where the reader may not know it. */
export function usePeople(): (userId: string) => string {
  const zone = useZone();
  const role = useRole();
  const people = useQuery({
    queryKey: ['people', zone],
    queryFn: () => api.identity.listPeople({ zone }),
    enabled: zone !== '' && role !== undefined && role !== 'enterprise_user',
    staleTime: 300_000,
  });
  const names = new Map(people.data?.items.map(({ user_id, name }) => [user_id, name]));
  return (userId) => names.get(userId) ?? userId;
}
