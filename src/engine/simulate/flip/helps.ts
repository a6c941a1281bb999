// Which way a figure must move to lift its subject in the ranking, where that can be told for certain although baselines,
// ranks or mean scores of others move along.
import { references } from '#engine/formula/analyse.ts';
import { direction } from '#engine/formula/direction.ts';
import type { Expr } from '#engine/formula/expr.ts';
import type { IndicatorPlan } from '#engine/scheme/plan.ts';
import { baselinesOf } from '#engine/score/baseline.ts';
import { valueAt } from '#engine/score/per-group.ts';
import { min } from '#engine/score/statistics.ts';
import { actionOf, STATE, STATE_NAMES } from '#engine/score/states.ts';
import type { RowModel } from './row-model.ts';

/** 1 more is better, −1 less is, 0 unknown. */
export type Help = -1 | 0 | 1;

/**
 * A subject's share of a sum, a mean, an order statistic or a range grows with its own value and shrinks everyone else's, so
 * it gains on each of the others. That holds for positive figures and for the normalisations listed here; it fails for
 * z-scores, outlier treatment, computed weights, and where a rule or a formula over other subjects reads the figure.
 */
export function createHelps(model: RowModel): (input: number, row: number) => Help {
  const { run, values, itemValues, formulas } = model;
  const columns = run.plan.indicators.map(({ name }) => run.context.numbers(name, 0));
  const isPlain = model.inputs.map((_, input) => {
    const rules = [...model.adjustments.formulas, ...model.classes.formulas];
    const affected = itemValues.flatMap(({ reads }, k) => (reads.has(input) ? [k] : []));
    return (
      rules.every(({ reads }) => !reads.has(input)) &&
      values.every(({ stirs }) => !stirs.has(input)) &&
      run.groups.every(({ plan }) => ['given', 'equal', 'ahp'].includes(plan.weighting.kind)) &&
      run.plan.indicators.every(({ score: { how } }) => !selectsBy(model, how, input)) &&
      affected.every((k) => isMonotone(run.plan.indicators[k]) && min(columns[k] ?? new Float64Array(0)) >= 0)
    );
  });

  function signOf(k: number, row: number): Help {
    const { scale } = run.items[k] ?? {};
    if (scale === undefined) return run.plan.indicators[k]?.better ?? 0;
    const slope = scale.gain * valueAt(scale.span, row);
    return slope > 0 ? 1 : slope < 0 ? -1 : 0;
  }

  return (input, row) => {
    if (isPlain[input] !== true) return 0;
    const name = model.inputs[input] as string;
    const way = (expr: Expr): Help | undefined => wayOf(model, expr, name, row);
    const ways = itemValues.flatMap(({ reads }, k) => {
      const expr = run.plan.indicators[k]?.expr;
      return reads.has(input) && expr !== undefined ? [times(way(expr), signOf(k, row))] : [];
    });
    const ties = model.plan.ties.flatMap(({ name: tie, descending }) => {
      if (!formulas.named(tie).reads.has(input)) return [];
      return [times(way({ node: 'name', name: tie, lag: 0, holds: 'number' }), descending ? 1 : -1)];
    });
    const known = [...ways, ...ties];
    const [first = 0] = known;
    return known.every((other) => other === first) ? first : 0;
  };
}

/** Whether a statistic picks its subjects by the input. */
function selectsBy(model: RowModel, how: IndicatorPlan['score']['how'], input: number): boolean {
  return baselinesOf(how).some(
    (base) =>
      base.kind === 'statistic' &&
      base.where !== undefined &&
      model.formulas.dependenceOf(base.where).reads.has(input),
  );
}

const MONOTONE: ReadonlySet<string> = new Set([
  'ratio',
  'reverse_ratio',
  'minmax',
  'efficacy',
  'goalposts',
  'scaled',
  'points',
  'fraction_of_max',
  'distance_to_max',
  'percentile_rank',
  'rank',
  'borda',
]);

function isMonotone(plan: IndicatorPlan | undefined): boolean {
  if (plan === undefined || plan.treat !== undefined || !MONOTONE.has(plan.score.how.method)) return false;
  return STATE_NAMES.every((name) => {
    const action = actionOf(plan, STATE[name]);
    if (action === 'mean' || action === 'median') return false;
    return !(typeof action === 'object' && ('mean_by' in action || 'median_by' in action));
  });
}

/** Undefined where the direction is mixed or a figure is not positive. */
function wayOf(model: RowModel, expr: Expr, input: string, row: number): Help | undefined {
  const { run } = model;
  let way: Help = 0;
  for (const { name, lag } of references(expr)) {
    if (isFigure(model, name) && !((run.context.numbers(name, lag)[row] as number) > 0)) return undefined;
    if (lag > 0) continue;
    const value = run.plan.values.find((candidate) => candidate.name === name);
    const inner = name === input ? 1 : value === undefined ? 0 : wayOf(model, value.expr, input, row);
    const outer = direction(expr, name);
    if (inner === 0 || outer === 'none') continue;
    if (inner === undefined || outer === 'mixed') return undefined;
    const own = times(inner, outer === 'up' ? 1 : -1);
    if (way !== 0 && own !== way) return undefined;
    way = own;
  }
  return way;
}

/** Numbers and computed values; flags may well be zero. */
function isFigure({ run }: RowModel, name: string): boolean {
  const input = run.plan.inputs.find((candidate) => candidate.name === name);
  return input === undefined || input.kind === 'number';
}

function times(x: Help | undefined, y: Help): Help {
  if (x === undefined || x === 0 || y === 0) return 0;
  return x === y ? 1 : -1;
}
