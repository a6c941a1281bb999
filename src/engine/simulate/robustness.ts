// How sure a class is: the scheme is run many times with weights, baselines and figures a little off.
import { type Diagnostic, hasErrors } from '#core/diagnostic.ts';
import type { Dataset } from '../run/dataset.ts';
import type { Plan } from '../scheme/plan.ts';
import { quantileOfSorted } from '../score/statistics.ts';
import { openSimulation } from './simulation.ts';
import { sameStream, type Uncertainty } from './uncertainty.ts';

export type RobustnessOptions = Uncertainty & {
  /** How many times the scheme is run: 10,000 unless stated. */
  readonly draws?: number;
  /** Of the first so many draws ranks are kept: 1,000 unless stated, 4 bytes per subject and draw. */
  readonly rankDraws?: number;
};

/** Rows are those of the dataset. */
export type Robustness = {
  readonly draws: number;
  /** Classes in the scheme's order, then '' for "no class". */
  readonly classes: readonly string[];
  /** Class of each row as the figures stand, a position in `classes`. */
  readonly point: Uint8Array;
  /** Share of the draws with each class: rows × classes, row by row. */
  readonly probability: Float64Array;
  /** Share of the draws that leave the class as it is, and its Monte-Carlo standard error. */
  readonly safety: Float64Array;
  readonly safetyError: Float64Array;
  /** Of the draws in which the row has a score; absent where there are too few. */
  readonly meanScore: Float64Array;
  readonly sdScore: Float64Array;
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
  const { draws = 10_000, rankDraws = 1000 } = options;
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
      tally.add(drawn);
    } else tally.add(evaluator.classes(variation));
  }
  return { robustness: { draws, classes, ...tally.result(draws), ...ranks.result() }, diagnostics };
}

function checkDraws(draws: number): Diagnostic[] {
  if (Number.isInteger(draws) && draws >= 1 && draws <= MOST_DRAWS) return [];
  return [{ code: 'draws_out_of_range', severity: 'error', path: [], params: { draws, most: MOST_DRAWS } }];
}

type Drawn = { readonly final: Uint8Array; readonly score: Float64Array };

type Tally = {
  readonly add: (drawn: Drawn) => void;
  readonly result: (
    draws: number,
  ) => Omit<Robustness, 'draws' | 'classes' | 'rankLow' | 'rankMiddle' | 'rankHigh'>;
};

/** `width` classes, the last of them "no class". Score sums are taken around the score as it stands, to lose no digits. */
function createTally(width: number, final: Uint8Array, score: Float64Array): Tally {
  const rows = final.length;
  const none = width - 1;
  const point = final.map((position) => Math.min(position, none));
  const centre = score.map((value) => (Number.isNaN(value) ? 0 : value));
  const counts = new Uint32Array(rows * width);
  const unscored = new Uint32Array(rows);
  const sums = new Float64Array(rows);
  const squares = new Float64Array(rows);
  return {
    add: ({ final: drawn, score: drawnScore }) => {
      for (let row = 0; row < rows; row++) {
        const at = row * width + Math.min(drawn[row] as number, none);
        counts[at] = (counts[at] as number) + 1;
        const distance = (drawnScore[row] as number) - (centre[row] as number);
        if (distance !== distance) unscored[row] = (unscored[row] as number) + 1;
        else {
          sums[row] = (sums[row] as number) + distance;
          squares[row] = (squares[row] as number) + distance * distance;
        }
      }
    },
    result: (draws) => {
      const probability = Float64Array.from(counts, (count) => count / draws);
      const safety = Float64Array.from(
        point,
        (position, row) => probability[row * width + position] as number,
      );
      const scored = unscored.map((count) => draws - count);
      const meanScore = sums.map((total, row) => (centre[row] as number) + total / (scored[row] as number));
      const sdScore = squares.map((total, row) => {
        const n = scored[row] as number;
        return n < 2
          ? Number.NaN
          : Math.sqrt(Math.max(0, (total - (sums[row] as number) ** 2 / n) / (n - 1)));
      });
      return { point, probability, safety, safetyError: standardErrors(safety, draws), meanScore, sdScore };
    },
  };
}

/** √(p (1 − p) ÷ n) of shares that n independent draws gave. */
function standardErrors(shares: Float64Array, draws: number): Float64Array {
  return shares.map((share) => Math.sqrt((share * (1 - share)) / draws));
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
