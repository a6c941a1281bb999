// The numbers of a scheme that can be moved one at a time, and what the scheme is after each is moved.
import { BILLION } from '../classify/quotas.ts';
import type { Run, Variation } from '../run/evaluate.ts';
import type { ClassesPlan, IndicatorPlan, Plan, QuotaPlan } from '../scheme/plan.ts';
import { baselinesOf } from '../score/baseline.ts';
import { weightBlocks } from './weight-blocks.ts';

export type Lever = {
  readonly kind: 'weight' | 'baseline' | 'cap' | 'bonus_cap' | 'penalty_cap' | 'quota' | 'threshold';
  /** The indicator, or the class whose last place or lowest score it is. */
  readonly name: string;
  /** The pool a quota belongs to; undefined where it holds for all. */
  readonly pool: string | undefined;
  /** As the scheme states it; a factor of 1 for baselines that the figures give. Quotas are cumulative shares. */
  readonly value: number;
  /** The number times a factor, as far as its neighbours let it go, and what then differs: the plan, or a variation. */
  readonly move: (factor: number) => Moved;
};

type Moved = { readonly value: number; readonly plan?: Plan; readonly variation?: Variation };

/** `point` is the run of the plan as stated: it knows the weights that are computed. */
export function leversOf(point: Run): Lever[] {
  const { plan } = point;
  return [...weightLevers(point), ...baselineLevers(plan), ...capLevers(plan), ...classLevers(plan)];
}

/** In a sum of points the other weights make room: together they keep their sum. */
function weightLevers({ plan, groups }: Run): Lever[] {
  const weights = new Float64Array(plan.indicators.length);
  for (const group of groups) {
    group.plan.children.forEach((child, i) => {
      if (child.kind === 'indicator') weights[child.indicator] = group.weights[i] as number;
    });
  }
  const blocks = weightBlocks(plan.root);
  return plan.indicators.flatMap(({ name }, i): Lever[] => {
    const weight = weights[i] as number;
    const block = blocks.find((candidate) => candidate.includes(i)) ?? [];
    const total = block.reduce((sum, j) => sum + (weights[j] as number), 0);
    const others = total - weight;
    if (weight === 0 || (block.length > 0 && others <= 0)) return [];
    const move = (factor: number): Moved => {
      const factors = new Float64Array(weights.length).fill(1);
      const value = block.length === 0 ? weight * factor : Math.min(weight * factor, total);
      for (const j of block) factors[j] = (total - value) / others;
      factors[i] = value / weight;
      return { value, variation: { weights: factors } };
    };
    return [{ kind: 'weight', name, pool: undefined, value: weight, move }];
  });
}

function baselineLevers(plan: Plan): Lever[] {
  return plan.indicators.flatMap(({ name, score: { how } }, i): Lever[] => {
    const [base, ...others] = baselinesOf(how);
    if (base === undefined) return [];
    const value = base.kind === 'number' && others.length === 0 ? base.value : 1;
    const move = (factor: number): Moved => {
      const baselines = new Float64Array(plan.indicators.length).fill(1);
      baselines[i] = factor;
      return { value: value * factor, variation: { baselines } };
    };
    return [{ kind: 'baseline', name, pool: undefined, value, move }];
  });
}

function capLevers(plan: Plan): Lever[] {
  const caps = plan.indicators.flatMap((indicator, i): Lever[] => {
    const { name, score } = indicator;
    if (!Number.isFinite(score.cap) || score.cap === 0) return [];
    const move = (factor: number): Moved => {
      const value = score.cap * factor;
      return { value, plan: withIndicator(plan, i, { ...indicator, score: { ...score, cap: value } }) };
    };
    return [{ kind: 'cap', name, pool: undefined, value: score.cap, move }];
  });
  return [...caps, ...adjustmentCaps(plan, 'bonus'), ...adjustmentCaps(plan, 'penalty')];
}

function adjustmentCaps(plan: Plan, side: 'bonus' | 'penalty'): Lever[] {
  const adjustment = plan.adjustments[side];
  if (adjustment === undefined || !Number.isFinite(adjustment.max)) return [];
  const move = (factor: number): Moved => {
    const max = adjustment.max * factor;
    return {
      value: max,
      plan: { ...plan, adjustments: { ...plan.adjustments, [side]: { ...adjustment, max } } },
    };
  };
  return [{ kind: `${side}_cap`, name: side, pool: undefined, value: adjustment.max, move }];
}

function withIndicator(plan: Plan, index: number, indicator: IndicatorPlan): Plan {
  return { ...plan, indicators: plan.indicators.map((other, i) => (i === index ? indicator : other)) };
}

function classLevers(plan: Plan): Lever[] {
  const { classes } = plan;
  if (classes === undefined) return [];
  const withClasses = (changed: Partial<ClassesPlan>): Plan => ({
    ...plan,
    classes: { ...classes, ...changed },
  });
  const { quotas, poolQuotas } = classes;
  const general =
    quotas === undefined ? [] : quotaLevers(quotas, undefined, (moved) => withClasses({ quotas: moved }));
  const byPool = poolQuotas.flatMap((entry, at) =>
    quotaLevers(entry.quotas, entry.pool, (moved) =>
      withClasses({
        poolQuotas: poolQuotas.map((other, i) => (i === at ? { ...other, quotas: moved } : other)),
      }),
    ),
  );
  return [...general, ...byPool, ...thresholdLevers(classes, withClasses)];
}

/** The last class has no border of its own: it takes the rest. */
function quotaLevers(
  quotas: QuotaPlan,
  pool: string | undefined,
  replace: (quotas: QuotaPlan) => Plan,
): Lever[] {
  const { classes, cumulative } = quotas;
  return cumulative.slice(0, -1).map((share, i): Lever => {
    const move = (factor: number): Moved => {
      const moved = between(cumulative[i - 1] ?? 0, Math.round(share * factor), cumulative[i + 1] ?? BILLION);
      const plan = replace({ classes, cumulative: cumulative.map((other, j) => (j === i ? moved : other)) });
      return { value: moved / BILLION, plan };
    };
    return { kind: 'quota', name: classes[i] ?? '', pool, value: share / BILLION, move };
  });
}

/** The last class has no threshold that matters: what is below it has no other class. */
function thresholdLevers(classes: ClassesPlan, replace: (changed: Partial<ClassesPlan>) => Plan): Lever[] {
  const thresholds = classes.thresholds ?? [];
  return thresholds.slice(0, -1).map(({ class: name, from }, i): Lever => {
    const move = (factor: number): Moved => {
      const better = thresholds[i - 1]?.from ?? Number.POSITIVE_INFINITY;
      const worse = thresholds[i + 1]?.from ?? Number.NEGATIVE_INFINITY;
      const value = between(worse, from * factor, better);
      const moved = thresholds.map((other, j) => (j === i ? { class: name, from: value } : other));
      return { value, plan: replace({ thresholds: moved }) };
    };
    return { kind: 'threshold', name, pool: undefined, value: from, move };
  });
}

function between(low: number, value: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
