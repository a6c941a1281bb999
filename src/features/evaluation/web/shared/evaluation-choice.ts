// Which evaluation a page shows: the one in the address, else the best there is of the year the reader looks at.
import { queryOptions, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, type Answer } from '#web/client/api.ts';
import { usePeriod } from '#web/client/me.ts';
import { useFilters, useZone } from '#web/client/place.ts';
import { chooseEvaluation } from './choose-evaluation.ts';

export type Evaluations = Answer<typeof api.evaluation.listEvaluations>;
export type Evaluation = Evaluations['items'][number];

export type EvaluationChoice = {
  /** Of the zone: for `<Loaded>`. */
  readonly query: UseQueryResult<Evaluations>;
  readonly period: string | undefined;
  /** Of every year, and of this one. */
  readonly all: readonly Evaluation[];
  readonly ofPeriod: readonly Evaluation[];
  readonly evaluation: Evaluation | undefined;
  /** Of its latest official run; undefined before there is one. */
  readonly runId: string | undefined;
  readonly choose: (evaluationId: string) => void;
};

export const evaluationsQuery = (zone: string) =>
  queryOptions({
    queryKey: ['evaluations', zone],
    queryFn: () => api.evaluation.listEvaluations({ zone }),
  });

export function useEvaluations(): UseQueryResult<Evaluations> {
  const zone = useZone();
  return useQuery({ ...evaluationsQuery(zone), enabled: zone !== '' });
}

export function useEvaluationChoice(): EvaluationChoice {
  const query = useEvaluations();
  const period = usePeriod();
  const { filters, set } = useFilters();
  const all = query.data?.items ?? [];
  const ofPeriod = all.filter(({ period_id }) => period_id === period);
  const evaluation = chooseEvaluation(ofPeriod, filters['evaluation']);
  return {
    query,
    period,
    all,
    ofPeriod,
    evaluation,
    runId: evaluation?.run_id ?? undefined,
    choose: (evaluationId) => set({ evaluation: evaluationId }),
  };
}
