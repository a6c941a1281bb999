// Coefficient, bonus and penalty of one subject, with bounds where the figures they read may change.
import type { Run } from '#engine/run/evaluate.ts';
import type { AdjustmentPlan } from '#engine/scheme/plan.ts';
import type { FiredPoints } from '#engine/score/adjust.ts';
import { countedPoints } from '#engine/score/adjust.ts';
import { ABSENT, isPoint, PRESENT, type Registers, truthOf } from './bounds.ts';
import type { RowFormula, RowFormulas } from './row-formulas.ts';

/** Numbers that lie in lo … hi; both are NaN where there is no number. `open`: there may be none. */
export type Range = { lo: number; hi: number; open: boolean };

export type RowAdjustments = {
  readonly formulas: readonly RowFormula[];
  readonly load: (row: number) => void;
  /** Turns the range of the base score into that of the score before rounding. */
  readonly apply: (score: Range) => void;
};

export function createRowAdjustments({ plan, adjusted }: Run, formulas: RowFormulas): RowAdjustments {
  const { coefficient } = plan.adjustments;
  const { registers } = formulas;
  const factor = coefficient?.kind === 'formula' ? formulas.compile(coefficient.expr) : undefined;
  const fixed = adjusted.coefficient;
  const bonus = createPoints(plan.adjustments.bonus, adjusted.bonus, formulas);
  const penalty = createPoints(plan.adjustments.penalty, adjusted.penalty, formulas);
  let own = 1;
  return {
    formulas: [...(factor ? [factor] : []), ...(bonus?.formulas ?? []), ...(penalty?.formulas ?? [])],
    load: (row) => {
      own = fixed?.[row] ?? 1;
      bonus?.load(row);
      penalty?.load(row);
    },
    apply: (score) => {
      if (factor !== undefined && factor.reads.size > 0) multiply(score, registers, factor.slot);
      else if (fixed !== undefined) scale(score, own);
      if (bonus !== undefined) {
        const points = bonus.total();
        score.lo += points.lo;
        score.hi += points.hi;
        score.open ||= points.open;
      }
      if (penalty !== undefined) {
        const points = penalty.total();
        score.lo -= points.hi;
        score.hi -= points.lo;
        score.open ||= points.open;
      }
    },
  };
}

function scale(score: Range, factor: number): void {
  const [a, b] = [score.lo * factor, score.hi * factor];
  score.lo = factor < 0 ? b : a;
  score.hi = factor < 0 ? a : b;
}

function multiply(score: Range, r: Registers, slot: number): void {
  if (isPoint(r, slot)) return scale(score, r.lo[slot] as number);
  const [low, high] = [r.lo[slot] as number, r.hi[slot] as number];
  const products = [score.lo * low, score.lo * high, score.hi * low, score.hi * high];
  score.lo = Math.min(...products);
  score.hi = Math.max(...products);
  if (r.absent[slot] !== PRESENT) score.open = true;
}

type RowPoints = {
  readonly formulas: readonly RowFormula[];
  readonly load: (row: number) => void;
  readonly total: () => Range;
};

function createPoints(
  plan: AdjustmentPlan | undefined,
  fired: FiredPoints | undefined,
  formulas: RowFormulas,
): RowPoints | undefined {
  if (plan === undefined || fired === undefined) return undefined;
  const { registers } = formulas;
  const rules = plan.rules.map((rule) => ({
    when: formulas.compile(rule.expr),
    points: formulas.compile(rule.points),
  }));
  const parts = rules.flatMap(({ when, points }) => [when, points]);
  const changes = parts.some(({ reads }) => reads.size > 0);
  const total: Range = { lo: 0, hi: 0, open: false };
  return {
    formulas: parts,
    load: (row) => {
      total.lo = fired.total[row] as number;
      total.hi = total.lo;
      total.open = false;
    },
    total: () => {
      if (changes) boundPoints(plan, rules, registers, total);
      return total;
    },
  };
}

/**
 * Each rule gives nothing or its points, so the total grows with every rule's points; both ends are totals of points as
 * small or as large as they can be.
 */
function boundPoints(
  plan: AdjustmentPlan,
  rules: readonly { readonly when: RowFormula; readonly points: RowFormula }[],
  r: Registers,
  total: Range,
): void {
  total.open = false;
  const ends = rules.map(({ when, points }) => {
    const truth = truthOf(r, when.slot);
    if (truth === 0) return [0, 0] as const;
    if (r.absent[points.slot] !== PRESENT) total.open = true;
    const [lo, hi] = [r.lo[points.slot] as number, r.hi[points.slot] as number];
    if (r.absent[points.slot] === ABSENT || truth === 2) return [lo, hi] as const;
    return [Math.min(lo, 0), Math.max(hi, 0)] as const;
  });
  const at = (end: 0 | 1): number => {
    const points = ends.map((rule) => Float64Array.of(rule[end]));
    return Math.min(countedPoints(plan, points, 0).sum, plan.max);
  };
  total.lo = at(0);
  total.hi = at(1);
}
