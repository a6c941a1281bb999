// Values that are absent, zero or negative, and what the scheme does with each.
import type { Context } from '../run/context.ts';
import type { ActionPlan, IndicatorPlan } from '../scheme/plan.ts';
import { type PerGroup, perGroup, sameForAll, valueAt } from './per-group.ts';
import { mean, median } from './statistics.ts';

/** Why an action applied to a row; 0 is an ordinary value. */
export const STATE = { ordinary: 0, missing: 1, zero: 2, negative: 3 } as const;
export type StateName = Exclude<keyof typeof STATE, 'ordinary'>;
export const STATE_NAMES: readonly StateName[] = ['missing', 'zero', 'negative'];

export function actionOf(plan: IndicatorPlan, state: number): ActionPlan | undefined {
  if (state === STATE.missing) return plan.missing;
  if (state === STATE.zero) return plan.zero;
  return state === STATE.negative ? plan.negative : undefined;
}

/** The state of each row for which the plan names an action; undefined when every value is ordinary. */
export function findStates(
  plan: IndicatorPlan,
  values: Float64Array,
  context: Context,
): Uint8Array | undefined {
  let states: Uint8Array | undefined;
  for (let row = firstNotPositive(values); row < values.length; row++) {
    const value = values[row] as number;
    if (value > 0) continue;
    const state = stateOf(plan, value);
    if (state === STATE.ordinary) continue;
    states ??= context.workspace.bytes().fill(STATE.ordinary);
    states[row] = state;
  }
  return states;
}

/** Most columns hold positive numbers only; four rows a turn take half the time. */
function firstNotPositive(values: Float64Array): number {
  let row = 0;
  while (
    row + 3 < values.length &&
    (values[row] as number) > 0 &&
    (values[row + 1] as number) > 0 &&
    (values[row + 2] as number) > 0 &&
    (values[row + 3] as number) > 0
  )
    row += 4;
  return row;
}

function stateOf(plan: IndicatorPlan, value: number): number {
  if (value < 0) return plan.negative === undefined ? STATE.ordinary : STATE.negative;
  if (value === 0) return plan.zero === undefined ? STATE.ordinary : STATE.zero;
  return STATE.missing;
}

/** Actions that put another value in place before it is scored; the column itself when none does. */
export function replaceValues(
  plan: IndicatorPlan,
  values: Float64Array,
  states: Uint8Array | undefined,
  context: Context,
): Float64Array {
  if (states === undefined) return values;
  const replacements = byState((state) => replacement(actionOf(plan, state), values, states, context));
  if (replacements.every((r) => r === undefined)) return values;
  const replaced = context.workspace.numbers();
  for (let row = 0; row < replaced.length; row++) {
    const by = replacements[states[row] as number];
    replaced[row] = by === undefined ? (values[row] as number) : valueAt(by, row);
  }
  return replaced;
}

/** By state, the ordinary one first: nothing is put in its place. */
function byState(make: (state: number) => PerGroup | undefined): (PerGroup | undefined)[] {
  return [undefined, ...STATE_NAMES.map((name) => make(STATE[name]))];
}

function replacement(
  action: ActionPlan | undefined,
  values: Float64Array,
  states: Uint8Array,
  context: Context,
): PerGroup | undefined {
  if (action === undefined) return undefined;
  if (action === 'mean') return perGroup(ordinaryOnly(values, states, context), mean);
  if (action === 'median') return perGroup(ordinaryOnly(values, states, context), median);
  if (typeof action !== 'object') return undefined;
  if ('value' in action) return sameForAll(action.value);
  const by = 'mean_by' in action ? action.mean_by : 'median_by' in action ? action.median_by : undefined;
  if (by === undefined) return undefined;
  return perGroup(
    ordinaryOnly(values, states, context),
    'mean_by' in action ? mean : median,
    context.groups(by),
  );
}

/** Actions that set the normalised value itself. `weight` is the indicator's, which points are a part of. */
export function replaceScores(
  plan: IndicatorPlan,
  normalised: Float64Array,
  states: Uint8Array | undefined,
  context: Context,
  weight: number,
): void {
  if (states === undefined) return;
  const scores = byState((state) => {
    const action = actionOf(plan, state);
    return action === undefined
      ? undefined
      : scoreReplacement(plan, action, normalised, states, context, weight);
  });
  if (scores.every((score) => score === undefined)) return;
  for (let row = 0; row < normalised.length; row++) {
    const by = scores[states[row] as number];
    if (by !== undefined) normalised[row] = valueAt(by, row);
  }
}

function scoreReplacement(
  { score: { outOf } }: IndicatorPlan,
  action: ActionPlan,
  normalised: Float64Array,
  states: Uint8Array,
  context: Context,
  weight: number,
): PerGroup | undefined {
  if (action === 'zero') return sameForAll(0);
  if (action === 'full') return sameForAll(outOf);
  if (action === 'leave_out') return sameForAll(Number.NaN);
  if (action === 'mean_score') return perGroup(ordinaryOnly(normalised, states, context), mean);
  if (typeof action !== 'object') return undefined;
  if ('points' in action) return sameForAll(weight === 0 ? 0 : (action.points * outOf) / weight);
  if (!('mean_score_by' in action)) return undefined;
  return perGroup(ordinaryOnly(normalised, states, context), mean, context.groups(action.mean_score_by));
}

function ordinaryOnly(column: Float64Array, states: Uint8Array, context: Context): Float64Array {
  const others = context.workspace.numbers();
  for (let row = 0; row < others.length; row++)
    others[row] = states[row] === 0 ? (column[row] as number) : Number.NaN;
  return others;
}
