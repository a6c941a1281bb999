// The smallest distance on a line from which on a class is reached: guessed along the score, proved by bounds, and searched
// for piece by piece where the proof fails.
import type { Truth } from './row-item.ts';

/** Distances from 0, where the class is not reached, to `limit`. */
export type Line = {
  readonly limit: number;
  /** Whether the class is reached at distances from `near` to `far`: exact where they are equal. */
  readonly test: (near: number, far: number) => Truth;
  /** After a test of one distance: points beyond what is needed, or NaN. */
  readonly margin: () => number;
  /** Whether tests over a stretch of distances can exclude it; else it is scanned at single distances. */
  readonly bounded: boolean;
};

export type Crossing = {
  /** Undefined where none was found. */
  readonly distance: number | undefined;
  /** Whether it is certain that no smaller distance, or none at all, reaches the class. */
  readonly proven: boolean;
};

const UNREACHABLE: Crossing = { distance: undefined, proven: true };

/** Distances are found to this share of themselves, but no closer than `FINEST`. */
const PRECISION = 1e-10;
const FINEST = 1e-13;

/** Tests spent on one line where bounds alone cannot exclude what lies before a guess. */
const BUDGET = 4000;

export function firstCrossing(line: Line): Crossing {
  if (line.test(0, line.limit) === 0) return UNREACHABLE;
  const guess = guessCrossing(line);
  if (!line.bounded) return scan(line, guess);
  if (guess !== undefined && excludes(line, 0, guess.below)) return { distance: guess.above, proven: true };
  const search = { left: BUDGET };
  const earlier = earliest(line, 0, guess?.below ?? line.limit, search);
  return { distance: earlier ?? guess?.above, proven: search.left >= 0 };
}

/** The same over whole steps 1 … `steps`; `distance` is then a number of steps. */
export function firstStep(line: Line): Crossing {
  if (line.limit < 1 || line.test(1, line.limit) === 0) return UNREACHABLE;
  const near = guessCrossing(line);
  if (!line.bounded) return scanSteps(line, near);
  if (near !== undefined) {
    const step = Math.max(1, Math.ceil(near.above * (1 - PRECISION)));
    const isFirst = step === 1 || line.test(1, step - 1) === 0;
    if (isFirst && step <= line.limit && line.test(step, step) === 2) return { distance: step, proven: true };
  }
  const search = { left: BUDGET };
  const distance = earliestStep(line, 1, line.limit, search);
  return { distance, proven: search.left >= 0 };
}

/**
 * Whether no distance up to `far` reaches the class. Close to the border only short stretches can be excluded, where others
 * move along with the subject: each is a small part of the one before.
 */
function excludes(line: Line, near: number, far: number): boolean {
  let start = near;
  for (let part = 0; part < 8; part++) {
    if (line.test(start, far) === 0) return true;
    const end = far - (far - start) / 256;
    if (!(end > start) || line.test(start, end) !== 0) return false;
    start = end;
  }
  return false;
}

function earliest(line: Line, near: number, far: number, search: { left: number }): number | undefined {
  if (--search.left < 0) return undefined;
  const truth = line.test(near, far);
  if (truth === 0) return undefined;
  if (truth === 2) return near;
  const middle = near + (far - near) / 2;
  if (far - near <= Math.max(PRECISION * far, FINEST) || middle <= near || middle >= far) {
    return line.test(far, far) === 2 ? far : undefined;
  }
  return earliest(line, near, middle, search) ?? earliest(line, middle, far, search);
}

function earliestStep(line: Line, near: number, far: number, search: { left: number }): number | undefined {
  if (--search.left < 0) return undefined;
  const truth = line.test(near, far);
  if (truth === 0) return undefined;
  if (truth === 2) return near;
  const middle = near + Math.floor((far - near) / 2);
  return earliestStep(line, near, middle, search) ?? earliestStep(line, middle + 1, far, search);
}

/** Distances looked at where nothing is known between them. */
const SCANNED = 96;

function scan(line: Line, guess: Bracket | undefined): Crossing {
  const furthest = guess?.above ?? line.limit;
  let before = 0;
  for (let i = 0; i <= SCANNED; i++) {
    // Half of them within a tenth of the furthest: small changes matter most.
    const distance = furthest * 10 ** ((3 * (i - SCANNED)) / SCANNED);
    if (line.test(distance, distance) === 2) {
      const { above } = narrow(line, { below: before, above: distance }, Number.NaN, Number.NaN);
      return { distance: above, proven: false };
    }
    before = distance;
  }
  return { distance: guess?.above, proven: false };
}

function scanSteps(line: Line, guess: Bracket | undefined): Crossing {
  const furthest = Math.min(line.limit, Math.ceil(guess?.above ?? line.limit));
  let before = 0;
  for (
    let step = 1;
    before < furthest;
    step = Math.min(Math.max(step + 1, Math.ceil(step * 1.05)), furthest)
  ) {
    if (line.test(step, step) === 2) {
      let [low, high] = [before, step];
      while (high - low > 1) {
        const middle = (low + high) >> 1;
        if (line.test(middle, middle) === 2) high = middle;
        else low = middle;
      }
      return { distance: high, proven: false };
    }
    before = step;
  }
  return { distance: undefined, proven: false };
}

type Bracket = { readonly below: number; readonly above: number };

/** A distance at which the class is reached and one just before it at which it is not; not always the first. */
export function guessCrossing(line: Line): Bracket | undefined {
  if (line.test(0, 0) === 2) return { below: 0, above: 0 };
  let below = 0;
  let marginBelow = line.margin();
  let step = 1e-3;
  for (;;) {
    // The limit itself may be a case of its own, such as a denominator of zero: it is approached by halves.
    const rest = line.limit - below;
    const distance = rest > 1e-3 * line.limit ? below + Math.min(step, rest / 2) : line.limit;
    if (line.test(distance, distance) === 2) {
      return narrow(line, { below, above: distance }, marginBelow, line.margin());
    }
    if (distance >= line.limit) return undefined;
    const margin = line.margin();
    const slope = (margin - marginBelow) / (distance - below);
    // Where the margin does not rise, look ever further; where it does, a little beyond where it should be enough.
    step = slope > 0 ? Math.max((-margin / slope) * 1.01, distance * 1e-3) : distance * 9;
    below = distance;
    marginBelow = margin;
  }
}

/**
 * Closes in on the border between two distances, along the margins as long as they agree with the tests, by halving otherwise.
 * Source: Chandrupatla 1997, Advances in Engineering Software 28 (inverse quadratic interpolation where it is safe).
 */
export function narrow(line: Line, bracket: Bracket, below: number, above: number): Bracket {
  // The last distance tested, the other end of the bracket, and the one tested before; the class is reached at one of a and b.
  let [a, b, c] = [bracket.above, bracket.below, bracket.below];
  const noise = (Math.abs(above) + Math.abs(below)) * 1e-9;
  let [marginA, marginB, marginC] = [trusted(above, true, noise), trusted(below, false, noise), Number.NaN];
  let reachedA = true;
  let share = marginA / (marginA - marginB);
  for (let round = 0; round < 200; round++) {
    const width = Math.abs(b - a);
    const least = Math.max(PRECISION * Math.max(a, b), FINEST) / width;
    if (least >= 1) break;
    const step = Number.isNaN(share) ? 0.5 : Math.min(Math.max(share, least / 2), 1 - least / 2);
    const distance = a + step * (b - a);
    if (distance === a || distance === b) break;
    const reached = line.test(distance, distance) === 2;
    const margin = line.margin();
    if (reached === reachedA) [c, marginC] = [a, marginA];
    else [c, marginC, b, marginB] = [b, marginB, a, marginA];
    [a, marginA, reachedA] = [distance, trusted(margin, reached, noise), reached];
    share = interpolate(a - b, c - b, marginA, marginB, marginC);
  }
  return reachedA ? { below: b, above: a } : { below: a, above: b };
}

/** A margin as far as it agrees with the test; next to the border the test decides on which side it lies. */
function trusted(margin: number, reached: boolean, noise: number): number {
  if (reached ? margin > 0 : margin < 0) return margin;
  if (!(Math.abs(margin) <= noise)) return Number.NaN;
  return reached ? Number.MIN_VALUE : -Number.MIN_VALUE;
}

/** The share of the way from a to b at which the inverse parabola through three margins is zero; NaN where it cannot be trusted. */
function interpolate(toA: number, toC: number, a: number, b: number, c: number): number {
  const xi = toA / toC;
  const phi = (a - b) / (c - b);
  if (!(phi ** 2 < xi && (1 - phi) ** 2 < 1 - xi)) return Number.NaN;
  return (a / (b - a)) * (c / (b - c)) + ((toC - toA) / -toA) * (a / (c - a)) * (b / (c - b));
}
