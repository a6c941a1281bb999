// How an enterprise gets to the next better class, and how firm its class is: too much work for the main thread.
import type { Run } from '#engine/run/evaluate.ts';
import { type Flip, flipRow } from '#engine/simulate/flip.ts';
import { robustness, type Robustness } from '#engine/simulate/robustness.ts';
import type { Firmness } from '../contract/lift.ts';

/** A run that lifts are asked of, one after another; the draws are made once for all its rows. */
export type LiftedRun = { readonly run: Run; firmness: Robustness | 'too_large' | undefined };

/** `flip` is undefined in the best class, or outside of the order. */
export type LiftReply = { readonly flip: Flip | undefined; readonly firmness: Firmness | null };

const SEED = 1;
const FIGURES = 0.05;
const WEIGHTS = 0.1;
const MOST_DRAWS = 400;
const FEWEST_DRAWS = 100;
/** Of all draws together: about a second. */
const MOST_ROWS_DRAWN = 1_500_000;

export function liftOf(lifted: LiftedRun, row: number): LiftReply {
  const { run } = lifted;
  lifted.firmness ??= drawAll(run);
  const target = nextBetter(run, row);
  return {
    flip: target === undefined ? undefined : flipRow(run, row, target),
    firmness: lifted.firmness === 'too_large' ? null : firmnessOf(lifted.firmness, row),
  };
}

function nextBetter(run: Run, row: number): string | undefined {
  const order = run.plan.classes?.order ?? [];
  const position = run.classified.final[row] ?? 0;
  return position < order.length ? order[position - 1] : undefined;
}

function drawAll(run: Run): Robustness | 'too_large' {
  const draws = Math.min(MOST_DRAWS, Math.floor(MOST_ROWS_DRAWN / Math.max(1, run.rows)));
  if (draws < FEWEST_DRAWS) return 'too_large';
  const spread = (relative: number) => ({ shape: 'uniform' as const, relative });
  const options = { seed: SEED, draws, weights: spread(WEIGHTS), data: spread(FIGURES) };
  const { robustness: drawn } = robustness(run.plan, run.dataset, options);
  if (drawn === undefined) throw new Error('a run that was made can be made again');
  return drawn;
}

function firmnessOf(drawn: Robustness, row: number): Firmness {
  const { classes, probability, draws } = drawn;
  const finite = (value: number | undefined): number | null =>
    value === undefined || !Number.isFinite(value) ? null : value;
  return {
    draws,
    seed: SEED,
    figures: FIGURES,
    weights: WEIGHTS,
    kept: drawn.safety[row] ?? 0,
    kept_error: drawn.safetyError[row] ?? 0,
    // The last one stands for having no class.
    classes: classes.map((name, i) => ({ class: name, share: probability[row * classes.length + i] ?? 0 })),
    score_mean: finite(drawn.meanScore[row]),
    score_sd: finite(drawn.sdScore[row]),
    rank_low: finite(drawn.rankLow[row]),
    rank_high: finite(drawn.rankHigh[row]),
  };
}
