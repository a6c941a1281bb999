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

/** Items in the order of the plan's indicators. `factors` multiply the baselines of each. */
export type ScoreItems = (factors: Float64Array | undefined, diagnostics: Diagnostic[]) => Item[];

type Scorer = (factor: number, diagnostics: Diagnostic[]) => Item;

export function itemScorer(
  plan: Plan,
  dataset: Dataset,
  context: Context,
  isVaried: (expr: Expr) => boolean,
): ScoreItems {
  const weights = indicatorWeights(plan);
  const scorers = plan.indicators.map((indicator, i): Scorer => {
    const { how } = indicator.score;
    if (how.method !== 'distance_to_reference')
      return scorerOf(indicator, weights[i] as number, context, isVaried);
    const row = findRow(dataset, how.id);
    if (row >= 0) return scorerOf(indicator, weights[i] as number, context, isVaried, row);
    return (_, diagnostics) => {
      reportReference(indicator, how.id, diagnostics);
      return emptyItem(context.rows);
    };
  });
  return (factors, diagnostics) => scorers.map((score, i) => score(factors?.[i] ?? 1, diagnostics));
}

function scorerOf(
  indicator: IndicatorPlan,
  weight: number,
  context: Context,
  isVaried: (expr: Expr) => boolean,
  referenceRow = -1,
): Scorer {
  const varies = [indicator.expr, ...baselineFormulas(indicator.score.how)].some(isVaried);
  // A workspace of its own, because an item that is kept must outlast the run.
  const within = { ...context, workspace: createWorkspace(context.rows) };
  let kept: { readonly factor: number; readonly item: Item } | undefined;
  return (factor) => {
    if (kept !== undefined && !varies && kept.factor === factor) return kept.item;
    within.workspace.rewind();
    const item = scoreItem(indicator, within, {
      weight,
      baselineFactor: factor,
      referenceRow,
    });
    kept = { factor, item };
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
