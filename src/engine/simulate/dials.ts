// The numbers of a scheme that a person moves to see what happens: which there are, where they stand in the scheme, and the
// plan with some of them moved.
import type { Path } from '#core/diagnostic.ts';
import { BILLION } from '../classify/quotas.ts';
import { percentage } from '../scheme/compile/checker.ts';
import type { ClassesPlan, GroupPlan, IndicatorPlan, NodePlan, Plan, QuotaPlan } from '../scheme/plan.ts';
import type { Score } from '../scheme/shape/score.ts';

export type DialKind =
  | 'weight'
  | 'baseline'
  | 'times'
  | 'cap'
  | 'quota'
  | 'threshold'
  | 'bonus_max'
  | 'penalty_max'
  | 'parameter';

export type Dial = {
  /** Names it in settings, such as `weight:tax_per_mu`. */
  readonly id: string;
  readonly kind: DialKind;
  /** The indicator, class or parameter. */
  readonly name: string;
  /** What must keep its sum when this one moves: the group of a weight, the pool of a quota. */
  readonly within: string;
  /** As the scheme states it; shares of one for quotas, the multiple of a statistic for `times`. */
  readonly value: number;
  /** Where it stands in the scheme. */
  readonly path: Path;
};

/** Numbers by the id of their dial; what is left out stays as the scheme states it. */
export type Settings = Readonly<Record<string, number>>;

/** A number that comes from a parameter is moved by its parameter, which may stand in several places. */
export function dialsOf(plan: Plan): Dial[] {
  return [
    ...weightDials(plan),
    ...plan.indicators.flatMap((indicator) => scoreDials(plan, indicator)),
    ...adjustmentDials(plan),
    ...classDials(plan),
    ...parameterDials(plan),
  ];
}

/** The plan with these numbers. Parameters are not among them: other parameters are another plan (`compileScheme`). */
export function tunePlan(plan: Plan, settings: Settings): Plan {
  const at = (kind: DialKind, name: string, stated: number): number => settings[`${kind}:${name}`] ?? stated;
  const weights = new Map(leaves(plan.root).map(({ name, weight }) => [name, at('weight', name, weight)]));
  return {
    ...plan,
    indicators: plan.indicators.map((indicator) => tuneIndicator(plan, indicator, settings, weights)),
    root: tuneGroup(plan, plan.root, weights),
    adjustments: tuneAdjustments(plan, at),
    classes: plan.classes && tuneClasses(plan.classes, at),
  };
}

/** Whether the text says the number itself; a name or a formula belongs to parameters. */
const isLiteral = (value: unknown): boolean =>
  typeof value === 'number' || (typeof value === 'string' && percentage(value) !== undefined);

function leaves(group: GroupPlan): Extract<NodePlan, { kind: 'indicator' }>[] {
  return group.children.flatMap((child) => (child.kind === 'group' ? leaves(child) : child));
}

function weightDials(plan: Plan): Dial[] {
  const { tree } = plan.scheme;
  const visit = (group: GroupPlan, path: Path): Dial[] =>
    group.children.flatMap((child): Dial[] => {
      const at: Path =
        tree === undefined ? ['indicators', child.name, 'weight'] : [...path, 'children', child.name];
      if (child.kind === 'group') return visit(child, at);
      if (group.weighting.kind !== 'given' || !isLiteral(valueAt(plan.scheme, at))) return [];
      const { name, weight } = child;
      return [{ id: `weight:${name}`, kind: 'weight', name, within: group.name, value: weight, path: at }];
    });
  return visit(plan.root, ['tree']);
}

export function valueAt(scheme: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null
        ? (inner as Record<string | number, unknown>)[key]
        : undefined,
    scheme,
  );
}

function scoreDials({ scheme }: Plan, { name, score }: IndicatorPlan): Dial[] {
  const path: Path = ['indicators', name, 'score'];
  const spec: Score | undefined = scheme.indicators[name]?.score;
  const { how, cap } = score;
  const dial = (kind: DialKind, value: number, at: Path): Dial => ({
    id: `${kind}:${name}`,
    kind,
    name,
    within: '',
    value,
    path: at,
  });
  const found: Dial[] = [];
  if (how.method === 'ratio' || how.method === 'reverse_ratio') {
    const at: Path = [...path, how.method];
    const stated = valueAt(spec, [how.method]);
    if (how.base.kind === 'number') {
      if (isLiteral(stated)) found.push(dial('baseline', how.base.value, at));
    } else {
      const times = valueAt(stated, ['times']);
      if (times === undefined || isLiteral(times))
        found.push(dial('times', how.base.times, [...at, 'times']));
    }
  }
  if (Number.isFinite(cap) && isLiteral(valueAt(spec, ['cap'])))
    found.push(dial('cap', cap, [...path, 'cap']));
  return found;
}

function adjustmentDials({ scheme, adjustments }: Plan): Dial[] {
  return (['bonus', 'penalty'] as const).flatMap((side): Dial[] => {
    const value = adjustments[side]?.max ?? Number.POSITIVE_INFINITY;
    if (!Number.isFinite(value) || !isLiteral(scheme.adjustments?.[side]?.max)) return [];
    const kind = `${side}_max` as const;
    return [
      { id: `${kind}:${side}`, kind, name: side, within: '', value, path: ['adjustments', side, 'max'] },
    ];
  });
}

function classDials({ scheme, classes }: Plan): Dial[] {
  const spec = scheme.classes;
  if (classes === undefined || spec === undefined) return [];
  const quotas = (plan: QuotaPlan | undefined, stated: unknown, pool: string, path: Path): Dial[] =>
    (plan?.classes ?? []).flatMap((name, i): Dial[] => {
      if (!isLiteral(valueAt(stated, [name]))) return [];
      const value = shareOf(plan?.cumulative ?? [], i) / BILLION;
      return [{ id: quotaId(pool, name), kind: 'quota', name, within: pool, value, path: [...path, name] }];
    });
  const thresholds = (classes.thresholds ?? []).slice(0, -1).flatMap(({ class: name, from }): Dial[] => {
    const path: Path = ['classes', 'thresholds', name];
    if (!isLiteral(valueAt(scheme, path))) return [];
    return [{ id: `threshold:${name}`, kind: 'threshold', name, within: '', value: from, path }];
  });
  return [
    ...quotas(classes.quotas, spec.quotas, '', ['classes', 'quotas']),
    ...classes.poolQuotas.flatMap((entry, i) =>
      quotas(entry.quotas, spec.pool_quotas?.[i]?.quotas, entry.pool, [
        'classes',
        'pool_quotas',
        i,
        'quotas',
      ]),
    ),
    ...thresholds,
  ];
}

const quotaId = (pool: string, name: string): string => `quota:${pool === '' ? name : `${pool}:${name}`}`;

const shareOf = (cumulative: readonly number[], i: number): number =>
  (cumulative[i] as number) - (cumulative[i - 1] ?? 0);

function parameterDials({ scheme, parameters }: Plan): Dial[] {
  return [...parameters].flatMap(([name, value]): Dial[] => {
    if (!Number.isFinite(value) || scheme.parameters?.[name] === undefined) return [];
    const path: Path = ['parameters', name, 'value'];
    return [{ id: `parameter:${name}`, kind: 'parameter', name, within: '', value, path }];
  });
}

/** What did not change stays the same object: by that an evaluator knows which items it need not score again. */
function tuneIndicator(
  plan: Plan,
  indicator: IndicatorPlan,
  settings: Settings,
  weights: ReadonlyMap<string, number>,
): IndicatorPlan {
  const { name, score } = indicator;
  const { how } = score;
  const cap = settings[`cap:${name}`] ?? score.cap;
  const outOf = fullValue(plan, indicator, weights.get(name));
  let tuned = how;
  if (how.method === 'ratio' || how.method === 'reverse_ratio') {
    const { base } = how;
    const value = settings[`baseline:${name}`];
    const times = settings[`times:${name}`];
    if (base.kind === 'number' && value !== undefined && value !== base.value)
      tuned = { ...how, base: { ...base, value } };
    if (base.kind === 'statistic' && times !== undefined && times !== base.times)
      tuned = { ...how, base: { ...base, times } };
  }
  if (cap === score.cap && outOf === score.outOf && tuned === how) return indicator;
  return { ...indicator, score: { ...score, how: tuned, cap, outOf } };
}

/** Step tables and assessed points are full at the weight itself, unless the scheme states otherwise. */
function fullValue(
  { scheme, root }: Plan,
  { name, score }: IndicatorPlan,
  weight: number | undefined,
): number {
  const { how, outOf } = score;
  if (weight === undefined || (how.method !== 'steps' && how.method !== 'points')) return outOf;
  const stated = leaves(root).find((leaf) => leaf.name === name)?.weight;
  const isOwn = valueAt(scheme.indicators[name]?.score, ['out_of']) !== undefined;
  return isOwn || stated !== outOf ? outOf : weight;
}

function tuneGroup(plan: Plan, group: GroupPlan, weights: ReadonlyMap<string, number>): GroupPlan {
  const children = group.children.map((child): NodePlan => {
    if (child.kind === 'group') return tuneGroup(plan, child, weights);
    const indicator = plan.indicators[child.indicator];
    const weight = weights.get(child.name) ?? child.weight;
    const scale = indicator === undefined ? child.scale : fullValue(plan, indicator, weight);
    return { ...child, weight, scale };
  });
  if (group.aggregate.kind !== 'sum') {
    const scale = group.aggregate.kind === 'copeland' ? group.scale : (children[0]?.scale ?? group.scale);
    return { ...group, children, scale };
  }
  const scale = children.reduce((sum, child) => sum + child.weight, 0);
  return { ...group, children, scale, weight: group.weight === group.scale ? scale : group.weight };
}

type At = (kind: DialKind, name: string, stated: number) => number;

function tuneAdjustments({ adjustments }: Plan, at: At): Plan['adjustments'] {
  const { bonus, penalty } = adjustments;
  const bonusMax = bonus && at('bonus_max', 'bonus', bonus.max);
  const penaltyMax = penalty && at('penalty_max', 'penalty', penalty.max);
  if (bonusMax === bonus?.max && penaltyMax === penalty?.max) return adjustments;
  return {
    ...adjustments,
    bonus: bonus && { ...bonus, max: bonusMax ?? bonus.max },
    penalty: penalty && { ...penalty, max: penaltyMax ?? penalty.max },
  };
}

function tuneClasses(classes: ClassesPlan, at: At): ClassesPlan {
  const quotas = (plan: QuotaPlan, pool: string): QuotaPlan => {
    let sum = 0;
    const cumulative = plan.classes.map((name, i) => {
      const stated = shareOf(plan.cumulative, i);
      const key = pool === '' ? name : `${pool}:${name}`;
      sum += Math.round(at('quota', key, stated / BILLION) * BILLION);
      return sum;
    });
    return { ...plan, cumulative };
  };
  return {
    ...classes,
    quotas: classes.quotas && quotas(classes.quotas, ''),
    poolQuotas: classes.poolQuotas.map((entry) => ({ ...entry, quotas: quotas(entry.quotas, entry.pool) })),
    thresholds: classes.thresholds?.map((entry) => ({
      ...entry,
      from: at('threshold', entry.class, entry.from),
    })),
  };
}
