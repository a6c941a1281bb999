// A plan on a dataset: values, item scores, totals, adjustments, ranks and classes. Nothing is returned half done.
import { type Diagnostic, hasErrors } from '#core/diagnostic.ts';
import { roundColumn } from '#core/rounding.ts';
import { type Classified, classify } from '../classify/classify.ts';
import type { GroupPlan, IndicatorPlan, NodePlan, Plan } from '../scheme/plan.ts';
import { type Adjusted, applyAdjustments, computeAdjustments } from '../score/adjust.ts';
import { type Item, scoreItem } from '../score/item.ts';
import { STATE, STATE_NAMES } from '../score/states.ts';
import { type GroupScores, scoreGroups } from '../score/totals.ts';
import { weighGroup } from '../score/weighing.ts';
import { textAt } from '../table/column.ts';
import { bindDataset } from './bind.ts';
import { type Context, computeValues, createContext } from './context.ts';
import type { Dataset } from './dataset.ts';
import { checkHistory } from './history.ts';

/** A manual change of class, with its reason; it stands beside the computed class and never replaces it. */
export type Override = { readonly id: string; readonly class: string; readonly reason: string };

/** Everything a run computes, a column per step. Rows are those of the dataset. */
export type Run = {
  readonly plan: Plan;
  readonly dataset: Dataset;
  readonly context: Context;
  readonly rows: number;
  readonly items: readonly Item[];
  /** Groups, the root last. */
  readonly groups: readonly GroupScores[];
  readonly adjusted: Adjusted;
  /** Before adjustments; after them; and rounded as the scheme says. */
  readonly base: Float64Array;
  readonly exact: Float64Array;
  readonly score: Float64Array;
  readonly classified: Classified;
  /** Class positions after manual overrides. */
  readonly final: Uint8Array;
  readonly overrides: ReadonlyMap<number, Override>;
};

export type Evaluated = { readonly run: Run | undefined; readonly diagnostics: readonly Diagnostic[] };

/** What a simulation varies. Anything left out stays as the plan and the dataset have it. */
export type Variation = {
  readonly inputs?: ReadonlyMap<string, Float64Array>;
  /** Multiplies the weight of each indicator. */
  readonly weights?: Float64Array;
  /** Multiplies the baselines of each indicator. */
  readonly baselines?: Float64Array;
};

export function evaluate(plan: Plan, dataset: Dataset, overrides: readonly Override[] = []): Evaluated {
  const bound = bindDataset(plan, dataset);
  const diagnostics: Diagnostic[] = [...bound.diagnostics, ...checkHistory(plan, dataset)];
  if (hasErrors(diagnostics)) return { run: undefined, diagnostics };
  const context = createContext(plan, dataset, bound.columns);
  const run = computeRun(plan, dataset, context, diagnostics);
  const known = applyOverrides(run, overrides, diagnostics);
  if (hasErrors(diagnostics)) return { run: undefined, diagnostics };
  return { run: known, diagnostics };
}

export function computeRun(
  plan: Plan,
  dataset: Dataset,
  context: Context,
  diagnostics: Diagnostic[],
  variation: Variation = {},
): Run {
  for (const [name, values] of variation.inputs ?? []) context.define(name, values);
  computeValues(plan.values, context);
  const weights = indicatorWeights(plan.root, plan.indicators.length);
  const rowOfId = (id: string): number => findRow(dataset, id);
  const items = plan.indicators.map((indicator, i) => {
    if (!hasReference(indicator, rowOfId, diagnostics)) return emptyItem(context.rows);
    return scoreItem(indicator, context, {
      weight: weights[i] as number,
      baselineFactor: variation.baselines?.[i] ?? 1,
      rowOfId,
    });
  });
  plan.indicators.forEach((indicator, i) => reportAbsent(indicator, items[i] as Item, dataset, diagnostics));
  const groups = scoreGroups(
    plan.root,
    items.map((item) => item.normalised),
    context.rows,
    (group, columns) => vary(group, weighGroup(group, columns, diagnostics), variation.weights),
  );
  const base = (groups.at(-1) as GroupScores).scores;
  const adjusted = computeAdjustments(plan.adjustments, context);
  const exact = new Float64Array(context.rows);
  applyAdjustments(base, adjusted, exact);
  const score = plan.round ? new Float64Array(context.rows) : exact;
  if (plan.round) roundColumn(exact, plan.round.digits, score);
  const ranked = plan.round?.rankBy === 'exact' ? exact : score;
  const classified = classify(plan.classes, ranked, dataset.ids, context);
  reportDecidedById(classified, diagnostics);
  const { rows } = context;
  const overrides = new Map<number, Override>();
  return { plan, dataset, context, rows, items, groups, adjusted, base, exact, score, classified, final: classified.final, overrides };
}

function vary(group: GroupPlan, weights: Float64Array, factors: Float64Array | undefined): Float64Array {
  if (factors === undefined) return weights;
  return weights.map((weight, i) => {
    const child = group.children[i];
    return child?.kind === 'indicator' ? weight * (factors[child.indicator] as number) : weight;
  });
}

function indicatorWeights(root: GroupPlan, count: number): Float64Array {
  const weights = new Float64Array(count);
  const visit = (node: NodePlan): void => {
    if (node.kind === 'group') node.children.forEach(visit);
    else weights[node.indicator] = node.weight;
  };
  visit(root);
  return weights;
}

function findRow(dataset: Dataset, id: string): number {
  for (let row = 0; row < dataset.table.rows; row++) if (textAt(dataset.ids, row) === id) return row;
  return -1;
}

function hasReference(indicator: IndicatorPlan, rowOfId: (id: string) => number, diagnostics: Diagnostic[]): boolean {
  const { how } = indicator.score;
  if (how.method !== 'distance_to_reference' || rowOfId(how.id) >= 0) return true;
  const path = ['indicators', indicator.name, 'score', 'distance_to_reference'];
  diagnostics.push({ code: 'reference_not_found', severity: 'error', path, params: { id: how.id } });
  return false;
}

function emptyItem(rows: number): Item {
  const none = new Float64Array(rows).fill(Number.NaN);
  return { values: none, states: undefined, scored: none, treated: undefined, scale: undefined, normalised: none };
}

const LISTED = 100;

/** `error`, the rule for states that the scheme leaves open: the scheme must say what an absent value means. */
function reportAbsent(indicator: IndicatorPlan, item: Item, dataset: Dataset, diagnostics: Diagnostic[]): void {
  const { states } = item;
  if (states === undefined) return;
  for (const name of STATE_NAMES) {
    if (indicator[name] !== 'error') continue;
    let found = 0;
    for (let row = 0; row < states.length; row++) {
      if (states[row] !== STATE[name] || ++found > LISTED) continue;
      const params = { id: textAt(dataset.ids, row), label: indicator.zh ?? indicator.name, formula: indicator.text };
      const place = { ...pick(dataset.source?.file), row: (dataset.source?.firstRow ?? 2) + row };
      diagnostics.push({
        code: `indicator_${name}`,
        severity: 'error',
        path: ['indicators', indicator.name, name],
        params,
        place,
      });
    }
    if (found > LISTED) {
      const params = { column: indicator.zh ?? indicator.name, count: found - LISTED };
      diagnostics.push({ code: 'more_findings', severity: 'error', path: ['indicators', indicator.name, name], params });
    }
  }
}

function pick(file: string | undefined): { file?: string } {
  return file === undefined ? {} : { file };
}

function reportDecidedById({ ranking }: Classified, diagnostics: Diagnostic[]): void {
  if (ranking.decidedById === 0) return;
  const params = { count: ranking.decidedById };
  diagnostics.push({ code: 'ties_decided_by_id', severity: 'warning', path: ['classes', 'ties'], params });
}

function applyOverrides(run: Run, overrides: readonly Override[], diagnostics: Diagnostic[]): Run {
  if (overrides.length === 0) return run;
  const final = run.final.slice();
  const applied = new Map<number, Override>();
  for (const override of overrides) {
    const row = findRow(run.dataset, override.id);
    const position = run.plan.classes?.all.indexOf(override.class) ?? -1;
    const params = { id: override.id, class: override.class };
    if (row < 0) diagnostics.push({ code: 'override_unknown_id', severity: 'error', path: [], params });
    else if (position < 0) diagnostics.push({ code: 'override_unknown_class', severity: 'error', path: [], params });
    else {
      final[row] = position;
      applied.set(row, override);
    }
  }
  return { ...run, final, overrides: applied };
}
