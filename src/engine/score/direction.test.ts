import { expect, test } from 'vitest';
import { findingsOf, oneIndicator, runOf } from '#test/kit/scheme-kit.ts';

const scheme = (score: unknown, better: 'higher' | 'lower') =>
  oneIndicator({ indicators: { item: { value: 'x', weight: 100, better, score } } });
const scores = (score: unknown, better: 'higher' | 'lower' = 'lower') =>
  Array.from(runOf(scheme(score, better), [{ x: 0 }, { x: 10 }, { x: 40 }]).score);

test('where less is better, the least scores the most', () => {
  expect(scores('minmax')).toEqual([100, 75, 0]);
  expect(scores({ efficacy: {} })).toEqual([100, 90, 60]);
  expect(scores({ goalposts: [0, 40] })).toEqual([100, 75, 0]);
  expect(scores('distance_to_max')).toEqual([100, 75, 0]);
  expect(scores('percentile_rank')).toEqual([100, 50, 0]);
});

test('stated ends keep their meaning in both directions: low is the smaller value', () => {
  const ends = { minmax: [0, 100], low: 0, high: 50 };
  expect(scores(ends, 'higher')).toEqual([0, 20, 80]);
  expect(scores(ends, 'lower')).toEqual([100, 80, 20]);
});

test('a method that cannot turn round says so', () => {
  for (const score of [{ ratio: 10 }, 'fraction_of_max', { scaled: [0, 40] }, 'points']) {
    expect(findingsOf(scheme(score, 'lower')).map(({ code }) => code)).toEqual(['method_needs_higher']);
  }
});

test('zero is an end like any other, but nothing can be divided by it', () => {
  expect(findingsOf(scheme({ efficacy: { low: 0, high: 50 } }, 'higher'))).toEqual([]);
  expect(findingsOf(scheme({ ratio: 0 }, 'higher')).map(({ code }) => code)).toEqual(['baseline_zero']);
});
