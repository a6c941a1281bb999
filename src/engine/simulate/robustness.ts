// How sure a class is: the scheme is run many times with weights, baselines and figures a little off.
import { type Diagnostic, hasErrors } from '#core/diagnostic.ts';
import type { Dataset } from '../run/dataset.ts';
import type { Plan } from '../scheme/plan.ts';
import { quantileOfSorted } from '../score/statistics.ts';
import { openSimulation } from './simulation.ts';
import { addDraw, createTally, type Summary, summarise } from './tally.ts';
import { sameStream, type Uncertainty } from './uncertainty.ts';

export type RobustnessOptions = Uncertainty & {
  /** How many times the scheme is run: 10,000 unless stated. */
  readonly draws?: number;
  /** Of the first so many draws ranks are kept: 500 unless stated, 4 bytes per subject and draw. */
  readonly rankDraws?: number;
};

/** Rows are those of the dataset. */
export type Robustness = Summary & {
  readonly draws: number;
  /** Classes in the scheme's order, then '' for "no class". */
  readonly classes: readonly string[];
  /** Overall rank that 5%, 50% and 95% of the draws stay within (Hyndman & Fan type 7); absent where the row was never ranked. */
  readonly rankLow: Float64Array;
  readonly rankMiddle: Float64Array;
  readonly rankHigh: Float64Array;
};

export type RobustnessResult = {
  readonly robustness: Robustness | undefined;
  readonly diagnostics: readonly Diagnostic[];
};

const MOST_DRAWS = 10_000_000;

/**
 * Monte-Carlo uncertainty analysis. Draw k is the run of `drawVariation(plan, dataset, options, k)`.
 * Source: OECD/JRC Handbook 2008, step 7 (uncertainty and sensitivity analysis).
 * Errors: those of `evaluate` on the figures as they stand, and of the options.
 */
export function robustness(plan: Plan, dataset: Dataset, options: RobustnessOptions): RobustnessResult {
  const { draws = 10_000, rankDraws = 500 } = options;
  const opened = openSimulation(plan, dataset, options);
  const diagnostics = [...opened.diagnostics, ...checkDraws(draws)];
  if (opened.simulation === undefined || hasErrors(diagnostics))
    return { robustness: undefined, diagnostics };
  const { point, sampler, evaluator } = opened.simulation;
  const classes = [...(plan.classes?.all ?? []), ''];
  const tally = createTally(classes.length, point.final, point.score);
  const ranks = createRanks(point.rows, Math.min(draws, rankDraws));
  for (let k = 0; k < draws; k++) {
    const variation = sampler.draw(sameStream(k));
    if (k < ranks.draws) {
      const drawn = evaluator.run(variation);
      ranks.add(k, drawn.classified.ranking.rank);
      addDraw(tally, drawn.final, drawn.score);
      continue;
    }
    const { final, score } = evaluator.classes(variation);
    addDraw(tally, final, score);
  }
  return { robustness: { draws, classes, ...summarise(tally, draws), ...ranks.result() }, diagnostics };
}

function checkDraws(draws: number): Diagnostic[] {
  if (Number.isInteger(draws) && draws >= 1 && draws <= MOST_DRAWS) return [];
  return [{ code: 'draws_out_of_range', severity: 'error', path: [], params: { draws, most: MOST_DRAWS } }];
}

type Ranks = {
  readonly draws: number;
  readonly add: (draw: number, rank: Int32Array) => void;
  readonly result: () => Pick<Robustness, 'rankLow' | 'rankMiddle' | 'rankHigh'>;
};

function createRanks(rows: number, draws: number): Ranks {
  const kept = new Int32Array(rows * draws);
  return {
    draws,
    add: (draw, rank) => {
      for (let row = 0; row < rows; row++) kept[row * draws + draw] = rank[row] as number;
    },
    result: () => {
      const [rankLow, rankMiddle, rankHigh] = [
        new Float64Array(rows),
        new Float64Array(rows),
        new Float64Array(rows),
      ];
      for (let row = 0; row < rows; row++) {
        const sorted = kept.subarray(row * draws, (row + 1) * draws).sort();
        // Rank 0 means "not ranked".
        const ranked = new Float64Array(sorted.subarray(sorted.lastIndexOf(0) + 1));
        rankLow[row] = quantileOfSorted(ranked, 0.05);
        rankMiddle[row] = quantileOfSorted(ranked, 0.5);
        rankHigh[row] = quantileOfSorted(ranked, 0.95);
      }
      return { rankLow, rankMiddle, rankHigh };
    },
  };
}
