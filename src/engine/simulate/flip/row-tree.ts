// The tree of groups for one subject: from normalised values to the base score, as score/totals.ts does it by column.
import type { Run } from '#engine/run/evaluate.ts';
import type { AggregationPlan, GroupPlan } from '#engine/scheme/plan.ts';
import { geometricMean, harmonicMean, powerMean } from '#engine/score/aggregate.ts';
import { pointsOf } from '#engine/score/totals.ts';

/** A group's place in the list of all nodes, which starts with the indicators; its children come before it. */
export type TreeGroup = {
  readonly plan: GroupPlan;
  readonly at: number;
  readonly children: readonly number[];
  readonly weights: Float64Array;
  readonly scales: readonly number[];
};

export type RowTree = {
  readonly size: number;
  readonly groups: readonly TreeGroup[];
  /** Whether the score is a linear function of the normalised values, as long as none becomes absent. */
  readonly linear: boolean;
};

/** With the weights of the run: computed ones are those of its figures. */
export function createRowTree({ plan, groups }: Run): RowTree {
  const first = plan.indicators.length;
  const positions = new Map(groups.map((group, i) => [group.plan, first + i]));
  return {
    size: first + groups.length,
    linear: groups.every(({ plan: group }) => isLinear(group.aggregate)),
    groups: groups.map(({ plan: group, weights }, i) => ({
      plan: group,
      at: first + i,
      children: group.children.map((child) =>
        child.kind === 'group' ? (positions.get(child) ?? -1) : child.indicator,
      ),
      weights: weights.slice(),
      scales: group.children.map((child) => child.scale),
    })),
  };
}

/** Fills in the groups of `nodes`, whose indicators are given, and returns the root's score. */
export function scoreTree({ groups }: RowTree, nodes: Float64Array): number {
  let score = Number.NaN;
  for (let g = 0; g < groups.length; g++) {
    const group = groups[g] as TreeGroup;
    const { aggregate } = group.plan;
    if (aggregate.kind === 'sum') score = sumOf(group, nodes);
    else score = aggregate.kind === 'arithmetic' ? averageOf(group, nodes) : meanOf(group, nodes, aggregate);
    nodes[group.at] = score;
  }
  return score;
}

function sumOf({ children, weights, scales }: TreeGroup, nodes: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < children.length; i++) {
    sum += pointsOf(nodes[children[i] as number] as number, weights[i] as number, scales[i] as number);
  }
  if (sum === sum) return sum;
  sum = 0;
  let all = 0;
  let present = 0;
  for (let i = 0; i < children.length; i++) {
    const value = nodes[children[i] as number] as number;
    const weight = weights[i] as number;
    all += weight;
    if (value !== value) continue;
    sum += pointsOf(value, weight, scales[i] as number);
    present += weight;
  }
  return present > 0 ? (sum * all) / present : Number.NaN;
}

function averageOf({ children, weights }: TreeGroup, nodes: Float64Array): number {
  let sum = 0;
  let present = 0;
  for (let i = 0; i < children.length; i++) {
    const value = nodes[children[i] as number] as number;
    const weight = weights[i] as number;
    if (value !== value) continue;
    sum += weight * value;
    present += weight;
  }
  return sum / present;
}

function meanOf({ children, weights }: TreeGroup, nodes: Float64Array, aggregate: AggregationPlan): number {
  const columns = children.map((child) => nodes.subarray(child, child + 1));
  const out = new Float64Array(1);
  switch (aggregate.kind) {
    case 'geometric':
      geometricMean(columns, weights, out);
      break;
    case 'harmonic':
      harmonicMean(columns, weights, out);
      break;
    case 'power':
      powerMean(columns, weights, out, aggregate.power);
      break;
    case 'sum':
    case 'arithmetic':
    case 'copeland':
      out.fill(Number.NaN);
  }
  return out[0] as number;
}

function isLinear({ kind }: AggregationPlan): boolean {
  return kind === 'sum' || kind === 'arithmetic';
}
