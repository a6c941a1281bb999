// The report of an enterprise in a few sentences, made from its figures: where it stands, what helped, what cost most.
import type {
  EnterpriseHistory,
  EnterpriseYear,
  IndicatorYear,
} from '#features/evaluation/contract/history.ts';

/** What the sentences are about; the words are the page's. */
export type PlainReport = {
  readonly year: EnterpriseYear;
  readonly before: EnterpriseYear | undefined;
  /** The indicator that brought most points. */
  readonly best: IndicatorYear | undefined;
  /** The one furthest on the wrong side of the median of its pool, as a share of that median. */
  readonly worst: IndicatorYear | undefined;
};

export function plainReport(history: EnterpriseHistory, period: string | undefined): PlainReport | undefined {
  const at = history.periods.findIndex((year) => year.period_id === period);
  const year = history.periods[Math.max(0, at)];
  if (year === undefined) return undefined;
  const before = history.periods.slice(Math.max(0, at) + 1).find(({ final_class }) => final_class !== null);
  const byPoints = [...year.indicators].sort((a, b) => (b.points ?? -1) - (a.points ?? -1));
  const behind = year.indicators
    .map((indicator) => ({ indicator, gap: gapOf(indicator) }))
    .filter(({ gap }) => gap > 0)
    .sort((a, b) => b.gap - a.gap);
  const best = byPoints[0];
  return {
    year,
    before,
    best: best !== undefined && (best.points ?? 0) > 0 ? best : undefined,
    worst: behind[0]?.indicator,
  };
}

/** How far on the wrong side of the median, as a share of it; 0 where it is not. */
export function gapOf({ value, pool_median: median, better }: IndicatorYear): number {
  if (value === null || median === null || median === 0) return 0;
  const share = (median - value) / Math.abs(median);
  return Math.max(0, better === 'higher' ? share : -share);
}
