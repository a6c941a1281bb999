// Why somebody moved: the indicator whose points changed most in the direction of the score.
import type { Run } from '../run/evaluate.ts';
import type { GroupPlan } from '../scheme/plan.ts';
import { pointsOf } from '../score/totals.ts';

export type Causes = {
  /** By row asked for: a position among the indicators; −1 where the score did not change. */
  readonly indicator: Int16Array;
  /** By how many points of the overall score that indicator moved it. */
  readonly points: Float64Array;
};

/** A score that differs by less than this is the same. */
const SAME = 1e-9;

/**
 * For rows of two runs over the same rows and indicators. Exact where groups add up points; in means an indicator counts
 * with its weight in its group, which orders causes well and is explained exactly by `describeMove`.
 */
export function causesOf(before: Run, after: Run, rows: Int32Array): Causes {
  const indicator = new Int16Array(rows.length).fill(-1);
  const points = new Float64Array(rows.length);
  const was = shares(before);
  const is = shares(after);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number;
    const change = (after.exact[row] as number) - (before.exact[row] as number);
    if (!(Math.abs(change) > SAME)) continue;
    const way = change > 0 ? 1 : -1;
    let most = 0;
    for (let at = 0; at < is.length; at++) {
      const moved = (is[at] as PointsAt)(row) - (was[at] as PointsAt)(row);
      if (way * moved <= most) continue;
      most = way * moved;
      indicator[i] = at;
      points[i] = moved;
    }
  }
  return { indicator, points };
}

type PointsAt = (row: number) => number;

/** By indicator, its points in the overall score; an absent one has none. */
function shares(run: Run): PointsAt[] {
  const found: PointsAt[] = run.items.map(() => () => 0);
  const visit = (group: GroupPlan, factor: number): void => {
    const weights = run.groups.find(({ plan }) => plan === group)?.weights;
    group.children.forEach((child, i) => {
      const weight = weights?.[i] ?? child.weight;
      if (child.kind === 'group') {
        // Points of a group inside a sum are points; a mean passes on a part of what its children have.
        const inner = group.aggregate.kind === 'sum' ? pointsOf(1, weight, child.scale) : weight;
        visit(child, factor * inner);
        return;
      }
      const normalised = run.items[child.indicator]?.normalised;
      found[child.indicator] = (row) => {
        const points = factor * pointsOf(normalised?.[row] ?? 0, weight, child.scale);
        return Number.isNaN(points) ? 0 : points;
      };
    });
  };
  visit(run.plan.root, 1);
  return found;
}
