// Years of an indicator as lines: the enterprise, its industry, its park. Years run from left to right.
import type { EnterpriseYear, IndicatorYear } from '#features/evaluation/contract/history.ts';

export type IndicatorSeries = {
  readonly field: IndicatorYear;
  readonly periods: readonly string[];
  readonly own: readonly (number | null)[];
  readonly industry: readonly (number | null)[];
  readonly park: readonly (number | null)[];
};

/** One for each indicator of the year shown, in its order; years that had another scheme lack what it did not have. */
export function seriesOf(latestFirst: readonly EnterpriseYear[], shown: EnterpriseYear): IndicatorSeries[] {
  const years = [...latestFirst].reverse();
  const periods = years.map(({ period_id }) => period_id);
  return shown.indicators.map((field) => {
    const found = years.map(({ indicators }) => indicators.find(({ name }) => name === field.name));
    return {
      field,
      periods,
      own: found.map((one) => one?.value ?? null),
      industry: found.map((one) => one?.industry_median ?? null),
      park: found.map((one) => one?.park_median ?? null),
    };
  });
}
