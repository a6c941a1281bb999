// The least value of a function of one number, or of one whole number, within limits.

const GOLDEN = (3 - Math.sqrt(5)) / 2;

/** The limits are narrowed to this share of what they were, at the least. */
const FINEST = 1e-8;

/**
 * Where `f` is least between `low` and `high`, if it falls and then rises there: until the points on both sides are no higher
 * than a share `precision` of the least.
 * Three points with the middle one lowest close in, by the bottom of the parabola through them as long as that shrinks them
 * fast enough, else by golden section.
 */
export function minimise(f: (x: number) => number, low: number, high: number, precision: number): number {
  let [a, x, b] = [low, low + GOLDEN * (high - low), high];
  let [fa, fx, fb] = [f(a), f(x), f(b)];
  let widths = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  while (b - a > FINEST * (high - low) && Math.max(fa, fb) - fx > precision * Math.abs(fx)) {
    const [before = 0, last = 0] = widths;
    widths = [last, b - a];
    const golden = x - a > b - x ? x - GOLDEN * (x - a) : x + GOLDEN * (b - x);
    // Two rounds of golden section leave less than two fifths of the width.
    const u = b - a > 0.5 * before ? golden : (near(bottom(a, x, b, fa, fx, fb), a, x, b) ?? golden);
    const fu = f(u);
    if (fu < fx) {
      if (u < x) [b, fb] = [x, fx];
      else [a, fa] = [x, fx];
      [x, fx] = [u, fu];
    } else if (u < x) [a, fa] = [u, fu];
    else [b, fb] = [u, fu];
  }
  if (Math.min(fa, fb) >= fx) return x;
  return fa < fb ? a : b;
}

/** A point that lies within the limits, moved off the middle point if it falls on it. */
function near(point: number, a: number, x: number, b: number): number | undefined {
  const least = 0.002 * (b - a);
  if (!(point > a && point < b)) return undefined;
  if (Math.abs(point - x) >= least) return point;
  return b - x > x - a ? x + least : x - least;
}

/** The bottom of the parabola through three points; not a number where they lie on a line. */
function bottom(a: number, x: number, b: number, fa: number, fx: number, fb: number): number {
  const left = (x - a) * (fx - fb);
  const right = (x - b) * (fx - fa);
  return x - (0.5 * ((x - a) * left - (x - b) * right)) / (left - right);
}

/** Up to so many whole numbers are all tried. */
const FEW = 24;

/** The whole number from `low` to `high` where `f` is least, if it falls and then rises there. */
export function minimiseSteps(f: (step: number) => number, low: number, high: number): number {
  let [a, b] = [low, high];
  while (b - a > FEW) {
    const third = Math.floor((b - a) / 3);
    if (f(a + third) <= f(b - third)) b -= third;
    else a += third;
  }
  let best = a;
  let least = f(a);
  for (let step = a + 1; step <= b; step++) {
    const value = f(step);
    if (value < least) [best, least] = [step, value];
  }
  return best;
}
