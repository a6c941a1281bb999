// From scores to classes: exemptions, ranking within pools, quotas or thresholds, conditions, rules. In this order.
import type { Context } from '../run/context.ts';
import { maskOf } from '../run/masks.ts';
import type { ClassesPlan } from '../scheme/plan.ts';
import type { TextColumn } from '../table/column.ts';
import { lastRanks } from './quotas.ts';
import { type Ranking, rankRows } from './rank.ts';
import { sortScratch } from './sort.ts';

/** No class: the subject has no score. */
export const NO_CLASS = 255;

export type Classified = {
  readonly ranking: Ranking;
  /** Pool of each row, and each pool's name. */
  readonly pools: Int32Array;
  readonly poolLabels: readonly string[];
  /** Positions in `ClassesPlan.all`, or NO_CLASS: by quota or threshold; after conditions; after rules. */
  readonly computed: Uint8Array;
  readonly conditioned: Uint8Array;
  readonly final: Uint8Array;
  /** The exemption that holds for a row, or −1. */
  readonly exemption: Int16Array;
  /** For each rule, 1 where it holds and changed the class. */
  readonly fired: readonly Uint8Array[];
  /** For each pool, the last rank of each class. */
  readonly places: readonly (readonly number[])[];
};

export function classify(plan: ClassesPlan | undefined, scores: Float64Array, ids: TextColumn, context: Context): Classified {
  const { rows } = context;
  const { pools, labels } = poolsOf(plan, context);
  const exemption = exemptionsOf(plan, context);
  const ranking = rankRows(
    {
      order: rankedRows(scores, exemption, pools),
      scores,
      pools,
      poolCount: labels.length,
      ties: (plan?.ties ?? []).map((tie) => ({ values: context.numbers(tie.name, 0), descending: tie.descending })),
      tied: plan?.tied ?? 'share',
      ids,
      scratch: sortScratch(rows),
    },
    {
      rank: new Int32Array(rows),
      poolRank: new Int32Array(rows),
      percentRank: new Float64Array(rows).fill(Number.NaN),
    },
  );
  const computed = new Uint8Array(rows).fill(NO_CLASS);
  const places = plan?.quotas ? poolPlaces(plan, pools, labels, ranking, exemption) : [];
  if (plan !== undefined) {
    if (plan.thresholds) byThreshold(plan, ranking.order, scores, computed);
    else byQuota(places, ranking, pools, computed);
    plan.exempt.forEach((exempt, i) => {
      const position = plan.all.indexOf(exempt.class);
      for (let row = 0; row < rows; row++) if (exemption[row] === i) computed[row] = position;
    });
  }
  const conditioned = computed.slice();
  if (plan !== undefined) meetConditions(plan, context, ranking.order, conditioned);
  const final = conditioned.slice();
  const fired = plan === undefined ? [] : applyRules(plan, context, exemption, final);
  return { ranking, pools, poolLabels: labels, computed, conditioned, final, exemption, fired, places };
}

function poolsOf(plan: ClassesPlan | undefined, context: Context): { pools: Int32Array; labels: string[] } {
  if (plan === undefined || plan.pool.length === 0) return { pools: new Int32Array(context.rows), labels: [''] };
  const { codes, count } = context.groups(plan.pool);
  return { pools: codes, labels: Array.from({ length: count }, (_, code) => context.groupLabel(plan.pool, code)) };
}

function exemptionsOf(plan: ClassesPlan | undefined, context: Context): Int16Array {
  const exemption = new Int16Array(context.rows).fill(-1);
  plan?.exempt.forEach((exempt, i) => {
    const mask = maskOf(exempt.expr, context);
    for (let row = 0; row < mask.length; row++) if (mask[row] === 1 && exemption[row] === -1) exemption[row] = i;
  });
  return exemption;
}

function rankedRows(scores: Float64Array, exemption: Int16Array, pools: Int32Array): Uint32Array {
  const order = new Uint32Array(scores.length);
  let count = 0;
  for (let row = 0; row < scores.length; row++) {
    const score = scores[row] as number;
    if (score === score && exemption[row] === -1 && (pools[row] as number) >= 0) order[count++] = row;
  }
  return order.subarray(0, count);
}

function poolPlaces(
  plan: ClassesPlan,
  pools: Int32Array,
  labels: readonly string[],
  ranking: Ranking,
  exemption: Int16Array,
): number[][] {
  const counts = ranking.poolSizes.slice();
  const taken = labels.map(() => new Array<number>(plan.order.length).fill(0));
  for (let row = 0; row < exemption.length && plan.exempt.length > 0; row++) {
    const countsAs = plan.exempt[exemption[row] as number]?.countsAs;
    const pool = pools[row] as number;
    if (countsAs === undefined || pool < 0) continue;
    counts[pool] = (counts[pool] as number) + 1;
    const position = plan.order.indexOf(countsAs);
    const places = taken[pool] as number[];
    places[position] = (places[position] ?? 0) + 1;
  }
  return labels.map((label, pool) => {
    const quotas = plan.poolQuotas.find((entry) => entry.pool === label)?.quotas ?? plan.quotas;
    return quotas ? lastRanks(quotas, counts[pool] as number, taken[pool] as number[], plan.rounding) : [];
  });
}

function byQuota(
  places: readonly (readonly number[])[],
  ranking: Ranking,
  pools: Int32Array,
  computed: Uint8Array,
): void {
  const { poolRank } = ranking;
  for (let row = 0; row < computed.length; row++) {
    const rank = poolRank[row] as number;
    if (rank === 0) continue;
    const last = places[pools[row] as number] as readonly number[];
    let position = 0;
    while (position < last.length - 1 && rank > (last[position] as number)) position++;
    computed[row] = position;
  }
}

function byThreshold(plan: ClassesPlan, order: Uint32Array, scores: Float64Array, computed: Uint8Array): void {
  const from = (plan.thresholds ?? []).map((threshold) => threshold.from);
  for (const row of order) {
    const score = scores[row] as number;
    const position = from.findIndex((lowest) => score >= lowest);
    // Below the last threshold there is no better word than the last class.
    computed[row] = position === -1 ? from.length - 1 : position;
  }
}

function meetConditions(plan: ClassesPlan, context: Context, order: Uint32Array, final: Uint8Array): void {
  const masks = plan.order.map((name) => {
    const condition = plan.conditions.get(name);
    return condition && maskOf(condition.expr, context);
  });
  if (masks.every((mask) => mask === undefined)) return;
  for (const row of order) {
    let position = final[row] as number;
    while (position < plan.order.length - 1 && masks[position] !== undefined && masks[position]?.[row] !== 1) position++;
    final[row] = position;
  }
}

/** Ceilings and floors move only subjects that are in the order of classes; T stays T unless a rule sets it. */
function applyRules(plan: ClassesPlan, context: Context, exemption: Int16Array, final: Uint8Array): Uint8Array[] {
  return plan.rules.map((rule) => {
    const mask = maskOf(rule.expr, context);
    const target = plan.all.indexOf(rule.class);
    for (let row = 0; row < mask.length; row++) {
      const current = final[row] as number;
      const ordered = exemption[row] === -1 && current < plan.order.length;
      const moves =
        rule.effect === 'set'
          ? current !== target
          : ordered && (rule.effect === 'at_most' ? current < target : current > target);
      if (mask[row] === 1 && moves) final[row] = target;
      else mask[row] = 0;
    }
    return mask;
  });
}
