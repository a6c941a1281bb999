import { describe, expect, test } from 'vitest';
import { chooseEvaluation } from './choose-evaluation.ts';

const one = (evaluation_id: string, scope: 'all' | 'above_scale' | 'below_scale', run_id: string | null) => ({
  evaluation_id,
  scope,
  run_id,
});

describe('which evaluation is meant', () => {
  const candidates = [
    one('1', 'below_scale', 'r1'),
    one('2', 'above_scale', 'r2'),
    one('3', 'above_scale', 'r3'),
    one('4', 'all', null),
  ];
  test('the one in the address', () => expect(chooseEvaluation(candidates, '1')?.evaluation_id).toBe('1'));
  test('else one with results, above the scale before below it, the latest first', () =>
    expect(chooseEvaluation(candidates, undefined)?.evaluation_id).toBe('3'));
  test('an address of another year counts for nothing', () =>
    expect(chooseEvaluation(candidates, 'gone')?.evaluation_id).toBe('3'));
  test('without results the widest', () =>
    expect(
      chooseEvaluation([one('1', 'above_scale', null), one('4', 'all', null)], undefined)?.evaluation_id,
    ).toBe('4'));
  test('none of none', () => expect(chooseEvaluation([], 'x')).toBeUndefined());
});
