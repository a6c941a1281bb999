import { expect, test } from 'vitest';
import { datasetOf, oneIndicator, planOf, runOf } from '#test/kit/scheme-kit.ts';
import { evaluate } from './evaluate.ts';
import { runIdentity } from './identity.ts';

const rows = [
  { id: 'a', x: 3 },
  { id: 'b', x: 5 },
  { id: 'c', x: 4 },
];
const classes = { quotas: { A: '50%', B: '50%' } };

test('the same scheme and figures name the same run and result', () => {
  expect(runIdentity(runOf(oneIndicator({ classes }), rows))).toEqual(
    runIdentity(runOf(oneIndicator({ classes }), rows)),
  );
});

test('a figure, a rule, a parameter or a manual change makes another run', () => {
  const base = runIdentity(runOf(oneIndicator({ classes }), rows));
  const figure = runIdentity(runOf(oneIndicator({ classes }), [...rows.slice(0, 2), { id: 'c', x: 4.5 }]));
  expect(figure.run).not.toBe(base.run);
  expect(figure.dataset.hash).not.toBe(base.dataset.hash);
  expect(figure.scheme.hash).toBe(base.scheme.hash);
  const rule = runIdentity(runOf(oneIndicator({ classes: { quotas: { B: '50%', A: '50%' } } }), rows));
  expect(rule.scheme.hash).not.toBe(base.scheme.hash);
  const byHand = runIdentity(
    runOf(oneIndicator({ classes }), rows, [], [{ id: 'a', class: 'A', reason: '复核' }]),
  );
  expect(byHand.run).not.toBe(base.run);
  expect(byHand.result).not.toBe(base.result);
});

test('a parameter counts by its value', () => {
  const scheme = oneIndicator({
    parameters: { cap: { value: 4 } },
    indicators: { item: { value: 'x', weight: 100, score: { points: true, cap: 'cap' } } },
  });
  const hashWith = (cap: number): string => {
    const plan = planOf(scheme, { cap });
    const { run } = evaluate(plan, datasetOf(plan, rows));
    return run === undefined ? '' : runIdentity(run).scheme.hash;
  };
  expect(hashWith(4)).toBe(hashWith(4));
  expect(hashWith(5)).not.toBe(hashWith(4));
});
