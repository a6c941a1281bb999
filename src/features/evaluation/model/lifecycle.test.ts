import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  EVALUATION_STATES,
  type EvaluationState,
  findStep,
  type Need,
  NEEDS,
  STEPS,
  stepsFrom,
  unmetNeeds,
} from './lifecycle.ts';

const reachable = (from: EvaluationState): Set<EvaluationState> => {
  const seen = new Set<EvaluationState>([from]);
  for (const state of seen) for (const { to } of stepsFrom(state)) seen.add(to);
  return seen;
};

describe('the life of an evaluation', () => {
  test('reaches every state from a draft, and from each of them the archive', () => {
    expect([...reachable('draft')].toSorted()).toEqual([...EVALUATION_STATES].toSorted());
    for (const state of EVALUATION_STATES) expect(reachable(state).has('archived')).toBe(true);
  });

  test('ends in the archive', () => {
    expect(stepsFrom('archived')).toEqual([]);
  });

  test('never leaves a published list without a new publication', () => {
    // From the final list nothing leads back: a correction is another publication beside it.
    expect(reachable('final')).toEqual(new Set(['final', 'archived']));
  });

  test('publishes only what was frozen, computed and reviewed, on whatever way', () => {
    const walks = fc.array(fc.nat(), { maxLength: 40 }).map((picks) => {
      const path: EvaluationState[] = ['draft'];
      for (const pick of picks) {
        const steps = stepsFrom(path.at(-1) ?? 'draft');
        const step = steps[pick % Math.max(1, steps.length)];
        if (step !== undefined) path.push(step.to);
      }
      return path;
    });
    fc.assert(
      fc.property(walks, (path) => {
        for (const published of ['notice', 'final'] as const) {
          const at = path.indexOf(published);
          if (at < 0) continue;
          const before = path.slice(0, at);
          const [frozen, computed, reviewed] = ['frozen', 'computed', 'reviewed'].map((state) =>
            before.indexOf(state as EvaluationState),
          );
          expect(frozen).toBeGreaterThanOrEqual(0);
          expect(computed).toBeGreaterThan(frozen ?? 0);
          expect(reviewed).toBeGreaterThan(computed ?? 0);
        }
      }),
    );
  });

  test('has one meaning for a step from a state', () => {
    for (const state of EVALUATION_STATES) {
      const names = stepsFrom(state).map(({ transition }) => transition);
      expect(new Set(names).size).toBe(names.length);
    }
  });

  test('takes no step whose needs are not met', () => {
    const review = findStep('computed', 'review');
    expect(review && unmetNeeds(review, new Set<Need>(['run']))).toEqual([
      'another_person',
      'no_open_adjustments',
    ]);
    expect(STEPS.every((step) => unmetNeeds(step, new Set(NEEDS)).length === 0)).toBe(true);
  });
});
