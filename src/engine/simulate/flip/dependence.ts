// What a change of some inputs touches in the evaluation of a subject, and whether it moves the scores of others.
import type { GroupPlan, IndicatorPlan, NodePlan } from '#engine/scheme/plan.ts';
import { baselineFormulas, baselinesOf } from '#engine/score/baseline.ts';
import { actionOf, STATE, STATE_NAMES } from '#engine/score/states.ts';
import type { Fill } from './fills.ts';
import type { RowFormula } from './row-formulas.ts';
import { hasFixedScale, type RowModel } from './row-model.ts';

/** Every formula whose result a change of the input can alter in the subject's own row. */
export function touches({ reads }: RowFormula, inputs: readonly number[]): boolean {
  return inputs.some((input) => reads.has(input));
}

/** Whether the scheme reads an input anywhere, tie rules included. */
export function isUsed(model: RowModel, input: number): boolean {
  const { adjustments, classes, formulas, plan, values } = model;
  const ties = plan.ties.map(({ name }) => formulas.named(name));
  return [...values, ...adjustments.formulas, ...classes.formulas, ...ties].some(({ reads }) =>
    reads.has(input),
  );
}

/**
 * Whether a change of the input moves other subjects in any way but by a mean score: by a statistic in a formula or a
 * baseline, a treatment, ranks, computed weights, comparisons pair by pair. Such a change needs a whole evaluation.
 */
export function movesOthers(model: RowModel, fills: readonly Fill[], input: number): boolean {
  const { adjustments, classes, run, values } = model;
  const formulas = [...values, ...adjustments.formulas, ...classes.formulas];
  if (formulas.some(({ stirs }) => stirs.has(input))) return true;
  if (run.plan.indicators.some((indicator) => hasMovingBaseline(model, indicator, input))) return true;
  const moved = model.itemValues.flatMap(({ reads }, k) => (reads.has(input) ? [k] : []));
  if (moved.some((k) => !isSelfContained(run.plan.indicators[k]))) return true;
  if (moved.some((k) => fills.some((fill) => fill.indicator === k && !isSimple(model, fill)))) return true;
  return !hasFixedWeights(run.plan.root, new Set(moved));
}

/** A statistic over this period's subjects that reads the input, be it only in the choice of the subjects. */
function hasMovingBaseline(model: RowModel, { score: { how } }: IndicatorPlan, input: number): boolean {
  if (!baselinesOf(how).some((base) => base.kind === 'statistic' && !base.lastYear)) return false;
  return baselineFormulas(how).some((expr) => model.formulas.dependenceOf(expr).reads.has(input));
}

/** Whether others see nothing of the indicator's values but the mean of its scores. */
function isSelfContained(indicator: IndicatorPlan | undefined): boolean {
  if (indicator === undefined || !hasFixedScale(indicator)) return false;
  return STATE_NAMES.every((name) => {
    const action = actionOf(indicator, STATE[name]);
    if (action === 'mean' || action === 'median') return false;
    return !(typeof action === 'object' && ('mean_by' in action || 'median_by' in action));
  });
}

/** Scores of those who are given the mean follow it in a straight line, and there is a mean whatever the subject does. */
function isSimple({ tree }: RowModel, fill: Fill): boolean {
  return !fill.members.includes(1) || (tree.linear && fill.least > 1);
}

/** Whether no group above these indicators weighs or compares by the data. */
function hasFixedWeights(group: GroupPlan, moved: ReadonlySet<number>): boolean {
  const { aggregate, weighting, children } = group;
  if (aggregate.kind === 'copeland' || !['given', 'equal', 'ahp'].includes(weighting.kind)) {
    return !holds(group, moved);
  }
  return children.every((child) => child.kind === 'indicator' || hasFixedWeights(child, moved));
}

function holds(node: NodePlan, moved: ReadonlySet<number>): boolean {
  return node.kind === 'indicator'
    ? moved.has(node.indicator)
    : node.children.some((child) => holds(child, moved));
}
