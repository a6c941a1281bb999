// From scores to classes: exemptions, ranking within pools, quotas or thresholds, conditions, rules. In this order.
import type { Context } from '../run/context.ts';
import type { ClassesPlan } from '../scheme/plan.ts';
import type { TextColumn } from '../table/column.ts';
import { type Field, fieldOf, gatherRanked, NOT_EXEMPT, poolPlaces } from './field.ts';
import { classAtRank } from './quotas.ts';
import { type Ranking, rankRows, type TieKey } from './rank.ts';
import { placeBySelection, type SelectScratch } from './select.ts';
import { type SortScratch, sortScratch } from './sort.ts';

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
  /** The exemption that holds for a row, or NOT_EXEMPT. */
  readonly exemption: Uint8Array;
  /** For each rule, 1 where it holds and changed the class. */
  readonly fired: readonly Uint8Array[];
  /** For each pool, the last rank of each class. */
  readonly places: readonly (readonly number[])[];
};

export function classify(
  plan: ClassesPlan | undefined,
  scores: Float64Array,
  ids: TextColumn,
  context: Context,
  field: Field = fieldOf(plan, context),
  scratch: SortScratch = sortScratch(context.rows),
): Classified {
  const { rows } = context;
  const { pools, labels, exemption } = field;
  const order = new Uint32Array(rows);
  const sizes = gatherRanked(scores, field, order);
  const ranking = rankRows(
    {
      ties: tieKeys(plan, context),
      tied: plan?.tied ?? 'share',
      order: order.subarray(0, sum(sizes)),
      scores,
      pools,
      poolCount: labels.length,
      ids,
      scratch,
    },
    {
      rank: new Int32Array(rows),
      poolRank: new Int32Array(rows),
      percentRank: new Float64Array(rows).fill(Number.NaN),
    },
  );
  const computed = new Uint8Array(rows).fill(NO_CLASS);
  const places = plan?.quotas ? poolPlaces(plan, field, sizes) : [];
  if (plan !== undefined) {
    if (plan.thresholds) byThreshold(plan, ranking.order, scores, computed);
    else byQuota(places, ranking, pools, computed);
    exemptClasses(plan, exemption, computed);
  }
  const conditioned = computed.slice();
  if (plan !== undefined) meetConditions(plan, context, conditioned, exemption);
  const final = conditioned.slice();
  const fired = (plan?.rules ?? []).map(() => new Uint8Array(rows));
  if (plan !== undefined) applyRules(plan, context, exemption, final, fired);
  return { ranking, pools, poolLabels: labels, computed, conditioned, final, exemption, fired, places };
}

/** The final classes alone, by selection instead of ranking: what `classify` gives as `final`, for simulations. */
export function finalClasses(
  plan: ClassesPlan,
  scores: Float64Array,
  ids: TextColumn,
  context: Context,
  field: Field,
  scratch: SelectScratch,
): Uint8Array {
  const classes = context.workspace.bytes().fill(NO_CLASS);
  const sizes = gatherRanked(scores, field, scratch.rows);
  if (plan.thresholds) byThreshold(plan, scratch.rows.subarray(0, sum(sizes)), scores, classes);
  else {
    const places = poolPlaces(plan, field, sizes);
    const task = { scores, ties: tieKeys(plan, context), tied: plan.tied, ids, classes, scratch };
    let start = 0;
    for (let pool = 0; pool < sizes.length; pool++) {
      const end = start + (sizes[pool] as number);
      if (end > start) placeBySelection(task, places[pool] as number[], start, end);
      start = end;
    }
  }
  exemptClasses(plan, field.exemption, classes);
  meetConditions(plan, context, classes, field.exemption);
  applyRules(plan, context, field.exemption, classes, []);
  return classes;
}

function tieKeys(plan: ClassesPlan | undefined, context: Context): TieKey[] {
  return (plan?.ties ?? []).map((tie) => ({
    values: context.numbers(tie.name, 0),
    descending: tie.descending,
  }));
}

function sum(sizes: Int32Array): number {
  return sizes.reduce((total, size) => total + size, 0);
}

function exemptClasses(plan: ClassesPlan, exemption: Uint8Array, classes: Uint8Array): void {
  const positions = plan.exempt.map((exempt) => plan.all.indexOf(exempt.class));
  if (positions.length === 0) return;
  for (let row = 0; row < classes.length; row++) {
    const exempt = exemption[row] as number;
    if (exempt !== NOT_EXEMPT) classes[row] = positions[exempt] as number;
  }
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
    computed[row] = classAtRank(last, rank);
  }
}

function byThreshold(
  plan: ClassesPlan,
  order: Uint32Array,
  scores: Float64Array,
  computed: Uint8Array,
): void {
  const from = (plan.thresholds ?? []).map((threshold) => threshold.from);
  for (let i = 0; i < order.length; i++) {
    const row = order[i] as number;
    let position = 0;
    // Below the last threshold there is no better word than the last class.
    while (position < from.length - 1 && (scores[row] as number) < (from[position] as number)) position++;
    computed[row] = position;
  }
}

/** Ranked subjects fall to the first class whose condition they meet. */
function meetConditions(plan: ClassesPlan, context: Context, final: Uint8Array, exemption: Uint8Array): void {
  if (plan.conditions.size === 0) return;
  const masks = plan.order.map((name) => {
    const condition = plan.conditions.get(name);
    return condition && context.mask(condition.expr);
  });
  for (let row = 0; row < final.length; row++) {
    let position = final[row] as number;
    if (position === NO_CLASS || exemption[row] !== NOT_EXEMPT) continue;
    while (position < plan.order.length - 1 && masks[position] !== undefined && masks[position]?.[row] !== 1)
      position++;
    final[row] = position;
  }
}

/**
 * Ceilings and floors move only subjects that are in the order of classes; T stays T unless a rule sets it.
 * `fired[i]`, where given, receives 1 in the rows that rule i moves.
 */
function applyRules(
  plan: ClassesPlan,
  context: Context,
  exemption: Uint8Array,
  final: Uint8Array,
  fired: readonly Uint8Array[],
): void {
  plan.rules.forEach((rule, i) => {
    const mask = context.mask(rule.expr);
    const moved = fired[i];
    const target = plan.all.indexOf(rule.class);
    for (let row = 0; row < mask.length; row++) {
      if (mask[row] === 0) continue;
      const current = final[row] as number;
      const ordered = exemption[row] === NOT_EXEMPT && current < plan.order.length;
      const moves =
        rule.effect === 'set'
          ? current !== target
          : ordered && (rule.effect === 'at_most' ? current < target : current > target);
      if (!moves) continue;
      final[row] = target;
      if (moved !== undefined) moved[row] = 1;
    }
  });
}
