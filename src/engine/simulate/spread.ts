// How far a weight, a baseline or a figure may be off, and random factors that are so far off.
import { fillUint32, type Random } from './random.ts';

/**
 * A factor of mean 1. Uniform: between 1 − relative and 1 + relative. Normal: standard deviation `relative`, cut off at
 * three of them.
 */
export type Spread = { readonly shape: 'uniform' | 'normal'; readonly relative: number };

/** The largest `relative` of each shape with which no factor reaches zero. */
export const LARGEST_RELATIVE = { uniform: 1, normal: 1 / 3 } as const satisfies Record<Spread['shape'], number>;

/** Factors at the shares 0, 1 ÷ CELLS … 1 of the distribution; between them the inverse distribution function is linear. */
export type Quantiles = Float64Array;

// 16 random bits for a factor: 11 choose the cell, the others the place in it.
const CELLS = 1 << 11;
const REST_BITS = 5;
const REST_MASK = (1 << REST_BITS) - 1;
const REST_UNIT = 1 / (1 << REST_BITS);

export function quantilesOf({ shape, relative }: Spread): Quantiles {
  const standard = shape === 'normal' ? normalQuantiles() : Float64Array.from({ length: CELLS + 1 }, (_, i) => (2 * i) / CELLS - 1);
  return standard.map((x) => 1 + relative * x);
}

/** Scratch for the random bits of columns of at most so many rows. */
export type Bits = { readonly words: Uint32Array; readonly halves: Uint16Array };

export function createBits(rows: number): Bits {
  const words = new Uint32Array((rows + 1) >>> 1);
  return { words, halves: new Uint16Array(words.buffer) };
}

/** Multiplies a column by random factors, two to a word. */
export function multiplyAtRandom(
  random: Random,
  quantiles: Quantiles,
  column: Float64Array,
  out: Float64Array,
  { words, halves }: Bits,
): void {
  fillUint32(random, words);
  for (let i = 0; i < out.length; i++) {
    const half = halves[i] as number;
    const cell = half >>> REST_BITS;
    const low = quantiles[cell] as number;
    const within = ((half & REST_MASK) + 0.5) * REST_UNIT;
    out[i] = (column[i] as number) * (low + within * ((quantiles[cell + 1] as number) - low));
  }
}

const CUT = 3;
/** Share of the normal distribution within three standard deviations. */
const WITHIN_CUT = 0.9973002039367398;

/**
 * The inverse distribution function of the cut normal, from its middle outwards: it solves dx ÷ dp = 1 ÷ density(x),
 * by the classical fourth-order Runge–Kutta rule, to within 1e-6.
 */
function normalQuantiles(): Float64Array {
  const slope = (x: number): number => WITHIN_CUT * Math.sqrt(2 * Math.PI) * Math.exp((x * x) / 2);
  const middle = CELLS / 2;
  const step = 1 / CELLS;
  const quantiles = new Float64Array(CELLS + 1);
  let x = 0;
  for (let i = 1; i <= middle; i++) {
    const k1 = slope(x);
    const k2 = slope(x + (step / 2) * k1);
    const k3 = slope(x + (step / 2) * k2);
    const k4 = slope(x + step * k3);
    x = Math.min(x + (step / 6) * (k1 + 2 * k2 + 2 * k3 + k4), CUT);
    quantiles[middle + i] = x;
    quantiles[middle - i] = -x;
  }
  return quantiles;
}
