// One figure of a subject, moved in one direction as far as the search may go. Distances are relative to the figure itself;
// where it is zero or absent, to what is typical of the input.
import type { InputPlan } from '#engine/scheme/plan.ts';
import { median } from '#engine/score/statistics.ts';

export type Axis = {
  /** Position among the model's inputs. */
  readonly input: number;
  readonly side: 1 | -1;
  /** The figure as it is; an absent one counts as zero. */
  readonly base: number;
  /** What a distance of 1 is. */
  readonly unit: number;
  /** The nearest and the furthest figure that differ from what is there, and the furthest one's distance. */
  readonly start: number;
  readonly end: number;
  readonly limit: number;
  /** The input counts things: only whole numbers exist. */
  readonly whole: boolean;
};

/** What all figures of one input have in common. */
export type Domain = {
  readonly input: number;
  readonly least: number;
  readonly most: number;
  readonly whole: boolean;
  readonly typical: number;
  readonly hasNegative: boolean;
};

/** Units that count things. */
const WHOLE_UNITS: ReadonlySet<string> = new Set(['人', '家', '户', '项', '件', '个', '台', '套', '辆']);

export function domainOf(plan: InputPlan, column: Float64Array, input: number): Domain {
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY, exclusive = false } = plan.spec;
  const typical = median(column.map((value) => (value === 0 ? Number.NaN : Math.abs(value))));
  return {
    input,
    least: exclusive ? next(min, 1) : min,
    most: exclusive ? next(max, -1) : max,
    whole: WHOLE_UNITS.has(plan.unit ?? ''),
    typical: typical > 0 ? typical : 1,
    hasNegative: column.some((value) => value < 0),
  };
}

/**
 * The two directions in which a figure may move, fewer where a limit is in the way. A figure may fall by 100 % and rise by
 * `most` times itself, within the input's own limits; from zero or nothing it moves by as much of the typical figure, and
 * below zero only where the input has negative figures.
 */
export function axesOf(domain: Domain, figure: number, most: number): Axis[] {
  const { input, whole, typical, hasNegative } = domain;
  const isBlank = !(Math.abs(figure) > 0);
  const base = isBlank ? 0 : figure;
  const unit = isBlank ? typical : Math.abs(figure);
  const least = Math.max(domain.least, isBlank && !hasNegative ? 0 : base - unit);
  const largest = Math.min(domain.most, base + most * unit);
  return ([1, -1] as const).flatMap((side) => {
    // An absent figure that is put at zero has changed; there is only one such zero.
    const isFilled = Number.isNaN(figure) && side === 1;
    const near = Math.min(Math.max(base, least), largest);
    const start = whole ? wholeFrom(near, side, isFilled) : near;
    const far = side === 1 ? largest : least;
    const end = whole ? (side === 1 ? Math.floor(far) : Math.ceil(far)) : far;
    const distance = Math.abs(end - base) / unit;
    const isEmpty = side === 1 ? end < start : end > start;
    if (isEmpty || (end === base && !isFilled)) return [];
    return [{ input, side, base, unit, start, end, limit: distance, whole }];
  });
}

/** A figure that shrinks to less than this share of itself is as good as zero, but is not zero. */
const NEARLY = 1e-9;

/** The axis without zero at its end, where a ratio would lose its denominator and jump. */
export function withoutZero(axis: Axis): Axis {
  const nearly = axis.whole ? axis.side * -1 : axis.base * NEARLY;
  if (axis.base === 0 || Math.abs(axis.end) >= Math.abs(nearly)) return axis;
  return { ...axis, end: nearly, limit: distanceOf(axis, nearly) };
}

/** The figure at a distance, on the axis. */
export function figureAt(axis: Axis, distance: number): number {
  if (distance >= axis.limit) return axis.end;
  const figure = axis.base + axis.side * distance * axis.unit;
  return axis.side === 1
    ? Math.min(Math.max(figure, axis.start), axis.end)
    : Math.max(Math.min(figure, axis.start), axis.end);
}

export function distanceOf(axis: Axis, figure: number): number {
  return Math.abs(figure - axis.base) / axis.unit;
}

function wholeFrom(near: number, side: 1 | -1, isFilled: boolean): number {
  const first = side === 1 ? Math.ceil(near) : Math.floor(near);
  return first === near && !isFilled ? first + side : first;
}

/** The next number after `x` in a direction. */
function next(x: number, side: 1 | -1): number {
  if (!Number.isFinite(x)) return x;
  return x + side * Math.max(Number.MIN_VALUE, Math.abs(x) * 2 ** -52);
}

/** The furthest figure of a whole axis within a distance, as a number of steps from its start; −1 where there is none. */
export function stepsWithin(axis: Axis, distance: number): number {
  const steps = Math.floor(
    axis.side * (axis.base - axis.start) + Math.min(distance, axis.limit) * axis.unit + 1e-9,
  );
  return Math.min(Math.max(steps, -1), axis.side * (axis.end - axis.start));
}

/** The figure itself, or of a whole axis the next whole figure from it on. */
export function nextFigure(axis: Axis, figure: number): number {
  if (!axis.whole) return figure;
  // What a search found to be 12.000000001 is 12.
  const slack = 1e-9 * Math.max(1, Math.abs(figure));
  const whole = axis.side === 1 ? Math.ceil(figure - slack) : Math.floor(figure + slack);
  return axis.side === 1 ? Math.min(whole, axis.end) : Math.max(whole, axis.end);
}
