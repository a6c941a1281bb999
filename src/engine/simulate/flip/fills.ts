// Mean scores that fill gaps: a subject's own score is part of the mean that subjects without a value are given.
import type { Run } from '#engine/run/evaluate.ts';
import type { Item } from '#engine/score/item.ts';
import type { Groups } from '#engine/score/per-group.ts';
import { actionOf, STATE, STATE_NAMES } from '#engine/score/states.ts';
import type { RowItem } from './row-item.ts';

/** One rule that gives a mean score, seen from the loaded subject. */
export type Fill = {
  /** Position in the list of fills. */
  readonly index: number;
  readonly indicator: number;
  readonly state: number;
  /** Rows that are given the mean, whatever their group. */
  readonly members: Uint8Array;
  /** How many scores each mean is taken over, in the smallest group with members. */
  readonly least: number;
  readonly load: (row: number) => void;
  /** The mean of the others: what the subject itself is given when it has no value. */
  readonly own: () => number;
  /** Whether the loaded subject's score is part of what row `other` is given. */
  readonly touches: (other: number) => boolean;
  /** Bounds of the mean once the subject's score is `ordinary`, which has been scored. */
  readonly move: (ordinary: RowItem['ordinary']) => void;
  /** After `move`; `furthest` is the largest distance from the mean as it is in the run. */
  readonly mean: { lo: number; hi: number; furthest: number };
};

export function createFills({ plan, items, context }: Run): Fill[] {
  const fills: Fill[] = [];
  plan.indicators.forEach((indicator, k) => {
    const item = items[k] as Item;
    for (const name of STATE_NAMES) {
      const state = STATE[name];
      const action = actionOf(indicator, state);
      const isGrouped = typeof action === 'object' && 'mean_score_by' in action;
      if (action !== 'mean_score' && !isGrouped) continue;
      const groups = isGrouped ? context.groups(action.mean_score_by) : undefined;
      fills.push({ index: fills.length, indicator: k, state, ...createFill(item, state, groups) });
    }
  });
  return fills;
}

function createFill(
  item: Item,
  state: number,
  groups: Groups | undefined,
): Omit<Fill, 'index' | 'indicator' | 'state'> {
  const { normalised, states } = item;
  const members = Uint8Array.from(normalised, (_, row) => (states?.[row] === state ? 1 : 0));
  const isOrdinary = (row: number): boolean => (states?.[row] ?? 0) === 0 && !Number.isNaN(normalised[row]);
  const groupOf = (row: number): number => (groups === undefined ? 0 : (groups.codes[row] as number));
  const sums = sumByGroup(normalised, isOrdinary, groupOf, groups?.count ?? 1);
  const mean = { lo: Number.NaN, hi: Number.NaN, furthest: 0 };
  let group = -1;
  // Sum and number of the others in the subject's group, and their mean with the subject as it is.
  let total = 0;
  let lost = 0;
  let count = 0;
  let before = Number.NaN;

  function without(): number {
    return (total + lost) / count;
  }

  /** The same compensated sum as statistics.ts, so that the mean comes out the same to the last bit. */
  function withScore(score: number): number {
    const next = total + score;
    const taken = next - total;
    return (next + (lost + (total - (next - taken) + (score - taken)))) / (count + 1);
  }

  return {
    members,
    least: smallest(members, groupOf, sums.count),
    load: (row) => {
      group = groupOf(row);
      if (group < 0) return;
      total = sums.total[group] as number;
      lost = sums.lost[group] as number;
      count = sums.count[group] as number;
      before = without();
      if (!isOrdinary(row)) return;
      const score = normalised[row] as number;
      const next = total - score;
      const taken = next - total;
      lost += total - (next - taken) + (-score - taken);
      total = next;
      count -= 1;
    },
    own: () => (group < 0 ? Number.NaN : without()),
    touches: (other) => members[other] === 1 && group >= 0 && groupOf(other) === group,
    move: ({ truth, lo, hi }) => {
      const isPart = truth > 0;
      mean.lo = isPart ? withScore(lo) : without();
      mean.hi = isPart && lo !== hi ? withScore(hi) : mean.lo;
      if (truth === 1) {
        mean.lo = Math.min(mean.lo, without());
        mean.hi = Math.max(mean.hi, without());
      }
      mean.furthest = Math.max(Math.abs(mean.lo - before), Math.abs(mean.hi - before));
    },
    mean,
  };
}

function smallest(members: Uint8Array, groupOf: (row: number) => number, counts: Float64Array): number {
  return members.reduce((least, isMember, row) => {
    const group = groupOf(row);
    return isMember === 1 && group >= 0 ? Math.min(least, counts[group] as number) : least;
  }, Number.POSITIVE_INFINITY);
}

type Sums = { readonly total: Float64Array; readonly lost: Float64Array; readonly count: Float64Array };

function sumByGroup(
  values: Float64Array,
  isPart: (row: number) => boolean,
  groupOf: (row: number) => number,
  groups: number,
): Sums {
  const sums = {
    total: new Float64Array(groups),
    lost: new Float64Array(groups),
    count: new Float64Array(groups),
  };
  for (let row = 0; row < values.length; row++) {
    const g = groupOf(row);
    if (g < 0 || !isPart(row)) continue;
    const value = values[row] as number;
    const total = sums.total[g] as number;
    const next = total + value;
    const taken = next - total;
    sums.lost[g] = (sums.lost[g] as number) + (total - (next - taken) + (value - taken));
    sums.total[g] = next;
    sums.count[g] = (sums.count[g] as number) + 1;
  }
  return sums;
}
