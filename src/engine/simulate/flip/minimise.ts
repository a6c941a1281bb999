// The least value of a function of one number, or of one whole number, within limits.

const GOLDEN = (3 - Math.sqrt(5)) / 2;

/**
 * The least `f` between `low` and `high`, if it falls and then rises there: to a share `precision` of its value as the points
 * around it tell, or as far as numbers can be told apart.
 * Source: Brent 1973, Algorithms for Minimization without Derivatives, chapter 5 (golden section with parabolic steps).
 */
export function minimise(f: (x: number) => number, low: number, high: number, precision: number): number {
  let [a, b] = [low, high];
  let [fa, fb] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  let x = a + GOLDEN * (b - a);
  let [w, v] = [x, x];
  let fx = f(x);
  let [fw, fv] = [fx, fx];
  let step = 0;
  let before = 0;
  const finest = (high - low) * 1e-9;
  for (let round = 0; round < 100 && b - a > finest; round++) {
    if (Math.max(fa, fb) - fx <= precision * Math.abs(fx)) break;
    const parabolic = parabolaStep(x, w, v, fx, fw, fv);
    const within = x + parabolic > a && x + parabolic < b && Math.abs(parabolic) < Math.abs(before) / 2;
    before = within ? step : x < (a + b) / 2 ? b - x : a - x;
    step = within ? parabolic : GOLDEN * before;
    // Never so close to x that the two cannot be told apart, nor to an end that has been seen.
    const least = Math.max(finest, (b - a) * 1e-3) / 2;
    if (Math.abs(step) < least) step = x - a > b - x ? -least : least;
    const u = x + step;
    const fu = f(u);
    if (fu <= fx) {
      if (u < x) [b, fb] = [x, fx];
      else [a, fa] = [x, fx];
      [v, fv, w, fw, x, fx] = [w, fw, x, fx, u, fu];
      continue;
    }
    if (u < x) [a, fa] = [u, fu];
    else [b, fb] = [u, fu];
    if (fu <= fw || w === x) [v, fv, w, fw] = [w, fw, u, fu];
    else if (fu <= fv || v === x || v === w) [v, fv] = [u, fu];
  }
  return x;
}

/** From x to the bottom of the parabola through three points; not finite where they lie on a line. */
function parabolaStep(x: number, w: number, v: number, fx: number, fw: number, fv: number): number {
  const r = (x - w) * (fx - fv);
  const q = (x - v) * (fx - fw);
  const p = (x - v) * q - (x - w) * r;
  const divisor = 2 * (q - r);
  return divisor > 0 ? -p / divisor : p / -divisor;
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
