// What a value is measured against: a stated number, or a statistic over the subjects of this or the last period.
import { compileFormula } from '../formula/evaluate.ts';
import type { Expr } from '../formula/expr.ts';
import type { Context } from '../run/context.ts';
import { maskOf } from '../run/masks.ts';
import type { BaselinePlan, IndicatorPlan } from '../scheme/plan.ts';
import { type Groups, type PerGroup, perGroup, sameForAll } from './per-group.ts';
import { ratioOfSums } from './ratio-of-sums.ts';
import { max, mean, median, min, percentile } from './statistics.ts';

type StatisticPlan = Extract<BaselinePlan, { kind: 'statistic' }>;

/**
 * The baseline of each row. `values` is the indicator's column of this period; `factor` is for simulations that vary
 * baselines. A statistic skips absent values and includes every other subject, exempt ones too, unless `where` says
 * otherwise.
 */
export function resolveBaseline(
  plan: BaselinePlan,
  indicator: IndicatorPlan,
  values: Float64Array,
  context: Context,
  factor = 1,
): PerGroup {
  if (plan.kind === 'number') return sameForAll(plan.value * factor);
  const times = plan.times * factor;
  const measured = plan.lastYear
    ? ofLastPeriod(plan, indicator, context)
    : statistic(plan, values, context, groupsOf(plan, context));
  return { values: measured.values.map((v) => v * times), codes: measured.codes };
}

function groupsOf(plan: StatisticPlan, context: Context): Groups | undefined {
  return plan.by.length === 0 ? undefined : context.groups(plan.by);
}

function statistic(plan: StatisticPlan, values: Float64Array, context: Context, groups: Groups | undefined): PerGroup {
  const kept = plan.where === undefined ? values : keepWhere(values, maskOf(plan.where, context));
  switch (plan.of) {
    case 'mean':
      return perGroup(kept, mean, groups);
    case 'median':
      return perGroup(kept, median, groups);
    case 'max':
      return perGroup(kept, max, groups);
    case 'min':
      return perGroup(kept, min, groups);
    case 'percentile':
      return perGroup(kept, (x) => percentile(x, plan.percentile), groups);
    case 'weighted_mean': {
      const numerator = columnOf(plan.numerator, context);
      const denominator = columnOf(plan.denominator, context);
      return ratioOfSums(onlyWherePresent(numerator, kept), denominator, groups);
    }
  }
}

/** A subject without a value adds neither to the numerators nor to the denominators. */
function onlyWherePresent(numerator: Float64Array, values: Float64Array): Float64Array {
  let kept = numerator;
  for (let row = 0; row < values.length; row++) {
    const value = values[row] as number;
    if (value === value) continue;
    if (kept === numerator) kept = numerator.slice();
    kept[row] = Number.NaN;
  }
  return kept;
}

function columnOf(expr: Expr | undefined, context: Context): Float64Array {
  if (expr === undefined) return new Float64Array(context.rows).fill(Number.NaN);
  if (expr.node === 'name' && expr.lag === 0) return context.numbers(expr.name, 0);
  const out = new Float64Array(context.rows);
  compileFormula(expr)(context, out);
  return out;
}

function keepWhere(values: Float64Array, mask: Uint8Array): Float64Array {
  return values.map((v, row) => (mask[row] === 1 ? v : Number.NaN));
}

/** Measured over all subjects of the last period, then handed to this period's groups by their name. */
function ofLastPeriod(plan: StatisticPlan, indicator: IndicatorPlan, context: Context): PerGroup {
  const past = context.past(1);
  const pastGroups = groupsOf(plan, past);
  const measured = statistic(plan, past.numbers(indicator.name, 0), past, pastGroups);
  if (pastGroups === undefined) return measured;
  const byLabel = new Map<string, number>();
  measured.values.forEach((value, code) => byLabel.set(past.groupLabel(plan.by, code), value));
  const { codes, count } = context.groups(plan.by);
  const values = Float64Array.from(
    { length: count },
    (_, code) => byLabel.get(context.groupLabel(plan.by, code)) ?? Number.NaN,
  );
  return { values, codes };
}
