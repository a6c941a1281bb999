// Whether places in the ranking can be compared with those of the year before.
import type { Evaluation } from '#features/evaluation/web/shared/evaluation-choice.ts';

type Part = Pick<Evaluation, 'period_id' | 'scope' | 'state' | 'land_from_mu' | 'land_below_mu'>;

/** Of everybody, then of small firms only: a place among 1,300 is no gain on one among 2,300. */
export function hasSameFieldBefore(evaluation: Part, all: readonly Part[]): boolean {
  const concluded = all.filter(
    ({ period_id, state }) =>
      period_id < evaluation.period_id &&
      period_id.length === evaluation.period_id.length &&
      (state === 'final' || state === 'archived'),
  );
  const before = concluded
    .map(({ period_id }) => period_id)
    .sort()
    .at(-1);
  return concluded.some(
    (one) =>
      one.period_id === before &&
      one.scope === evaluation.scope &&
      one.land_from_mu === evaluation.land_from_mu &&
      one.land_below_mu === evaluation.land_below_mu,
  );
}
