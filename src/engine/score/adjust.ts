// Coefficient, bonus and penalty: what happens to the sum of item scores before it is final.
import { compileFormula } from '../formula/evaluate.ts';
import type { AdjustmentPlan, CoefficientPlan, Plan } from '../scheme/plan.ts';
import type { Context } from '../run/context.ts';
import { maskOf } from '../run/masks.ts';

export type FiredPoints = {
  /** Points each rule gives where it holds, 0 elsewhere. */
  readonly points: readonly Float64Array[];
  /** What counts after "largest of a group" and the cap. */
  readonly total: Float64Array;
};

export type Adjusted = {
  readonly coefficient: Float64Array | undefined;
  readonly bonus: FiredPoints | undefined;
  readonly penalty: FiredPoints | undefined;
};

export function computeAdjustments(plan: Plan['adjustments'], context: Context): Adjusted {
  return {
    coefficient: plan.coefficient && coefficientOf(plan.coefficient, context),
    bonus: plan.bonus && firedPoints(plan.bonus, context),
    penalty: plan.penalty && firedPoints(plan.penalty, context),
  };
}

/** score = base × coefficient + bonus − penalty (龙政发〔2021〕52号: 单项得分之和 × 修正系数 + 加分项). */
export function applyAdjustments(base: Float64Array, adjusted: Adjusted, out: Float64Array): void {
  out.set(base);
  const { coefficient, bonus, penalty } = adjusted;
  if (coefficient) for (let i = 0; i < out.length; i++) out[i] = (out[i] as number) * (coefficient[i] as number);
  if (bonus) for (let i = 0; i < out.length; i++) out[i] = (out[i] as number) + (bonus.total[i] as number);
  if (penalty) for (let i = 0; i < out.length; i++) out[i] = (out[i] as number) - (penalty.total[i] as number);
}

/** A subject whose group the table does not name, and no `otherwise` is stated, has no coefficient and so no score. */
function coefficientOf(plan: CoefficientPlan, context: Context): Float64Array {
  const out = new Float64Array(context.rows);
  if (plan.kind === 'formula') {
    compileFormula(plan.expr)(context, out);
    return out;
  }
  const { codes, labels } = context.category(plan.by, 0);
  const otherwise = plan.otherwise ?? Number.NaN;
  const byCode = labels.map((label) => plan.values.get(label) ?? otherwise);
  for (let row = 0; row < out.length; row++) out[row] = byCode[codes[row] as number] ?? otherwise;
  return out;
}

function firedPoints(plan: AdjustmentPlan, context: Context): FiredPoints {
  const points = plan.rules.map((rule) => {
    const mask = maskOf(rule.expr, context);
    const values = new Float64Array(context.rows);
    compileFormula(rule.points)(context, values);
    for (let row = 0; row < values.length; row++) if (mask[row] === 0) values[row] = 0;
    return values;
  });
  const total = new Float64Array(context.rows);
  for (let row = 0; row < total.length; row++) {
    total[row] = Math.min(countedPoints(plan, points, row).sum, plan.max);
  }
  return { points, total };
}

/** Which rules count for a row: of one group only the largest, the first of equals. */
export function countedPoints(
  plan: AdjustmentPlan,
  points: readonly Float64Array[],
  row: number,
): { sum: number; counted: readonly boolean[] } {
  const best = new Map<string, number>();
  plan.rules.forEach((rule, i) => {
    if (rule.group === undefined) return;
    const leader = best.get(rule.group);
    const value = points[i]?.[row] ?? 0;
    if (leader === undefined || value > (points[leader]?.[row] ?? 0)) best.set(rule.group, i);
  });
  let sum = 0;
  const counted = plan.rules.map((rule, i) => {
    const counts = rule.group === undefined || best.get(rule.group) === i;
    if (counts) sum += points[i]?.[row] ?? 0;
    return counts;
  });
  return { sum, counted };
}
