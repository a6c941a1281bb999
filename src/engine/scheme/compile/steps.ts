// A step table: its limits resolved, and every step able to apply.
import type { Path } from '#core/diagnostic.ts';
import type { StepPlan } from '../plan.ts';
import type { Num } from '../shape/common.ts';
import type { Score } from '../shape/score.ts';
import { type Checker, report, resolveNumber } from './checker.ts';

type Steps = Extract<Exclude<Score, string>, { steps: unknown }>['steps'];

/** The first step that holds gives the points, so a step behind one that holds for all its values can never apply. */
export function compileSteps(checker: Checker, steps: Steps, path: Path): StepPlan[] {
  const plans = steps.map((step, i) => compileStep(checker, step, [...path, 'steps', i]));
  plans.forEach((plan, i) => {
    const earlier = plans.slice(0, i).findIndex((candidate) => covers(candidate, plan));
    if (earlier >= 0)
      report(checker, 'step_unreachable', [...path, 'steps', i], { step: i + 1, earlier: earlier + 1 });
  });
  return plans;
}

function compileStep(checker: Checker, step: Steps[number], at: Path): StepPlan {
  if ('otherwise' in step) {
    return {
      test: 'otherwise',
      limit: 0,
      points: resolveNumber(checker, step.otherwise, [...at, 'otherwise']),
    };
  }
  const points = resolveNumber(checker, step.points, [...at, 'points']);
  const of = (test: Exclude<StepPlan['test'], 'otherwise'>, limit: Num): StepPlan => ({
    test,
    limit: resolveNumber(checker, limit, [...at, test]),
    points,
  });
  if ('at_least' in step) return of('at_least', step.at_least);
  if ('above' in step) return of('above', step.above);
  if ('at_most' in step) return of('at_most', step.at_most);
  return of('below', step.below);
}

/** Whether every value the later step could take is taken by the earlier one. */
function covers(earlier: StepPlan, later: StepPlan): boolean {
  if (earlier.test === 'otherwise') return true;
  const upward = (step: StepPlan): boolean => step.test === 'at_least' || step.test === 'above';
  if (later.test === 'otherwise' || upward(earlier) !== upward(later)) return false;
  if (earlier.limit === later.limit) {
    return earlier.test === later.test || earlier.test === 'at_least' || earlier.test === 'at_most';
  }
  return upward(earlier) ? earlier.limit < later.limit : earlier.limit > later.limit;
}
