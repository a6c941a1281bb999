// Who is ranked, and with whom: pools, exemptions, and the places that exempt subjects take. Scores play no part in it.
import type { Context } from '../run/context.ts';
import type { ClassesPlan, ExemptionPlan, QuotaPlan } from '../scheme/plan.ts';
import { lastRanks } from './quotas.ts';

/** Who is ranked with whom. */
export type Pools = {
  /** Pool of each row, −1 for none, and each pool's name. */
  readonly pools: Int32Array;
  readonly labels: readonly string[];
  /** The quotas of each pool; undefined where the scheme has none. */
  readonly quotas: readonly (QuotaPlan | undefined)[];
  /** The rows of all pools, pool by pool: those of pool p from `starts[p]` on. */
  readonly members: Uint32Array;
  readonly starts: Uint32Array;
};

export type Field = Pools & {
  /** The exemption that holds for a row, or NOT_EXEMPT. */
  readonly exemption: Uint8Array;
  /** By pool and class: places that go to exempt subjects, who then count in the base of the quotas. Empty where none do. */
  readonly taken: readonly (readonly number[])[];
};

export const NOT_EXEMPT = 255;

const NOTHING_TAKEN: Field['taken'] = [];

export function fieldOf(
  plan: ClassesPlan | undefined,
  context: Context,
  pools: Pools = poolsOf(plan, context),
): Field {
  const exemption = exemptionsOf(plan, context);
  const countsAs = plan?.exempt.some((exempt) => exempt.countsAs !== undefined) ?? false;
  return {
    ...pools,
    exemption,
    taken: plan && countsAs ? placesTaken(plan, pools, exemption) : NOTHING_TAKEN,
  };
}

export function poolsOf(plan: ClassesPlan | undefined, context: Context): Pools {
  const isOne = plan === undefined || plan.pool.length === 0;
  const { codes: pools, labels } = isOne
    ? { codes: new Int32Array(context.rows), labels: [''] }
    : context.groups(plan.pool);
  return { pools, labels, quotas: quotasByPool(plan, labels), ...rowsByPool(pools, labels.length) };
}

export function quotasByPool(plan: ClassesPlan | undefined, labels: readonly string[]): Pools['quotas'] {
  return labels.map((label) => plan?.poolQuotas.find(({ pool }) => pool === label)?.quotas ?? plan?.quotas);
}

function rowsByPool(pools: Int32Array, count: number): Pick<Pools, 'members' | 'starts'> {
  const starts = new Uint32Array(count + 1);
  for (let row = 0; row < pools.length; row++) {
    const pool = pools[row] as number;
    if (pool >= 0) starts[pool + 1] = (starts[pool + 1] as number) + 1;
  }
  for (let pool = 0; pool < count; pool++)
    starts[pool + 1] = (starts[pool + 1] as number) + (starts[pool] as number);
  const members = new Uint32Array(starts[count] as number);
  const next = starts.slice();
  for (let row = 0; row < pools.length; row++) {
    const pool = pools[row] as number;
    if (pool < 0) continue;
    const at = next[pool] as number;
    members[at] = row;
    next[pool] = at + 1;
  }
  return { members, starts };
}

/** The first exemption that holds for each row. */
function exemptionsOf(plan: ClassesPlan | undefined, context: Context): Uint8Array {
  const exemption = context.workspace.bytes().fill(NOT_EXEMPT);
  const exempt = plan?.exempt ?? [];
  for (let i = exempt.length - 1; i >= 0; i--) {
    const mask = context.mask((exempt[i] as ExemptionPlan).expr);
    for (let row = 0; row < mask.length; row++) if (mask[row] === 1) exemption[row] = i;
  }
  return exemption;
}

function placesTaken(plan: ClassesPlan, { pools, labels }: Pools, exemption: Uint8Array): number[][] {
  const taken = labels.map(() => new Array<number>(plan.order.length).fill(0));
  const positions = plan.exempt.map(({ countsAs }) =>
    countsAs === undefined ? -1 : plan.order.indexOf(countsAs),
  );
  for (let row = 0; row < exemption.length; row++) {
    const position = positions[exemption[row] as number] ?? -1;
    const places = taken[pools[row] as number];
    if (position >= 0 && places !== undefined) places[position] = (places[position] as number) + 1;
  }
  return taken;
}

/**
 * Puts the rows that are ranked at the front of `order`, pool by pool, and returns how many each pool has. The others
 * have no score, no pool or are exempt.
 */
export function gatherRanked(scores: Float64Array, field: Field, order: Uint32Array): Int32Array {
  const { exemption, members, starts, labels } = field;
  const sizes = new Int32Array(labels.length);
  let count = 0;
  for (let pool = 0; pool < sizes.length; pool++) {
    const before = count;
    const end = starts[pool + 1] as number;
    for (let i = starts[pool] as number; i < end; i++) {
      const row = members[i] as number;
      const score = scores[row] as number;
      if (score === score && exemption[row] === NOT_EXEMPT) order[count++] = row;
    }
    sizes[pool] = count - before;
  }
  return sizes;
}

/** By pool, the last rank of each class. `sizes` counts the ranked subjects. */
export function poolPlaces(plan: ClassesPlan, { quotas, taken }: Field, sizes: Int32Array): number[][] {
  return quotas.map((quota, pool) => {
    const places = taken[pool] ?? [];
    const base = places.reduce((sum, count) => sum + count, sizes[pool] as number);
    return quota === undefined ? [] : lastRanks(quota, base, places, plan.rounding);
  });
}
