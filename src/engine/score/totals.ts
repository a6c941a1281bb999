// From normalised indicators up the tree of groups to one score per subject.
import type { Workspace } from '../run/workspace.ts';
import type { GroupPlan, NodePlan } from '../scheme/plan.ts';
import { arithmeticMean, geometricMean, harmonicMean, powerMean } from './aggregate.ts';
import { copeland } from './copeland.ts';

/** A group's score per row, and the weights its children had. */
export type GroupScores = {
  readonly plan: GroupPlan;
  readonly scores: Float64Array;
  readonly weights: Float64Array;
};

/** Weights of a group's children, from its plan or from its children's columns. */
export type WeighGroup = (group: GroupPlan, columns: readonly Float64Array[]) => Float64Array;

/**
 * Scores of every group, the root last. `normalised[i]` is the column of indicator i.
 * A sum adds weight × value ÷ scale; means take the values as they are (OECD/JRC Handbook 2008, step 6).
 */
export function scoreGroups(
  root: GroupPlan,
  normalised: readonly Float64Array[],
  workspace: Workspace,
  weigh: WeighGroup,
): GroupScores[] {
  const result: GroupScores[] = [];
  scoreGroup(root, { normalised, workspace, weigh }, result);
  return result;
}

type Scoring = {
  readonly normalised: readonly Float64Array[];
  readonly workspace: Workspace;
  readonly weigh: WeighGroup;
};

function scoreGroup(group: GroupPlan, scoring: Scoring, result: GroupScores[]): Float64Array {
  const columns = group.children.map((child) =>
    child.kind === 'group'
      ? scoreGroup(child, scoring, result)
      : (scoring.normalised[child.indicator] as Float64Array),
  );
  const weights = scoring.weigh(group, columns);
  const scores = scoring.workspace.numbers();
  aggregate(group, columns, weights, scores);
  result.push({ plan: group, scores, weights });
  return scores;
}

function aggregate(
  group: GroupPlan,
  columns: readonly Float64Array[],
  weights: Float64Array,
  out: Float64Array,
): void {
  switch (group.aggregate.kind) {
    case 'sum':
      return sumOfPoints(group.children, columns, weights, out);
    case 'arithmetic':
      return arithmeticMean(columns, weights, out);
    case 'geometric':
      return geometricMean(columns, weights, out);
    case 'harmonic':
      return harmonicMean(columns, weights, out);
    case 'power':
      return powerMean(columns, weights, out, group.aggregate.power);
    case 'copeland':
      return copeland(columns, weights, out);
  }
}

/** Points a child adds to a sum: value × weight ÷ the value that counts as full. */
export function pointsOf(value: number, weight: number, scale: number): number {
  return scale === 1 ? value * weight : (value * weight) / scale;
}

/** Where a child is left out, the weights of the others grow to the same total. */
function sumOfPoints(
  children: readonly NodePlan[],
  columns: readonly Float64Array[],
  weights: Float64Array,
  out: Float64Array,
): void {
  out.fill(0);
  let all = 0;
  for (let i = 0; i < columns.length; i++) {
    all += weights[i] as number;
    addPoints(columns[i] as Float64Array, weights[i] as number, (children[i] as NodePlan).scale, out);
  }
  for (let row = 0; row < out.length; row++) {
    const total = out[row] as number;
    if (total !== total) out[row] = sumOfPresent(children, columns, weights, all, row);
  }
}

/** Four rows a turn: V8 looks up where an array lies once a turn, which takes as long as the arithmetic of a row. */
function addPoints(column: Float64Array, weight: number, scale: number, out: Float64Array): void {
  let row = 0;
  for (; row + 3 < out.length; row += 4) {
    out[row] = (out[row] as number) + pointsOf(column[row] as number, weight, scale);
    out[row + 1] = (out[row + 1] as number) + pointsOf(column[row + 1] as number, weight, scale);
    out[row + 2] = (out[row + 2] as number) + pointsOf(column[row + 2] as number, weight, scale);
    out[row + 3] = (out[row + 3] as number) + pointsOf(column[row + 3] as number, weight, scale);
  }
  for (; row < out.length; row++)
    out[row] = (out[row] as number) + pointsOf(column[row] as number, weight, scale);
}

function sumOfPresent(
  children: readonly NodePlan[],
  columns: readonly Float64Array[],
  weights: Float64Array,
  all: number,
  row: number,
): number {
  let sum = 0;
  let present = 0;
  columns.forEach((column, i) => {
    const value = column[row] as number;
    if (Number.isNaN(value)) return;
    sum += pointsOf(value, weights[i] as number, (children[i] as NodePlan).scale);
    present += weights[i] as number;
  });
  return present > 0 ? (sum * all) / present : Number.NaN;
}
