// Other rankings of the same indicators, to show beside the score: TOPSIS and VIKOR.
import type { Run } from '../run/evaluate.ts';
import type { GroupPlan } from '../scheme/plan.ts';
import type { Alternative } from '../scheme/shape/scheme.ts';
import { topsis, vikor } from './mcdm.ts';
import { competitionRank } from './rank.ts';

export type AlternativeRanking = {
  /** `topsis_vector`, `vikor_0.5`. */
  readonly name: string;
  readonly scores: Float64Array;
  /** 1 is best; absent where an indicator is. */
  readonly ranks: Float64Array;
};

/** Computed from the indicators' values, their directions and weights in the tree, over all subjects of the run. */
export function rankAlternatives(run: Run): AlternativeRanking[] {
  const criteria = {
    columns: run.items.map((item) => item.scored),
    directions: run.plan.indicators.map((indicator) => indicator.better),
    weights: leafWeights(run),
  };
  return run.plan.alternatives.map((alternative) => {
    const ranks = new Float64Array(run.rows);
    if ('vikor' in alternative) {
      const { q } = vikor(criteria, alternative.vikor);
      competitionRank(q, ranks, 'ascending');
      return { name: alternativeName(alternative), scores: q, ranks };
    }
    const scores = new Float64Array(run.rows);
    topsis(criteria, alternative.topsis, scores);
    competitionRank(scores, ranks, 'descending');
    return { name: alternativeName(alternative), scores, ranks };
  });
}

export function alternativeName(alternative: Alternative): string {
  return 'vikor' in alternative ? `vikor_${alternative.vikor}` : `topsis_${alternative.topsis}`;
}

/** Each indicator's share of the whole: the product of the shares on its way up the tree. */
function leafWeights(run: Run): Float64Array {
  const weights = new Float64Array(run.plan.indicators.length);
  const visit = (group: GroupPlan, share: number): void => {
    const own =
      run.groups.find(({ plan }) => plan === group)?.weights ?? new Float64Array(group.children.length);
    const total = own.reduce((sum, weight) => sum + weight, 0);
    group.children.forEach((child, i) => {
      const part = (share * (own[i] as number)) / total;
      if (child.kind === 'group') visit(child, part);
      else weights[child.indicator] = part;
    });
  };
  visit(run.plan.root, 1);
  return weights;
}
