// Growth between two values some periods apart, as an annual rate.

/**
 * (last ÷ first)^(1 ÷ periods) − 1, a share; absent unless both are positive.
 * Source: COINr 1.1.14 `CAGR`.
 */
export function compoundGrowth(first: number, last: number, periods: number): number {
  if (!(first > 0 && last > 0 && periods > 0)) return Number.NaN;
  return finite(Math.pow(last / first, 1 / periods) - 1);
}

/**
 * Average change per period in percent of the first value; absent where that is zero.
 * Source: COINr 1.1.14 `prc_change`.
 */
export function averagePercentChange(first: number, last: number, periods: number): number {
  return finite(((last - first) / Math.abs(first) / periods) * 100);
}

function finite(value: number): number {
  return Number.isFinite(value) ? value : Number.NaN;
}
