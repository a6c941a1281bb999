// Appeals of all evaluations that are, or were, in public.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type Answer, api } from '#web/client/api.ts';
import { useZone } from '#web/client/place.ts';
import { type Evaluation, evaluationsQuery } from '../shared/evaluation-choice.ts';

export type Appeal = Answer<typeof api.evaluation.listAppeals>['items'][number];
export type AppealLine = Appeal & { readonly evaluation: Evaluation };

/** Evaluations whose appeals could not be read are named; those of the others are shown all the same. */
export type AppealLines = { readonly appeals: readonly AppealLine[]; readonly unread: readonly string[] };

/** States in which nobody can have appealed yet. */
const TOO_EARLY = new Set(['draft', 'collecting', 'confirming', 'frozen', 'computed', 'reviewed']);

export function useAppeals() {
  const zone = useZone();
  const known = useQueryClient();
  return useQuery({
    queryKey: ['appeals', zone],
    queryFn: async (): Promise<AppealLines> => {
      const { items } = await known.query(evaluationsQuery(zone));
      const open = items.filter(({ state }) => !TOO_EARLY.has(state));
      const asked = await Promise.allSettled(
        open.map(({ evaluation_id }) => api.evaluation.listAppeals({ zone, evaluation_id })),
      );
      const refused = asked.find((one) => one.status === 'rejected');
      if (refused !== undefined && asked.every(({ status }) => status === 'rejected')) throw refused.reason;
      const answers = open.map((evaluation, i) => ({ evaluation, answer: asked[i] }));
      return {
        appeals: answers.flatMap(({ evaluation, answer }) =>
          answer?.status === 'fulfilled'
            ? answer.value.items.map((appeal) => ({ ...appeal, evaluation }))
            : [],
        ),
        unread: answers.flatMap(({ evaluation, answer }) =>
          answer?.status === 'rejected' ? [evaluation.name] : [],
        ),
      };
    },
  });
}
