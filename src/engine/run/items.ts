// The scores of a plan's indicators, run after run: an item that nothing varies is scored once.
import type { Diagnostic } from '#core/diagnostic.ts';
import type { Expr } from '../formula/expr.ts';
import type { IndicatorPlan, NodePlan, Plan } from '../scheme/plan.ts';
import { baselineFormulas } from '../score/baseline.ts';
import { type Item, scoreItem } from '../score/item.ts';
import type { Context } from './context.ts';
import { type Dataset, findRow } from './dataset.ts';
import { reportReference } from './report.ts';
import { createWorkspace } from './workspace.ts';

/**
 * Items in the order of the plan's indicators. `tuned` is the plan with other numbers, or the plan itself; `factors` multiply
 * the baselines of each.
 */
export type ScoreItems = (
  tuned: Plan,
  factors: Float64Array | undefined,
  diagnostics: Diagnostic[],
) => Item[];

type Asked = { readonly indicator: IndicatorPlan; readonly weight: number; readonly factor: number };
type Scorer = (asked: Asked, diagnostics: Diagnostic[]) => Item;

export function itemScorer(
  plan: Plan,
  dataset: Dataset,
  context: Context,
  isVaried: (expr: Expr) => boolean,
): ScoreItems {
  const scorers = plan.indicators.map((indicator): Scorer => {
    const { how } = indicator.score;
    if (how.method !== 'distance_to_reference') return scorerOf(indicator, context, isVaried);
    const row = findRow(dataset, how.id);
    if (row >= 0) return scorerOf(indicator, context, isVaried, row);
    return (_, diagnostics) => {
      reportReference(indicator, how.id, diagnostics);
      return emptyItem(context.rows);
    };
  });
  let weighed = { of: plan, weights: indicatorWeights(plan) };
  return (tuned, factors, diagnostics) => {
    if (weighed.of !== tuned) weighed = { of: tuned, weights: indicatorWeights(tuned) };
    return scorers.map((score, i) => {
      const indicator = tuned.indicators[i] as IndicatorPlan;
      const weight = weighed.weights[i] as number;
      return score({ indicator, weight, factor: factors?.[i] ?? 1 }, diagnostics);
    });
  };
}

function scorerOf(
  stated: IndicatorPlan,
  context: Context,
  isVaried: (expr: Expr) => boolean,
  referenceRow = -1,
): Scorer {
  const varies = [stated.expr, ...baselineFormulas(stated.score.how)].some(isVaried);
  const weightCounts = [stated.missing, stated.zero, stated.negative].some(
    (action) => typeof action === 'object' && 'points' in action,
  );
  // A workspace of its own, because an item that is kept must outlast the run.
  const within = { ...context, workspace: createWorkspace(context.rows) };
  let kept: (Asked & { readonly item: Item }) | undefined;
  return (asked) => {
    const { indicator, weight, factor } = asked;
    const isSame = kept?.indicator === indicator && kept.factor === factor;
    if (kept !== undefined && !varies && isSame && (!weightCounts || kept.weight === weight))
      return kept.item;
    within.workspace.rewind();
    const item = scoreItem(indicator, within, { weight, baselineFactor: factor, referenceRow });
    kept = { ...asked, item };
    return item;
  };
}

/** The stated weight of each indicator, in the order of the plan. */
export function indicatorWeights(plan: Plan): Float64Array {
  const weights = new Float64Array(plan.indicators.length);
  const visit = (node: NodePlan): void => {
    if (node.kind === 'group') node.children.forEach(visit);
    else weights[node.indicator] = node.weight;
  };
  visit(plan.root);
  return weights;
}

function emptyItem(rows: number): Item {
  const none = new Float64Array(rows).fill(Number.NaN);
  return {
    values: none,
    states: undefined,
    scored: none,
    treated: undefined,
    scale: undefined,
    normalised: none,
  };
}
