import { describe, expect, test } from 'vitest';
import { applySteps, type Step } from './steps.ts';

function scored(values: readonly number[], steps: readonly Step[]): number[] {
  const out = new Float64Array(values.length);
  applySteps(Float64Array.from(values), steps, out);
  return [...out];
}

const research: Step[] = [
  { test: 'at_least', limit: 5, points: 20 },
  { test: 'above', limit: 3, points: 15 },
  { test: 'otherwise', limit: 0, points: 5 },
];

describe('a step table', () => {
  test('says of each limit whether it belongs to the step', () => {
    expect(scored([5, 4.999, 3, 2, -1], research)).toEqual([20, 15, 5, 5, 5]);
  });

  test('takes a value for the limit that only binary arithmetic puts beside it', () => {
    const debt: Step[] = [
      { test: 'at_most', limit: 55, points: 10 },
      { test: 'above', limit: 55, points: 5 },
    ];
    expect(scored([(55 / 100) * 100, 55.001], debt)).toEqual([10, 5]);
    expect(scored([115 / 100 - 1], [{ test: 'at_least', limit: 0.15, points: 20 }])).toEqual([20]);
  });

  test('reads from the top: the first step that applies counts', () => {
    const energy: Step[] = [
      { test: 'below', limit: 0.5, points: 10 },
      { test: 'at_most', limit: 1, points: 6 },
    ];
    expect(scored([0.4, 0.5, 1, 1.01], energy)).toEqual([10, 6, 6, Number.NaN]);
  });

  test('gives no points to an absent value, not even the ones for the rest', () => {
    expect(scored([Number.NaN], research)).toEqual([Number.NaN]);
  });
});
