// How many points an indicator is worth in the total: what its full score adds, where scores are added up.
import type { NodePlan, Plan } from '#engine/scheme/plan.ts';

/** By name of the indicator; undefined where the total is a mean, or weights are computed from the figures. */
export function fullPoints(plan: Plan): ReadonlyMap<string, number> {
  const points = new Map<string, number>();
  const visit = (node: NodePlan, factor: number): void => {
    if (node.kind === 'indicator') points.set(node.name, node.weight * factor);
    else if (node.aggregate.kind === 'sum' && node.weighting.kind === 'given')
      for (const child of node.children)
        visit(child, child.kind === 'group' ? (factor * child.weight) / child.scale : factor);
  };
  visit(plan.root, 1);
  return points;
}
