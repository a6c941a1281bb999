// A plan on a dataset: values, item scores, totals, adjustments, ranks and classes. Nothing is returned half done.
import { type Diagnostic, hasErrors } from '#core/diagnostic.ts';
import { roundColumn } from '#core/rounding.ts';
import { type Classified, classify, finalClasses, NO_CLASS } from '../classify/classify.ts';
import { type Field, fieldOf, poolsOf, quotasByPool } from '../classify/field.ts';
import { type SelectScratch, selectScratch } from '../classify/select.ts';
import { type SortScratch, sortScratch } from '../classify/sort.ts';
import { references } from '../formula/analyse.ts';
import type { Expr } from '../formula/expr.ts';
import { type ClassesPlan, groupNames, type GroupPlan, type Plan } from '../scheme/plan.ts';
import { type Adjusted, adjustmentFormulas, applyAdjustments, computeAdjustments } from '../score/adjust.ts';
import type { Item } from '../score/item.ts';
import { type GroupScores, scoreGroups } from '../score/totals.ts';
import { weighGroup } from '../score/weighing.ts';
import { bindDataset } from './bind.ts';
import { type Context, computeValues, createContext, repeatedContext } from './context.ts';
import { type Dataset, findRow } from './dataset.ts';
import { checkHistory } from './history.ts';
import { itemScorer } from './items.ts';
import { reportAbsent, reportDecidedById, reportUnscored, reportWithoutScore } from './report.ts';
import { createWorkspace } from './workspace.ts';

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
  /** The evaluator's plan with other numbers (`tunePlan`): formulas, names and their order are the same. */
  readonly plan?: Plan;
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
  return createEvaluator(plan, dataset, context, variation.inputs?.keys() ?? []).run(variation, diagnostics);
}

/** Runs of one plan on one dataset, one after another. What a run returns is written over by the next. */
export type Evaluator = {
  readonly run: (variation: Variation, diagnostics?: Diagnostic[]) => Run;
  /** Scores and final classes alone, as `run` has them: without ranks where classes need none. */
  readonly classes: (variation: Variation) => { readonly score: Float64Array; readonly final: Uint8Array };
};

/** `varied` names the inputs that variations replace: what does not depend on them is computed once. */
export function createEvaluator(
  plan: Plan,
  dataset: Dataset,
  context: Context,
  varied: Iterable<string>,
): Evaluator {
  const { rows } = context;
  const workspace = createWorkspace(rows);
  const isVaried = variedTest(plan, varied);
  const own = repeatedContext(context, workspace, isVaried);
  const scoreItems = itemScorer(plan, dataset, own, isVaried);
  const adjustmentsVary = adjustmentFormulas(plan.adjustments).some(isVaried);
  const adjustmentsOf = (numbers: Plan['adjustments']): (() => Adjusted) =>
    onceUnless(adjustmentsVary, own, context, (within) => computeAdjustments(numbers, within));
  let adjustments = { of: plan.adjustments, compute: adjustmentsOf(plan.adjustments) };
  const pools = poolsOf(plan.classes, context);
  const field = onceUnless(
    plan.classes?.exempt.some(({ expr }) => isVaried(expr)) ?? false,
    own,
    context,
    (within) => fieldOf(plan.classes, within, pools),
  );
  let sorting: SortScratch | undefined;
  let selecting: SelectScratch | undefined;

  function fieldUnder(classes: ClassesPlan | undefined): Field {
    const stated = field();
    return classes === plan.classes ? stated : { ...stated, quotas: quotasByPool(classes, stated.labels) };
  }

  function scored(tuned: Plan, variation: Variation, diagnostics: Diagnostic[]): Scored {
    workspace.rewind();
    for (const [name, values] of variation.inputs ?? []) own.define(name, values);
    computeValues(plan.values, own);
    const items = scoreItems(tuned, variation.baselines, diagnostics);
    const groups = scoreGroups(
      tuned.root,
      items.map((item) => item.normalised),
      workspace,
      (group, columns) => vary(group, weighGroup(group, columns, diagnostics), variation.weights),
    );
    for (const { plan: group, scores } of groups.slice(0, -1)) own.define(group.name, scores);
    const base = (groups.at(-1) as GroupScores).scores;
    if (adjustments.of !== tuned.adjustments)
      adjustments = { of: tuned.adjustments, compute: adjustmentsOf(tuned.adjustments) };
    const adjusted = adjustments.compute();
    const exact = applyAdjustments(base, adjusted, workspace);
    const score = plan.round ? workspace.numbers() : exact;
    if (plan.round) roundColumn(exact, plan.round.digits, score);
    const ranked = plan.round?.rankBy === 'exact' ? exact : score;
    return { items, groups, adjusted, base, exact, score, ranked };
  }

  return {
    run: (variation, diagnostics = []) => {
      const tuned = variation.plan ?? plan;
      const { ranked, ...columns } = scored(tuned, variation, diagnostics);
      tuned.indicators.forEach((indicator, i) => {
        reportAbsent(indicator, columns.items[i] as Item, dataset, diagnostics);
        reportUnscored(indicator, columns.items[i] as Item, diagnostics);
      });
      if (!hasErrors(diagnostics)) reportWithoutScore(columns.score, diagnostics);
      sorting ??= sortScratch(rows);
      const { classes } = tuned;
      const classified = classify(classes, ranked, dataset.ids, own, fieldUnder(classes), sorting);
      reportDecidedById(classified.ranking, diagnostics);
      return {
        plan: tuned,
        dataset,
        context,
        rows,
        ...columns,
        classified,
        final: classified.final,
        overrides: new Map(),
      };
    },
    classes: (variation) => {
      const tuned = variation.plan ?? plan;
      const { classes } = tuned;
      const { score, ranked } = scored(tuned, variation, []);
      if (classes === undefined) return { score, final: workspace.bytes().fill(NO_CLASS) };
      selecting ??= selectScratch(rows);
      const under = fieldUnder(classes);
      return { score, final: finalClasses(classes, ranked, dataset.ids, own, under, selecting) };
    },
  };
}

type Scored = Pick<Run, 'items' | 'groups' | 'adjusted' | 'base' | 'exact' | 'score'> & {
  /** The score that ranks go by. */
  readonly ranked: Float64Array;
};

/** Computed by every run where it varies, else by the first one for all. */
function onceUnless<T>(
  varies: boolean,
  own: Context,
  lasting: Context,
  compute: (context: Context) => T,
): () => T {
  if (varies) return () => compute(own);
  let kept: T | undefined;
  return () => (kept ??= compute(lasting));
}

/** Whether a formula reads one of these inputs, through measures and indicators too, or scores, which weights vary. */
function variedTest(plan: Plan, varied: Iterable<string>): (expr: Expr) => boolean {
  const inputs = new Set(varied);
  const names = new Set([...inputs, ...groupNames(plan.root)]);
  for (const value of plan.values) if (value.inputs.some((input) => inputs.has(input))) names.add(value.name);
  const known = new Map<Expr, boolean>();
  return (expr) => {
    const before = known.get(expr);
    if (before !== undefined) return before;
    const reads = references(expr).some(({ name, lag }) => lag === 0 && names.has(name));
    known.set(expr, reads);
    return reads;
  };
}

function vary(group: GroupPlan, weights: Float64Array, factors: Float64Array | undefined): Float64Array {
  if (factors === undefined) return weights;
  return weights.map((weight, i) => {
    const child = group.children[i];
    return child?.kind === 'indicator' ? weight * (factors[child.indicator] as number) : weight;
  });
}

/** The run with classes changed by hand; an unknown id or class is a finding. */
export function applyOverrides(run: Run, overrides: readonly Override[], diagnostics: Diagnostic[]): Run {
  if (overrides.length === 0) return run;
  const final = run.final.slice();
  const applied = new Map<number, Override>();
  for (const override of overrides) {
    const row = findRow(run.dataset, override.id);
    const position = run.plan.classes?.all.indexOf(override.class) ?? -1;
    const params = { id: override.id, class: override.class };
    if (row < 0) diagnostics.push({ code: 'override_unknown_id', severity: 'error', path: [], params });
    else if (position < 0)
      diagnostics.push({ code: 'override_unknown_class', severity: 'error', path: [], params });
    else {
      final[row] = position;
      applied.set(row, override);
    }
  }
  return { ...run, final, overrides: applied };
}
