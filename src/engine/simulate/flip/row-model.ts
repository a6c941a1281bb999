// A run's plan, compiled to be evaluated for one subject at a time with bounds.
import { invariant } from '#core/app-error.ts';
import type { Expr } from '#engine/formula/expr.ts';
import type { Run } from '#engine/run/evaluate.ts';
import { indicatorWeights } from '#engine/run/items.ts';
import type { ClassesPlan, IndicatorPlan, Plan } from '#engine/scheme/plan.ts';
import { adjustmentFormulas } from '#engine/score/adjust.ts';
import { baselinesOf } from '#engine/score/baseline.ts';
import { createRegisters, type Registers } from './bounds.ts';
import { createRowAdjustments, type RowAdjustments } from './row-adjustments.ts';
import { createRowClasses, type RowClasses } from './row-classes.ts';
import {
  createRowFormulas,
  type Dependence,
  type RowFormula,
  type RowFormulas,
  slotsOf,
} from './row-formulas.ts';
import { createRowItem, type RowItem } from './row-item.ts';
import { createRowTree, type RowTree } from './row-tree.ts';

export type RowModel = {
  readonly run: Run;
  readonly plan: ClassesPlan;
  /** Names of the number inputs: the figures that may change. */
  readonly inputs: readonly string[];
  readonly formulas: RowFormulas;
  /** Measures and indicator values, in computing order. */
  readonly values: readonly RowFormula[];
  /** By indicator. */
  readonly itemValues: readonly RowFormula[];
  readonly items: readonly RowItem[];
  readonly normalised: Registers;
  readonly tree: RowTree;
  /** Slot of each group's score, the root's too, which nothing reads. */
  readonly groupSlots: readonly number[];
  readonly adjustments: RowAdjustments;
  readonly classes: RowClasses;
};

export function createRowModel(run: Run, plan: ClassesPlan): RowModel {
  const inputs = run.plan.inputs.filter(({ kind }) => kind === 'number').map(({ name }) => name);
  const formulas = createRowFormulas(run.context, inputs, capacityFor(run.plan, plan));
  const values = run.plan.values.map((value) => {
    const formula = formulas.compile(value.expr);
    formulas.define(value.name, formula, formula.slot);
    return formula;
  });
  const itemValues = run.plan.indicators.map(({ name }) => formulas.named(name));
  const normalised = createRegisters(run.plan.indicators.length);
  const tree = createRowTree(run);
  return {
    run,
    plan,
    inputs,
    formulas,
    values,
    itemValues,
    normalised,
    tree,
    items: createItems(run, formulas, itemValues, normalised),
    groupSlots: defineGroups(tree, itemValues, formulas),
    adjustments: createRowAdjustments(run, formulas),
    classes: createRowClasses(plan, formulas),
  };
}

function createItems(
  run: Run,
  { registers }: RowFormulas,
  itemValues: readonly RowFormula[],
  normalised: Registers,
): RowItem[] {
  const weights = indicatorWeights(run.plan);
  return run.plan.indicators.map((plan, index) => {
    const [item, value] = [run.items[index], itemValues[index]];
    invariant(item !== undefined && value !== undefined, 'a run has every indicator');
    const weight = weights[index] as number;
    const fixedScale = hasFixedScale(plan);
    return createRowItem({
      plan,
      item,
      weight,
      index,
      registers,
      valueSlot: value.slot,
      normalised,
      fixedScale,
    });
  });
}

/** Whether the normalisation of a value has nothing to do with the values of this period. */
export function hasFixedScale({ score: { how }, treat }: IndicatorPlan): boolean {
  if (treat !== undefined) return false;
  switch (how.method) {
    case 'ratio':
    case 'reverse_ratio':
    case 'minmax':
    case 'efficacy':
      return baselinesOf(how).every((base) => base.kind === 'number' || base.lastYear);
    case 'goalposts':
    case 'scaled':
    case 'steps':
    case 'points':
      return true;
    default:
      return false;
  }
}

function defineGroups(tree: RowTree, itemValues: readonly RowFormula[], formulas: RowFormulas): number[] {
  const known = new Map<number, Dependence>(itemValues.entries());
  return tree.groups.map(({ plan, at, children }) => {
    const parts = children.map((child) => known.get(child)).filter((part) => part !== undefined);
    const dependence = {
      reads: new Set(parts.flatMap(({ reads }) => [...reads])),
      stirs: new Set(parts.flatMap(({ stirs }) => [...stirs])),
    };
    const slot = formulas.newSlot();
    known.set(at, dependence);
    if (at < tree.size - 1) formulas.define(plan.name, dependence, slot);
    return slot;
  });
}

function capacityFor(plan: Plan, classes: ClassesPlan): number {
  const formulas: Expr[] = [
    ...plan.values.map(({ expr }) => expr),
    ...adjustmentFormulas(plan.adjustments),
    ...classes.exempt.map(({ expr }) => expr),
    ...[...classes.conditions.values()].map(({ expr }) => expr),
    ...classes.rules.map(({ expr }) => expr),
  ];
  const names = plan.inputs.length + 2 * plan.indicators.length + plan.values.length + classes.ties.length;
  // A group has one slot; there are fewer groups than twenty levels of them over every indicator.
  return formulas.reduce((sum, expr) => sum + slotsOf(expr), names + 64 + 21 * plan.indicators.length);
}
