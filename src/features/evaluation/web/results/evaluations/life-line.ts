// The life of an evaluation as a line: which states are behind it, and when each was reached last.
import { EvaluationState } from '#features/evaluation/model/lifecycle.ts';
import type { StepTaken } from '#features/evaluation/contract/shapes.ts';

export type Station = {
  readonly state: EvaluationState;
  readonly phase: 'done' | 'now' | 'ahead';
  /** When it was entered last on the way here; undefined where it was not, or was left backwards since. */
  readonly at: string | undefined;
};

export function lifeLine(state: EvaluationState, steps: readonly StepTaken[]): Station[] {
  const all = EvaluationState.options;
  const now = all.indexOf(state);
  const reached = new Map<string, string>();
  for (const step of [...steps].sort((a, b) => a.seq - b.seq)) reached.set(step.to_state, step.at);
  return all.map((one, i) => ({
    state: one,
    phase: i < now ? 'done' : i === now ? 'now' : 'ahead',
    at: i <= now ? reached.get(one) : undefined,
  }));
}
