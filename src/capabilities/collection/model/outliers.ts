// Figures far from what the others have: four customary tests, each on the figures that are there.

export type OutlierTest = { readonly method: 'z' | 'modified_z' | 'mad' | 'iqr'; readonly threshold: number };

export type Outlier = { readonly row: number; readonly distance: number };

/** Makes the median absolute deviation an estimate of the standard deviation of a normal distribution. */
const MAD_TO_SD = 1.4826;
/** Iglewicz and Hoaglin (1993): modified z = 0.6745 (x − median) ÷ MAD; beyond 3.5 is an outlier. */
const MODIFIED_Z = 0.6745;

/**
 * Rows whose distance exceeds the threshold: standard deviations from the mean (z), modified z scores, scaled MADs from
 * the median, or interquartile ranges beyond the quartiles. Absent figures (NaN) take no part; a column without spread
 * has no outliers.
 */
export function findOutliers(values: Float64Array, { method, threshold }: OutlierTest): Outlier[] {
  const present = values.filter((value) => !Number.isNaN(value)).toSorted();
  if (present.length < 3) return [];
  const distance = DISTANCES[method](present);
  const outliers: Outlier[] = [];
  for (let row = 0; row < values.length; row++) {
    const away = distance(values[row] as number);
    if (away > threshold && Number.isFinite(away)) outliers.push({ row, distance: away });
  }
  return outliers;
}

type Distance = (value: number) => number;

const DISTANCES: Readonly<Record<OutlierTest['method'], (sorted: Float64Array) => Distance>> = {
  z: (sorted) => {
    const mean = sum(sorted) / sorted.length;
    const sd = Math.sqrt(sum(sorted.map((v) => (v - mean) ** 2)) / (sorted.length - 1));
    return (value) => Math.abs(value - mean) / sd;
  },
  modified_z: (sorted) => {
    const [middle, mad] = medianAndMad(sorted);
    return (value) => (MODIFIED_Z * Math.abs(value - middle)) / mad;
  },
  mad: (sorted) => {
    const [middle, mad] = medianAndMad(sorted);
    return (value) => Math.abs(value - middle) / (MAD_TO_SD * mad);
  },
  iqr: (sorted) => {
    const [low, high] = [quantile(sorted, 0.25), quantile(sorted, 0.75)];
    return (value) => Math.max(low - value, value - high, 0) / (high - low);
  },
};

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}

function medianAndMad(sorted: Float64Array): [median: number, mad: number] {
  const middle = quantile(sorted, 0.5);
  return [middle, quantile(sorted.map((v) => Math.abs(v - middle)).toSorted(), 0.5)];
}

/** Linear interpolation between order statistics, as spreadsheets do it (type 7 of Hyndman and Fan, 1996). */
function quantile(sorted: Float64Array, share: number): number {
  const at = (sorted.length - 1) * share;
  const below = Math.floor(at);
  const low = sorted[below] ?? Number.NaN;
  const high = sorted[below + 1] ?? low;
  return low + (high - low) * (at - below);
}
