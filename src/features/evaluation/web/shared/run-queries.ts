// A run, its table and the names of its numbers, asked for once and shared by every page that shows them.
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api, type Answer, request } from '#web/client/api.ts';
import { useZone } from '#web/client/place.ts';
import { readRunTable, type RunTable } from './run-table.ts';

export type RunFields = Answer<typeof api.evaluation.getRunFields>;

/** Runs never change; only whose rows the reader may see does. */
const LONG = 300_000;

export function useRunTable(runId: string | null | undefined): UseQueryResult<RunTable> {
  const zone = useZone();
  return useQuery({
    queryKey: ['run table', zone, runId],
    queryFn: async ({ signal }) => {
      const response = await request(`/zones/${zone}/runs/${runId ?? ''}/table`, { signal });
      return readRunTable(new Uint8Array(await response.arrayBuffer()));
    },
    enabled: typeof runId === 'string' && zone !== '',
    staleTime: LONG,
    // Columns are typed arrays: comparing two of them value by value would take longer than drawing them.
    structuralSharing: false,
  });
}

export function useRunFields(runId: string | null | undefined): UseQueryResult<RunFields> {
  const zone = useZone();
  return useQuery({
    queryKey: ['run fields', zone, runId],
    queryFn: () => api.evaluation.getRunFields({ zone, run_id: runId ?? '' }),
    enabled: typeof runId === 'string' && zone !== '',
    staleTime: LONG,
  });
}

/** Names of the parks by their id. */
export function useParkNames(): ReadonlyMap<string, string> {
  const zone = useZone();
  const parks = useQuery({
    queryKey: ['parks', zone],
    queryFn: () => api.registry.listParks({ zone }),
    enabled: zone !== '',
    staleTime: LONG,
  });
  const items = parks.data?.items;
  return useMemo(() => new Map(items?.map(({ park_id, name }) => [park_id, name])), [items]);
}
