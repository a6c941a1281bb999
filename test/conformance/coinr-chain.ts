// COINr 1.1.14 on 375 firms × 6 indicators: treated, normalised and aggregated one after the other.
import { z } from 'zod';
import { arithmeticMean } from '#engine/score/aggregate.ts';
import { applyScale, minmax } from '#engine/score/normalise.ts';
import { perGroup } from '#engine/score/per-group.ts';
import { max, min } from '#engine/score/statistics.ts';
import { treat, type Treated } from '#engine/score/treat.ts';
import { checker, type Check, type Comparable, type NotClaimed } from './check.ts';
import { readCsv, readJson } from './reference.ts';

const check = checker('COINr 1.1.14, 375 firms', 1e-9);

const INDICATORS = [
  'tax_per_mu',
  'va_per_mu',
  'va_per_tce',
  'va_per_emission',
  'labor_prod',
  'rd_ratio',
] as const;

// Absent where the stage was not reached.
const Stage = { Pass: z.boolean().nullable(), Skew: z.number().nullable(), Kurt: z.number().nullable() };
const Treatment = z.object({
  iCode: z.string(),
  'winsorise.nwin': z.number().nullable(),
  'check_SkewKurt0.Pass': Stage.Pass,
  'check_SkewKurt0.Skew': Stage.Skew,
  'check_SkewKurt0.Kurt': Stage.Kurt,
  'check_SkewKurt1.Pass': Stage.Pass,
  'check_SkewKurt1.Skew': Stage.Skew,
  'check_SkewKurt1.Kurt': Stage.Kurt,
  'check_SkewKurt2.Pass': Stage.Pass,
  'check_SkewKurt2.Skew': Stage.Skew,
  'check_SkewKurt2.Kurt': Stage.Kurt,
});
type Treatment = z.infer<typeof Treatment>;

export const notClaimed: readonly NotClaimed[] = [];

/** Each step starts from our own result of the step before, not from the reference's. */
export function checks(): Check[] {
  const raw = readCsv('coinr/enterprise375_raw.csv');
  const treatedCsv = readCsv('coinr/enterprise375_treated.csv');
  const normalisedCsv = readCsv('coinr/enterprise375_normalised.csv');
  const details = readJson('coinr/enterprise375_treat.json', z.array(Treatment));
  const columns = new Map<string, Float64Array>();
  const result: Check[] = [];
  for (const name of INDICATORS) {
    const treated = treat(raw.numbers(name));
    const normalised = new Float64Array(treated.values.length);
    const scale = minmax(perGroup(treated.values, min), perGroup(treated.values, max));
    applyScale(treated.values, scale, normalised);
    columns.set(name, normalised);
    result.push(
      check(
        `${name}: shape tests and points winsorised`,
        ourDetails(treated),
        details.filter((d) => d.iCode === name).flatMap(theirDetails),
      ),
      check(`${name}: treated`, treated.values, treatedCsv.numbers(name)),
      check(`${name}: normalised`, normalised, normalisedCsv.numbers(name)),
    );
  }
  return [...result, ...aggregates(columns)];
}

function aggregates(columns: Map<string, Float64Array>): Check[] {
  const reference = readCsv('coinr/enterprise375_aggregated.csv');
  const tree = readCsv('coinr/enterprise375_imeta.csv');
  const codes = tree.text('iCode');
  const parents = tree.text('Parent');
  const weights = tree.numbers('Weight');
  // Listed from the indicators up: a group's children are there before the group.
  return codes
    .filter((code) => !columns.has(code))
    .map((group) => {
      const children = codes.map((_, i) => i).filter((i) => parents[i] === group);
      const below = children.map((i) => columns.get(codes[i] ?? '') ?? new Float64Array());
      const out = new Float64Array(below[0]?.length ?? 0);
      arithmeticMean(
        below,
        Float64Array.from(children, (i) => weights[i] ?? Number.NaN),
        out,
      );
      columns.set(group, out);
      return check(`${group}: aggregated`, out, reference.numbers(group));
    });
}

function ourDetails({ tests, winsorised }: Treated): Comparable[] {
  const stages = [0, 1, 2].flatMap((stage): Comparable[] => {
    const test = tests[stage];
    return [test && Number(test.pass), test?.skewness, test?.kurtosis];
  });
  return [...stages, winsorised?.points];
}

function theirDetails(d: Treatment): Comparable[] {
  const flag = (pass: boolean | null): Comparable => (pass === null ? null : Number(pass));
  return [
    flag(d['check_SkewKurt0.Pass']),
    d['check_SkewKurt0.Skew'],
    d['check_SkewKurt0.Kurt'],
    flag(d['check_SkewKurt1.Pass']),
    d['check_SkewKurt1.Skew'],
    d['check_SkewKurt1.Kurt'],
    flag(d['check_SkewKurt2.Pass']),
    d['check_SkewKurt2.Skew'],
    d['check_SkewKurt2.Kurt'],
    d['winsorise.nwin'],
  ];
}
