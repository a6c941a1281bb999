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
  /** What it is used as; a parameter may be a weight, a cap, a share. Else the kind itself. */
  readonly as: DialKind;
  /** The group of a weight, the pool of a quota. */
  readonly within: string;
  /** Whether those of its kind within must keep their sum when this one moves: no, where one of them takes the rest by itself. */
  readonly keepsSum: boolean;
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
      const { name, weight: value } = child;
      const dial = { kind: 'weight', as: 'weight', name, within: group.name, value, path: at } as const;
      return [{ id: `weight:${name}`, keepsSum: true, ...dial }];
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
  const dial = (kind: DialKind, value: number, at: Path): Dial => plainDial(kind, name, value, at);
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
    return [plainDial(kind, side, value, ['adjustments', side, 'max'])];
  });
}

function classDials({ scheme, classes }: Plan): Dial[] {
  const spec = scheme.classes;
  if (classes === undefined || spec === undefined) return [];
  const quotas = (plan: QuotaPlan | undefined, stated: unknown, pool: string, path: Path): Dial[] =>
    (plan?.classes ?? []).flatMap((name, i): Dial[] => {
      if (!isLiteral(valueAt(stated, [name]))) return [];
      const value = shareOf(plan?.cumulative ?? [], i) / BILLION;
      const dial = { kind: 'quota', as: 'quota', name, within: pool, value, path: [...path, name] } as const;
      return [{ id: quotaId(pool, name), keepsSum: true, ...dial }];
    });
  const thresholds = (classes.thresholds ?? []).slice(0, -1).flatMap(({ class: name, from }): Dial[] => {
    const path: Path = ['classes', 'thresholds', name];
    if (!isLiteral(valueAt(scheme, path))) return [];
    return [plainDial('threshold', name, from, path)];
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

function plainDial(kind: DialKind, name: string, value: number, path: Path): Dial {
  return { id: `${kind}:${name}`, kind, as: kind, name, within: '', keepsSum: false, value, path };
}

function parameterDials({ scheme, parameters, root }: Plan): Dial[] {
  const slots = slotsOf(scheme, root);
  return [...parameters].flatMap(([name, value]): Dial[] => {
    if (!Number.isFinite(value) || scheme.parameters?.[name] === undefined) return [];
    const dial = plainDial('parameter', name, value, ['parameters', name, 'value']);
    const uses = slots.filter(({ stated }) => stated === name);
    const [use] = uses;
    if (use === undefined || uses.some(({ as }) => as !== use.as)) return [dial];
    return [{ ...dial, as: use.as, within: use.within, keepsSum: uses.length === 1 && use.keepsSum }];
  });
}

/** A place for a number of the scheme, as it is written there. */
type Slot = Pick<Dial, 'as' | 'within' | 'keepsSum'> & { readonly stated: unknown };

const IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_]*$/;

function slotsOf(scheme: Plan['scheme'], root: GroupPlan): Slot[] {
  const kin = (as: DialKind, within: string, stated: readonly unknown[]): Slot[] => {
    const isOwn = (one: unknown): boolean =>
      isLiteral(one) || (typeof one === 'string' && IDENTIFIER.test(one));
    // A formula among them, such as 1 - share_a - share_b, takes what the others leave.
    const keepsSum = (as === 'weight' || as === 'quota') && stated.every(isOwn);
    return stated.map((one) => ({ as, within, keepsSum, stated: one }));
  };
  const weights = (group: GroupPlan, path: Path): Slot[] => {
    const at = (name: string): Path =>
      scheme.tree === undefined ? ['indicators', name, 'weight'] : [...path, 'children', name];
    const own = group.children.filter((child) => child.kind === 'indicator');
    return [
      ...kin(
        'weight',
        group.name,
        own.map(({ name }) => valueAt(scheme, at(name))),
      ),
      ...group.children.flatMap((child) => (child.kind === 'group' ? weights(child, at(child.name)) : [])),
    ];
  };
  const scores = Object.values(scheme.indicators).map(({ score }) => score);
  const { classes, adjustments } = scheme;
  return [
    ...weights(root, ['tree']),
    ...kin(
      'cap',
      '',
      scores.map((score) => valueAt(score, ['cap'])),
    ),
    ...kin(
      'baseline',
      '',
      scores.map((score) => valueAt(score, ['ratio']) ?? valueAt(score, ['reverse_ratio'])),
    ),
    ...kin(
      'times',
      '',
      scores.map((score) => valueAt(score, ['ratio', 'times']) ?? valueAt(score, ['reverse_ratio', 'times'])),
    ),
    ...kin('quota', '', Object.values(classes?.quotas ?? {})),
    ...(classes?.pool_quotas ?? []).flatMap(({ when, quotas }) => kin('quota', when, Object.values(quotas))),
    ...kin('threshold', '', Object.values(classes?.thresholds ?? {})),
    ...kin('bonus_max', '', [adjustments?.bonus?.max]),
    ...kin('penalty_max', '', [adjustments?.penalty?.max]),
  ];
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
