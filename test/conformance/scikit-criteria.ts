// scikit-criteria 0.9 on the same table: weights, TOPSIS, VIKOR with its parts, weighted sum and product.
import { arithmeticMean, geometricMean, type Aggregation } from '#engine/score/aggregate.ts';
import { normaliseCriterion, topsis, vikor, type Criteria, type Norm } from '#engine/score/mcdm.ts';
import { competitionRank } from '#engine/score/rank.ts';
import {
  criticWeights,
  deviationWeights,
  entropyWeights,
  equalWeights,
  merecWeights,
} from '#engine/score/weights.ts';
import { checker, type Check, type NotClaimed } from './check.ts';
import { readMcdmTable, vectorOf, type McdmTable } from './mcdm-table.ts';

const SOURCE = 'scikit-criteria 0.9';
const check = checker(SOURCE, 1e-9);

const outside = (item: string, count: number, reason: string): NotClaimed => ({
  source: SOURCE,
  item,
  count,
  reason,
});

export const notClaimed: readonly NotClaimed[] = [
  outside('weights Gini, CRITIC by Spearman, CRITIC unscaled', 3, 'no scheme names them'),
  outside('VIKOR compromise set', 1, 'an evaluation ranks every firm; it does not shortlist'),
  outside('COPRAS', 1, 'implementations disagree with each other (see the reference notes)'),
  outside('EDAS, MOORA, MultiMOORA, MABAC, OCRA', 5, 'no scheme names them'),
];

export function checks(): Check[] {
  const table = readMcdmTable();
  return [
    ...weightChecks(table),
    ...table.weightSets.flatMap(([name, weights]) => methodChecks(table, name, weights)),
  ];
}

function weightChecks({ columns, directions, reference }: McdmTable): Check[] {
  const critic = criticWeights(columns, directions).weights;
  const ours: Record<string, Float64Array> = {
    equal: equalWeights(columns.length),
    std: deviationWeights(columns).weights,
    entropy: entropyWeights(columns).weights,
    merec: merecWeights(columns, directions).weights,
    critic_pearson_scaled: critic,
    critic_pymcdm_on_direction_flipped_matrix: critic,
  };
  return Object.entries(ours).map(([name, weights]) =>
    check(`${name} weights`, weights, reference.skcriteria.weights[name] ?? []),
  );
}

type Result = {
  readonly method: string;
  readonly name: string;
  readonly ours: Float64Array;
  readonly better: 1 | -1;
};

function methodChecks(table: McdmTable, weightSet: string, weights: Float64Array): Check[] {
  const { columns, directions, reference } = table;
  const criteria: Criteria = { columns, directions, weights };
  const count = columns[0]?.length ?? 0;
  const written = (write: (out: Float64Array) => void): Float64Array => {
    const out = new Float64Array(count);
    write(out);
    return out;
  };
  const closeness = (norm: Norm): Float64Array => written((out) => topsis(criteria, norm, out));
  const mean = (aggregate: Aggregation, norm: Norm): Float64Array => {
    const scaled = columns.map((x, j) => normaliseCriterion(x, directions[j] ?? 1, norm));
    return written((out) => aggregate(scaled, weights, out));
  };
  const { s, r, q } = vikor(criteria, 0.5);
  const results: Result[] = [
    { method: 'TOPSIS__Vector', name: 'similarity', ours: closeness('vector'), better: 1 },
    { method: 'TOPSIS__Negate_Vector', name: 'similarity', ours: closeness('vector'), better: 1 },
    { method: 'TOPSIS__MinMaxInverter', name: 'similarity', ours: closeness('minmax'), better: 1 },
    { method: 'VIKOR_v0.5_no_compromise', name: 'q_k', ours: q, better: -1 },
    { method: 'WeightedSum__Invert_Sum', name: 'score', ours: mean(arithmeticMean, 'sum'), better: 1 },
    { method: 'WeightedSum__MinMaxInverter', name: 'score', ours: mean(arithmeticMean, 'minmax'), better: 1 },
    // It reports the product as a decimal logarithm.
    {
      method: 'WeightedProduct__Invert_Sum',
      name: 'score',
      ours: mean(geometricMean, 'sum').map(Math.log10),
      better: 1,
    },
  ];
  const theirs = (method: string, name: string): number[] =>
    vectorOf(reference.skcriteria.methods, method, weightSet, name);
  return [
    ...results.flatMap(({ method, name, ours, better }) => [
      check(`${method}, ${weightSet} weights: ${name}`, ours, theirs(method, name)),
      check(
        `${method}, ${weightSet} weights: rank`,
        written((out) => competitionRank(ours, out, better === 1 ? 'descending' : 'ascending')),
        theirs(method, 'rank'),
      ),
    ]),
    check(`VIKOR_v0.5, ${weightSet} weights: s_k`, s, theirs('VIKOR_v0.5_no_compromise', 's_k')),
    check(`VIKOR_v0.5, ${weightSet} weights: r_k`, r, theirs('VIKOR_v0.5_no_compromise', 'r_k')),
  ];
}
