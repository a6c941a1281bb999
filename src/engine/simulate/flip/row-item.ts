// One indicator of one subject: bounds of the normalised value from bounds of the value, states and limits included.
import type { ActionPlan, IndicatorPlan, StepPlan } from '#engine/scheme/plan.ts';
import type { Item } from '#engine/score/item.ts';
import { valueAt } from '#engine/score/per-group.ts';
import { actionOf, STATE } from '#engine/score/states.ts';
import { applySteps } from '#engine/score/steps.ts';
import { ABSENT, MAYBE, PRESENT, type Registers } from './bounds.ts';

/** How sure something is: 0 no, 1 perhaps, 2 yes. */
export type Truth = 0 | 1 | 2;

export type RowItem = {
  /** Takes the subject's scale and, by state, the mean score that the others have. */
  readonly load: (row: number, fill: (state: number) => number) => void;
  /** Reads the value's slot and writes slot `index` of `normalised`. */
  readonly score: () => void;
  /** After `score`: whether the value is an ordinary one, and its normalised value then. */
  readonly ordinary: { truth: Truth; lo: number; hi: number };
  /** After `score`: whether the value is held at its cap, or its floor, at best or at worst. */
  readonly isAtEnd: (end: 'cap' | 'floor') => boolean;
  /** After `score`: whether the scheme refuses such a value. */
  readonly refused: () => Truth;
};

export type RowItemTask = {
  readonly plan: IndicatorPlan;
  readonly item: Item;
  readonly weight: number;
  readonly index: number;
  readonly registers: Registers;
  readonly valueSlot: number;
  readonly normalised: Registers;
  /** Whether the scale stays where it is while the subject's own value moves; anything may come of an item whose scale moves. */
  readonly fixedScale: boolean;
};

export function createRowItem(task: RowItemTask): RowItem {
  const { plan, item, index, registers, valueSlot, normalised, fixedScale } = task;
  const { how } = plan.score;
  const steps = how.method === 'steps' ? how.steps : undefined;
  const { gain = 0, offset = 0, floor = 0, cap = 0 } = item.scale ?? {};
  const watchesZero = plan.zero !== undefined;
  const watchesNegative = plan.negative !== undefined;
  const isSimple = fixedScale && steps === undefined && !watchesZero && !watchesNegative;
  const ordinary: { truth: Truth; lo: number; hi: number } = { truth: 0, lo: Number.NaN, hi: Number.NaN };
  let shift = Number.NaN;
  let span = Number.NaN;
  let fillOf: (state: number) => number = () => Number.NaN;
  // The union of what the value's possible states give.
  let lo = Number.POSITIVE_INFINITY;
  let hi = Number.NEGATIVE_INFINITY;
  const union = { gap: false };
  let refuses = false;
  let accepts = false;

  function take(low: number, high: number): void {
    if (low < lo) lo = low;
    if (high > hi) hi = high;
    if (low !== low || low - low !== 0 || high - high !== 0) union.gap = true;
  }

  function takeAnything(): void {
    take(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
  }

  /** What the scheme's own normalisation makes of values from `low` to `high`. */
  function takeNormal(low: number, high: number): void {
    if (!fixedScale) return takeAnything();
    if (steps !== undefined) return takeSteps(steps, low, high);
    const a = ((low - shift) / span) * gain + offset;
    // What is not finite is absent: by a baseline of zero or none, whatever the value.
    if (span === 0 || span !== span || shift !== shift) return take(Number.NaN, Number.NaN);
    if (low === high) return takeHeld(a + (a - a), a + (a - a));
    const b = ((high - shift) / span) * gain + offset;
    if (a <= b) takeHeld(a, b);
    else if (b < a) takeHeld(b, a);
    else takeAnything();
  }

  function takeHeld(low: number, high: number): void {
    take(Math.min(Math.max(low, floor), cap), Math.min(Math.max(high, floor), cap));
  }

  function takeSteps(table: readonly StepPlan[], low: number, high: number): void {
    for (const point of stepPoints(table, low, high)) take(point, point);
  }

  function takeState(state: number): void {
    const action = actionOf(plan, state);
    if (action === 'error') {
      refuses = true;
      return;
    }
    accepts = true;
    if (typeof action === 'object' && 'value' in action) return takeNormal(action.value, action.value);
    const score = scoreOf(action, state);
    if (score === undefined) takeAnything();
    else take(score, score);
  }

  /** The score an action gives; undefined where it puts another value in place. */
  function scoreOf(action: Exclude<ActionPlan, 'error'> | undefined, state: number): number | undefined {
    if (action === undefined || action === 'leave_out') return Number.NaN;
    if (action === 'zero') return 0;
    if (action === 'full') return plan.score.outOf;
    if (action === 'mean_score') return fillOf(state);
    if (typeof action !== 'object') return undefined;
    if ('points' in action) return task.weight === 0 ? 0 : (action.points * plan.score.outOf) / task.weight;
    return 'mean_score_by' in action ? fillOf(state) : undefined;
  }

  function takePresent(isSure: boolean): void {
    let low = registers.lo[valueSlot] as number;
    const high = registers.hi[valueSlot] as number;
    let only = isSure;
    const isNegative = watchesNegative && low < 0;
    const isOrdinary = !(isNegative && high < 0) && !(watchesZero && low === 0 && high === 0);
    if (isNegative) {
      only = false;
      low = Math.min(0, high);
    }
    if (isOrdinary) {
      accepts = true;
      takeNormal(low, high);
    }
    const isZero = watchesZero && low <= 0 && high >= 0;
    ordinary.truth = lo > hi ? 0 : only && !isZero && !union.gap ? 2 : 1;
    ordinary.lo = lo;
    ordinary.hi = hi;
    if (isNegative) takeState(STATE.negative);
    if (isZero) takeState(STATE.zero);
  }

  /** A value that is there and watched for nothing, on a line: the usual case, without the detour over states. */
  function scoreSimple(): boolean {
    const low = registers.lo[valueSlot] as number;
    const high = registers.hi[valueSlot] as number;
    let a = ((low - shift) / span) * gain + offset;
    let b = low === high ? a : ((high - shift) / span) * gain + offset;
    if (b < a) [a, b] = [b, a];
    // Not finite or not a number: one of the cases above.
    if (!(b - a < Number.POSITIVE_INFINITY)) return false;
    a = Math.min(Math.max(a, floor), cap);
    b = Math.min(Math.max(b, floor), cap);
    ordinary.truth = 2;
    ordinary.lo = a;
    ordinary.hi = b;
    normalised.lo[index] = a;
    normalised.hi[index] = b;
    normalised.absent[index] = PRESENT;
    refuses = false;
    return true;
  }

  return {
    load: (row, fill) => {
      fillOf = fill;
      if (item.scale === undefined) return;
      shift = valueAt(item.scale.shift, row);
      span = valueAt(item.scale.span, row);
    },
    score: () => {
      if (isSimple && registers.absent[valueSlot] === PRESENT && scoreSimple()) return;
      lo = Number.POSITIVE_INFINITY;
      hi = Number.NEGATIVE_INFINITY;
      union.gap = false;
      refuses = false;
      accepts = false;
      ordinary.truth = 0;
      const absent = registers.absent[valueSlot] as number;
      if (absent !== ABSENT) takePresent(absent === PRESENT);
      if (absent !== PRESENT) takeState(STATE.missing);
      const none = lo > hi;
      normalised.lo[index] = none ? Number.NaN : lo;
      normalised.hi[index] = none ? Number.NaN : hi;
      normalised.absent[index] = none ? ABSENT : absenceWith(union.gap);
    },
    ordinary,
    isAtEnd: (end) =>
      item.scale !== undefined &&
      (end === 'cap' ? normalised.hi[index] === cap : normalised.lo[index] === floor),
    refused: () => (refuses ? (accepts ? 1 : 2) : 0),
  };
}

function absenceWith(hasGap: boolean): number {
  return hasGap ? MAYBE : PRESENT;
}

/** The points that values between `low` and `high` can get, absent among them where no step may apply. */
function stepPoints(steps: readonly StepPlan[], low: number, high: number): number[] {
  const found: number[] = [];
  const cell = new Float64Array(1);
  const meets = (step: StepPlan, value: number): boolean => {
    cell[0] = value;
    applySteps(cell, [step], cell);
    return !Number.isNaN(cell[0]);
  };
  for (const step of steps) {
    // Every test is monotone in the value: where both ends meet it, all between them do.
    const [lower, upper] = [meets(step, low), meets(step, high)];
    if (lower || upper) found.push(step.points);
    if (lower && upper) return found;
  }
  return [...found, Number.NaN];
}
