import { describe, expect, test } from 'vitest';
import { classesOf, oneIndicator, type Row, runOf } from '#test/kit/scheme-kit.ts';

const inputs = {
  x: {},
  y: { optional: true },
  park: { type: 'category', optional: true },
  fresh: { type: 'flag', optional: true },
  bad: { type: 'flag', optional: true },
};
const scheme = (classes: Record<string, unknown>, over: Record<string, unknown> = {}) =>
  oneIndicator({
    inputs,
    classes: { quotas: { A: '20%', B: '40%', C: '35%', D: '5%' }, ...classes },
    ...over,
  });
const ladder = (n: number, row: (i: number) => Row = () => ({})): Row[] =>
  Array.from({ length: n }, (_, i) => ({ id: `E${String(i).padStart(3, '0')}`, x: n - i, ...row(i) }));
const counts = (letters: readonly string[]) =>
  Object.fromEntries(
    ['A', 'B', 'C', 'D', 'T'].map((letter) => [letter, letters.filter((l) => l === letter).length]),
  );

describe('exempt subjects', () => {
  test('are not ranked and take no place', () => {
    const run = runOf(
      scheme({ exempt: [{ when: 'fresh', class: 'T' }] }),
      ladder(21, (i) => ({ fresh: i === 0 })),
    );
    expect(counts(classesOf(run))).toEqual({ A: 4, B: 8, C: 7, D: 1, T: 1 });
    expect(run.classified.ranking.rank[0]).toBe(0);
    expect(run.classified.ranking.rank[1]).toBe(1);
  });

  test('may stay in the base and take places of a class: 济宁高新区 2023, 275 with 10 T and 3 moved down', () => {
    const rows = ladder(275, (i) => ({ fresh: i < 10, bad: i >= 70 && i < 73 }));
    const run = runOf(
      scheme({
        exempt: [{ when: 'fresh', class: 'T', counts_as: 'B' }],
        rules: [{ when: 'bad', at_most: 'C' }],
      }),
      rows,
    );
    expect(counts(classesOf(run))).toEqual({ A: 55, B: 97, C: 99, D: 14, T: 10 });
  });

  test('a condition that cannot be told does not exempt', () => {
    const run = runOf(
      scheme({ exempt: [{ when: 'y > 1', class: 'T' }] }),
      ladder(5, () => ({ y: null })),
    );
    expect(counts(classesOf(run)).T).toBe(0);
  });
});

describe('pools', () => {
  test('each pool has its own ranks and quotas', () => {
    const run = runOf(
      scheme({ pool: 'park' }),
      ladder(40, (i) => ({ park: i % 2 === 0 ? '东' : '西' })),
    );
    expect(counts(classesOf(run))).toEqual({ A: 8, B: 16, C: 14, D: 2, T: 0 });
    expect(Array.from(run.classified.ranking.poolRank.slice(0, 4))).toEqual([1, 1, 2, 2]);
    expect(Array.from(run.classified.ranking.rank.slice(0, 4))).toEqual([1, 2, 3, 4]);
  });

  test('a pool may have quotas of its own', () => {
    const rows = ladder(20, (i) => ({ park: i < 10 ? '东' : '西' }));
    const run = runOf(
      scheme({
        pool: 'park',
        pool_quotas: [{ when: '西', quotas: { A: '0%', B: '50%', C: '50%', D: '0%' } }],
      }),
      rows,
    );
    expect(counts(classesOf(run).slice(0, 10))).toEqual({ A: 2, B: 4, C: 4, D: 0, T: 0 });
    expect(counts(classesOf(run).slice(10))).toEqual({ A: 0, B: 5, C: 5, D: 0, T: 0 });
  });
});

describe('thresholds', () => {
  test('the border belongs to the better class; below the last there is nothing lower', () => {
    const over = { classes: { thresholds: { A: 80, B: 60, C: 0 } } };
    const run = runOf(
      oneIndicator(over),
      [80, 79.99, 60, 59, -5].map((x) => ({ x })),
    );
    expect(classesOf(run)).toEqual(['A', 'B', 'B', 'C', 'C']);
  });
});

describe('conditions', () => {
  test('a subject falls class by class until it qualifies; nobody moves up in its place', () => {
    const run = runOf(
      scheme({ conditions: { A: 'y >= 10', B: 'y >= 5' } }),
      ladder(10, (i) => ({ y: [20, 7, 1][i] ?? 6 })),
    );
    expect(classesOf(run)).toEqual(['A', 'B', 'C', 'B', 'B', 'B', 'C', 'C', 'C', 'C']);
  });
});

describe('rules', () => {
  test('act in the order they are written', () => {
    const rows = ladder(20, (i) => ({ bad: i === 0 || i === 19, fresh: i === 19 }));
    const down = { when: 'bad', at_most: 'C' };
    const up = { when: 'fresh', at_least: 'B' };
    expect(classesOf(runOf(scheme({ rules: [down, up] }), rows)).at(19)).toBe('B');
    expect(classesOf(runOf(scheme({ rules: [up, down] }), rows)).at(19)).toBe('C');
    expect(classesOf(runOf(scheme({ rules: [down, up] }), rows)).at(0)).toBe('C');
  });

  test('a ceiling does not lift and a floor does not lower', () => {
    const rows = ladder(20, () => ({ bad: true }));
    expect(classesOf(runOf(scheme({ rules: [{ when: 'bad', at_most: 'B' }] }), rows)).at(19)).toBe('D');
    expect(classesOf(runOf(scheme({ rules: [{ when: 'bad', at_least: 'C' }] }), rows)).at(0)).toBe('A');
  });

  test('an exempt subject is moved only by a rule that sets its class', () => {
    const rows = ladder(5, (i) => ({ fresh: i === 0, bad: i === 0 }));
    const exempt = [{ when: 'fresh', class: 'T' }];
    expect(classesOf(runOf(scheme({ exempt, rules: [{ when: 'bad', at_most: 'D' }] }), rows)).at(0)).toBe(
      'T',
    );
    expect(classesOf(runOf(scheme({ exempt, rules: [{ when: 'bad', set: 'D' }] }), rows)).at(0)).toBe('D');
  });

  test('a manual change stands beside the computed class', () => {
    const run = runOf(scheme({}), ladder(5), [], [{ id: 'E004', class: 'A', reason: '复核更正' }]);
    expect(classesOf(run).at(4)).toBe('A');
    expect(run.plan.classes?.all[run.classified.final[4] as number]).not.toBe('A');
  });
});

describe('ranks', () => {
  test('follow the rounded score unless the scheme says exact', () => {
    const rows = [
      { id: 'a', x: 61.374, y: 1 },
      { id: 'b', x: 61.366, y: 2 },
    ];
    const rank = (round: unknown) =>
      Array.from(runOf(scheme({ ties: ['y desc'] }, { round }), rows).classified.ranking.rank);
    expect(rank({ score: 2 })).toEqual([2, 1]);
    expect(rank({ score: 2, rank_by: 'exact' })).toEqual([1, 2]);
  });

  test('the share of subjects scored lower counts ties as equal', () => {
    const run = runOf(
      scheme({ tied: 'share' }),
      [4, 3, 3, 1, 0].map((x) => ({ x })),
    );
    expect(Array.from(run.classified.ranking.percentRank)).toEqual([1, 0.5, 0.5, 0.25, 0]);
    expect(Array.from(run.classified.ranking.rank)).toEqual([1, 2, 2, 4, 5]);
  });
});
