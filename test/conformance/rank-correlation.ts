// Agreement of two rankings, from pymcdm 1.4.0 and scipy.
import { z } from 'zod';
import { kendall, spearman } from '#engine/score/rank-correlation.ts';
import { correlation } from '#engine/score/statistics.ts';
import { checker, type Check, type NotClaimed } from './check.ts';
import { readMcdmTable, vectorOf } from './mcdm-table.ts';
import { readJson } from './reference.ts';

const SOURCE = 'pymcdm 1.4.0 and scipy, rank correlation';
const check = checker(SOURCE, 1e-9);

const Reference = z.object({ values: z.record(z.string(), z.number()) });

export const notClaimed: readonly NotClaimed[] = [
  {
    source: SOURCE,
    item: 'weighted Spearman, WS similarity, Goodman–Kruskal gamma',
    count: 3,
    reason: 'comparing two runs needs one measure per question: rho and tau',
  },
];

export function checks(): Check[] {
  const { methods } = readMcdmTable().reference.pymcdm;
  const { values } = readJson('mcdm/rank_correlation.ref.json', Reference);
  const a = Float64Array.from(vectorOf(methods, 'TOPSIS_minmax', 'given', 'rank'));
  const b = Float64Array.from(vectorOf(methods, 'VIKOR_v0.5', 'given', 'rank'));
  return [
    check('spearman', [spearman(a, b)], [values['spearman']]),
    check('scipy_spearman', [spearman(a, b)], [values['scipy_spearman']]),
    check('pearson', [correlation(a, b)], [values['pearson']]),
    check('kendall_tau', [kendall(a, b)], [values['kendall_tau']]),
    check('scipy_kendalltau_b', [kendall(a, b)], [values['scipy_kendalltau_b']]),
  ];
}
