import { expect, test } from 'vitest';
import { problemHint, problemText } from './problem-text.ts';

test('a problem is a sentence with its values', () =>
  expect(problemText('figure_jumped', { value: 5, last: 1, ratio: 3 }, 'zh')).toBe(
    '本年5与上年1相差超过3倍',
  ));
test('a count names the problem in words', () =>
  expect(problemText('problem_count', { problem: 'enterprise_absent', count: 2 }, 'zh')).toBe(
    '该行没有统一社会信用代码：2处',
  ));
test('what can be done stands beside it', () =>
  expect(problemHint('enterprise_unknown', 'en')).toContain('credit code'));
test('an unknown code is shown as it is', () => expect(problemText('new_kind', {}, 'en')).toBe('new_kind'));

test('a count of problems names the kind, without what is particular to one of them', () => {
  const text = (problem: string) => problemText('problem_count', { problem, count: 2 }, 'zh');
  expect(text('enterprise_unknown')).toBe('名录中没有这家企业：2处');
  expect(text('not_a_number')).toContain('…');
});
