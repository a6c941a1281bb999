import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { datasetOf, planOf, type Row } from '#test/kit/scheme-kit.ts';
import { firms, SCHEMES } from '#test/kit/scheme-zoo.ts';
import type { Plan } from '../scheme/plan.ts';
import type { Spread } from '../simulate/spread.ts';
import { drawVariation, type Uncertainty } from '../simulate/uncertainty.ts';
import { bindDataset } from './bind.ts';
import { createContext } from './context.ts';
import type { Dataset } from './dataset.ts';
import { computeRun, createEvaluator, evaluate, type Run } from './evaluate.ts';

const spread = (most: number) =>
  fc.option(
    fc.record({ shape: fc.constantFrom('uniform', 'normal'), relative: fc.constantFrom(0, most / 3, most) }),
    {
      nil: undefined,
    },
  );

/** Any of the three sources, and of the figures all or some. */
const uncertainty = fc
  .record({
    seed: fc.nat(),
    weights: spread(0.3),
    baselines: spread(0.3),
    data: fc.oneof(spread(0.3), fc.dictionary(fc.constantFrom('tax', 'land', 'years'), spread(0.2))),
  })
  .map((drawn): Uncertainty => JSON.parse(JSON.stringify(drawn)) as Uncertainty);

function contextOf(plan: Plan, dataset: Dataset) {
  return createContext(plan, dataset, bindDataset(plan, dataset).columns);
}

function inputsOf(plan: Plan, { data }: Uncertainty): string[] {
  if (data === undefined) return [];
  const named = typeof data.shape === 'string' ? undefined : (data as Record<string, Spread>);
  return plan.inputs
    .filter(({ name, kind }) => kind === 'number' && (named === undefined || name in named))
    .map(({ name }) => name);
}

/** The columns that a run is judged by. */
function columnsOf({ final, score, base, items, classified }: Run) {
  const { ranking, computed, conditioned, fired, places, exemption } = classified;
  const { rank, poolRank } = ranking;
  const normalised = items.map((item) => item.normalised);
  return structuredClone({
    final,
    score,
    base,
    rank,
    poolRank,
    computed,
    conditioned,
    fired,
    places,
    exemption,
    normalised,
  });
}

const table = (rows: readonly Row[], plan: Plan): Dataset =>
  datasetOf(plan, rows, [rows.map((row) => ({ ...row, tax: Number(row.tax) + 7 }))]);

describe.each(Object.keys(SCHEMES))('one run after another: %s', (name) => {
  const plan = planOf(SCHEMES[name]);

  test('each is the run computed alone, and classes alone are its classes', () => {
    fc.assert(
      fc.property(
        firms,
        uncertainty,
        fc.array(fc.nat(5), { minLength: 1, maxLength: 5 }),
        (rows, options, draws) => {
          const dataset = table(rows, plan);
          fc.pre(evaluate(plan, dataset).run !== undefined);
          const evaluator = createEvaluator(plan, dataset, contextOf(plan, dataset), inputsOf(plan, options));
          for (const k of draws) {
            const variation = drawVariation(plan, dataset, options, k);
            const alone = columnsOf(computeRun(plan, dataset, contextOf(plan, dataset), [], variation));
            const { score, final } = evaluator.classes(variation);
            expect(Array.from(final)).toEqual(Array.from(alone.final));
            expect(Array.from(score)).toEqual(Array.from(alone.score));
            expect(columnsOf(evaluator.run(variation))).toEqual(alone);
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});
