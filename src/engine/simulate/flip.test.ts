import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { oneIndicator, type Row, runOf } from '#test/kit/scheme-kit.ts';
import { AppError } from '#core/app-error.ts';
import type { Dataset } from '../run/dataset.ts';
import { evaluate, type Run } from '../run/evaluate.ts';
import { type Flip, flipAll, flipRow } from './flip.ts';

type Figures = Readonly<Record<string, number>>;

/** The class that a full evaluation gives once these figures of a row are replaced; −1 where it is refused. */
function classWith(run: Run, row: number, figures: Figures): number {
  const columns = new Map(run.dataset.table.columns);
  for (const [name, figure] of Object.entries(figures)) {
    const column = columns.get(name);
    if (column?.kind !== 'number') throw new Error(`no numbers ${name}`);
    columns.set(name, { kind: 'number', values: column.values.with(row, figure) });
  }
  const dataset: Dataset = { ...run.dataset, table: { rows: run.rows, columns } };
  return evaluate(run.plan, dataset).run?.classified.final[row] ?? -1;
}

function reaches(run: Run, flip: Flip, figures: Figures): boolean {
  const { order = [], all = [] } = run.plan.classes ?? {};
  const position = classWith(run, flip.row, figures);
  const target = all.indexOf(flip.target);
  if (flip.way === 'rise') return position >= 0 && position <= target;
  return flip.way === 'fall' ? position >= target && position < order.length : position === target;
}

function singleOf(flip: Flip, input: string): Flip['singles'][number] {
  const found = flip.singles.find((single) => single.input === input);
  if (found === undefined) throw new Error(`no single flip of ${input}`);
  return found;
}

const thresholds = { classes: { thresholds: { A: 80, B: 60, C: 0 } } };

describe('the smallest change of one figure', () => {
  test('reaches a threshold exactly', () => {
    const run = runOf(oneIndicator(thresholds), [{ x: 50 }]);
    const { change, proven } = singleOf(flipRow(run, 0, 'B'), 'x');
    expect(change?.to).toBeCloseTo(60, 7);
    expect(change).toMatchObject({ from: 50, shown: 60 });
    expect(change?.relative).toBeCloseTo(0.2, 7);
    expect(proven).toBe(true);
  });

  test('says how far a subject is from falling', () => {
    const run = runOf(oneIndicator(thresholds), [{ x: 70 }]);
    const flip = flipRow(run, 0, 'C');
    expect(flip).toMatchObject({ from: 'B', way: 'fall', reached: false, reachable: true });
    expect(singleOf(flip, 'x').change?.to).toBeCloseTo(60, 7);
  });

  test('passes the last subject that has a place, by the tie rules when the scores are equal', () => {
    const scheme = oneIndicator({
      inputs: { x: {}, y: {} },
      classes: { quotas: { A: '50%', B: '50%' }, ties: ['y desc'] },
    });
    const rows = [
      { id: 'a', x: 40, y: 1 },
      { id: 'b', x: 30, y: 5 },
      { id: 'c', x: 20, y: 9 },
      { id: 'd', x: 10, y: 0 },
    ];
    const run = runOf(scheme, rows);
    // c wins the tie at 30, d does not.
    expect(singleOf(flipRow(run, 2, 'A'), 'x').change?.shown).toBe(30);
    expect(singleOf(flipRow(run, 3, 'A'), 'x').change?.shown).toBe(30.01);
  });

  test('counts the baseline that moves along', () => {
    const scheme = oneIndicator({
      indicators: { item: { value: 'x', weight: 100, score: { ratio: 'mean' } } },
      classes: { thresholds: { A: 100, B: 0 } },
    });
    const run = runOf(scheme, [{ x: 10 }, { x: 20 }, { x: 30 }]);
    // x ÷ ((x + 50) ÷ 3) ≥ 1 from x = 25 on; against today's mean of 20 it would be 20.
    expect(singleOf(flipRow(run, 0, 'A'), 'x').change?.to).toBeCloseTo(25, 6);
  });

  test('counts mean scores that are given to others', () => {
    const scheme = oneIndicator({
      inputs: { x: { optional: true } },
      indicators: { item: { value: 'x', weight: 100, score: 'points', missing: 'mean_score' } },
      classes: { quotas: { A: '50%', B: '50%' } },
    });
    const rows = [
      { id: 'a', x: 10 },
      { id: 'b', x: null },
      { id: 'c', x: 100 },
      { id: 'd', x: 40 },
    ];
    const run = runOf(scheme, rows);
    const { change } = singleOf(flipRow(run, 3, 'A'), 'x');
    // b has (10 + 100 + x) ÷ 3, which x passes at 55; with b standing still it would be 50.
    expect(change?.to).toBeCloseTo(55, 6);
  });

  test('takes whole numbers where the unit counts things', () => {
    const scheme = oneIndicator({
      inputs: { x: {}, k: { unit: '人' } },
      indicators: { item: { value: 'x / k', weight: 100, score: 'points' } },
      ...thresholds,
    });
    const run = runOf(scheme, [{ x: 500, k: 10 }]);
    expect(singleOf(flipRow(run, 0, 'B'), 'k').change).toMatchObject({ from: 10, to: 8, shown: 8 });
  });

  test('fills a figure that is zero', () => {
    const run = runOf(oneIndicator(thresholds), [{ x: 0 }, { x: 30 }]);
    const { change } = singleOf(flipRow(run, 0, 'B'), 'x');
    expect(change?.to).toBeCloseTo(60, 6);
    expect(change?.relative).toBeNaN();
    expect(change?.distance).toBeCloseTo(2, 6);
  });
});

describe('the best pair', () => {
  test('shares a change between two figures that help equally', () => {
    const scheme = oneIndicator({
      inputs: { x: {}, y: {} },
      indicators: {
        first: { value: 'x', weight: 50, score: 'points' },
        second: { value: 'y', weight: 50, score: 'points' },
      },
      ...thresholds,
    });
    const flip = flipRow(runOf(scheme, [{ x: 25, y: 25 }]), 0, 'B');
    expect(flip.pair?.changes.map(({ to }) => Math.round(to))).toEqual([30, 30]);
    expect(flip.pair?.distance).toBeCloseTo(Math.SQRT2 / 5, 6);
  });

  test('reaches what neither figure reaches alone', () => {
    const scheme = oneIndicator({
      inputs: { x: {}, y: {} },
      indicators: {
        first: { value: 'x', weight: 50, score: { ratio: 100, cap: 1 } },
        second: { value: 'y', weight: 50, score: { ratio: 100, cap: 1 } },
      },
      ...thresholds,
    });
    const flip = flipRow(runOf(scheme, [{ x: 20, y: 20 }]), 0, 'A');
    expect(flip.singles.map(({ obstacle }) => obstacle)).toEqual(['capped', 'capped']);
    expect(flip.pair?.changes.map(({ to }) => Math.round(to))).toEqual([80, 80]);
  });
});

describe('what cannot be reached', () => {
  test('is said to be capped', () => {
    const scheme = oneIndicator({
      indicators: { item: { value: 'x', weight: 100, score: { ratio: 50, cap: 0.7 } } },
      ...thresholds,
    });
    expect(flipRow(runOf(scheme, [{ x: 20 }]), 0, 'A')).toMatchObject({
      reachable: false,
      obstacle: 'capped',
    });
  });

  test('is said to be ruled out', () => {
    const scheme = oneIndicator({
      inputs: { x: {}, bad: { type: 'flag' } },
      classes: { ...thresholds.classes, rules: [{ when: 'bad', at_most: 'C' }] },
    });
    expect(flipRow(runOf(scheme, [{ x: 20, bad: true }]), 0, 'B').obstacle).toBe('ruled');
  });

  test('is said of exempt subjects', () => {
    const scheme = oneIndicator({
      inputs: { x: {}, fresh: { type: 'flag' } },
      classes: { ...thresholds.classes, exempt: [{ when: 'fresh', class: 'T' }] },
    });
    const flip = flipRow(runOf(scheme, [{ x: 20, fresh: true }]), 0, 'C');
    expect(flip).toMatchObject({ from: 'T', reachable: false, obstacle: 'exempt' });
  });

  test('an unknown class is refused', () => {
    expect(() => flipRow(runOf(oneIndicator(thresholds), [{ x: 1 }]), 0, 'Z')).toThrow(AppError);
  });
});

test('flipAll goes through every other class of every subject', () => {
  const run = runOf(oneIndicator(thresholds), [{ x: 90 }, { x: 10 }]);
  expect(flipAll(run).map((flips) => flips.map(({ from, target }) => `${from}→${target}`))).toEqual([
    ['A→B', 'A→C'],
    ['C→A', 'C→B'],
  ]);
});

const score = fc.constantFrom<unknown>(
  { ratio: 3 },
  { ratio: 3, cap: 1.5, floor: 0 },
  { ratio: 'mean', cap: 1.5 },
  { ratio: 'max' },
  { ratio: 'p75' },
  { minmax: [0, 1], low: 1, high: 9, cap: 1, floor: 0 },
  { percentile_rank: true },
  { steps: [{ at_least: 5, points: 30 }, { above: 2, points: 20 }, { otherwise: 5 }] },
);
const indicator = (weight: number): fc.Arbitrary<unknown> =>
  fc.record({
    value: fc.constantFrom('x / y', 'z / y', '(x + z) / y', 'x / k', 'x / w', 'if(x > 20, x * 1.2, x) / y'),
    weight: fc.constant(weight),
    score,
    missing: fc.constantFrom('zero', 'mean_score', 'full'),
  });
const classes = fc.record(
  {
    quotas: fc.constant({ A: '20%', B: '40%', C: '40%' }),
    pool: fc.constant('park'),
    ties: fc.constantFrom(['x desc'], ['z asc', 'k desc']),
    tied: fc.constantFrom('split', 'share'),
    exempt: fc.constant([{ when: 'x < 4', class: 'T' }]),
    rules: fc.constant([{ when: 'z > 40', at_most: 'B' }]),
    conditions: fc.constant({ A: 'k >= 5' }),
  },
  { requiredKeys: ['quotas'] },
);
const scheme = fc
  .record({
    first: indicator(60),
    second: indicator(40),
    classes,
    round: fc.constantFrom(undefined, { score: 1 }),
  })
  .map(({ first, second, classes: spec, round }) => ({
    ...oneIndicator({ indicators: { first, second }, classes: spec }),
    ...(round && { round }),
    inputs: {
      x: {},
      y: { min: 0, exclusive: true },
      z: { min: 0 },
      w: { optional: true, min: 0 },
      k: { unit: '人', min: 0 },
      park: { type: 'category' },
    },
  }));
const figure = fc.integer({ min: 100, max: 3000 }).map((n) => n / 100);
const subject: fc.Arbitrary<Row> = fc.record({
  x: figure,
  y: figure,
  z: figure,
  w: fc.option(figure, { freq: 4 }),
  k: fc.integer({ min: 1, max: 15 }),
  park: fc.constantFrom('东', '西'),
});

/** Everything in a flip that full evaluations contradict. */
function contradictions(run: Run, flip: Flip, most: number): unknown[] {
  const found: unknown[] = [];
  for (const { input, change, proven } of flip.singles) {
    for (const figures of change === undefined ? [] : [change.to, change.shown]) {
      if (!reaches(run, flip, { [input]: figures })) found.push({ input, figures, reached: false });
    }
    const from = run.context.numbers(input, 0)[flip.row] ?? Number.NaN;
    if (!proven || !(from > 0)) continue;
    const far = (change?.distance ?? most) * (1 - 1e-6);
    for (const tried of nearerFigures(from, far, input === 'k')) {
      if (reaches(run, flip, { [input]: tried })) found.push({ input, tried, reached: true });
    }
  }
  const pair = flip.pair?.changes ?? [];
  for (const key of ['to', 'shown'] as const) {
    const figures = Object.fromEntries(pair.map((change) => [change.input, change[key]]));
    if (pair.length > 0 && !reaches(run, flip, figures)) found.push({ figures, reached: false });
  }
  return found;
}

/** Figures on both sides that are nearer than `far`, many of them close to it or close to the figure itself. */
function nearerFigures(from: number, far: number, whole: boolean): number[] {
  const shares = Array.from({ length: 24 }, (_, i) => (i < 12 ? (i + 1) / 12 : 0.7 ** (i - 11)));
  return shares
    .flatMap((share) => [from * (1 + far * share), from * (1 - far * share)])
    .map((figureTried) => (whole ? Math.round(figureTried) : figureTried))
    .filter((tried) => tried > 0 && tried !== from && Math.abs(tried - from) / from < far);
}

test('a flip equals brute force: its figures reach the class, and no smaller change does', () => {
  const lists = fc.array(subject, { minLength: 5, maxLength: 9 });
  fc.assert(
    fc.property(scheme, lists, fc.constantFrom('A', 'C'), (spec, rows, target) => {
      const run = runOf(spec, rows);
      const flip = flipRow(run, 0, target, { most: 5 });
      fc.pre(!flip.reached);
      expect(contradictions(run, flip, 5)).toEqual([]);
      const alone = flip.singles.map(({ change }) => change?.distance ?? Number.POSITIVE_INFINITY);
      expect(flip.pair?.distance ?? 0).toBeLessThan(Math.min(...alone));
    }),
    { seed: 2022, numRuns: 60 },
  );
});
