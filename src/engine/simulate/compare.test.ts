import fc from 'fast-check';
import { expect, test } from 'vitest';
import { classesOf, oneIndicator, type Row, runOf } from '#test/kit/scheme-kit.ts';
import { compareRuns, describeMove } from './compare.ts';

const classes = { quotas: { A: '25%', B: '50%', C: '25%' } };
const scheme = (weights: readonly [number, number], over: Record<string, unknown> = {}) =>
  oneIndicator({
    inputs: { x: {}, y: {}, fresh: { type: 'flag', optional: true } },
    indicators: {
      a: { value: 'x', weight: weights[0], score: { ratio: 10 } },
      b: { value: 'y', weight: weights[1], score: { ratio: 10 } },
    },
    adjustments: { bonus: { rules: [{ when: 'x > 8', points: 3 }] } },
    classes,
    ...over,
  });
const rows: Row[] = [
  { id: '甲', x: 9, y: 1 },
  { id: '乙', x: 6, y: 5 },
  { id: '丙', x: 5, y: 6 },
  { id: '丁', x: 1, y: 9 },
];

test('classes before and after, and who moved', () => {
  const before = runOf(scheme([70, 30]), rows);
  const after = runOf(scheme([10, 90]), rows);
  expect([classesOf(before), classesOf(after)]).toEqual([
    ['A', 'B', 'B', 'C'],
    ['C', 'B', 'B', 'A'],
  ]);
  const comparison = compareRuns(before, after);
  expect(comparison.classes).toEqual(['A', 'B', 'C', '']);
  expect(Array.from(comparison.transitions)).toEqual([0, 0, 1, 0, 0, 2, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0]);
  expect(comparison).toMatchObject({ up: 1, down: 1, same: 2, entered: 0, left: 0 });
  expect(Array.from(comparison.moved)).toEqual([0, 3]);
});

test('a move names what changed the score, largest first', () => {
  const comparison = compareRuns(runOf(scheme([70, 30]), rows), runOf(scheme([10, 90]), rows));
  expect(describeMove(comparison, 0)).toEqual({
    id: '甲',
    classBefore: 'A',
    classAfter: 'C',
    scoreBefore: 69,
    scoreAfter: 21,
    rankBefore: 1,
    rankAfter: 4,
    changes: [
      { kind: 'indicator', name: 'a', part: -54 },
      { kind: 'indicator', name: 'b', part: 6 },
    ],
  });
});

test('newcomers and leavers are counted apart, whatever the order of the rows', () => {
  const before = runOf(scheme([70, 30]), rows);
  const after = runOf(scheme([70, 30]), [{ id: '戊', x: 20, y: 20 }, ...rows.slice(1).reverse()]);
  const comparison = compareRuns(before, after);
  expect(comparison).toMatchObject({ entered: 1, left: 1, same: 3, up: 0, down: 0 });
  expect(Array.from(comparison.rowBefore)).toEqual([-1, 3, 2, 1]);
});

test('T is outside the order: moving there is neither up nor down', () => {
  const exempt = { ...classes, exempt: [{ when: 'fresh', class: 'T' }] };
  const run = (fresh: boolean) =>
    runOf(
      scheme([70, 30], { classes: exempt }),
      rows.map((row, i) => ({ ...row, fresh: fresh && i === 3 })),
    );
  const comparison = compareRuns(run(false), run(true));
  // With three left to rank the last place of B is gone: 丙 falls to C. 丁, now T, is neither up nor down.
  expect(comparison).toMatchObject({ up: 0, down: 1, same: 2 });
  expect(Array.from(comparison.moved)).toEqual([2, 3]);
});

test('the changes of every subject add up to the change of its score', () => {
  const figure = fc.integer({ min: 0, max: 200 }).map((n) => n / 10);
  const table = fc.array(fc.record({ x: figure, y: figure }), { minLength: 1, maxLength: 15 });
  fc.assert(
    fc.property(table, table, fc.integer({ min: 0, max: 100 }), (first, second, weight) => {
      const before = runOf(scheme([60, 40], { round: { score: 1 } }), first);
      const after = runOf(scheme([weight, 100 - weight], { round: { score: 1 } }), second);
      const comparison = compareRuns(before, after);
      const total = Array.from(comparison.transitions).reduce((a, b) => a + b, 0);
      expect(total).toBe(after.rows + comparison.left);
      comparison.rowBefore.forEach((previous, row) => {
        if (previous < 0) return;
        const move = describeMove(comparison, row);
        const sum = move.changes.reduce((a, { part }) => a + part, 0);
        expect(sum).toBeCloseTo(move.scoreAfter - move.scoreBefore, 9);
      });
    }),
    { numRuns: 60 },
  );
});
