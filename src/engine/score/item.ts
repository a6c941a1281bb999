// One indicator from value to normalised value: special states, treatment, normalisation, limits.
import { invariant } from '#core/app-error.ts';
import type { Context } from '../run/context.ts';
import type { BaselinePlan, IndicatorPlan } from '../scheme/plan.ts';
import { resolveBaseline } from './baseline.ts';
import {
  applyScale,
  distanceToMax,
  distanceToReference,
  distanceToTarget,
  fractionOfMax,
  type LinearScale,
  minmax,
  ratio,
  reverseRatio,
  zscore,
} from './normalise.ts';
import { type Groups, type PerGroup, perGroup, sameForAll, type Statistic } from './per-group.ts';
import { borda, competitionRank, percentileRank } from './rank.ts';
import { findStates, replaceScores, replaceValues } from './states.ts';
import { max, mean, min, standardDeviation } from './statistics.ts';
import { applySteps } from './steps.ts';
import { type TreatedColumn, treatColumn } from './treatment.ts';

export type Item = {
  /** The indicator's value as its formula gives it. */
  readonly values: Float64Array;
  /** Rows to which a rule for absent, zero or negative values applied (states.ts); undefined when none. */
  readonly states: Uint8Array | undefined;
  /** What was normalised: after replaced values and treatment. */
  readonly scored: Float64Array;
  readonly treated: TreatedColumn | undefined;
  /** The linear normalisation used; ranks, steps and points have none. */
  readonly scale: LinearScale | undefined;
  readonly normalised: Float64Array;
};

export type ItemOptions = {
  /** The indicator's weight, for rules that give points. */
  readonly weight: number;
  readonly baselineFactor?: number;
  /** The row of the subject that distances are measured to; −1 for methods that need none. */
  readonly referenceRow?: number;
};

export function scoreItem(plan: IndicatorPlan, context: Context, options: ItemOptions): Item {
  const values = context.numbers(plan.name, 0);
  const states = findStates(plan, values, context);
  const replaced = replaceValues(plan, values, states, context);
  const treated = plan.treat === undefined ? undefined : treatColumn(replaced, plan.treat);
  const scored = treated?.values ?? replaced;
  const normalised = context.workspace.numbers();
  const scale = linearScale({ plan, values: scored, context, options, groups: groupsOf(plan, context) });
  if (scale === undefined) normaliseByOrder(plan, scored, normalised, groupsOf(plan, context));
  else applyScale(scored, scale, normalised);
  replaceScores(plan, normalised, states, context, options.weight);
  return { values, states, scored, treated, scale, normalised };
}

function groupsOf(plan: IndicatorPlan, context: Context): Groups | undefined {
  return plan.score.by.length === 0 ? undefined : context.groups(plan.score.by);
}

/** What a scale is made from: the column to be scored, after treatment, and its groups. */
type Measured = {
  readonly plan: IndicatorPlan;
  readonly values: Float64Array;
  readonly context: Context;
  readonly options: ItemOptions;
  readonly groups: Groups | undefined;
};

/** The method as one linear scale within the scheme's cap and floor; undefined for methods that are not linear. */
function linearScale(measured: Measured): LinearScale | undefined {
  const scale = methodScale(measured);
  if (scale === undefined) return undefined;
  const { shift, span, gain, offset } = scale;
  const { floor, cap } = measured.plan.score;
  return { shift, span, gain, offset, floor: Math.max(scale.floor, floor), cap: Math.min(scale.cap, cap) };
}

function statisticOf({ values, groups }: Measured, statistic: Statistic): PerGroup {
  return perGroup(values, statistic, groups);
}

function baselineOf({ plan, values, context, options }: Measured, base: BaselinePlan): PerGroup {
  return resolveBaseline(withGroups(base, plan.score.by), plan, values, context, options.baselineFactor);
}

function methodScale(measured: Measured): LinearScale | undefined {
  const { how } = measured.plan.score;
  const { better } = measured.plan;
  const worst = better === 1 ? min : max;
  const best = better === 1 ? max : min;
  switch (how.method) {
    case 'ratio':
      return ratio(baselineOf(measured, how.base));
    case 'reverse_ratio':
      return reverseRatio(baselineOf(measured, how.base));
    case 'minmax':
    case 'efficacy':
      return minmax(baselineOf(measured, how.low), baselineOf(measured, how.high), how.from, how.to);
    case 'zscore': {
      const spread = statisticOf(measured, standardDeviation);
      return zscore(statisticOf(measured, mean), spread, how.mean, better * how.sd);
    }
    case 'fraction_of_max':
      return fractionOfMax(statisticOf(measured, max));
    case 'distance_to_max':
      return distanceToMax(statisticOf(measured, worst), statisticOf(measured, best));
    case 'distance_to_target':
      return distanceToTarget(statisticOf(measured, worst), sameForAll(how.target));
    case 'distance_to_reference': {
      const row = measured.options.referenceRow ?? -1;
      invariant(row >= 0, 'the reference subject was looked up before');
      return distanceToReference(statisticOf(measured, worst), sameForAll(measured.values[row] as number));
    }
    case 'goalposts': {
      const { low, high, from, to, truncate } = how;
      const [zero, one] = better === 1 ? [low, high] : [high, low];
      const scale = minmax(sameForAll(zero), sameForAll(one), from, to);
      return truncate ? { ...scale, floor: Math.min(from, to), cap: Math.max(from, to) } : scale;
    }
    case 'scaled':
      return minmax(sameForAll(how.low), sameForAll(how.high), 0, how.times);
    case 'points':
      return ratio(sameForAll(1));
    default:
      return undefined;
  }
}

/** The groups of the score hold for its baselines that name none themselves. */
function withGroups(base: BaselinePlan, by: readonly string[]): BaselinePlan {
  return base.kind === 'number' || base.by.length > 0 || by.length === 0 ? base : { ...base, by };
}

function normaliseByOrder(
  plan: IndicatorPlan,
  values: Float64Array,
  out: Float64Array,
  groups?: Groups,
): void {
  const { how, cap, floor } = plan.score;
  if (how.method === 'steps') return applySteps(values, how.steps, out);
  const directed = plan.better === 1 ? values : values.map((v) => -v);
  if (how.method === 'rank') competitionRank(directed, out, 'ascending', groups);
  if (how.method === 'borda') borda(directed, out, groups);
  if (how.method === 'percentile_rank') percentileRank(directed, out, groups);
  for (let row = 0; row < out.length; row++) out[row] = Math.min(Math.max(out[row] as number, floor), cap);
}
