import { describe, expect, test } from 'vitest';
import { datasetOf, oneIndicator, planOf, type Row } from '#test/kit/scheme-kit.ts';
import { SCHEMES } from '#test/kit/scheme-zoo.ts';
import { evaluate } from '../run/evaluate.ts';
import { type Sensitivity, sensitivity } from './sensitivity.ts';

const scheme = (over: Record<string, unknown> = {}) =>
  oneIndicator({
    inputs: { x: {}, y: {} },
    indicators: {
      a: { value: 'x', weight: 60, score: { ratio: 10, cap: 1.5 } },
      b: { value: 'y', weight: 40, score: { ratio: 20 } },
    },
    classes: { quotas: { A: '25%', B: '50%', C: '25%' } },
    ...over,
  });
const rows: Row[] = [
  { id: '甲', x: 20, y: 1 },
  { id: '乙', x: 6, y: 25 },
  { id: '丙', x: 10, y: 10 },
  { id: '丁', x: 1, y: 30 },
];

function leversOf(spec: unknown, relative: number, table = rows): readonly Sensitivity[] {
  const plan = planOf(spec);
  const { sensitivity: levers, diagnostics } = sensitivity(plan, datasetOf(plan, table), { relative });
  if (levers === undefined) throw new Error(JSON.stringify(diagnostics));
  return levers;
}

const find = (levers: readonly Sensitivity[], kind: Sensitivity['kind'], name: string): Sensitivity => {
  const lever = levers.find((candidate) => candidate.kind === kind && candidate.name === name);
  if (lever === undefined) throw new Error(`no ${kind} ${name}`);
  return lever;
};

describe('one number moved', () => {
  // Scores: 甲 60 × 1.5 + 2 = 92, 乙 36 + 50 = 86, 丙 60 + 20 = 80, 丁 6 + 60 = 66.
  test('a weight: the others make room, and the class list is the one of that scheme', () => {
    const weight = find(leversOf(scheme(), 0.1), 'weight', 'a');
    expect(weight.value).toBe(60);
    // With 54 and 46: 甲 83.3, 乙 89.9, 丙 77, 丁 74.4: 乙 passes 甲.
    expect(weight.lower).toMatchObject({
      changed: 2,
      rankShift: 0.5,
      furthest: { row: 0, rankBefore: 1, rankAfter: 2 },
    });
    expect(weight.lower.value).toBeCloseTo(54, 12);
    // With 66 and 34: 甲 100.7, 乙 82.1, 丙 83, 丁 57.6: 丙 passes 乙 within B.
    expect(weight.higher).toMatchObject({
      changed: 0,
      rankShift: 0.5,
      furthest: { row: 1, rankBefore: 2, rankAfter: 3 },
    });
  });

  test('a baseline', () => {
    const baseline = find(leversOf(scheme(), 0.2), 'baseline', 'b');
    expect([baseline.value, baseline.lower.value, baseline.higher.value]).toEqual([20, 16, 24]);
    // At 16: 甲 92.5, 乙 98.5; at 24: 甲 91.7, 乙 77.7, 丙 76.7.
    expect([baseline.lower.changed, baseline.higher.changed]).toEqual([2, 0]);
  });

  test('a cap', () => {
    const cap = find(leversOf(scheme(), 0.1), 'cap', 'a');
    // At 1.35: 甲 81 + 2 = 83, behind 乙.
    expect(cap.lower).toMatchObject({ changed: 2 });
    expect(cap.higher).toMatchObject({ changed: 0, rankShift: 0, furthest: undefined });
    expect(cap.lower.value).toBeCloseTo(1.35, 12);
  });

  test('a border between quotas: places move, ranks do not', () => {
    const quota = find(leversOf(scheme(), 0.5), 'quota', 'A');
    expect([quota.value, quota.lower.value, quota.higher.value]).toEqual([0.25, 0.125, 0.375]);
    // Of four, 0.5 and 1.5 places are rounded up to 1 and 2.
    expect([quota.lower.changed, quota.higher.changed]).toEqual([0, 1]);
    expect(quota.higher.rankShift).toBe(0);
    const last = find(leversOf(scheme(), 0.5), 'quota', 'B');
    expect([last.value, last.higher.value]).toEqual([0.75, 1]);
  });

  test('a threshold, as far as the next one', () => {
    const thresholds = { thresholds: { A: 85, B: 70, C: 0 } };
    const levers = leversOf(scheme({ classes: thresholds }), 0.1);
    expect(find(levers, 'threshold', 'A')).toMatchObject({
      value: 85,
      lower: { value: 76.5, changed: 1 },
      higher: { changed: 2 },
    });
    const wide = find(leversOf(scheme({ classes: thresholds }), 0.5), 'threshold', 'B');
    expect([wide.lower.value, wide.higher.value]).toEqual([35, 85]);
  });

  test('the most a bonus can be', () => {
    const adjustments = { bonus: { max: 10, rules: [{ when: 'y > 20', points: 'y' }] } };
    const bonus = find(leversOf(scheme({ adjustments }), 0.5), 'bonus_cap', 'bonus');
    expect([bonus.value, bonus.lower.value, bonus.higher.value]).toEqual([10, 5, 15]);
    // 乙 has 96 against 92 of 甲, with 5 points 91; 丁 has 76 against 80 of 丙, with 15 points 81.
    expect([bonus.lower.changed, bonus.higher.changed]).toEqual([2, 2]);
  });
});

test('largest effect first', () => {
  const levers = leversOf(scheme(), 0.1);
  const changed = levers.map(({ lower, higher }) => Math.max(lower.changed, higher.changed));
  expect(changed).toEqual(changed.toSorted((a, b) => b - a));
  expect(changed[0]).toBe(2);
});

test('a quota of one pool moves that pool alone', () => {
  const spec = SCHEMES['fixed baselines, pools, exemption, rules on figures, ties'];
  const table = Array.from({ length: 20 }, (_, i) => ({
    tax: 100 - i,
    revenue: 100,
    land: 10,
    energy: 10,
    years: 5,
    accident: false,
    park: i % 2 === 0 ? '东区' : '西区',
  }));
  const lever = leversOf(spec, 0.4, table).find(
    ({ kind, pool, name }) => kind === 'quota' && pool === '东区' && name === 'A',
  );
  expect(lever).toMatchObject({ value: 0.5, lower: { changed: 2 }, higher: { changed: 2 } });
});

test('the figures and the scheme are as they were afterwards', () => {
  const plan = planOf(scheme());
  const dataset = datasetOf(plan, rows);
  const before = evaluate(plan, dataset).run?.score;
  sensitivity(plan, dataset);
  expect(evaluate(plan, dataset).run?.score).toEqual(before);
});

test('a change of nothing or of everything is refused', () => {
  const plan = planOf(scheme());
  const codes = (relative: number) =>
    sensitivity(plan, datasetOf(plan, rows), { relative }).diagnostics.map(({ code }) => code);
  expect([codes(0), codes(1), codes(Number.NaN), codes(0.5)]).toEqual([
    ['change_out_of_range'],
    ['change_out_of_range'],
    ['change_out_of_range'],
    [],
  ]);
});
