// How the form reads and writes one indicator's scoring. What it cannot show it leaves to the text, untouched.
import type { Path } from '#core/diagnostic.ts';
import type { Edit } from '#engine/scheme/edit.ts';

export const METHODS = [
  'ratio',
  'reverse_ratio',
  'minmax',
  'efficacy',
  'percentile_rank',
  'zscore',
  'steps',
  'points',
] as const;
export type MethodName = (typeof METHODS)[number];

export const STATISTICS = ['mean', 'weighted_mean', 'median', 'max', 'p90'] as const;
export type StatisticName = (typeof STATISTICS)[number];

type Data = Readonly<Record<string, unknown>>;

const isMap = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Undefined for methods that only the text can say. */
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
    case 'minmax':
      return { minmax: [0, 100] };
    case 'efficacy':
      return { efficacy: {} };
    case 'zscore':
      return { zscore: [0, 1] };
    case 'steps':
      return { steps: [{ at_least: 0, points: typeof weight === 'number' ? weight : 0 }, { otherwise: 0 }] };
    case 'percentile_rank':
    case 'points':
      return method;
  }
}

export type BaselineForm = { readonly kind: 'number' | StatisticName | 'other'; readonly times: unknown };

export function baselineOf(baseline: unknown): BaselineForm {
  const name = isMap(baseline) ? baseline['of'] : baseline;
  const times = isMap(baseline) ? baseline['times'] : undefined;
  const kind = STATISTICS.find((statistic) => statistic === name);
  if (kind !== undefined) return { kind, times };
  return { kind: isMap(baseline) ? 'other' : 'number', times };
}

/** A statistic keeps its groups, its year and its multiple when another one is chosen. */
export function baselineEdit(path: Path, old: unknown, kind: 'number' | StatisticName): Edit {
  if (kind === 'number') return { path, value: 1 };
  return isMap(old) ? { path: [...path, 'of'], value: kind } : { path, value: kind };
}

/** A part of a statistic, which a single word has no room for. */
export function statisticEdit(
  path: Path,
  old: unknown,
  key: 'times' | 'last_year' | 'by',
  value: unknown,
): Edit {
  if (isMap(old)) return { path: [...path, key], value };
  return { path, value: value === undefined ? old : { of: old, [key]: value } };
}

export const ACTIONS = ['error', 'zero', 'full', 'mean_score', 'mean', 'median', 'leave_out'] as const;
export type ActionName = (typeof ACTIONS)[number] | 'points' | 'other' | '';

export function actionOf(action: unknown): ActionName {
  if (action === undefined) return '';
  if (isMap(action)) return 'points' in action ? 'points' : 'other';
  return ACTIONS.find((name) => name === action) ?? 'other';
}
