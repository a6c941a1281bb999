// The search for the smallest change: of every figure alone, then of the best pair.
import { type Axis, distanceOf, figureAt, nextFigure, withoutZero } from './axis.ts';
import { type Crossing, firstCrossing, firstStep, guessCrossing, type Line } from './crossing.ts';
import { type PairMove, shortestPair } from './pair.ts';
import type { Truth } from './row-item.ts';
import type { Judge, Subject } from './subject.ts';
import type { Trial } from './trial.ts';

export type Move = { readonly axis: Axis; readonly figure: number; readonly distance: number };

/** `move` is undefined where no change of the input reaches the class. */
export type Single = { readonly move: Move | undefined; readonly proven: boolean };

/** The smallest change of one input that reaches the class. */
export function shortestMove(subject: Subject, input: number): Single {
  const judge = subject.judge([input]);
  let move: Move | undefined;
  let isProven = true;
  for (const whole of subject.axes(input)) {
    const axis = judge.byCorner ? withoutZero(whole) : whole;
    const { distance, proven } = axis.whole ? crossSteps(axis, judge) : crossFigures(axis, judge);
    isProven &&= proven;
    const figure =
      distance === undefined
        ? endBeyond(axis, whole, judge)
        : axis.whole
          ? stepFigure(axis, distance)
          : figureAt(axis, distance);
    if (figure === undefined) continue;
    const found = { axis: whole, figure, distance: distanceOf(whole, figure) };
    if (move === undefined || found.distance < move.distance) move = found;
  }
  return { move, proven: isProven };
}

/**
 * A change of one input that reaches the class, found along the score in a few trials: the smallest one where more is always
 * better or always worse, and never claimed to be.
 */
export function someMove(subject: Subject, input: number): Single {
  const judge = subject.judge([input]);
  let move: Move | undefined;
  for (const whole of subject.axes(input)) {
    const axis = withoutZero(whole);
    const { end } = axis;
    if (judge.trial.test(end, end, Number.NaN, Number.NaN) !== 2) continue;
    const line = figureLine(axis, judge);
    const guess = guessCrossing(line);
    if (guess === undefined) continue;
    const figure = nextFigure(axis, figureAt(axis, guess.above));
    if (judge.trial.test(figure, figure, Number.NaN, Number.NaN) !== 2) continue;
    const found = { axis: whole, figure, distance: distanceOf(whole, figure) };
    if (move === undefined || found.distance < move.distance) move = found;
  }
  return { move, proven: false };
}

/** The end of the whole axis, where it is beyond the end of the part searched and reaches the class. */
function endBeyond(part: Axis, { end }: Axis, { trial }: Judge): number | undefined {
  return end !== part.end && trial.test(end, end, Number.NaN, Number.NaN) === 2 ? end : undefined;
}

function crossFigures(axis: Axis, judge: Judge): Crossing {
  return firstCrossing(figureLine(axis, judge));
}

function figureLine(axis: Axis, { trial, bounded }: Judge): Line {
  return {
    limit: axis.limit,
    test: (near, far) => testBetween(trial, figureAt(axis, near), figureAt(axis, far)),
    margin: trial.margin,
    bounded,
  };
}

function crossSteps(axis: Axis, { trial, bounded }: Judge): Crossing {
  return firstStep({
    limit: axis.side * (axis.end - axis.start) + 1,
    test: (near, far) => testBetween(trial, stepFigure(axis, near), stepFigure(axis, far)),
    margin: trial.margin,
    bounded,
  });
}

function stepFigure(axis: Axis, step: number): number {
  return axis.start + axis.side * (step - 1);
}

function testBetween(trial: Trial, x: number, y: number): Truth {
  return x <= y ? trial.test(x, y, Number.NaN, Number.NaN) : trial.test(y, x, Number.NaN, Number.NaN);
}

/** A pair counts when it is shorter than the best single change by more than this share. */
const GAIN = 1e-6;
/** Nothing is shorter than a change this small. */
const NOTHING = 1e-9;

/** `moves` are the smallest changes of the single inputs, by input; undefined where there is none. */
export function bestPair(subject: Subject, moves: readonly (Move | undefined)[]): PairMove | undefined {
  let shortest = Number.POSITIVE_INFINITY;
  for (const move of moves) if (move !== undefined && move.distance < shortest) shortest = move.distance;
  if (shortest < NOTHING) return undefined;
  let radius = shortest * (1 - GAIN);
  // A figure of zero is a case of its own, which single changes cover; together with another it only hides what lies before.
  const axes: Axis[][] = [];
  for (const input of subject.inputs) axes[input] = subject.axes(input).map(withoutZero);
  let best: PairMove | undefined;
  for (const { i, j } of inOrder(subject, moves)) {
    const { trial, bounded } = subject.judge([i, j]);
    const found = shortestPair({ trial, bounded, first: axes[i] ?? [], second: axes[j] ?? [] }, radius);
    if (found === undefined) continue;
    best = found;
    radius = found.distance;
  }
  return best;
}

type Candidate = { readonly i: number; readonly j: number; readonly estimate: number };

/** The pairs of inputs that can move, those that should reach soonest first. */
function inOrder({ inputs, axes }: Subject, moves: readonly (Move | undefined)[]): Candidate[] {
  const pairs: Candidate[] = [];
  for (let a = 0; a < inputs.length; a++) {
    for (let b = a + 1; b < inputs.length; b++) {
      const [i, j] = [inputs[a] as number, inputs[b] as number];
      if (axes(i).length === 0 || axes(j).length === 0) continue;
      pairs.push({ i, j, estimate: jointEstimate(moves[i], moves[j]) });
    }
  }
  return pairs.sort((x, y) => x.estimate - y.estimate);
}

/** How far apart the origin and the line through both single changes are: where pairs that reach soonest come first. */
function jointEstimate(x: Move | undefined, y: Move | undefined): number {
  const squares = (x === undefined ? 0 : x.distance ** -2) + (y === undefined ? 0 : y.distance ** -2);
  return squares > 0 ? squares ** -0.5 : Number.MAX_VALUE;
}
