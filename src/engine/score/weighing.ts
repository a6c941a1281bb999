// The weights of a group's children: as stated, or computed from the children's columns by the group's method.
import type { Diagnostic } from '#core/diagnostic.ts';
import type { GroupPlan } from '../scheme/plan.ts';
import { ahpWeights } from './ahp.ts';
import { componentWeights } from './pca.ts';
import {
  criticWeights,
  deviationWeights,
  entropyWeights,
  equalWeights,
  merecWeights,
  type Weighing,
} from './weights.ts';

/** Shares computed by a method are spread over the weight the children have together. */
export function weighGroup(
  group: GroupPlan,
  columns: readonly Float64Array[],
  diagnostics: Diagnostic[],
): Float64Array {
  const stated = new Float64Array(group.children.length);
  for (let i = 0; i < stated.length; i++) stated[i] = group.children[i]?.weight as number;
  if (group.weighting.kind === 'given') return stated;
  const weighing = computeShares(group, columns);
  diagnostics.push(...weighing.diagnostics.map((d) => ({ ...d, path: ['tree', group.name, ...d.path] })));
  const total = stated.reduce((sum, weight) => sum + weight, 0);
  return weighing.weights.map((share) => share * total);
}

/** Columns are normalised, so more is better in every one of them. */
function computeShares(group: GroupPlan, columns: readonly Float64Array[]): Weighing {
  const { weighting } = group;
  switch (weighting.kind) {
    case 'equal':
    case 'given':
      return { weights: equalWeights(columns.length), diagnostics: [] };
    case 'entropy':
      return entropyWeights(columns);
    case 'standard_deviation':
      return deviationWeights(columns);
    case 'critic':
      return criticWeights(columns);
    case 'merec':
      return merecWeights(
        columns,
        columns.map(() => 1),
      );
    case 'pca':
      return componentWeights(columns);
    case 'ahp':
      return ahpWeights(weighting.matrix);
  }
}
