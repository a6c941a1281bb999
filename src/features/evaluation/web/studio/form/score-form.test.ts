import { describe, expect, test } from 'vitest';
import { setAt } from '#engine/scheme/edit.ts';
import { readDraft } from '../model/read-draft.ts';
import { numberOrText, textOf } from './form-context.ts';
import {
  actionOf,
  baselineEdit,
  baselineOf,
  freshScore,
  METHODS,
  methodOf,
  statisticEdit,
} from './score-form.ts';

const TEXT = `scheme: s
version: 1
title: { zh: 方案 }
inputs:
  tax: { zh: 税收, unit: 万元 }
  land: { zh: 用地, unit: 亩, min: 0, exclusive: true }
indicators:
  a: { value: tax / land, weight: 100, score: { ratio: 3, cap: 1.2 } }
`;
const SCORE = ['indicators', 'a', 'score'] as const;

describe('scoring in the form', () => {
  test.each(METHODS)('%s, chosen anew, is a scheme the engine takes', (method) => {
    const score = freshScore(method, { ratio: 3, cap: 1.2 }, 100);
    expect(methodOf(score)).toBe(method);
    expect(readDraft(setAt(TEXT, SCORE, score)).findings).toEqual([]);
  });

  test('baselines', () => {
    expect(baselineOf(24.1).kind).toBe('number');
    expect(baselineOf('cap_multiple').kind).toBe('number');
    expect(baselineOf('mean').kind).toBe('mean');
    expect(baselineOf({ of: 'median', times: 2 })).toEqual({ kind: 'median', times: 2 });
    expect(baselineOf({ of: 'p75' }).kind).toBe('other');
    const path = [...SCORE, 'ratio'];
    expect(baselineEdit(path, { of: 'mean', times: 2 }, 'median')).toEqual({
      path: [...path, 'of'],
      value: 'median',
    });
    expect(baselineEdit(path, 3, 'mean')).toEqual({ path, value: 'mean' });
    expect(statisticEdit(path, 'mean', 'times', 2)).toEqual({ path, value: { of: 'mean', times: 2 } });
    expect(statisticEdit(path, { of: 'mean' }, 'times', 2)).toEqual({ path: [...path, 'times'], value: 2 });
  });

  test('actions', () => {
    expect([undefined, 'zero', { points: -3 }, { mean_by: 'park' }].map(actionOf)).toEqual([
      '',
      'zero',
      'points',
      'other',
    ]);
  });
});

test('what a person types as a number', () => {
  expect(['30', ' 24.097 ', '20%', '２０％', 'cap', '-3', ''].map(numberOrText)).toEqual([
    30,
    24.097,
    '20%',
    '20%',
    'cap',
    -3,
    undefined,
  ]);
  expect([3, '20%', { of: 'mean' }, undefined].map(textOf)).toEqual(['3', '20%', '', '']);
});
