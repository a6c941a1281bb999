// The life of an evaluation as a line: which states are behind it, and when each was reached last.
import { EVALUATION_STATES, type EvaluationState, findStep } from '#features/evaluation/model/lifecycle.ts';
import type { NextStep, StepTaken } from '#features/evaluation/contract/shapes.ts';

export type Station = {
  readonly state: EvaluationState;
  readonly phase: 'done' | 'now' | 'ahead';
  /** When it was entered last on the way here; undefined where it was not, or was left backwards since. */
  readonly at: string | undefined;
};

export function lifeLine(state: EvaluationState, steps: readonly StepTaken[]): Station[] {
  const all = EVALUATION_STATES;
  const now = all.indexOf(state);
  const reached = new Map<string, string>();
  for (const step of [...steps].sort((a, b) => a.seq - b.seq)) reached.set(step.to_state, step.at);
  return all.map((one, i) => ({
    state: one,
    phase: i < now ? 'done' : i === now ? 'now' : 'ahead',
    at: i <= now ? reached.get(one) : undefined,
  }));
}

/** Steps in the order in which they are likely: retreats, which need a reason, last; then by how much is missing. */
export function byLikelihood<Step extends Pick<NextStep, 'transition' | 'unmet'>>(
  state: EvaluationState,
  next: readonly Step[],
): Step[] {
  const isRetreat = ({ transition }: Step): number =>
    findStep(state, transition)?.needs.includes('reason') === true ? 1 : 0;
  return [...next].sort((a, b) => {
    const retreats = isRetreat(a) - isRetreat(b);
    return retreats === 0 ? a.unmet.length - b.unmet.length : retreats;
  });
}
