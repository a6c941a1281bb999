import { describe, expect, test } from 'vitest';
import type { StepTaken } from '#features/evaluation/contract/shapes.ts';
import { byLikelihood, lifeLine } from './life-line.ts';

const step = (seq: number, to_state: string): StepTaken => ({
  seq,
  transition: 'x',
  from_state: 'x',
  to_state,
  reason: null,
  actor: 'a',
  role: 'evaluation_officer',
  at: `2026-01-0${seq}T00:00:00.000Z`,
});

describe('the life of an evaluation as a line', () => {
  const steps = [step(3, 'collecting'), step(1, 'collecting'), step(2, 'confirming'), step(4, 'confirming')];
  const line = lifeLine('confirming', steps);
  test('what lies behind, where it is, what lies ahead', () =>
    expect(line.map(({ phase }) => phase).slice(0, 4)).toEqual(['done', 'done', 'now', 'ahead']));
  test('each state with the day it was reached last, whatever the order they come in', () =>
    expect(line.slice(0, 3).map(({ at }) => at?.slice(0, 10))).toEqual([
      undefined,
      '2026-01-03',
      '2026-01-04',
    ]));
  test('a state that was left backwards is ahead again, without a day', () => {
    const back = lifeLine('collecting', [...steps, step(5, 'collecting')]);
    expect(back.find(({ state }) => state === 'confirming')).toEqual({
      state: 'confirming',
      phase: 'ahead',
      at: undefined,
    });
  });
});

describe('what comes next', () => {
  test('a retreat never comes first, whatever is missing', () => {
    const next = [
      { transition: 'unfreeze' as const, unmet: [] },
      { transition: 'review' as const, unmet: ['another_person' as const] },
    ];
    expect(byLikelihood('computed', next).map(({ transition }) => transition)).toEqual([
      'review',
      'unfreeze',
    ]);
  });
  test('of two ways the one of which less is missing', () => {
    const next = [
      { transition: 'finalise' as const, unmet: ['no_accepted_appeals' as const] },
      { transition: 'refreeze' as const, unmet: [] },
    ];
    expect(byLikelihood('appeals', next)[0]?.transition).toBe('refreeze');
  });
});
