// Appeals of all evaluations that are, or were, in public, with the names of the enterprises where the reader may know them.
import { useQuery } from '@tanstack/react-query';
import { type Answer, api } from '#web/client/api.ts';
import { useZone } from '#web/client/place.ts';
import { type Evaluation, useEvaluations } from '../shared/evaluation-choice.ts';

export type Appeal = Answer<typeof api.evaluation.listAppeals>['items'][number];
export type AppealLine = Appeal & { readonly evaluation: Evaluation; readonly name: string };

/** States in which nobody can have appealed yet. */
const TOO_EARLY = new Set(['draft', 'collecting', 'confirming', 'frozen', 'computed', 'reviewed']);

export function useAppeals() {
  const zone = useZone();
  const evaluations = useEvaluations().data?.items;
  return useQuery({
    queryKey: ['appeals', zone, evaluations?.map(({ evaluation_id }) => evaluation_id)],
    queryFn: async (): Promise<AppealLine[]> => {
      const open = (evaluations ?? []).filter(({ state }) => !TOO_EARLY.has(state));
      const lists = await Promise.all(
        open.map(async (evaluation) => {
          const { items } = await api.evaluation.listAppeals({
            zone,
            evaluation_id: evaluation.evaluation_id,
          });
          return items.map((appeal) => ({ ...appeal, evaluation }));
        }),
      );
      const appeals = lists.flat();
      const names = await namesOf(zone, [...new Set(appeals.map(({ enterprise_id }) => enterprise_id))]);
      return appeals.map((appeal) => ({ ...appeal, name: names.get(appeal.enterprise_id) ?? '' }));
    },
    enabled: evaluations !== undefined,
  });
}

async function namesOf(zone: string, ids: readonly string[]): Promise<Map<string, string>> {
  const found = await Promise.all(
    ids.map((enterprise_id) => api.registry.getEnterprise({ zone, enterprise_id })),
  );
  return new Map(found.map(({ enterprise_id, name }) => [enterprise_id, name]));
}
