// Flip distance: the smallest change of each single figure, and of the best pair, that brings a subject to another class.
import { AppError } from '#core/app-error.ts';
import { roundHalfAwayFromZero } from '#core/rounding.ts';
import { NO_CLASS } from '../classify/classify.ts';
import type { Run } from '../run/evaluate.ts';
import type { ClassesPlan } from '../scheme/plan.ts';
import { textAt } from '../table/column.ts';
import type { Axis } from './flip/axis.ts';
import type { Obstacle } from './flip/row-evaluator.ts';
import { createRowModel } from './flip/row-model.ts';
import { bestPair, type Move, shortestMove, someMove } from './flip/search.ts';
import { createSubject, type Subject } from './flip/subject.ts';

export type FlipOptions = {
  /** A figure may rise by so many times itself: 100 unless stated. */
  readonly most?: number;
  /** Whether pairs are searched: yes unless stated. */
  readonly pair?: boolean;
  /**
   * The first change found along the score will do: for thousands of subjects, where a search of every stretch takes a
   * quarter of a second each. Every change still reaches the class, but a smaller one may exist; `proven` is false.
   */
  readonly quick?: boolean;
};

/** A figure that reaches the class, in the unit of the scheme. */
export type FigureChange = {
  readonly input: string;
  /** NaN where it is absent. */
  readonly from: number;
  /** The nearest figure that reaches the class. */
  readonly to: number;
  /** The nearest one with few decimals that still does. */
  readonly shown: number;
  /** (to − from) ÷ |from|; NaN where the figure is absent or zero. */
  readonly relative: number;
  /** What changes are compared by: |to − from| ÷ |from|, or ÷ the median of the input's figures where it is absent or zero. */
  readonly distance: number;
};

export type SingleFlip = {
  readonly input: string;
  /** Undefined where no figure in the search range reaches the class: `obstacle` says why. */
  readonly change: FigureChange | undefined;
  readonly obstacle: Obstacle | undefined;
  /** Whether it is certain that there is no smaller change, or none; false where a range could only be sampled. */
  readonly proven: boolean;
};

export type PairFlip = { readonly changes: readonly [FigureChange, FigureChange]; readonly distance: number };

export type Flip = {
  readonly row: number;
  readonly id: string;
  /** The class by the scheme, manual changes left aside; undefined where there is none. */
  readonly from: string | undefined;
  readonly target: string;
  /** To a better class: it or any above. To a worse one: it or any below. To one outside the order (T): that class itself. */
  readonly way: 'rise' | 'fall' | 'move';
  /** The subject is there without any change. */
  readonly reached: boolean;
  readonly reachable: boolean;
  /** Why nothing reaches the class. */
  readonly obstacle: Obstacle | undefined;
  /** Points of score still missing, or to lose, with all others as they are; NaN where the score is not what is missing. */
  readonly points: number;
  /** Place in the pool, and the last place that has the class, or the first that has it no more; NaN without places. */
  readonly rank: number;
  readonly lastRank: number;
  /** Nearest first, then those that do not reach the class. */
  readonly singles: readonly SingleFlip[];
  /** Undefined where no two figures do it with less than one. */
  readonly pair: PairFlip | undefined;
};

/**
 * How one subject gets to a class: the smallest change of each number input alone and of the best pair (least √(a² + b²) of
 * the two distances), such that a full evaluation of the changed figures gives the class. Everything moves along as the
 * scheme says: mean scores, baselines, ranks, quota places, exemptions, rules, rounding, ties.
 *
 * Searched are figures from −100 % to +`most` × 100 % of the present one within the input's own limits, whole numbers where
 * the unit counts things; a zero or absent figure moves in shares of the input's median. Found are distances to 1e-9 of
 * themselves for single figures. A pair always reaches the class; it is the shortest to 1e-6 where scores move without
 * jumps, and may be longer by up to a few percent where a formula or a rule jumps at a figure of the pair.
 * Throws AppError `class_unknown` {name, known}.
 */
export function flipRow(run: Run, row: number, target: string, options: FlipOptions = {}): Flip {
  const flipper = createFlipper(run, options);
  flipper.load(row);
  return flipper.to(target);
}

/** Flips of every subject to every other class in the order of classes: by row, best class first. */
export function flipAll(run: Run, options: FlipOptions = {}): Flip[][] {
  const flipper = createFlipper(run, options);
  const order = run.plan.classes?.order ?? [];
  return Array.from({ length: run.rows }, (_, row) => {
    flipper.load(row);
    const from = classOf(run, row);
    return order.filter((target) => target !== from).map((target) => flipper.to(target));
  });
}

/** Flips of one run, one subject after another; what all of them share is made once. */
export type Flipper = { readonly load: (row: number) => void; readonly to: (target: string) => Flip };

export function createFlipper(
  run: Run,
  { most = 100, pair = true, quick = false }: FlipOptions = {},
): Flipper {
  const { classes } = run.plan;
  if (classes === undefined) {
    return {
      load: () => undefined,
      to: (target) => {
        throw unknownClass(target, []);
      },
    };
  }
  const model = createRowModel(run, classes);
  const subject = createSubject(model, most);
  let row = -1;
  return {
    load: (next) => {
      row = next;
      subject.load(next);
    },
    to: (target) => flipOf({ run, classes, subject, names: model.inputs, pair, quick }, row, target),
  };
}

type FlipTask = {
  readonly run: Run;
  readonly classes: ClassesPlan;
  readonly subject: Subject;
  readonly names: readonly string[];
  readonly pair: boolean;
  readonly quick: boolean;
};

function flipOf(task: FlipTask, row: number, target: string): Flip {
  const { run, classes, subject } = task;
  const position = classes.all.indexOf(target);
  if (position < 0) throw unknownClass(target, classes.all);
  const from = classOf(run, row);
  const way = wayTo(classes, from, position);
  const reached = subject.aim(acceptedFor(classes, way, position));
  const lack = subject.lack();
  const facts = {
    row,
    id: textAt(run.dataset.ids, row),
    from,
    target,
    way,
    reached,
    points: Math.abs(lack.score - (run.score[row] as number)),
    rank: run.classified.ranking.poolRank[row] as number,
    lastRank: lack.rank,
  };
  if (reached) return { ...facts, reachable: true, obstacle: undefined, singles: [], pair: undefined };
  const moves: (Move | undefined)[] = [];
  const singles = subject.inputs.map((input) => {
    const { move, proven } = task.quick ? someMove(subject, input) : shortestMove(subject, input);
    moves[input] = move;
    const name = task.names[input] as string;
    if (move === undefined)
      return { input: name, change: undefined, obstacle: subject.obstacle(input), proven };
    return { input: name, change: changeOf(task, row, move), obstacle: undefined, proven };
  });
  const pair = task.pair ? pairOf(task, row, moves) : undefined;
  const reachable = pair !== undefined || singles.some(({ change }) => change !== undefined);
  return {
    ...facts,
    reachable,
    obstacle: reachable ? undefined : mainObstacle(singles),
    singles: singles.sort((a, b) => distance(a) - distance(b)),
    pair,
  };
}

function distance({ change }: SingleFlip): number {
  // Finite, so that two without a change compare as equal.
  return change?.distance ?? Number.MAX_VALUE;
}

function changeOf(task: FlipTask, row: number, { axis, figure }: Move): FigureChange {
  const { trial } = task.subject.judge([axis.input]);
  const shown = roundOutward(axis, figure, (x) => trial.test(x, x, x, x) === 2);
  return describeChange(task, row, axis, figure, shown);
}

function pairOf(task: FlipTask, row: number, moves: readonly (Move | undefined)[]): PairFlip | undefined {
  const found = bestPair(task.subject, moves);
  if (found === undefined) return undefined;
  const { axes, figures } = found;
  const { trial } = task.subject.judge([axes[0].input, axes[1].input]);
  const reaches = (x: number, y: number): boolean => trial.test(x, x, y, y) === 2;
  const first = roundOutward(axes[0], figures[0], (x) => reaches(x, figures[1]));
  const second = roundOutward(axes[1], figures[1], (y) => reaches(first, y));
  return {
    changes: [
      describeChange(task, row, axes[0], figures[0], first),
      describeChange(task, row, axes[1], figures[1], second),
    ],
    distance: found.distance,
  };
}

function describeChange(task: FlipTask, row: number, axis: Axis, to: number, shown: number): FigureChange {
  const input = task.names[axis.input] as string;
  const from = task.run.context.numbers(input, 0)[row] as number;
  const relative = from === 0 ? Number.NaN : (to - from) / Math.abs(from);
  return { input, from, to, shown, relative, distance: Math.abs(to - axis.base) / axis.unit };
}

/** Decimals tried. */
const FEWEST_DIGITS = 2;
const MOST_DIGITS = 12;

/**
 * The figure with few decimals, rounded away from the present one, that still reaches the class and is not much further;
 * else the figure itself.
 */
function roundOutward(axis: Axis, figure: number, reaches: (figure: number) => boolean): number {
  if (axis.whole) return figure;
  const most = Math.max(0.02 * Math.abs(figure - axis.base), 1e-4 * axis.unit);
  for (let digits = FEWEST_DIGITS; digits <= MOST_DIGITS; digits++) {
    const rounded = roundHalfAwayFromZero(figure, digits);
    const isShort = axis.side * (rounded - figure) < 0;
    const outward = isShort ? roundHalfAwayFromZero(rounded + axis.side * 10 ** -digits, digits) : rounded;
    const isInside = axis.side * (axis.end - outward) >= 0;
    if (isInside && Math.abs(outward - figure) <= most && reaches(outward)) return outward;
  }
  return figure;
}

function classOf(run: Run, row: number): string | undefined {
  const position = run.classified.final[row] as number;
  return position === NO_CLASS ? undefined : run.plan.classes?.all[position];
}

function wayTo({ order }: ClassesPlan, from: string | undefined, target: number): Flip['way'] {
  if (target >= order.length) return 'move';
  const current = from === undefined ? -1 : order.indexOf(from);
  return current >= 0 && target > current ? 'fall' : 'rise';
}

/** One mark per class, and a last one, never set, for "no class". */
function acceptedFor({ all, order }: ClassesPlan, way: Flip['way'], target: number): Uint8Array {
  const accepted = new Uint8Array(all.length + 1);
  if (way === 'rise') accepted.fill(1, 0, target + 1);
  else if (way === 'fall') accepted.fill(1, target, order.length);
  else accepted[target] = 1;
  return accepted;
}

/** What they share; else what an input that might do it runs into. */
const OBSTACLES: readonly Obstacle[] = ['out_of_range', 'capped', 'no_places', 'ruled', 'no_score', 'exempt'];

function mainObstacle(singles: readonly SingleFlip[]): Obstacle {
  return OBSTACLES.find((name) => singles.some(({ obstacle }) => obstacle === name)) ?? 'no_effect';
}

function unknownClass(name: string, known: readonly string[]): AppError {
  return new AppError('class_unknown', { name, known: known.join(', ') });
}
