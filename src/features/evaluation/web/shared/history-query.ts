// The file of one enterprise over the years, as every page asks for it.
import { queryOptions } from '@tanstack/react-query';
import { api } from '#web/client/api.ts';

export const historyQuery = (zone: string, enterprise_id: string) =>
  queryOptions({
    queryKey: ['enterprise history', zone, enterprise_id],
    queryFn: () => api.evaluation.getEnterpriseHistory({ zone, enterprise_id }),
  });
