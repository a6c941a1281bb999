// How the form reads and writes one indicator's scoring. What it cannot show it leaves to the text, untouched.
import type { Path } from '#core/diagnostic.ts';
import type { Edit } from '#engine/scheme/edit.ts';

export const METHODS = [
  'ratio',
  'reverse_ratio',
  'steps',
  'points',
  'minmax',
  'goalposts',
  'scaled',
  'efficacy',
  'zscore',
  'percentile_rank',
  'rank',
  'borda',
  'fraction_of_max',
  'distance_to_max',
  'distance_to_target',
  'distance_to_reference',
] as const;
export type MethodName = (typeof METHODS)[number];

export const STATISTICS = [
  'mean',
  'weighted_mean',
  'median',
  'max',
  'min',
  'p90',
  'p75',
  'p25',
  'p10',
] as const;

type Data = Readonly<Record<string, unknown>>;

export const isMap = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Undefined for what is no method. */
export function methodOf(score: unknown): MethodName | undefined {
  const name =
    typeof score === 'string' ? score : isMap(score) ? METHODS.find((method) => method in score) : undefined;
  return METHODS.find((method) => method === name);
}

/** Another method with what a reader would expect of it; cap and floor stay where the new one has them. */
export function freshScore(method: MethodName, old: unknown, weight: unknown): unknown {
  const limits = isMap(old)
    ? Object.fromEntries(Object.entries(old).filter(([key]) => key === 'cap' || key === 'floor'))
    : {};
  switch (method) {
    case 'ratio':
    case 'reverse_ratio':
      return { [method]: 'weighted_mean', ...limits };
    case 'steps':
      return { steps: [{ at_least: 0, points: typeof weight === 'number' ? weight : 0 }, { otherwise: 0 }] };
    case 'percentile_rank':
    case 'points':
    case 'rank':
    case 'borda':
    case 'fraction_of_max':
    case 'distance_to_max':
      return method;
    default:
      return { [method]: longForm(method) };
  }
}

/** What stands after the method's name where other parts stand beside it. */
function longForm(method: MethodName): unknown {
  switch (method) {
    case 'minmax':
    case 'goalposts':
    case 'scaled':
      return [0, 100];
    case 'zscore':
      return [0, 1];
    case 'efficacy':
      return {};
    case 'distance_to_target':
      return 100;
    case 'distance_to_reference':
      return '1';
    default:
      return true;
  }
}

/** A part of a method, which a single word has no room for; of the two numbers of a range the other one stays. */
export function scoreEdit(at: Path, score: unknown, part: Path, value: unknown): Edit[] {
  if (isMap(score)) return [{ path: [...at, ...part], value }];
  const method = methodOf(score);
  if (method === undefined || value === undefined) return [];
  const long = longForm(method);
  const [key = '', index] = part;
  if (key === method && Array.isArray(long) && typeof index === 'number')
    return [{ path: at, value: { [method]: long.map((one: unknown, i) => (i === index ? value : one)) } }];
  return [{ path: at, value: { [method]: long, [key]: value } }];
}

/** Which methods are measured against all others, and so within groups too; ratios state theirs in the baseline. */
export const hasGroups = (method: MethodName): boolean =>
  !['ratio', 'reverse_ratio', 'steps', 'points', 'goalposts', 'scaled', 'distance_to_reference'].includes(
    method,
  );

export const COMPARISONS = ['at_least', 'above', 'at_most', 'below', 'otherwise'] as const;
export type Comparison = (typeof COMPARISONS)[number];

export const comparisonOf = (step: unknown): Comparison =>
  COMPARISONS.find((name) => isMap(step) && name in step) ?? 'otherwise';

/** The same points for another condition; the bound stays where both have one. */
export function stepAs(step: unknown, comparison: Comparison): unknown {
  const data = isMap(step) ? step : {};
  const old = comparisonOf(step);
  const points = (old === 'otherwise' ? data['otherwise'] : data['points']) ?? 0;
  if (comparison === 'otherwise') return { otherwise: points };
  return { [comparison]: old === 'otherwise' ? 0 : (data[old] ?? 0), points };
}

export type BaselineForm = {
  /** A percentile that is not offered is its own kind; 'none' where nothing is stated. */
  readonly kind: 'none' | 'number' | 'statistic' | 'other';
  readonly statistic: string | undefined;
  readonly times: unknown;
};

const isStatistic = (name: unknown): name is string =>
  typeof name === 'string' &&
  (STATISTICS.some((statistic) => statistic === name) || /^p\d{1,2}(?:\.\d+)?$/.test(name));

export function baselineOf(baseline: unknown): BaselineForm {
  const name = isMap(baseline) ? baseline['of'] : baseline;
  const times = isMap(baseline) ? baseline['times'] : undefined;
  if (isStatistic(name)) return { kind: 'statistic', statistic: name, times };
  const kind = baseline === undefined ? 'none' : isMap(baseline) ? 'other' : 'number';
  return { kind, statistic: undefined, times };
}

/** A statistic keeps its groups, its year and its multiple when another one is chosen. */
export function baselineEdit(path: Path, old: unknown, kind: string): Edit {
  if (kind === 'none') return { path, value: undefined };
  if (kind === 'number') return { path, value: 1 };
  return isMap(old) ? { path: [...path, 'of'], value: kind } : { path, value: kind };
}

/** A part of a statistic, which a single word has no room for. */
export function statisticEdit(
  path: Path,
  old: unknown,
  key: 'times' | 'last_year' | 'by' | 'where',
  value: unknown,
): Edit {
  if (isMap(old)) return { path: [...path, key], value };
  return { path, value: value === undefined ? old : { of: old, [key]: value } };
}

export const ACTIONS = ['error', 'zero', 'full', 'mean_score', 'mean', 'median', 'leave_out'] as const;
/** Actions that need a number or groups. */
export const ACTION_PARTS = ['points', 'value', 'mean_score_by', 'mean_by', 'median_by'] as const;
type ActionPart = (typeof ACTION_PARTS)[number];
export type ActionName = (typeof ACTIONS)[number] | ActionPart | 'other' | '';

export function actionOf(action: unknown): ActionName {
  if (action === undefined) return '';
  if (isMap(action)) return ACTION_PARTS.find((name) => name in action) ?? 'other';
  return ACTIONS.find((name) => name === action) ?? 'other';
}

/** `group` is what groups are taken within at first. */
export function freshAction(name: ActionName, group: string): unknown {
  if (name === '') return undefined;
  if (name === 'points' || name === 'value') return { [name]: 0 };
  return name.endsWith('_by') ? { [name]: group } : name;
}
