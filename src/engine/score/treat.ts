// Outlier treatment: test the shape of a column, winsorise if it fails, transform if that was not enough.
import { logCoinTool, type Transform } from './transform.ts';
import { kurtosis, max, min, skewness } from './statistics.ts';

/** A column passes when |skewness| is below `skewness` or excess kurtosis is below `kurtosis`. */
export type ShapeLimits = { readonly skewness: number; readonly kurtosis: number };

/** Source: JRC practice after Groeneveld & Meeden 1984; COINr 1.1.14 `check_SkewKurt`. */
export const SHAPE_LIMITS: ShapeLimits = { skewness: 2, kurtosis: 3.5 };

export type ShapeTest = { readonly pass: boolean; readonly skewness: number; readonly kurtosis: number };

/** A column too short or too even to measure passes: there is nothing to treat. */
export function testShape(x: Float64Array, limits: ShapeLimits = SHAPE_LIMITS): ShapeTest {
  const skew = skewness(x);
  const kurt = kurtosis(x);
  const fails = Math.abs(skew) >= limits.skewness && kurt >= limits.kurtosis;
  return { pass: !fails, skewness: skew, kurtosis: kurt };
}

/** What became of each row: 1 its value was lowered, −1 raised, 0 left as it was. */
export type Marks = Int8Array;

export type Winsorised = { readonly values: Float64Array; readonly points: number; readonly marks: Marks };

export type WinsoriseOptions = {
  /** Stop once this many points are treated; ties move together and may pass it. */
  readonly most?: number;
  /** Go on to `most` although the test passes. */
  readonly force?: boolean;
  readonly limits?: ShapeLimits;
};

/**
 * Gives the most extreme value, on the side of the longer tail, the value next to it, until the shape test
 * passes or `most` points (5 by default) are treated. Returns new values; `x` stays as it was.
 * Source: OECD/JRC Handbook 2008, step 3 (outliers); COINr 1.1.14 `winsorise`.
 */
export function winsorise(x: Float64Array, options: WinsoriseOptions = {}): Winsorised {
  const { most = 5, force = false, limits = SHAPE_LIMITS } = options;
  const values = x.slice();
  const marks = new Int8Array(x.length);
  let high = 0;
  let low = 0;
  let test = testShape(values, limits);
  while ((force || !test.pass) && high + low < most) {
    const upper = !(test.skewness < 0);
    const moved = upper ? lowerTop(values, marks) : raiseBottom(values, marks);
    if (moved === 0) break;
    if (upper) high = moved;
    else low = moved;
    test = testShape(values, limits);
  }
  return { values, points: high + low, marks };
}

export type Treated = {
  readonly values: Float64Array;
  /** The shape before any treatment, after winsorising, after the transformation: as many as it took. */
  readonly tests: readonly ShapeTest[];
  /** Present when the column failed the first test. */
  readonly winsorised: Winsorised | undefined;
  readonly transformed: boolean;
};

/**
 * Two-stage treatment: winsorise a column that fails the test; if it still fails, drop that and transform the
 * original values instead.
 * Source: COINr 1.1.14 `Treat` with its defaults.
 */
export function treat(
  x: Float64Array,
  options: WinsoriseOptions = {},
  transform: Transform = logCoinTool,
): Treated {
  const before = testShape(x, options.limits);
  if (before.pass) return { values: x.slice(), tests: [before], winsorised: undefined, transformed: false };
  const winsorised = winsorise(x, options);
  const between = testShape(winsorised.values, options.limits);
  if (between.pass) {
    return { values: winsorised.values, tests: [before, between], winsorised, transformed: false };
  }
  const values = new Float64Array(x.length);
  transform(x, values);
  const after = testShape(values, options.limits);
  return { values, tests: [before, between, after], winsorised, transformed: true };
}

// Both give the extreme value to its neighbour's and tell how many rows now stand there; 0 when all are
// equal.
function lowerTop(values: Float64Array, marks: Marks): number {
  const top = max(values);
  return moveExtreme(values, marks, top, max(values.map((v) => (v === top ? Number.NaN : v))), 1);
}

function raiseBottom(values: Float64Array, marks: Marks): number {
  const bottom = min(values);
  return moveExtreme(values, marks, bottom, min(values.map((v) => (v === bottom ? Number.NaN : v))), -1);
}

function moveExtreme(values: Float64Array, marks: Marks, from: number, to: number, mark: 1 | -1): number {
  if (Number.isNaN(to)) return 0;
  let moved = 0;
  for (let i = 0; i < values.length; i++) {
    if (values[i] !== from) continue;
    values[i] = to;
    marks[i] = mark;
    moved++;
  }
  return moved;
}
