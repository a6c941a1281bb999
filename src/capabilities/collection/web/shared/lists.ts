// Offices, items and campaigns of the zone, asked for once.
import { useQuery } from '@tanstack/react-query';
import { api } from '#web/client/api.ts';
import { useZone } from '#web/client/place.ts';

const LONG = 300_000;

export function useItems() {
  const zone = useZone();
  return useQuery({
    queryKey: ['items', zone],
    queryFn: () => api.collection.listItems({ zone }),
    staleTime: LONG,
  });
}

export function useOffices() {
  const zone = useZone();
  return useQuery({
    queryKey: ['offices', zone],
    queryFn: () => api.registry.listOffices({ zone }),
    staleTime: LONG,
  });
}

export function useParks() {
  const zone = useZone();
  return useQuery({
    queryKey: ['parks', zone],
    queryFn: () => api.registry.listParks({ zone }),
    staleTime: LONG,
  });
}
