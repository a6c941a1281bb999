import { describe, expect, test } from 'vitest';
import { setAt } from '#engine/scheme/edit.ts';
import { readDraft } from '../model/read-draft.ts';
import { numberOrText, textOf } from './form-context.ts';
import {
  type ActionName,
  actionOf,
  baselineEdit,
  baselineOf,
  comparisonOf,
  freshAction,
  freshScore,
  METHODS,
  methodOf,
  scoreEdit,
  statisticEdit,
  stepAs,
} from './score-form.ts';
import { groupPaths, moveToGroup } from './weight-path.ts';
import { workedOut } from './worked-out.ts';

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

  test.each([
    ['minmax', ['minmax', 1], 90, { minmax: [0, 90] }],
    ['zscore', ['by'], 'park', { zscore: [0, 1], by: 'park' }],
    ['rank', ['out_of'], 10, { rank: true, out_of: 10 }],
  ] as const)('a part of %s, written as one word', (method, part, value, score) => {
    const edits = scoreEdit(SCORE, method, part, value);
    expect(edits).toEqual([{ path: SCORE, value: score }]);
    expect(scoreEdit(SCORE, score, part, 5)).toEqual([{ path: [...SCORE, ...part], value: 5 }]);
  });

  test('steps keep their bound and points under another comparison', () => {
    const step = { at_most: 55, points: 40 };
    expect(comparisonOf(step)).toBe('at_most');
    expect(stepAs(step, 'below')).toEqual({ below: 55, points: 40 });
    expect(stepAs(step, 'otherwise')).toEqual({ otherwise: 40 });
    expect(stepAs({ otherwise: 40 }, 'above')).toEqual({ above: 0, points: 40 });
  });

  test('baselines', () => {
    expect([24.1, 'cap_multiple', 'mean', undefined].map((one) => baselineOf(one).kind)).toEqual([
      'number',
      'number',
      'statistic',
      'none',
    ]);
    expect(baselineOf({ of: 'median', times: 2 })).toEqual({
      kind: 'statistic',
      statistic: 'median',
      times: 2,
    });
    expect(baselineOf({ of: 'p62.5' }).statistic).toBe('p62.5');
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
    expect([undefined, 'zero', { points: -3 }, { mean_by: 'park' }, 7].map(actionOf)).toEqual([
      '',
      'zero',
      'points',
      'mean_by',
      'other',
    ]);
    expect(['', 'points', 'mean_by', 'zero'].map((name) => freshAction(name as ActionName, 'park'))).toEqual([
      undefined,
      { points: 0 },
      { mean_by: 'park' },
      'zero',
    ]);
  });
});

test('an indicator goes to another group with its weight', () => {
  const tree = (children: object): object => ({ tree: { children } });
  const data = tree({ out: { weight: 60, children: { a: 40, b: 20 } }, green: { weight: 40, children: {} } });
  expect(groupPaths(data).map((path) => path.at(-1))).toEqual(['tree', 'out', 'green']);
  const green = ['tree', 'children', 'green'];
  expect(moveToGroup(data, 'a', green)).toEqual([
    { path: ['tree', 'children', 'out', 'children', 'a'], value: undefined },
    { path: [...green, 'children', 'a'], value: 40 },
  ]);
});

test('a share worked out of others', () => {
  const data = {
    parameters: { a: { value: '20%' }, b: { value: 0.4 } },
    classes: { quotas: { A: 'a', D: '1 - a - b', E: 'unknown * 2' } },
  };
  const share = (letter: string): number => workedOut(data, ['classes', 'quotas', letter]);
  expect(['A', 'D', 'E'].map(share)).toEqual([0.2, 0.4, Number.NaN]);
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
