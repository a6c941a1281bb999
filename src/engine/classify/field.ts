// Who is ranked, and with whom: pools, exemptions, and the places that exempt subjects take. Scores play no part in it.
import type { Context } from '../run/context.ts';
import type { ClassesPlan } from '../scheme/plan.ts';
import { lastRanks } from './quotas.ts';

export type Field = {
  /** Pool of each row, −1 for none, and each pool's name. */
  readonly pools: Int32Array;
  readonly labels: readonly string[];
  /** The exemption that holds for a row, or −1. */
  readonly exemption: Int16Array;
  /** By pool and class: places that go to exempt subjects, who then count in the base of the quotas. */
  readonly taken: readonly (readonly number[])[];
};

export function fieldOf(plan: ClassesPlan | undefined, context: Context): Field {
  const { pools, labels } = poolsOf(plan, context);
  const exemption = exemptionsOf(plan, context);
  return { pools, labels, exemption, taken: plan === undefined ? [] : placesTaken(plan, pools, labels, exemption) };
}

function poolsOf(plan: ClassesPlan | undefined, context: Context): Pick<Field, 'pools' | 'labels'> {
  if (plan === undefined || plan.pool.length === 0) return { pools: new Int32Array(context.rows), labels: [''] };
  const { codes, labels } = context.groups(plan.pool);
  return { pools: codes, labels };
}

function exemptionsOf(plan: ClassesPlan | undefined, context: Context): Int16Array {
  const exemption = new Int16Array(context.rows).fill(-1);
  plan?.exempt.forEach((exempt, i) => {
    const mask = context.mask(exempt.expr);
    for (let row = 0; row < mask.length; row++) if (mask[row] === 1 && exemption[row] === -1) exemption[row] = i;
  });
  return exemption;
}

function placesTaken(
  plan: ClassesPlan,
  pools: Int32Array,
  labels: readonly string[],
  exemption: Int16Array,
): number[][] {
  const taken = labels.map(() => new Array<number>(plan.order.length).fill(0));
  if (plan.exempt.every(({ countsAs }) => countsAs === undefined)) return taken;
  const positions = plan.exempt.map(({ countsAs }) => (countsAs === undefined ? -1 : plan.order.indexOf(countsAs)));
  for (let row = 0; row < exemption.length; row++) {
    const position = positions[exemption[row] as number] ?? -1;
    const places = taken[pools[row] as number];
    if (position >= 0 && places !== undefined) places[position] = (places[position] as number) + 1;
  }
  return taken;
}

/** Puts the rows that are ranked at the front of `order`, ascending, and returns that part of it. */
export function rankedRows(scores: Float64Array, { exemption, pools }: Field, order: Uint32Array): Uint32Array {
  let count = 0;
  for (let row = 0; row < scores.length; row++) {
    const score = scores[row] as number;
    if (score === score && exemption[row] === -1 && (pools[row] as number) >= 0) order[count++] = row;
  }
  return order.subarray(0, count);
}

/** By pool, the last rank of each class. `poolSizes` counts the ranked subjects. */
export function poolPlaces(plan: ClassesPlan, field: Field, poolSizes: Int32Array): number[][] {
  return field.labels.map((label, pool) => {
    const quotas = plan.poolQuotas.find((entry) => entry.pool === label)?.quotas ?? plan.quotas;
    const taken = field.taken[pool] ?? [];
    const base = taken.reduce((sum, places) => sum + places, poolSizes[pool] as number);
    return quotas ? lastRanks(quotas, base, taken, plan.rounding) : [];
  });
}
