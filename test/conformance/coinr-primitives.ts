// COINr 1.1.14 on small vectors: every normalisation, treatment, imputation, mean, and its sensitivity
// indices.
import { z } from 'zod';
import {
  arithmeticMean,
  geometricMean,
  harmonicMean,
  powerMean,
  type Aggregation,
} from '#engine/score/aggregate.ts';
import { copeland, outrankingMatrix } from '#engine/score/copeland.ts';
import { averagePercentChange, compoundGrowth } from '#engine/score/growth.ts';
import { impute } from '#engine/score/impute.ts';
import {
  applyScale,
  distanceToMax,
  distanceToReference,
  distanceToTarget,
  fractionOfMax,
  goalposts,
  minmax,
  zscore,
  type LinearScale,
} from '#engine/score/normalise.ts';
import { perGroup, sameForAll } from '#engine/score/per-group.ts';
import { borda, competitionRank, percentileRank } from '#engine/score/rank.ts';
import { kurtosis, max, mean, median, min, skewness, standardDeviation } from '#engine/score/statistics.ts';
import { boxCox, logCoinTool, logCoinToolOriginal, logCoinToolPlus } from '#engine/score/transform.ts';
import { testShape, winsorise, type Winsorised } from '#engine/score/treat.ts';
import { sobolIndices } from '#engine/simulate/sobol.ts';
import { checker, type Check, type NotClaimed } from './check.ts';
import { readJson } from './reference.ts';

const SOURCE = 'COINr 1.1.14';
const check = checker(SOURCE, 1e-9);

const Numbers = z.array(z.number().nullable());
const WinsorisedShape = z.object({ x: z.array(z.number()), nwin: z.number(), treated: z.array(z.string()) });
const Primitives = z
  .object({
    check: z.object({ Pass: z.boolean(), Skew: z.number(), Kurt: z.number() }),
    skew: z.number(),
    kurt: z.number(),
    CAGR: z.number(),
    prc_change: z.number(),
    winsorise: WinsorisedShape,
    winsorise_force2: WinsorisedShape,
    winsorise_neg: WinsorisedShape,
    agg: z.object({
      v: z.array(z.number()),
      w: z.array(z.number()),
      a_amean: z.number(),
      a_amean_na: z.number(),
      a_gmean: z.number(),
      a_hmean: z.number(),
      a_genmean_2: z.number(),
      a_genmean_m1: z.number(),
      a_genmean_half: z.number(),
      X: z.array(z.record(z.string(), z.number())),
      outrank: z.array(z.array(z.number())),
      nDominant: z.number(),
      fracDominant: z.number(),
      a_copeland: z.array(z.number()),
    }),
    sobol: z.object({
      N: z.number(),
      d: z.number(),
      y: z.array(z.number()),
      res: z.array(z.object({ Si: z.number(), STi: z.number() })),
    }),
  })
  .catchall(z.unknown());
type Primitives = z.infer<typeof Primitives>;

export const notClaimed: readonly NotClaimed[] = [];

export function checks(): Check[] {
  const reference = readJson('coinr/primitives.json', Primitives);
  const vector = (key: string): Float64Array =>
    Float64Array.from(Numbers.parse(reference[key]), (value) => value ?? Number.NaN);
  const x = vector('x');
  const withAbsent = vector('x_with_na');
  return [
    ...normalisations(x, withAbsent).map(([key, ours]) => check(key, ours, vector(key))),
    ...transformations(x).map(([key, ours]) => check(key, ours, vector(key))),
    check('i_mean', filled(withAbsent, mean), vector('i_mean')),
    check('i_median', filled(withAbsent, median), vector('i_median')),
    check('skew', [skewness(x)], [reference.skew]),
    check('kurt', [kurtosis(x)], [reference.kurt]),
    shapeCheck(x, reference.check),
    ...winsorisations(x, reference),
    ...growthChecks(reference),
    ...aggregations(reference.agg),
    ...sobolChecks(reference.sobol),
  ];
}

function normalisations(x: Float64Array, withAbsent: Float64Array): [string, Float64Array][] {
  const low = perGroup(x, min);
  const high = perGroup(x, max);
  const centre = perGroup(x, mean);
  const deviation = perGroup(x, standardDeviation);
  const fifth = sameForAll(x[4] ?? Number.NaN);
  const scored = (scale: LinearScale, values = x): Float64Array =>
    written((out) => applyScale(values, scale, out), x);
  return [
    ['n_minmax', scored(minmax(low, high))],
    ['n_minmax_1_100', scored(minmax(low, high, 1, 100))],
    ['n_minmax_na', scored(minmax(perGroup(withAbsent, min), perGroup(withAbsent, max)), withAbsent)],
    ['n_scaled', scored(minmax(sameForAll(1), sameForAll(20)))],
    ['n_zscore', scored(zscore(centre, deviation))],
    ['n_zscore_10_2', scored(zscore(centre, deviation, 10, 2))],
    ['n_dist2max', scored(distanceToMax(low, high))],
    ['n_dist2ref_5', scored(distanceToReference(low, fifth))],
    ['n_dist2ref_5_cap', scored(distanceToReference(low, fifth, true))],
    ['n_dist2targ', scored(distanceToTarget(low, sameForAll(15)))],
    ['n_dist2targ_cap', scored(distanceToTarget(low, sameForAll(15), true))],
    ['n_dist2targ_neg', scored(distanceToTarget(high, sameForAll(2)))],
    ['n_fracmax', scored(fractionOfMax(high))],
    ['n_prank', written((out) => percentileRank(x, out), x)],
    ['n_rank', written((out) => competitionRank(x, out, 'ascending'), x)],
    ['n_borda', written((out) => borda(x, out), x)],
    ['n_goalposts', scored(goalposts(2, 20, 0, 100, 1, true))],
    ['n_goalposts_neg', scored(goalposts(2, 20, 0, 100, -1, true))],
    ['n_goalposts_notrunc', scored(goalposts(2, 20, 0, 100, 1, false))],
  ];
}

function transformations(x: Float64Array): [string, Float64Array][] {
  const mirrored = x.map((value) => -value);
  return [
    ['log_CT', written((out) => logCoinTool(x, out), x)],
    ['log_CT_plus_pos', written((out) => logCoinToolPlus(x, out), x)],
    ['log_CT_plus_neg', written((out) => logCoinToolPlus(mirrored, out), x)],
    ['log_CT_orig', written((out) => logCoinToolOriginal(x, out), x)],
    ['boxcox_2', written((out) => boxCox(2)(x, out), x)],
    ['boxcox_0', written((out) => boxCox(0)(x, out), x)],
  ];
}

function shapeCheck(x: Float64Array, reference: Primitives['check']): Check {
  const ours = testShape(x);
  const expected = [Number(reference.Pass), reference.Skew, reference.Kurt];
  return check('check_SkewKurt', [Number(ours.pass), ours.skewness, ours.kurtosis], expected);
}

function winsorisations(x: Float64Array, reference: Primitives): Check[] {
  const mark = { winhi: 1, winlo: -1 } as const;
  const one = (item: string, ours: Winsorised, theirs: z.infer<typeof WinsorisedShape>): Check =>
    check(
      item,
      [...ours.values, ours.points, ...ours.marks],
      [
        ...theirs.x,
        theirs.nwin,
        ...theirs.treated.map((t) => (t === 'winhi' || t === 'winlo' ? mark[t] : 0)),
      ],
    );
  return [
    one('winsorise', winsorise(x), reference.winsorise),
    one('winsorise_force2', winsorise(x, { most: 2, force: true }), reference.winsorise_force2),
    one('winsorise_neg', winsorise(x.map((value) => -value)), reference.winsorise_neg),
  ];
}

// The series behind these two was not kept; growing by half in three periods is the one both numbers agree
// on.
function growthChecks(reference: Primitives): Check[] {
  return [
    check('CAGR', [compoundGrowth(2, 3, 3)], [reference.CAGR]),
    check('prc_change', [averagePercentChange(2, 3, 3)], [reference.prc_change]),
  ];
}

function aggregations(agg: Primitives['agg']): Check[] {
  const weights = Float64Array.from(agg.w);
  const row = (aggregate: Aggregation, values: readonly number[] = agg.v): Float64Array => {
    const out = new Float64Array(1);
    aggregate(
      values.map((value) => Float64Array.of(value)),
      weights,
      out,
    );
    return out;
  };
  const power =
    (p: number): Aggregation =>
    (columns, w, out) =>
      powerMean(columns, w, out, p);
  const lastButOneAbsent = agg.v.map((value, i) => (i === ABSENT_IN_A_AMEAN_NA ? Number.NaN : value));
  const columns = Object.keys(agg.X[0] ?? {}).map((name) =>
    Float64Array.from(agg.X, (r) => r[name] ?? Number.NaN),
  );
  const outranking = outrankingMatrix(columns, weights);
  const dominant = outranking.filter((share) => share === 1).length;
  const count = agg.X.length;
  return [
    check('a_amean', row(arithmeticMean), [agg.a_amean]),
    check('a_amean_na', row(arithmeticMean, lastButOneAbsent), [agg.a_amean_na]),
    check('a_gmean', row(geometricMean), [agg.a_gmean]),
    check('a_hmean', row(harmonicMean), [agg.a_hmean]),
    check('a_genmean_2', row(power(2)), [agg.a_genmean_2]),
    check('a_genmean_m1', row(power(-1)), [agg.a_genmean_m1]),
    check('a_genmean_half', row(power(0.5)), [agg.a_genmean_half]),
    check('outrankMatrix', outranking, agg.outrank.flat()),
    check('outrankMatrix nDominant', [dominant], [agg.nDominant]),
    check('outrankMatrix fracDominant', [dominant / ((count * (count - 1)) / 2)], [agg.fracDominant]),
    check(
      'a_copeland',
      written((out) => copeland(columns, weights, out), new Float64Array(count)),
      agg.a_copeland,
    ),
  ];
}

const ABSENT_IN_A_AMEAN_NA = 2;

function sobolChecks(sobol: Primitives['sobol']): Check[] {
  const { first, total } = sobolIndices(Float64Array.from(sobol.y), sobol.N, sobol.d);
  return [
    check(
      'SA_estimate Si',
      first,
      sobol.res.map((r) => r.Si),
    ),
    check(
      'SA_estimate STi',
      total,
      sobol.res.map((r) => r.STi),
    ),
  ];
}

function filled(x: Float64Array, statistic: (x: Float64Array) => number): Float64Array {
  return written((out) => impute(x, statistic, out), x);
}

function written(write: (out: Float64Array) => void, like: Float64Array): Float64Array {
  const out = new Float64Array(like.length);
  write(out);
  return out;
}
