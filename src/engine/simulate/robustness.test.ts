import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { datasetOf, oneIndicator, planOf, type Row } from '#test/kit/scheme-kit.ts';
import { firms, SCHEMES } from '#test/kit/scheme-zoo.ts';
import { bindDataset } from '../run/bind.ts';
import { createContext } from '../run/context.ts';
import type { Dataset } from '../run/dataset.ts';
import { computeRun } from '../run/evaluate.ts';
import type { Plan } from '../scheme/plan.ts';
import { type Robustness, robustness, type RobustnessOptions } from './robustness.ts';
import { drawVariation } from './uncertainty.ts';

const half = { quotas: { A: '50%', B: '50%' } };

function robustnessOf(scheme: unknown, rows: readonly Row[], options: RobustnessOptions): Robustness {
  const plan = planOf(scheme);
  const { robustness: result, diagnostics } = robustness(plan, datasetOf(plan, rows), options);
  if (result === undefined) throw new Error(JSON.stringify(diagnostics));
  return result;
}

/** Share of draws in which a row has a class. */
function shareOf({ classes, probability }: Robustness, row: number, name: string): number {
  return probability[row * classes.length + classes.indexOf(name)] as number;
}

describe('known probabilities', () => {
  test('data error: 100 beats 110, each up to 10% off, in 13.75% of the cases', () => {
    const result = robustnessOf(oneIndicator({ classes: half }), [{ x: 100 }, { x: 110 }], {
      seed: 1,
      draws: 40_000,
      data: { shape: 'uniform', relative: 0.1 },
    });
    // u and v are uniform in [0.9, 1.1]; u ÷ v > 1.1 on a triangle of 0.0055 of the square's 0.04.
    const exact = 0.0055 / 0.04;
    const error = Math.sqrt((exact * (1 - exact)) / 40_000);
    expect(Math.abs(shareOf(result, 0, 'A') - exact)).toBeLessThan(4 * error);
    expect(shareOf(result, 0, 'A') + shareOf(result, 1, 'A')).toBeCloseTo(1, 12);
    expect(result.safety[0]).toBe(shareOf(result, 0, 'B'));
    expect(result.safetyError[0]).toBeCloseTo(error, 4);
    // The mean of 100 u, and its deviation 100 × 0.2 ÷ √12.
    expect(result.meanScore[0]).toBeCloseTo(100, 0);
    expect(Math.abs((result.sdScore[0] as number) - 20 / Math.sqrt(12))).toBeLessThan(0.1);
  });

  test('weights: two mirrored subjects with equal weights are each first in half of the cases', () => {
    const scheme = oneIndicator({
      inputs: { x: {}, y: {} },
      indicators: {
        a: { value: 'x', weight: 50, score: { ratio: 1 } },
        b: { value: 'y', weight: 50, score: { ratio: 1 } },
      },
      classes: half,
    });
    const options = { seed: 2, draws: 10_000, weights: { shape: 'normal', relative: 0.1 } } as const;
    const result = robustnessOf(
      scheme,
      [
        { x: 1, y: 0 },
        { x: 0, y: 1 },
      ],
      options,
    );
    expect(Math.abs(shareOf(result, 0, 'A') - 0.5)).toBeLessThan(4 * 0.005);
    // Their scores add up to 100 in every draw, because the weights do.
    expect((result.meanScore[0] as number) + (result.meanScore[1] as number)).toBeCloseTo(100, 9);
  });

  test('baselines: a threshold at the score itself is missed when the baseline is drawn higher', () => {
    const scheme = oneIndicator({
      indicators: { a: { value: 'x', weight: 100, score: { ratio: 10 } } },
      classes: { thresholds: { A: 50, B: 0 } },
    });
    const result = robustnessOf(scheme, [{ x: 5 }], {
      seed: 3,
      draws: 10_000,
      baselines: { shape: 'uniform', relative: 0.2 },
    });
    expect(Math.abs(shareOf(result, 0, 'A') - 0.5)).toBeLessThan(4 * 0.005);
    expect(result.rankLow[0]).toBe(1);
  });

  test('nothing off: every class is certain, and every rank', () => {
    const nothing = { shape: 'uniform', relative: 0 } as const;
    const options = { seed: 1, draws: 20, weights: nothing, baselines: nothing, data: nothing };
    const result = robustnessOf(
      oneIndicator({ classes: half }),
      [{ x: 1 }, { x: 5 }, { x: 3 }, { x: 4 }],
      options,
    );
    expect(Array.from(result.safety)).toEqual([1, 1, 1, 1]);
    expect(Array.from(result.safetyError)).toEqual([0, 0, 0, 0]);
    expect(Array.from(result.sdScore)).toEqual([0, 0, 0, 0]);
    expect([result.rankLow, result.rankMiddle, result.rankHigh].map((ranks) => Array.from(ranks))).toEqual([
      [4, 1, 3, 2],
      [4, 1, 3, 2],
      [4, 1, 3, 2],
    ]);
  });

  test('a subject without a score has no class, no mean and no rank', () => {
    const scheme = oneIndicator({
      inputs: { x: { optional: true } },
      indicators: { item: { value: 'x', weight: 100, score: 'points', missing: 'leave_out' } },
      classes: half,
    });
    const result = robustnessOf(scheme, [{ x: 1 }, { x: null }], {
      seed: 1,
      draws: 10,
      data: { shape: 'uniform', relative: 0.1 },
    });
    expect(shareOf(result, 1, '')).toBe(1);
    expect(result.classes[result.point[1] as number]).toBe('');
    expect([result.meanScore[1], result.sdScore[1], result.rankMiddle[1]]).toEqual([
      Number.NaN,
      Number.NaN,
      Number.NaN,
    ]);
  });
});

describe('every draw is the run of its own variation', () => {
  const options = {
    seed: 11,
    draws: 8,
    rankDraws: 3,
    weights: { shape: 'uniform', relative: 0.2 },
    baselines: { shape: 'normal', relative: 0.1 },
    data: { shape: 'uniform', relative: 0.15 },
  } as const;

  /** The same, draw by draw, each in a run of its own. */
  function recount(plan: Plan, dataset: Dataset, width: number) {
    const counts = new Float64Array(dataset.table.rows * width);
    const ranks = Array.from({ length: dataset.table.rows }, (): number[] => []);
    for (let k = 0; k < options.draws; k++) {
      const context = createContext(plan, dataset, bindDataset(plan, dataset).columns);
      const { final, classified } = computeRun(
        plan,
        dataset,
        context,
        [],
        drawVariation(plan, dataset, options, k),
      );
      final.forEach((position, row) => {
        const at = row * width + Math.min(position, width - 1);
        counts[at] = (counts[at] as number) + 1;
        if (k < options.rankDraws) ranks[row]?.push(classified.ranking.rank[row] as number);
      });
    }
    return { probability: counts.map((count) => count / options.draws), ranks };
  }

  test.each(Object.keys(SCHEMES))('%s', (name) => {
    const plan = planOf(SCHEMES[name]);
    fc.assert(
      fc.property(firms, (rows) => {
        const dataset = datasetOf(plan, rows, [rows]);
        const { robustness: result } = robustness(plan, dataset, options);
        fc.pre(result !== undefined);
        const { probability, ranks } = recount(plan, dataset, result.classes.length);
        expect(Array.from(result.probability)).toEqual(Array.from(probability));
        // The median of three is the middle one; of fewer ranks it is interpolated.
        const always = ranks.map((drawn) => drawn.every((rank) => rank > 0));
        const middles = ranks.map((drawn, row) =>
          always[row] === true ? drawn.toSorted((a, b) => a - b)[1] : undefined,
        );
        const given = Array.from(result.rankMiddle, (middle, row) =>
          always[row] === true ? middle : undefined,
        );
        expect(given).toEqual(middles);
      }),
      { numRuns: 15 },
    );
  });

  test('the same seed gives the same bytes, another seed others', () => {
    const plan = planOf(oneIndicator({ classes: half }));
    const dataset = datasetOf(
      plan,
      Array.from({ length: 30 }, (_, i) => ({ x: 100 + i })),
    );
    const bytes = (seed: number) => robustness(plan, dataset, { ...options, draws: 50, seed }).robustness;
    expect(bytes(5)).toEqual(bytes(5));
    expect(bytes(5)?.meanScore).not.toEqual(bytes(6)?.meanScore);
  });
});

describe('refusals', () => {
  const plan = planOf(oneIndicator({ classes: half }));
  const dataset = datasetOf(plan, [{ x: 1 }, { x: 2 }]);
  const codes = (options: RobustnessOptions, data = dataset) =>
    robustness(plan, data, options).diagnostics.map(({ code }) => code);

  test('a number of draws that is none, a spread too large, figures that cannot be evaluated', () => {
    expect(codes({ seed: 1, draws: 0 })).toEqual(['draws_out_of_range']);
    expect(codes({ seed: 1, draws: 1.5 })).toEqual(['draws_out_of_range']);
    expect(codes({ seed: 1, weights: { shape: 'normal', relative: 0.5 } })).toEqual(['spread_out_of_range']);
    expect(codes({ seed: 1 }, datasetOf(plan, [{ x: null }]))).toEqual(['value_absent']);
    expect(robustness(plan, dataset, { seed: 1, draws: 0 }).robustness).toBeUndefined();
  });
});
