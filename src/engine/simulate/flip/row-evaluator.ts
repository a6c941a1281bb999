// Evaluates one subject while some of its figures move, all others standing still or moved by its mean scores only.
// Exact for single figures, safe bounds for figures within limits.
import { roundHalfAwayFromZero } from '#core/rounding.ts';
import { classAtRank } from '#engine/classify/quotas.ts';
import { MAYBE, PRESENT, setPoint, type Step, truthOf } from './bounds.ts';
import { touches } from './dependence.ts';
import type { Fill } from './fills.ts';
import { createPlaces } from './places.ts';
import { createRivals } from './rivals.ts';
import type { Range } from './row-adjustments.ts';
import type { Place } from './row-classes.ts';
import type { RowFormula } from './row-formulas.ts';
import type { RowItem, Truth } from './row-item.ts';
import type { RowModel } from './row-model.ts';
import { scoreTree } from './row-tree.ts';
import type { Trial } from './trial.ts';

export type RowEvaluator = {
  /** Takes a subject with its figures as they are in the run. */
  readonly load: (row: number) => void;
  /** Sets what counts as reached: the marked classes, by their position in `all`. */
  readonly aim: (accepted: Uint8Array) => void;
  /** The trial of one or two inputs, by their position in the model, for whatever subject and aim are set. */
  readonly trial: (inputs: readonly number[]) => Trial;
  /** Whether the scheme refuses a value that single figures give. */
  readonly refuses: (inputs: readonly number[], first: number, second: number) => boolean;
  /** Why no figure within the limits reaches the aim. */
  readonly obstacle: (inputs: readonly number[], lo: number, hi: number) => Obstacle;
  /** Whether the subject reaches the aim as it is. */
  readonly reached: () => boolean;
  /** What the subject lacks to reach the aim, all others standing still. */
  readonly lack: () => Lack;
};

/**
 * `score` is the score to reach, or to fall below; `rank` the place in the pool, as far as places are what is needed.
 * NaN where neither is in the way.
 */
export type Lack = {
  readonly way: 'up' | 'down' | 'none';
  readonly score: number;
  readonly rank: number;
  /** The row that has the score to reach, −1 where it is a threshold. */
  readonly rival: number;
};

/**
 * The subject stays exempt; a rule or condition holds its class whatever the score; it has no score; the class has no places;
 * the items that read the figure are at their cap or floor; the figure makes no difference; the search range ends before.
 */
export type Obstacle =
  | 'exempt'
  | 'ruled'
  | 'no_score'
  | 'no_places'
  | 'capped'
  | 'no_effect'
  | 'out_of_range';

/** What a change of some inputs makes it necessary to compute again. */
type Task = {
  readonly inputs: readonly number[];
  readonly values: readonly Step[];
  readonly items: readonly number[];
  readonly moving: readonly Fill[];
  readonly classes: readonly Step[];
};

const NO_LACK: Lack = { way: 'none', score: Number.NaN, rank: Number.NaN, rival: -1 };

export function createRowEvaluator(model: RowModel, fills: readonly Fill[]): RowEvaluator {
  const { run, plan, formulas, items, normalised, tree, groupSlots, adjustments, classes } = model;
  const { registers, inputs: inputSlots } = formulas;
  const rivals = createRivals(run, tree, fills, formulas);
  const places = createPlaces(run);
  const { round } = run.plan;
  const roundsRank = round !== undefined && round.rankBy !== 'exact';
  const thresholds = plan.thresholds?.map(({ from }) => from);
  const tasks = new Map<string, Task>();
  const lows = new Float64Array(tree.size);
  const highs = new Float64Array(tree.size);
  const score: Range = { lo: Number.NaN, hi: Number.NaN, open: false };
  const place: Place = { ranked: 0, best: 0, worst: 0 };
  let row = -1;
  let last: readonly number[] = [];
  let accepted = new Uint8Array(plan.all.length + 1);
  let lack = NO_LACK;
  let active: Task | undefined;
  let refused: Truth = 0;

  function taskOf(inputs: readonly number[]): Task {
    const key = inputs.join(' ');
    const known = tasks.get(key);
    if (known !== undefined) return known;
    const stepsOf = (list: readonly RowFormula[]): Step[] =>
      list.filter((formula) => touches(formula, inputs)).flatMap(({ steps }) => steps);
    const affected = model.itemValues.flatMap((value, k) => (touches(value, inputs) ? [k] : []));
    const task: Task = {
      inputs,
      values: [...stepsOf(model.values), ...stepsOf(adjustments.formulas)],
      items: affected,
      moving: fills.filter((fill) => affected.includes(fill.indicator) && fill.members.includes(1)),
      classes: stepsOf(classes.formulas),
    };
    tasks.set(key, task);
    return task;
  }

  /** Puts the figures that a task moved back to what they are. */
  function restore(): void {
    if (active === undefined) return;
    for (const input of active.inputs) {
      const column = run.context.numbers(model.inputs[input] as string, 0);
      setPoint(registers, inputSlots[input] as number, column[row] as number);
    }
    for (const step of active.values) step();
    for (const k of active.items) {
      setPoint(normalised, k, run.items[k]?.normalised[row] as number);
      lows[k] = normalised.lo[k] as number;
      highs[k] = lows[k];
    }
    const { classes: steps } = active;
    active = undefined;
    refused = 0;
    if (steps.length > 0 || groupSlots.length > 1) scoreSubject([]);
    for (const step of steps) step();
  }

  function load(subject: number): void {
    row = subject;
    active = undefined;
    refused = 0;
    formulas.load(row);
    for (const fill of fills) fill.load(row);
    for (const { steps } of [...model.values, ...adjustments.formulas]) for (const step of steps) step();
    items.forEach((item, k) => {
      const fillOf = (state: number): number =>
        fills.find((fill) => fill.indicator === k && fill.state === state)?.own() ?? Number.NaN;
      item.load(row, fillOf);
      setPoint(normalised, k, run.items[k]?.normalised[row] as number);
      lows[k] = normalised.lo[k] as number;
      highs[k] = lows[k];
    });
    adjustments.load(row);
    rivals.load(row);
    last = places.of(row, rivals.count());
    scoreSubject([]);
    for (const { steps } of classes.formulas) for (const step of steps) step();
  }

  /** The score before rounding, and the slots of the groups' scores. */
  function scoreSubject(changed: readonly number[]): void {
    let isPoint = true;
    let isKnown = true;
    for (let i = 0; i < changed.length; i++) {
      const k = changed[i] as number;
      const low = lows[k] as number;
      const high = highs[k] as number;
      if (normalised.absent[k] === MAYBE || (!tree.linear && low < 0 && low < high)) isKnown = false;
      if (low < high) isPoint = false;
    }
    score.open = !isKnown;
    score.lo = isKnown ? scoreTree(tree, lows) : Number.NEGATIVE_INFINITY;
    score.hi = Number.POSITIVE_INFINITY;
    if (isKnown) {
      score.hi = isPoint ? score.lo : scoreTree(tree, highs);
    }
    if (groupSlots.length > 1) putGroups(isKnown, isPoint);
    if (!isPoint && !tree.linear) widen();
    adjustments.apply(score);
    if (score.lo === score.lo && score.hi === score.hi) return;
    // Without bounds anything is possible; a single score that is no number is none.
    if (isPoint && !score.open) return;
    score.lo = Number.NEGATIVE_INFINITY;
    score.hi = Number.POSITIVE_INFINITY;
    score.open = true;
  }

  function putGroups(isKnown: boolean, isPoint: boolean): void {
    groupSlots.forEach((slot, g) => {
      const node = items.length + g;
      if (isPoint) highs[node] = lows[node] as number;
      putGroup(slot, node, isKnown);
    });
  }

  function putGroup(slot: number, node: number, isKnown: boolean): void {
    const [low, high] = [lows[node] as number, highs[node] as number];
    if (isKnown && low === high) return setPoint(registers, slot, low);
    if (isKnown && low !== low && high !== high) return setPoint(registers, slot, Number.NaN);
    const isBounded = isKnown && low < high;
    registers.lo[slot] = isBounded ? low : Number.NEGATIVE_INFINITY;
    registers.hi[slot] = isBounded ? high : Number.POSITIVE_INFINITY;
    registers.absent[slot] = isBounded ? PRESENT : MAYBE;
  }

  /** Logarithms and powers may miss the last bits. */
  function widen(): void {
    score.lo -= Math.abs(score.lo) * 1e-12;
    score.hi += Math.abs(score.hi) * 1e-12;
  }

  function placeSubject(moving: readonly Fill[]): void {
    const isRanked = (run.classified.pools[row] as number) >= 0 && score.lo === score.lo;
    place.ranked = !isRanked ? 0 : score.open ? 1 : 2;
    if (!isRanked) return;
    const lo = rankedScore(score.lo);
    const hi = score.hi === score.lo ? lo : rankedScore(score.hi);
    if (thresholds !== undefined) {
      place.best = classAtScore(thresholds, hi);
      place.worst = lo === hi ? place.best : classAtScore(thresholds, lo);
      return;
    }
    place.best = classAtRank(last, 1 + rivals.before(hi, true, moving));
    place.worst = classAtRank(last, 1 + rivals.before(lo, false, moving));
  }

  function rankedScore(value: number): number {
    return roundsRank ? roundHalfAwayFromZero(value, round.digits) : value;
  }

  /** Values and items with the figures in place. */
  function put(task: Task, lo: number, hi: number, lo2: number, hi2: number): void {
    if (active !== task) restore();
    active = task;
    putFigure(task.inputs[0] as number, lo, hi);
    if (task.inputs.length > 1) putFigure(task.inputs[1] as number, lo2, hi2);
    const { values, items: changed } = task;
    for (let i = 0; i < values.length; i++) (values[i] as Step)();
    refused = 0;
    for (let i = 0; i < changed.length; i++) {
      const k = changed[i] as number;
      const item = items[k] as RowItem;
      item.score();
      const refusal = item.refused();
      if (refusal > refused) refused = refusal;
      lows[k] = normalised.lo[k] as number;
      highs[k] = normalised.hi[k] as number;
    }
  }

  function putFigure(input: number, lo: number, hi: number): void {
    const slot = inputSlots[input] as number;
    registers.lo[slot] = lo;
    registers.hi[slot] = hi;
    registers.absent[slot] = PRESENT;
  }

  function test(task: Task, lo: number, hi: number, lo2: number, hi2: number): Truth {
    put(task, lo, hi, lo2, hi2);
    if (refused === 2) return 0;
    const { moving, classes: steps } = task;
    for (let i = 0; i < moving.length; i++) {
      const fill = moving[i] as Fill;
      fill.move((items[fill.indicator] as RowItem).ordinary);
    }
    scoreSubject(task.items);
    for (let i = 0; i < steps.length; i++) (steps[i] as Step)();
    const truth = byScore(moving) ?? byPlace(moving);
    return truth === 2 && refused === 1 ? 1 : truth;
  }

  function byPlace(moving: readonly Fill[]): Truth {
    placeSubject(moving);
    return classes.reaches(place, accepted);
  }

  /**
   * Where the place alone decides and the scores are not close to that of the rival at the border: the rival, whoever it is,
   * has moved no further than anyone has.
   */
  function byScore(moving: readonly Fill[]): Truth | undefined {
    if (!classes.isPlain || lack.rival < 0 || score.open || score.lo !== score.lo) return undefined;
    const slack = rivals.furthest(moving) + Math.abs(lack.score) * 1e-12;
    const isUp = lack.way === 'up';
    if (score.hi < lack.score - slack) return isUp ? 0 : 2;
    if (score.lo > lack.score + slack) return isUp ? 2 : 0;
    return score.lo < lack.score - slack && score.hi > lack.score + slack ? 1 : undefined;
  }

  function obstacle(task: Task, lo: number, hi: number): Obstacle {
    test(task, lo, hi, lo, hi);
    if (classes.exempt.some(({ slot }) => truthOf(registers, slot) === 2)) return 'exempt';
    if (place.ranked === 0) return 'no_score';
    const anywhere = { ranked: 2, best: 0, worst: plan.order.length - 1 } satisfies Place;
    if (classes.reaches(anywhere, accepted) === 0) return 'ruled';
    if (lack.way === 'up' && lack.rank === 0) return 'no_places';
    const end = lack.way === 'down' ? 'floor' : 'cap';
    if (task.items.length > 0 && task.items.every((k) => items[k]?.isAtEnd(end))) return 'capped';
    return task.items.some((k) => normalised.lo[k] !== normalised.hi[k]) ? 'out_of_range' : 'no_effect';
  }

  function aim(classesToReach: Uint8Array): void {
    restore();
    accepted = Uint8Array.from(classesToReach);
    lack = NO_LACK;
    scoreSubject([]);
    placeSubject([]);
    if (place.ranked !== 2 || classes.reaches(place, accepted) === 2) return;
    const current = place.best;
    const reaches = (position: number): boolean =>
      classes.reaches({ ranked: 2, best: position, worst: position }, accepted) === 2;
    const up = positionsFrom(current - 1, -1).find(reaches);
    const down = positionsFrom(current + 1, 1).find(reaches);
    if (up !== undefined) lack = lackFor('up', up);
    else if (down !== undefined) lack = lackFor('down', down - 1);
  }

  function positionsFrom(start: number, step: 1 | -1): number[] {
    const found: number[] = [];
    for (let position = start; position >= 0 && position < plan.order.length; position += step)
      found.push(position);
    return found;
  }

  /** What separates the classes up to `position` from those after it. */
  function lackFor(way: 'up' | 'down', position: number): Lack {
    if (thresholds !== undefined) {
      return { way, score: thresholds[position] as number, rank: Number.NaN, rival: -1 };
    }
    const rank = Math.max(...last.slice(0, position + 1));
    const rival = rivals.at(rank);
    return { way, score: rival < 0 ? Number.NaN : rivals.scoreOf(rival, [], 'lo'), rank, rival };
  }

  function margin(task: Task): number {
    if (lack.way === 'none' || !Number.isFinite(score.lo)) return Number.NaN;
    let needed = lack.score;
    if (lack.rival >= 0 && task.moving.length > 0) needed = rivals.scoreOf(lack.rival, task.moving, 'lo');
    if (roundsRank) needed += roundingLead();
    return lack.way === 'up' ? score.lo - needed : needed - score.lo;
  }

  /** Half a unit of the last decimal lies between a score and the one it must round past; a tie is won or lost by the rules. */
  function roundingLead(): number {
    const half = 0.5 * 10 ** -(round?.digits ?? 0);
    if (thresholds !== undefined) return -half;
    return rivals.wins(lack.rival) ? -half : half;
  }

  return {
    load,
    aim,
    reached: () => {
      restore();
      scoreSubject([]);
      placeSubject([]);
      return classes.reaches(place, accepted) === 2;
    },
    lack: () => lack,
    obstacle: (inputs, lo, hi) => obstacle(taskOf(inputs), lo, hi),
    refuses: (inputs, first, second) => {
      put(taskOf(inputs), first, first, second, second);
      return refused > 0;
    },
    trial: (inputs) => {
      const task = taskOf(inputs);
      return { test: (lo, hi, lo2, hi2) => test(task, lo, hi, lo2, hi2), margin: () => margin(task) };
    },
  };
}

function classAtScore(thresholds: readonly number[], score: number): number {
  let position = 0;
  while (position < thresholds.length - 1 && score < (thresholds[position] as number)) position++;
  return position;
}
