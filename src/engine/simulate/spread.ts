// How far a weight, a baseline or a figure may be off, and the factors that are so far off.

/**
 * A factor of mean 1. Uniform: between 1 − relative and 1 + relative. Normal: standard deviation `relative`, cut off at
 * three of them.
 */
export type Spread = { readonly shape: 'uniform' | 'normal'; readonly relative: number };

/** The largest `relative` of each shape with which no factor reaches zero. */
export const LARGEST_RELATIVE = { uniform: 1, normal: 1 / 3 } as const satisfies Record<
  Spread['shape'],
  number
>;

/** As many as multiplyByPicks (random.ts) picks from. */
const FACTORS = 4096;

/**
 * The spread as 4096 equally likely factors, ascending: the middles, by probability, of as many equal parts. Their mean
 * is 1, and the smallest and largest of the normal one lie at 2.97 standard deviations.
 */
export function factorsOf({ shape, relative }: Spread): Float64Array {
  const standard = shape === 'normal' ? normalQuantiles() : uniformQuantiles();
  return standard.map((x) => 1 + relative * x);
}

function uniformQuantiles(): Float64Array {
  return Float64Array.from({ length: FACTORS }, (_, i) => (2 * i + 1) / FACTORS - 1);
}

const CUT = 3;
/** Share of the normal distribution within three standard deviations. */
const WITHIN_CUT = 0.9973002039367398;

/**
 * The inverse distribution function of the cut normal, from its middle outwards: it solves dx ÷ dp = 1 ÷ density(x),
 * by the classical fourth-order Runge–Kutta rule in half parts, to within 1e-6.
 */
function normalQuantiles(): Float64Array {
  const middle = FACTORS / 2;
  const quantiles = new Float64Array(FACTORS);
  let x = stepUp(0);
  for (let i = 0; i < middle; i++) {
    quantiles[middle + i] = x;
    quantiles[middle - 1 - i] = -x;
    x = stepUp(stepUp(x));
  }
  return quantiles;
}

/** From the quantile x to that of half a part more. */
function stepUp(x: number): number {
  const step = 1 / (2 * FACTORS);
  const k1 = slope(x);
  const k2 = slope(x + (step / 2) * k1);
  const k3 = slope(x + (step / 2) * k2);
  const k4 = slope(x + step * k3);
  return Math.min(x + (step / 6) * (k1 + 2 * k2 + 2 * k3 + k4), CUT);
}

/** 1 ÷ density of the cut normal. */
function slope(x: number): number {
  return WITHIN_CUT * Math.sqrt(2 * Math.PI) * Math.exp((x * x) / 2);
}
