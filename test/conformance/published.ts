// Weights, baselines and class counts as local governments published them, beside those of the shipped schemes.
import { z } from 'zod';
import { lastRanks } from '#engine/classify/quotas.ts';
import type { IndicatorPlan, Plan } from '#engine/scheme/plan.ts';
import { shippedPlan } from '#test/golden/schemes.ts';
import { checker, type Check, type NotClaimed } from './check.ts';
import { readJson } from './reference.ts';

const SOURCE = 'published schemes';
const check = checker(SOURCE, 1e-12);

/** Name, baseline, weight. */
const Indicators = z.array(z.tuple([z.string(), z.number(), z.number()]));
const Table = z.object({ indicators: Indicators });
const Published = z.object({
  schemes: z.array(
    z.object({
      id: z.string(),
      above_scale: Table.optional(),
      below_scale: Table.optional(),
      above_3mu: Table.optional(),
      below_3mu: Table.optional(),
      weights: z.union([z.record(z.string(), z.number()), z.string()]).optional(),
      result: z.looseObject({}).optional(),
    }),
  ),
});
type Published = z.infer<typeof Published>['schemes'][number];

export const notClaimed: readonly NotClaimed[] = [
  {
    source: SOURCE,
    item: '景宁 2022, class counts',
    count: 8,
    reason: 'the printed counts do not add up to the printed total',
  },
  {
    source: SOURCE,
    item: '天台 2022, class counts',
    count: 4,
    reason: 'only the counts are known, neither shares nor rules',
  },
];

export function checks(): Check[] {
  const { schemes } = readJson('schemes-as-published.json', Published);
  const find = (id: string): Published => {
    const found = schemes.find((scheme) => scheme.id === id);
    if (found === undefined) throw new Error(`no published scheme ${id}`);
    return found;
  };
  const tables = [2021, 2022].flatMap((year) => {
    const { above_scale: above, below_scale: below } = find(`huangyan-${year}`);
    return [
      ...compare(`huangyan-${year}-above-scale`, above),
      ...compare(`huangyan-${year}-below-scale`, below),
    ];
  });
  const linhai = find('linhai-2014-2016');
  return [
    ...tables,
    ...compare('linhai-2014-2016-above-3mu', linhai.above_3mu),
    ...compare('linhai-2014-2016-below-3mu', linhai.below_3mu),
    weights('huaian-2024', find('huaian-2024')),
    weights('anhui-city', find('anhui-unknown-city')),
    counts('chaohu-2021', find('chaohu-2021-result')),
  ];
}

function compare(name: string, table: z.infer<typeof Table> | undefined): Check[] {
  const { indicators } = shippedPlan(name);
  const published = table?.indicators ?? [];
  return [
    check(
      `${name}: weights`,
      weightsOf(shippedPlan(name)),
      published.map(([, , weight]) => weight),
    ),
    check(
      `${name}: baselines`,
      indicators.map(baselineOf),
      published.map(([, baseline]) => baseline),
    ),
  ];
}

function weights(name: string, { weights: published }: Published): Check {
  return check(
    `${name}: weights`,
    weightsOf(shippedPlan(name)),
    typeof published === 'object' ? Object.values(published) : [],
  );
}

function counts(name: string, { result }: Published): Check {
  const { enterprises, ...classes } = z.record(z.string(), z.number()).parse(result);
  const { quotas, rounding = 'half_up' } = shippedPlan(name).classes ?? {};
  const last = quotas ? lastRanks(quotas, enterprises ?? 0, [], rounding) : [];
  return check(
    `${name}: places of each class`,
    last.map((rank, i) => rank - (last[i - 1] ?? 0)),
    Object.values(classes),
  );
}

function weightsOf({ root }: Plan): number[] {
  return root.children.map(({ weight }) => weight);
}

/** Documents print a ratio where the scheme works in percent. */
function baselineOf({ score: { how }, unit }: IndicatorPlan): number {
  if (how.method !== 'ratio' || how.base.kind !== 'number') return Number.NaN;
  return unit === '%' ? how.base.value / 100 : how.base.value;
}
