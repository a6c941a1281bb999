// pymcdm 1.4.0 on a table of 250 alternatives × 8 criteria: normalisations, weights, TOPSIS, VIKOR, weighted
// means.
import { arithmeticMean, geometricMean, type Aggregation } from '#engine/score/aggregate.ts';
import { normaliseCriterion, topsis, vikor, type Criteria, type Norm } from '#engine/score/mcdm.ts';
import { averageRank } from '#engine/score/rank.ts';
import {
  criticWeights,
  deviationWeights,
  entropyWeights,
  equalWeights,
  merecWeights,
} from '#engine/score/weights.ts';
import { checker, type Check, type NotClaimed } from './check.ts';
import { readMcdmTable, vectorOf, type McdmTable } from './mcdm-table.ts';

const SOURCE = 'pymcdm 1.4.0';
const check = checker(SOURCE, 1e-9);

const NORMS: readonly Norm[] = ['minmax', 'vector', 'max', 'sum'];
const VIKOR_V = ['0.0', '0.5', '1.0'] as const;

export function checks(): Check[] {
  const table = readMcdmTable();
  return [
    ...NORMS.map((norm) => normCheck(table, norm)),
    ...weightChecks(table),
    ...table.weightSets.flatMap(([name, weights]) => methodChecks(table, name, weights)),
  ];
}

const outside = (item: string, count: number, reason: string): NotClaimed => ({
  source: SOURCE,
  item,
  count,
  reason,
});

export const notClaimed: readonly NotClaimed[] = [
  outside(
    'normalisations linear, nonlinear, enhanced accuracy, Zavadskas–Turskis',
    4,
    'no scheme names them',
  ),
  outside('weights angle, Gini, variance, CILOS, IDOCRIW, LOPCOW', 6, 'no scheme names them'),
  outside('PROMETHEE I and II', 10, 'needs thresholds an official cannot set; no scheme names it'),
  outside('COPRAS', 1, 'implementations disagree with each other (see the reference notes)'),
  outside(
    'WASPAS, ARAS, EDAS, MABAC, MAIRCA, MARCOS, MOORA, OCRA, RAM, CODAS, COCOSO, SPOTIS, PROBID',
    13,
    'no scheme names them',
  ),
];

function normCheck({ columns, directions, reference }: McdmTable, norm: Norm): Check {
  const scaled = columns.map((x, j) => normaliseCriterion(x, directions[j] ?? 1, norm));
  const rows = reference.pymcdm.normalisation[`${norm}_normalization`] ?? [];
  const byRow = rows.flatMap((_, i) => scaled.map((x) => x[i]));
  return check(`${norm}_normalization`, byRow, rows.flat());
}

function weightChecks({ columns, directions, reference }: McdmTable): Check[] {
  const ours: Record<string, Float64Array> = {
    equal_weights: equalWeights(columns.length),
    entropy_weights: entropyWeights(columns).weights,
    standard_deviation_weights: deviationWeights(columns).weights,
    merec_weights: merecWeights(columns, directions).weights,
    critic_weights: criticWeights(columns).weights,
  };
  return Object.entries(ours).map(([name, weights]) =>
    check(name, weights, reference.pymcdm.weights[name] ?? []),
  );
}

function methodChecks(table: McdmTable, weightSet: string, weights: Float64Array): Check[] {
  const { columns, directions, reference } = table;
  const criteria: Criteria = { columns, directions, weights };
  const count = columns[0]?.length ?? 0;
  const mean = (aggregate: Aggregation, norm: Norm): Float64Array => {
    const out = new Float64Array(count);
    const scaled = columns.map((x, j) => normaliseCriterion(x, directions[j] ?? 1, norm));
    aggregate(scaled, weights, out);
    return out;
  };
  const closeness = (norm: Norm): Float64Array => {
    const out = new Float64Array(count);
    topsis(criteria, norm, out);
    return out;
  };
  const scores: [method: string, scores: Float64Array, better: 1 | -1][] = [
    ...NORMS.map((norm): [string, Float64Array, 1] => [`TOPSIS_${norm}`, closeness(norm), 1]),
    ...VIKOR_V.map((v): [string, Float64Array, -1] => [`VIKOR_v${v}`, vikor(criteria, Number(v)).q, -1]),
    ['WSM_sum', mean(arithmeticMean, 'sum'), 1],
    ['WSM_minmax', mean(arithmeticMean, 'minmax'), 1],
    ['WPM_sum', mean(geometricMean, 'sum'), 1],
  ];
  const theirs = (method: string, name: string): number[] =>
    vectorOf(reference.pymcdm.methods, method, weightSet, name);
  return scores.flatMap(([method, ours, better]) => [
    check(`${method}, ${weightSet} weights: score`, ours, theirs(method, 'score')),
    check(`${method}, ${weightSet} weights: rank`, ranked(ours, better), theirs(method, 'rank')),
  ]);
}

// pymcdm gives tied alternatives the mean of their ranks.
function ranked(scores: Float64Array, better: 1 | -1): Float64Array {
  const ranks = new Float64Array(scores.length);
  averageRank(
    scores.map((score) => -better * score),
    ranks,
  );
  return ranks;
}
