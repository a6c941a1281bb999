// What a value is measured against: a stated number, or a statistic over the subjects of this or the last period.
import type { Expr } from '../formula/expr.ts';
import type { Context, NamedGroups } from '../run/context.ts';
import type { BaselinePlan, IndicatorPlan, MethodPlan } from '../scheme/plan.ts';
import { type Groups, type PerGroup, perGroup, sameForAll } from './per-group.ts';
import { ratioOfSums } from './ratio-of-sums.ts';
import { max, mean, median, min, percentile } from './statistics.ts';

type StatisticPlan = Extract<BaselinePlan, { kind: 'statistic' }>;

export function baselinesOf(how: MethodPlan): BaselinePlan[] {
  if (how.method === 'ratio' || how.method === 'reverse_ratio') return [how.base];
  return how.method === 'minmax' || how.method === 'efficacy' ? [how.low, how.high] : [];
}

/** Every formula a method's baselines read, beside the value itself. */
export function baselineFormulas(how: MethodPlan): Expr[] {
  return baselinesOf(how).flatMap((base) =>
    base.kind === 'number'
      ? []
      : [base.where, base.numerator, base.denominator].filter((expr) => expr !== undefined),
  );
}

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
  const baselines = new Float64Array(measured.values.length);
  for (let i = 0; i < baselines.length; i++) baselines[i] = (measured.values[i] as number) * times;
  return { values: baselines, codes: measured.codes };
}

function groupsOf(plan: StatisticPlan, context: Context): NamedGroups | undefined {
  return plan.by.length === 0 ? undefined : context.groups(plan.by);
}

function statistic(
  plan: StatisticPlan,
  values: Float64Array,
  context: Context,
  groups: Groups | undefined,
): PerGroup {
  const kept = plan.where === undefined ? values : keepWhere(values, plan.where, context);
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
      return ratioOfSums(numerator, denominator, kept, groups);
    }
  }
}

function columnOf(expr: Expr | undefined, context: Context): Float64Array {
  if (expr === undefined) return new Float64Array(context.rows).fill(Number.NaN);
  return expr.node === 'name' && expr.lag === 0 ? context.numbers(expr.name, 0) : context.column(expr);
}

function keepWhere(values: Float64Array, where: Expr, context: Context): Float64Array {
  const mask = context.mask(where);
  const kept = context.workspace.numbers();
  for (let row = 0; row < kept.length; row++)
    kept[row] = mask[row] === 1 ? (values[row] as number) : Number.NaN;
  return kept;
}

/** Measured over all subjects of the last period, then handed to this period's groups by their name. */
function ofLastPeriod(plan: StatisticPlan, indicator: IndicatorPlan, context: Context): PerGroup {
  const past = context.past(1);
  const pastGroups = groupsOf(plan, past);
  const measured = statistic(plan, past.numbers(indicator.name, 0), past, pastGroups);
  if (pastGroups === undefined) return measured;
  const byLabel = new Map<string, number>();
  pastGroups.labels.forEach((label, code) => byLabel.set(label, measured.values[code] as number));
  const { codes, labels } = context.groups(plan.by);
  return { values: Float64Array.from(labels, (label) => byLabel.get(label) ?? Number.NaN), codes };
}
