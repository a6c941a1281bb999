// Whether an enterprise is asked to confirm its figures of a year: only while an evaluation that takes it in is at that
// stage. Above-scale and below-scale industry may be evaluated apart, one confirming while the other is published.
import type { Answer, api } from '#web/client/api.ts';

type Evaluation = Pick<
  Answer<typeof api.evaluation.listEvaluations>['items'][number],
  'period_id' | 'scope' | 'state'
>;

export type ConfirmStage = 'asked' | 'early' | 'over' | 'none';

export function confirmStage(
  evaluations: readonly Evaluation[],
  period: string,
  scale: string | null,
): ConfirmStage {
  const states = evaluations
    .filter(({ period_id, scope }) => period_id === period && (scope === 'all' || scope === scale))
    .map(({ state }) => state);
  if (states.includes('confirming')) return 'asked';
  if (states.includes('draft') || states.includes('collecting')) return 'early';
  return states.length === 0 ? 'none' : 'over';
}
