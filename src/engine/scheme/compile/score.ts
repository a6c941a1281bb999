// How one indicator is scored: the method with its numbers and baselines resolved.
import type { Path } from '#core/diagnostic.ts';
import { divisionParts } from '#engine/formula/analyse.ts';
import type {
  ActionPlan,
  BaselinePlan,
  IndicatorPlan,
  MethodPlan,
  ScorePlan,
  StatisticName,
  ValuePlan,
} from '../plan.ts';
import type { Baseline, Num } from '../shape/common.ts';
import type { Action, Score } from '../shape/score.ts';
import type { Group, Indicator } from '../shape/scheme.ts';
import {
  type Checker,
  checkCondition,
  checkGroupNames,
  optionalLimit,
  optionalNumber,
  report,
  resolveNumber,
} from './checker.ts';
import { compileSteps } from './steps.ts';

type LongScore = Exclude<Score, string>;

export function compileIndicator(checker: Checker, spec: Indicator, value: ValuePlan): IndicatorPlan {
  const path: Path = ['indicators', value.name];
  const act = (key: 'missing' | 'zero' | 'negative'): ActionPlan | undefined => {
    const action = spec[key];
    return action === undefined ? undefined : compileAction(checker, action, [...path, key]);
  };
  return {
    ...value,
    better: spec.better === 'lower' ? -1 : 1,
    score: compileScore(checker, spec, value, [...path, 'score']),
    treat: spec.treat,
    missing: act('missing') ?? 'error',
    zero: act('zero'),
    negative: act('negative'),
  };
}

function compileScore(checker: Checker, spec: Indicator, value: ValuePlan, path: Path): ScorePlan {
  const score = longForm(spec.score);
  const how = compileMethod(checker, score, value, spec.better ?? 'higher', path);
  if (spec.better === 'lower' && HIGHER_ONLY.has(how.method)) {
    report(checker, 'method_needs_higher', path, { method: how.method });
  }
  const limit = (key: 'cap' | 'floor' | 'out_of', otherwise: number): number =>
    key in score
      ? optionalLimit(checker, (score as Record<typeof key, Num | undefined>)[key], [...path, key], otherwise)
      : otherwise;
  const cap = limit('cap', Number.POSITIVE_INFINITY);
  const floor = limit('floor', Number.NEGATIVE_INFINITY);
  if (cap < floor) report(checker, 'cap_below_floor', [...path, 'cap'], { cap, floor });
  checkRange(checker, how, path);
  return {
    how,
    cap,
    floor,
    outOf: limit('out_of', defaultScale(checker, how, spec, path)),
    by: checkGroupNames(checker, 'by' in score ? score.by : undefined, [...path, 'by']),
  };
}

/** A range without length scores nobody, and a share of less than nothing puts the worst first. */
function checkRange(checker: Checker, how: MethodPlan, path: Path): void {
  if ((how.method === 'goalposts' || how.method === 'scaled') && how.low === how.high) {
    report(checker, 'range_empty', [...path, how.method], { value: how.low });
  }
  const base = how.method === 'ratio' || how.method === 'reverse_ratio' ? how.base : undefined;
  if (base?.kind === 'number' && base.value < 0) report(checker, 'baseline_negative', [...path, how.method]);
}

/** These give points as the value stands; where less is better they would reward the worst. */
const HIGHER_ONLY: ReadonlySet<MethodPlan['method']> = new Set([
  'ratio',
  'fraction_of_max',
  'scaled',
  'steps',
  'points',
]);

function longForm(score: Score): LongScore {
  switch (score) {
    case 'minmax':
      return { minmax: [0, 100] };
    case 'zscore':
      return { zscore: [0, 1] };
    case 'percentile_rank':
      return { percentile_rank: true };
    case 'rank':
      return { rank: true };
    case 'borda':
      return { borda: true };
    case 'fraction_of_max':
      return { fraction_of_max: true };
    case 'distance_to_max':
      return { distance_to_max: true };
    case 'points':
      return { points: true };
    default:
      return score;
  }
}

/** The normalised value that counts as full: the top of the scale, or the weight where a method gives points itself. */
function defaultScale(checker: Checker, how: MethodPlan, spec: Indicator, path: Path): number {
  switch (how.method) {
    case 'minmax':
    case 'efficacy':
    case 'goalposts':
      return how.to;
    case 'scaled':
      return how.times;
    case 'steps':
    case 'points': {
      const weight = spec.weight ?? weightInTree(checker.scheme.tree, String(path[1]));
      return weight === undefined ? 1 : resolveNumber(checker, weight, [...path.slice(0, -1), 'weight']);
    }
    default:
      return 1;
  }
}

/** The weight a sum gives an indicator; a mean weighs its children, whatever scale they are on. */
function weightInTree(group: Group | undefined, name: string): Num | undefined {
  if (group === undefined) return undefined;
  const sums = (group.aggregate ?? 'sum') === 'sum' && (group.weighting ?? 'given') === 'given';
  const [own] = Object.entries(group.children).flatMap(([child, value]) => {
    if (typeof value === 'object') return weightInTree(value, name) ?? [];
    return sums && child === name ? value : [];
  });
  return own;
}

function compileMethod(
  checker: Checker,
  score: LongScore,
  value: ValuePlan,
  better: 'higher' | 'lower',
  path: Path,
): MethodPlan {
  const num = (n: Num, ...key: (string | number)[]): number => resolveNumber(checker, n, [...path, ...key]);
  const base = (b: Baseline | undefined, key: string, otherwise: 'min' | 'max'): BaselinePlan =>
    compileBaseline(checker, b ?? { of: otherwise }, value, [...path, key]);
  const divisor = (b: Baseline, key: string): BaselinePlan => {
    const plan = base(b, key, 'max');
    if (plan.kind === 'number' && plan.value === 0) report(checker, 'baseline_zero', [...path, key], {});
    return plan;
  };
  /** The plan's `low` scores `from`: where less is better, that is the upper end. */
  const ends = (low: BaselinePlan, high: BaselinePlan): { low: BaselinePlan; high: BaselinePlan } =>
    better === 'higher' ? { low, high } : { low: high, high: low };
  if ('ratio' in score) return { method: 'ratio', base: divisor(score.ratio, 'ratio') };
  if ('reverse_ratio' in score)
    return { method: 'reverse_ratio', base: divisor(score.reverse_ratio, 'reverse_ratio') };
  if ('efficacy' in score) {
    const { low, high } = score.efficacy;
    const between = ends(base(low, 'efficacy', 'min'), base(high, 'efficacy', 'max'));
    return { method: 'efficacy', ...between, from: 60, to: 100 };
  }
  if ('minmax' in score) {
    const [from, to] = score.minmax;
    const between = ends(base(score.low, 'low', 'min'), base(score.high, 'high', 'max'));
    return { method: 'minmax', ...between, from: num(from, 'minmax', 0), to: num(to, 'minmax', 1) };
  }
  if ('zscore' in score) {
    const [mean, sd] = score.zscore;
    return { method: 'zscore', mean: num(mean, 'zscore', 0), sd: num(sd, 'zscore', 1) };
  }
  if ('percentile_rank' in score) return { method: 'percentile_rank' };
  if ('rank' in score) return { method: 'rank' };
  if ('borda' in score) return { method: 'borda' };
  if ('fraction_of_max' in score) return { method: 'fraction_of_max' };
  if ('distance_to_max' in score) return { method: 'distance_to_max' };
  if ('distance_to_target' in score) {
    return { method: 'distance_to_target', target: num(score.distance_to_target, 'distance_to_target') };
  }
  if ('distance_to_reference' in score) {
    return { method: 'distance_to_reference', id: score.distance_to_reference };
  }
  if ('goalposts' in score) {
    const [low, high] = score.goalposts;
    const [from, to] = score.to ?? [0, 1];
    return {
      method: 'goalposts',
      low: num(low, 'goalposts', 0),
      high: num(high, 'goalposts', 1),
      from: num(from, 'to', 0),
      to: num(to, 'to', 1),
      truncate: score.truncate ?? true,
    };
  }
  if ('scaled' in score) {
    const [low, high] = score.scaled;
    return {
      method: 'scaled',
      low: num(low, 'scaled', 0),
      high: num(high, 'scaled', 1),
      times: optionalNumber(checker, score.times, [...path, 'times'], 100),
    };
  }
  if ('steps' in score) return { method: 'steps', steps: compileSteps(checker, score.steps, path) };
  return { method: 'points' };
}

function compileBaseline(checker: Checker, baseline: Baseline, value: ValuePlan, path: Path): BaselinePlan {
  const statistic = statisticOf(baseline);
  if (statistic === undefined) {
    return { kind: 'number', value: resolveNumber(checker, baseline as Num, path) };
  }
  const spec = typeof baseline === 'object' ? baseline : undefined;
  const parts = statistic.of === 'weighted_mean' ? divisionParts(value.expr) : undefined;
  if (statistic.of === 'weighted_mean' && parts === undefined) {
    report(checker, 'weighted_mean_needs_division', path, { formula: value.text });
  }
  const where =
    spec?.where === undefined ? undefined : checkCondition(checker, spec.where, [...path, 'where']);
  return {
    kind: 'statistic',
    ...statistic,
    by: checkGroupNames(checker, spec?.by, [...path, 'by']),
    lastYear: spec?.last_year ?? false,
    where: where?.expr,
    times: optionalNumber(checker, spec?.times, [...path, 'times'], 1),
    numerator: parts?.numerator,
    denominator: parts?.denominator,
  };
}

const STATISTICS: ReadonlySet<string> = new Set(['mean', 'weighted_mean', 'median', 'max', 'min']);

function statisticOf(baseline: Baseline): { of: StatisticName; percentile: number } | undefined {
  const name = typeof baseline === 'object' ? baseline.of : baseline;
  if (typeof name === 'number') return undefined;
  if (STATISTICS.has(name)) return { of: name as StatisticName, percentile: Number.NaN };
  const percentile = /^p(\d{1,2}(?:\.\d+)?)$/.exec(name);
  return percentile ? { of: 'percentile', percentile: Number(percentile[1]) } : undefined;
}

function compileAction(checker: Checker, action: Action, path: Path): ActionPlan {
  if (typeof action === 'string') return action;
  if ('points' in action) return { points: resolveNumber(checker, action.points, [...path, 'points']) };
  if ('value' in action) return { value: resolveNumber(checker, action.value, [...path, 'value']) };
  if ('mean_score_by' in action)
    return { mean_score_by: checkGroupNames(checker, action.mean_score_by, path) };
  if ('mean_by' in action) return { mean_by: checkGroupNames(checker, action.mean_by, path) };
  return { median_by: checkGroupNames(checker, action.median_by, path) };
}
