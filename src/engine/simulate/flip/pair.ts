// The smallest change of two figures together: least by the root of the sum of squared distances.
import { type Axis, distanceOf, figureAt, nextFigure, stepsWithin } from './axis.ts';
import { guessCrossing, type Line, narrow } from './crossing.ts';
import { minimise, minimiseSteps } from './minimise.ts';
import type { Truth } from './row-item.ts';
import type { Trial } from './trial.ts';

export type PairMove = {
  readonly axes: readonly [Axis, Axis];
  readonly figures: readonly [number, number];
  readonly distance: number;
};

export type PairTask = {
  readonly trial: Trial;
  readonly first: readonly Axis[];
  readonly second: readonly Axis[];
  /** Whether tests over wide limits can exclude them. */
  readonly bounded: boolean;
};

/** Distances along the border of the class are told apart from this share of them on. */
const PRECISION = 2e-7;

/**
 * The circle of the shortest distance so far is looked at in arcs, in radians: wide ones first, then what they leave open in
 * narrow ones.
 */
const WIDE = 1 / 8;
const NARROW = 1 / 32;
const QUARTER = Math.PI / 2;

/**
 * The smallest joint change that is shorter than `most`; undefined when there is none. Every arc of the circle with radius
 * `most` that bounds do not exclude is searched; within an arc the shortest change is found by descent.
 */
export function shortestPair(task: PairTask, most: number): PairMove | undefined {
  const { trial, first, second, bounded } = task;
  if (testAround(task, most) === 0) return undefined;
  let best: PairMove | undefined;
  for (const a of first) {
    for (const b of second) {
      const radius = best?.distance ?? most;
      // Whole numbers are tried one by one, so they go outside.
      const found =
        a.whole && !b.whole
          ? reverse(shortestIn({ trial: turn(trial), a: b, b: a, bounded }, radius))
          : shortestIn({ trial, a, b, bounded }, radius);
      best = found ?? best;
    }
  }
  return best;
}

function turn(trial: Trial): Trial {
  return { test: (lo, hi, lo2, hi2) => trial.test(lo2, hi2, lo, hi), margin: trial.margin };
}

function reverse(move: PairMove | undefined): PairMove | undefined {
  if (move === undefined) return undefined;
  const { axes, figures, distance } = move;
  return { axes: [axes[1], axes[0]], figures: [figures[1], figures[0]], distance };
}

/** All figures within a distance on either side. */
function testAround({ trial, first, second }: PairTask, distance: number): Truth {
  return trial.test(
    endOf(first, distance, -1),
    endOf(first, distance, 1),
    endOf(second, distance, -1),
    endOf(second, distance, 1),
  );
}

function endOf(axes: readonly Axis[], distance: number, side: 1 | -1): number {
  let end = (axes[0] as Axis).base;
  for (const axis of axes) if (axis.side === side) end = figureAt(axis, distance);
  return end;
}

/** Two directions: one quarter of the plane. */
type Quadrant = { readonly trial: Trial; readonly a: Axis; readonly b: Axis; readonly bounded: boolean };

type Found = { best: PairMove | undefined; radius: number };

function shortestIn(quadrant: Quadrant, most: number): PairMove | undefined {
  const { a, b, bounded } = quadrant;
  const found: Found = { best: undefined, radius: Math.min(most, Math.hypot(a.limit, b.limit)) };
  if (!(most < Number.POSITIVE_INFINITY)) lookAlongRays(quadrant, found);
  const wide = openArcs(quadrant, found.radius, [{ from: 0, to: QUARTER }], WIDE);
  for (const arc of wide) descend(quadrant, arc, found);
  if (!bounded) return found.best;
  for (const arc of openArcs(quadrant, found.radius, wide, NARROW)) {
    // Around the shortest change so far the circle touches the class: there the descent has been, unless it missed some.
    if (!holds(arc, found)) descend(quadrant, arc, found);
    else for (const part of reachedParts(quadrant, arc, found.radius)) descend(quadrant, part, found);
  }
  return found.best;
}

/** Distances from `near` to `far` on one axis, from `near2` to `far2` on the other. */
function testStretch(
  { trial, a, b }: Quadrant,
  near: number,
  far: number,
  near2: number,
  far2: number,
): Truth {
  const x = figureAt(a, near);
  const x2 = near === far ? x : figureAt(a, far);
  const y = figureAt(b, near2);
  const y2 = near2 === far2 ? y : figureAt(b, far2);
  return trial.test(
    a.side === 1 ? x : x2,
    a.side === 1 ? x2 : x,
    b.side === 1 ? y : y2,
    b.side === 1 ? y2 : y,
  );
}

function reaches({ trial }: Quadrant, x: number, y: number): boolean {
  return trial.test(x, x, y, y) === 2;
}

/** With the second figure fixed. */
function testAlong({ trial, a }: Quadrant, near: number, far: number, y: number): Truth {
  const x = figureAt(a, near);
  const x2 = near === far ? x : figureAt(a, far);
  return a.side === 1 ? trial.test(x, x2, y, y) : trial.test(x2, x, y, y);
}

/** A first change to improve on: where rays at some angles meet the class. */
function lookAlongRays(quadrant: Quadrant, found: Found): void {
  const { trial, a, b } = quadrant;
  for (const angle of [QUARTER / 2, QUARTER / 6, (5 * QUARTER) / 6]) {
    const [along, across] = [Math.cos(angle), Math.sin(angle)];
    const ray: Line = {
      limit: Math.max(a.limit / along, b.limit / across),
      test: (near, far) => testStretch(quadrant, near * along, far * along, near * across, far * across),
      margin: trial.margin,
      bounded: quadrant.bounded,
    };
    const crossing = guessCrossing(ray);
    if (crossing === undefined) continue;
    const x = nextFigure(a, figureAt(a, crossing.above * along));
    const y = nextFigure(b, figureAt(b, crossing.above * across));
    if (reaches(quadrant, x, y)) keep(quadrant, found, x, y);
  }
}

function keep({ a, b }: Quadrant, found: Found, x: number, y: number): void {
  const distance = Math.hypot(distanceOf(a, x), distanceOf(b, y));
  if (distance >= found.radius) return;
  found.radius = distance;
  found.best = { axes: [a, b], figures: [x, y], distance };
}

/** Angles on a circle; 0 is where the first figure alone moves. */
type Arc = { from: number; to: number };

/** The parts of these arcs in which the class may be reached within the radius, in steps of `width`; neighbours joined. */
function openArcs(quadrant: Quadrant, radius: number, arcs: readonly Arc[], width: number): Arc[] {
  const open: Arc[] = [];
  const inside = radius * (1 - PRECISION / 10);
  for (const { from, to } of arcs) collectOpen(quadrant, inside, from, to, width, open);
  return open;
}

function collectOpen(
  quadrant: Quadrant,
  radius: number,
  from: number,
  to: number,
  width: number,
  open: Arc[],
): void {
  const near = radius * Math.sin(from);
  if (near > quadrant.b.limit) return;
  if (testStretch(quadrant, 0, radius * Math.cos(from), near, radius * Math.sin(to)) === 0) return;
  if (to - from > width) {
    const middle = (from + to) / 2;
    collectOpen(quadrant, radius, from, middle, width, open);
    collectOpen(quadrant, radius, middle, to, width, open);
    return;
  }
  const last = open.at(-1);
  if (last !== undefined && last.to === from) last.to = to;
  else open.push({ from, to });
}

function holds({ from, to }: Arc, { best }: Found): boolean {
  if (best === undefined) return false;
  const [a, b] = best.axes;
  const angle = Math.atan2(distanceOf(b, best.figures[1]), distanceOf(a, best.figures[0]));
  return angle >= from && angle <= to;
}

/** The parts of an open arc in whose middle the class is reached just inside the circle. */
function reachedParts(quadrant: Quadrant, { from, to }: Arc, radius: number): Arc[] {
  const inside = radius * (1 - 1e-6);
  const parts: Arc[] = [];
  const count = Math.max(1, Math.round((to - from) / NARROW));
  const width = (to - from) / count;
  for (let i = 0; i < count; i++) {
    const angle = from + (i + 0.5) * width;
    const [x, y] = [inside * Math.cos(angle), inside * Math.sin(angle)];
    if (testStretch(quadrant, x, x, y, y) !== 2) continue;
    parts.push({ from: Math.max(angle - width, 0), to: Math.min(angle + width, QUARTER) });
  }
  return parts;
}

/** The shortest change whose second figure lies within the arc. */
function descend(quadrant: Quadrant, { from, to }: Arc, found: Found): void {
  const { b } = quadrant;
  const { radius } = found;
  const length = lengthAt(quadrant, found);
  const [low, high] = [radius * Math.sin(from), Math.min(radius * Math.sin(to), b.limit)];
  if (!b.whole) {
    minimise((distance) => length(figureAt(b, distance)), low, high, PRECISION);
    return;
  }
  const [first, last] = [Math.max(stepsWithin(b, low), 0), stepsWithin(b, high)];
  if (last >= first) minimiseSteps((step) => length(b.start + b.side * step), first, last);
}

/**
 * By the second figure, the square of the shortest joint change; from the circle outwards, more the further the score is from
 * what is needed on the circle. Changes within the circle are kept.
 */
function lengthAt(quadrant: Quadrant, found: Found): (y: number) => number {
  const { trial, a, b } = quadrant;
  const { radius } = found;
  trial.test(a.base, a.base, b.base, b.base);
  const lack = Math.abs(trial.margin());
  return (y) => {
    const far = distanceOf(b, y);
    const room = Math.min(Math.sqrt(Math.max(radius ** 2 - far ** 2, 0)), a.limit);
    const steps = a.whole ? stepsWithin(a, room) : 0;
    const furthest = a.whole ? a.start + a.side * steps : figureAt(a, room);
    if (steps < 0 || !reaches(quadrant, furthest, y)) {
      const short = Math.abs(trial.margin()) / lack;
      // Where no score tells how far it is, more of the second figure is the better guess.
      return radius ** 2 * (1 + (Number.isFinite(short) ? short : 3 - far / radius));
    }
    const x = shortest(quadrant, y, room, trial.margin(), furthest);
    keep(quadrant, found, x, y);
    return distanceOf(a, x) ** 2 + far ** 2;
  };
}

/** The first figure that reaches the class, which `furthest` does. */
function shortest(quadrant: Quadrant, y: number, room: number, margin: number, furthest: number): number {
  const { trial, a, bounded } = quadrant;
  const line: Line = {
    limit: room,
    test: (near, far) => testAlong(quadrant, near, far, y),
    margin: trial.margin,
    bounded,
  };
  if (line.test(0, 0) === 2) return figureAt(a, 0);
  const { above } = narrow(line, { below: 0, above: room }, trial.margin(), margin);
  const x = nextFigure(a, figureAt(a, above));
  return a.whole && !reaches(quadrant, x, y) ? furthest : x;
}
