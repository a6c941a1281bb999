// What is implausible about a period's figures, item by item: findings for people to look at, never refusals.
import type { ItemRules } from '../contract/items.ts';
import { findOutliers } from './outliers.ts';

export type CheckedItem = { readonly item_id: string; readonly rules: ItemRules };

/** Columns of one period in the order of its enterprises; absent is NaN. */
export type PeriodColumns = ReadonlyMap<string, Float64Array>;

export type FoundFinding = {
  readonly row: number;
  readonly item_id: string;
  readonly code:
    | 'figure_missing'
    | 'figure_out_of_range'
    | 'figure_jumped'
    | 'figure_outlier'
    | 'figure_exceeds_other';
  readonly severity: 'error' | 'warning';
  readonly params: Readonly<Record<string, string | number>>;
};

/** `before` are the figures of the year before, row by row for the same enterprises. */
export function checkPeriod(
  items: readonly CheckedItem[],
  now: PeriodColumns,
  before: PeriodColumns,
): FoundFinding[] {
  return items.flatMap((item) => {
    const values = now.get(item.item_id);
    if (values === undefined) return [];
    return [
      ...checkMissing(item, values),
      ...checkRange(item, values),
      ...checkJump(item, values, before.get(item.item_id)),
      ...checkOutliers(item, values),
      ...checkOthers(item, values, now),
    ];
  });
}

function collect(
  values: Float64Array,
  isFound: (value: number, row: number) => boolean,
  make: (value: number, row: number) => Omit<FoundFinding, 'row'>,
): FoundFinding[] {
  const found: FoundFinding[] = [];
  for (let row = 0; row < values.length; row++) {
    const value = values[row] as number;
    if (isFound(value, row)) found.push({ row, ...make(value, row) });
  }
  return found;
}

function checkMissing({ item_id }: CheckedItem, values: Float64Array): FoundFinding[] {
  return collect(values, Number.isNaN, () => ({
    item_id,
    code: 'figure_missing',
    severity: 'warning',
    params: {},
  }));
}

function checkRange({ item_id, rules }: CheckedItem, values: Float64Array): FoundFinding[] {
  const { min = -Infinity, max = Infinity } = rules;
  return collect(
    values,
    (value) => value < min || value > max,
    (value) => ({
      item_id,
      code: 'figure_out_of_range',
      severity: 'error',
      params: { value, range: rangeText(rules) },
    }),
  );
}

export function rangeText({ min, max }: ItemRules): string {
  return `${min ?? '…'}–${max ?? '…'}`;
}

function checkJump(
  { item_id, rules }: CheckedItem,
  values: Float64Array,
  before?: Float64Array,
): FoundFinding[] {
  const rule = rules.year_on_year;
  if (rule === undefined || before === undefined) return [];
  return collect(
    values,
    (value, row) => {
      const last = before[row] ?? Number.NaN;
      if (Math.max(Math.abs(value), Math.abs(last)) < rule.floor || !(last > 0)) return false;
      const ratio = value / last;
      return ratio > rule.ratio || ratio < 1 / rule.ratio;
    },
    (value, row) => ({
      item_id,
      code: 'figure_jumped',
      severity: 'warning',
      params: { value, last: before[row] ?? 0, ratio: rule.ratio },
    }),
  );
}

function checkOutliers({ item_id, rules }: CheckedItem, values: Float64Array): FoundFinding[] {
  const test = rules.outlier;
  if (test === undefined) return [];
  return findOutliers(values, test).map(({ row, distance }) => ({
    row,
    item_id,
    code: 'figure_outlier',
    severity: 'warning',
    params: {
      value: values[row] ?? 0,
      method: test.method,
      distance: Math.round(distance * 100) / 100,
      threshold: test.threshold,
    },
  }));
}

function checkOthers(
  { item_id, rules }: CheckedItem,
  values: Float64Array,
  now: PeriodColumns,
): FoundFinding[] {
  return (rules.at_most ?? []).flatMap(({ item, times }) => {
    const others = now.get(item);
    if (others === undefined) return [];
    return collect(
      values,
      (value, row) => value > times * (others[row] ?? Number.NaN),
      (value, row) => ({
        item_id,
        code: 'figure_exceeds_other',
        severity: 'warning',
        params: { value, other: item, limit: times * (others[row] ?? 0) },
      }),
    );
  });
}
