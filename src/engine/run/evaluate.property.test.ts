// Laws of the method that hold for any figures: monotone, indifferent to units and order, quotas exact, parts add up.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { classesOf, planOf, type Row, runOf } from '#test/kit/scheme-kit.ts';
import { explainRow } from '../explain/explain.ts';
import type { ExplainNode } from '../explain/tree.ts';

const amount = fc.oneof(
  fc.integer({ min: 0, max: 5000 }).map((n) => n / 10),
  fc.constantFrom(0, 1, 10, 100),
);
const area = fc.integer({ min: 1, max: 4000 }).map((n) => n / 10);

const firm = fc.record({
  tax: amount,
  revenue: amount,
  land: area,
  energy: fc.option(area, { nil: null, freq: 6 }),
  park: fc.constantFrom('东区', '西区', '南区'),
  accident: fc.boolean(),
  fresh: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
});
const firms = fc
  .array(firm, { minLength: 2, maxLength: 40 })
  .map((rows) => rows.map((row, i): Row => ({ ...row, id: `E${String(i).padStart(3, '0')}` })));

const inputs = {
  tax: { unit: '万元' },
  revenue: { unit: '万元' },
  land: { unit: '亩', min: 0, exclusive: true },
  energy: { unit: '吨标准煤', optional: true },
  park: { type: 'category' },
  accident: { type: 'flag' },
  fresh: { type: 'flag' },
};

/** A scheme with most of what schemes can say; `ratio` chooses how values are measured. */
const scheme = (ratio: unknown, over: Record<string, unknown> = {}) => ({
  scheme: 'laws',
  version: 1,
  title: { zh: '性质' },
  inputs,
  indicators: {
    tax_per_mu: { value: 'tax / land', weight: 50, score: { ratio, cap: 1.5, floor: 0 } },
    revenue_per_mu: { value: 'revenue / land', weight: 30, score: { minmax: [20, 100] } },
    tax_per_energy: { value: 'tax / energy', weight: 20, score: { ratio, cap: 2 }, missing: 'mean_score' },
  },
  adjustments: {
    bonus: {
      max: 5,
      rules: [
        { when: 'tax > 300', points: 'tax / 100', group: 'size' },
        { when: 'tax > 400', points: 4, group: 'size' },
        { when: 'revenue > 400', points: 3 },
      ],
    },
    penalty: { rules: [{ when: 'accident', points: 2.5 }] },
  },
  classes: {
    pool: 'park',
    exempt: [{ when: 'fresh', class: 'T' }],
    ties: ['tax desc'],
    quotas: { A: '20%', B: '40%', C: '35%', D: '5%' },
    rules: [{ when: 'accident', at_most: 'C' }],
  },
  ...over,
});

const ratios = fc
  .constantFrom<unknown>(12.5, 'weighted_mean', 'mean', 'max', { of: 'weighted_mean', by: 'park' }, 'p90')
  .map((ratio) => ratio);
/** Figures of which no baseline is zero: those are refused and tested elsewhere. */
const usable = firms.filter((rows) =>
  ['东区', '西区', '南区'].every((park) => {
    const group = rows.filter((row) => row.park === park);
    return group.length === 0 || group.some((row) => Number(row.tax) > 0 && row.energy !== null);
  }),
);

describe('a run', () => {
  test('gives the same bytes twice', () => {
    fc.assert(
      fc.property(usable, ratios, (rows, ratio) => {
        const [a, b] = [runOf(scheme(ratio), rows), runOf(scheme(ratio), rows)];
        expect(new Uint8Array(a.score.buffer)).toEqual(new Uint8Array(b.score.buffer));
        expect(a.final).toEqual(b.final);
        expect(a.classified.ranking.rank).toEqual(b.classified.ranking.rank);
      }),
      { numRuns: 40 },
    );
  });

  test('does not depend on the order of the rows', () => {
    fc.assert(
      fc.property(
        usable,
        ratios,
        fc.array(fc.nat(), { minLength: 40, maxLength: 40 }),
        (rows, ratio, keys) => {
          const shuffled = rows
            .map((row, i) => ({ row, key: keys[i] as number }))
            .sort((a, b) => a.key - b.key)
            .map(({ row }) => row);
          const a = runOf(scheme(ratio), rows);
          const b = runOf(scheme(ratio), shuffled);
          shuffled.forEach((row, i) => {
            const original = rows.indexOf(row);
            expect(b.score[i]).toBeCloseTo(a.score[original] as number, 11);
            expect(classesOf(b)[i]).toBe(classesOf(a)[original]);
          });
        },
      ),
      { numRuns: 60 },
    );
  });

  test('does not depend on the unit of money when baselines are statistics', () => {
    const plain = scheme('weighted_mean', { adjustments: undefined });
    fc.assert(
      fc.property(usable, fc.constantFrom(2, 0.5, 1024), (rows, factor) => {
        const scaled = rows.map((row) => ({
          ...row,
          tax: Number(row.tax) * factor,
          revenue: Number(row.revenue) * factor,
        }));
        const [a, b] = [runOf(plain, rows), runOf(plain, scaled)];
        // Powers of two scale without rounding, so not a bit may differ.
        expect(Array.from(b.score)).toEqual(Array.from(a.score));
      }),
      { numRuns: 60 },
    );
  });

  test('a better figure never lowers the own score under a fixed baseline', () => {
    const fixed = scheme(12.5, {
      indicators: {
        tax_per_mu: { value: 'tax / land', weight: 80, score: { ratio: 12.5, cap: 1.5, floor: 0 } },
        tax_per_energy: { value: 'tax / energy', weight: 20, score: { ratio: 2, cap: 2 }, missing: 'zero' },
      },
    });
    fc.assert(
      fc.property(firms, fc.nat(), fc.integer({ min: 1, max: 100_000 }), (rows, pick, more) => {
        const at = pick % rows.length;
        const better = rows.map((row, i) => (i === at ? { ...row, tax: Number(row.tax) + more / 100 } : row));
        const before = runOf(fixed, rows);
        const after = runOf(fixed, better);
        expect(after.score[at]).toBeGreaterThanOrEqual((before.score[at] as number) - 1e-12);
        const rank = (run: typeof before): number => run.classified.ranking.poolRank[at] as number;
        expect(rank(after)).toBeLessThanOrEqual(rank(before));
      }),
      { numRuns: 100 },
    );
  });
});

describe('quotas', () => {
  const points = (over: Record<string, unknown> = {}) => ({
    scheme: 'ties',
    version: 1,
    title: { zh: '同分' },
    inputs: { x: {}, y: {} },
    indicators: { item: { value: 'x', weight: 100, score: 'points' } },
    classes: { ties: ['y desc'], quotas: { A: '20%', B: '40%', C: '35%', D: '5%' }, ...over },
  });
  const few = fc.array(fc.record({ x: fc.integer({ min: 0, max: 3 }), y: fc.integer({ min: 0, max: 2 }) }), {
    minLength: 1,
    maxLength: 120,
  });

  test('are filled exactly for any number of subjects and any ties', () => {
    fc.assert(
      fc.property(few, (rows) => {
        const classes = classesOf(runOf(points(), rows));
        const n = rows.length;
        const upTo = (tenths: number): number => Math.floor((n * tenths * 2 + 20) / 40);
        const borders = [upTo(4), upTo(12), upTo(19), n];
        ['A', 'B', 'C', 'D'].forEach((letter, i) => {
          expect(classes.filter((c) => c === letter).length).toBe(
            (borders[i] as number) - (borders[i - 1] ?? 0),
          );
        });
      }),
      { numRuns: 200 },
    );
  });

  test('nobody is placed below a subject that is not better', () => {
    fc.assert(
      fc.property(few, (rows) => {
        const classes = classesOf(runOf(points(), rows));
        rows.forEach((a, i) => {
          rows.forEach((b, j) => {
            const better = a.x > b.x || (a.x === b.x && a.y > b.y);
            expect(better && (classes[i] as string) > (classes[j] as string)).toBe(false);
          });
        });
      }),
      { numRuns: 60 },
    );
  });

  test('equals that share a rank share a class', () => {
    fc.assert(
      fc.property(few, (rows) => {
        const classes = classesOf(runOf(points({ tied: 'share' }), rows));
        rows.forEach((a, i) => {
          const twin = rows.findIndex((b) => b.x === a.x && b.y === a.y);
          expect(classes[i]).toBe(classes[twin]);
        });
      }),
      { numRuns: 60 },
    );
  });
});

describe('an explanation', () => {
  const sumOfParts = (node: ExplainNode): void => {
    if (node.children.length > 0 && node.part !== undefined) {
      const sum = node.children.reduce((total, child) => total + (child.part ?? 0), 0);
      expect(sum).toBeCloseTo(node.part, 9);
    }
    node.children.forEach(sumOfParts);
  };

  test('has parts that add up to the score, node by node', () => {
    fc.assert(
      fc.property(usable, ratios, (rows, ratio) => {
        const rounded = scheme(ratio, {
          round: { score: 2 },
          adjustments: {
            coefficient: { by: 'park', values: { 东区: 0.9, 西区: 1.1 }, otherwise: 1 },
            bonus: {
              max: 4,
              rules: [
                { when: 'tax > 100', points: 3, group: 'g' },
                { when: 'tax > 200', points: 5, group: 'g' },
                { when: 'revenue > 200', points: 2 },
              ],
            },
          },
        });
        const run = runOf(rounded, rows);
        for (let row = 0; row < rows.length; row++) {
          const { tree, score } = explainRow(run, row);
          expect(tree.part).toBe(score);
          sumOfParts(tree);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('adds up through means of every kind, and when an item is left out', () => {
    const aggregates = fc.constantFrom<unknown>(
      'arithmetic',
      'geometric',
      'harmonic',
      { power: 2 },
      { power: -1 },
      'sum',
    );
    const positive = fc.array(fc.record({ a: area, b: area, c: fc.option(area, { nil: null, freq: 4 }) }), {
      minLength: 3,
      maxLength: 12,
    });
    fc.assert(
      fc.property(positive, aggregates, aggregates, (rows, outer, inner) => {
        const item = (name: string) => ({ value: name, score: { ratio: 50 }, missing: 'leave_out' });
        const run = runOf(
          {
            scheme: 'means',
            version: 1,
            title: { zh: '平均' },
            inputs: { a: {}, b: {}, c: { optional: true } },
            indicators: { ia: item('a'), ib: item('b'), ic: item('c') },
            weight_total: 10,
            tree: {
              aggregate: outer,
              children: { ia: 4, pair: { weight: 6, aggregate: inner, children: { ib: 2, ic: 4 } } },
            },
          },
          rows,
        );
        for (let row = 0; row < rows.length; row++) sumOfParts(explainRow(run, row).tree);
      }),
      { numRuns: 100 },
    );
  });
});

test('a plan is plain data: it survives being written and read', () => {
  const { parameters: _, classes: __, adjustments: ___, ...rest } = planOf(scheme(12.5));
  expect(structuredClone(rest)).toEqual(rest);
});
