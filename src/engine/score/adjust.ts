// Coefficient, bonus and penalty: what happens to the sum of item scores before it is final.
import type { Expr } from '../formula/expr.ts';
import type { AdjustmentPlan, CoefficientPlan, Plan } from '../scheme/plan.ts';
import type { Context } from '../run/context.ts';
import type { Workspace } from '../run/workspace.ts';

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

/** Every formula the adjustments read. */
export function adjustmentFormulas({ coefficient, bonus, penalty }: Plan['adjustments']): Expr[] {
  const rules = [...(bonus?.rules ?? []), ...(penalty?.rules ?? [])];
  const points = rules.flatMap((rule) => [rule.expr, rule.points]);
  return coefficient?.kind === 'formula' ? [coefficient.expr, ...points] : points;
}

export function computeAdjustments(plan: Plan['adjustments'], context: Context): Adjusted {
  return {
    coefficient: plan.coefficient && coefficientOf(plan.coefficient, context),
    bonus: plan.bonus && firedPoints(plan.bonus, context),
    penalty: plan.penalty && firedPoints(plan.penalty, context),
  };
}

/**
 * score = base × coefficient + bonus − penalty (龙政发〔2021〕52号: 单项得分之和 × 修正系数 + 加分项); the base itself where
 * the scheme adjusts nothing.
 */
export function applyAdjustments(base: Float64Array, adjusted: Adjusted, workspace: Workspace): Float64Array {
  const { coefficient, bonus, penalty } = adjusted;
  if (coefficient === undefined && bonus === undefined && penalty === undefined) return base;
  const out = workspace.numbers();
  out.set(base);
  if (coefficient)
    for (let i = 0; i < out.length; i++) out[i] = (out[i] as number) * (coefficient[i] as number);
  if (bonus) for (let i = 0; i < out.length; i++) out[i] = (out[i] as number) + (bonus.total[i] as number);
  if (penalty)
    for (let i = 0; i < out.length; i++) out[i] = (out[i] as number) - (penalty.total[i] as number);
  return out;
}

/** A subject whose group the table does not name, and no `otherwise` is stated, has no coefficient and so no score. */
function coefficientOf(plan: CoefficientPlan, context: Context): Float64Array {
  if (plan.kind === 'formula') return context.column(plan.expr);
  const { codes, labels } = context.category(plan.by, 0);
  const otherwise = plan.otherwise ?? Number.NaN;
  const byCode = labels.map((label) => plan.values.get(label) ?? otherwise);
  const out = context.workspace.numbers();
  for (let row = 0; row < out.length; row++) {
    const code = codes[row] as number;
    out[row] = code < 0 ? otherwise : (byCode[code] as number);
  }
  return out;
}

function firedPoints(plan: AdjustmentPlan, context: Context): FiredPoints {
  const points = plan.rules.map((rule) => {
    const mask = context.mask(rule.expr);
    const values = context.column(rule.points);
    const fired = context.workspace.numbers();
    for (let row = 0; row < fired.length; row++) fired[row] = mask[row] === 0 ? 0 : (values[row] as number);
    return fired;
  });
  const total = context.workspace.numbers().fill(0);
  points.forEach((own, i) => {
    const rivals = rivalsOf(plan, points, i);
    for (let row = 0; row < total.length; row++) {
      if (leads(own, rivals, row)) total[row] = (total[row] as number) + (own[row] as number);
    }
  });
  for (let row = 0; row < total.length; row++) total[row] = Math.min(total[row] as number, plan.max);
  return { points, total };
}

/** Which rules count for a row: of one group only the largest, the first of equals. */
export function countedPoints(
  plan: AdjustmentPlan,
  points: readonly Float64Array[],
  row: number,
): { sum: number; counted: readonly boolean[] } {
  const counted = points.map((own, i) => leads(own, rivalsOf(plan, points, i), row));
  const sum = points.reduce(
    (before, own, i) => (counted[i] === true ? before + (own[row] as number) : before),
    0,
  );
  return { sum, counted };
}

/** The columns of a rule's group, its own among them; none for a rule that stands alone. */
function rivalsOf(plan: AdjustmentPlan, points: readonly Float64Array[], rule: number): Float64Array[] {
  const group = plan.rules[rule]?.group;
  return group === undefined ? [] : points.filter((_, i) => plan.rules[i]?.group === group);
}

function leads(own: Float64Array, rivals: readonly Float64Array[], row: number): boolean {
  let leader = rivals[0] ?? own;
  for (const rival of rivals) if ((rival[row] as number) > (leader[row] as number)) leader = rival;
  return leader === own;
}
