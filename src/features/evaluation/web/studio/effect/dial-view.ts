// Dials as a person sees them: in groups, with a range and a step, and what moves along when one is moved.
import type { Dial, DialKind, Settings } from '#engine/simulate/dials.ts';
import { makeRoom } from '../model/make-room.ts';

export const DIAL_GROUPS = ['weights', 'baselines', 'caps', 'classes', 'others'] as const;
export type DialGroup = (typeof DIAL_GROUPS)[number];

const GROUP_OF: Readonly<Record<DialKind, DialGroup>> = {
  weight: 'weights',
  baseline: 'baselines',
  times: 'baselines',
  cap: 'caps',
  quota: 'classes',
  threshold: 'classes',
  bonus_max: 'others',
  penalty_max: 'others',
  parameter: 'others',
};

export type DialRange = { readonly low: number; readonly high: number; readonly step: number };

/** Groups that have dials, in their order. */
export function groupsOf(
  dials: readonly Dial[],
): { readonly group: DialGroup; readonly dials: readonly Dial[] }[] {
  return DIAL_GROUPS.map((group) => ({
    group,
    dials: dials.filter(({ as }) => GROUP_OF[as] === group),
  })).filter((one) => one.dials.length > 0);
}

const kinOf = (dials: readonly Dial[], { as, within }: Dial): Dial[] =>
  dials.filter((other) => other.as === as && other.within === within);

export function rangeOf(dials: readonly Dial[], dial: Dial): DialRange {
  const { as: kind, value } = dial;
  const kin = kinOf(dials, dial);
  if (kind === 'quota') {
    // Where one class takes the rest, the others have no more than that to share.
    const rest = 1 - kin.reduce((sum, other) => sum + other.value, 0);
    return { low: 0, high: dial.keepsSum ? 1 : value + Math.max(0, rest), step: stepOf(kin, 0.005) };
  }
  if (kind === 'weight') {
    const total = kin.reduce((sum, other) => sum + other.value, 0);
    return { low: 0, high: total, step: stepOf(kin, total / 200) };
  }
  if (kind === 'threshold') return { low: value - 20, high: value + 20, step: 0.5 };
  if (value === 0) return { low: 0, high: 10, step: 0.1 };
  const [low, high] = [value * (kind === 'cap' ? 0.5 : 0.25), value * 2];
  return value > 0
    ? { low, high, step: roundStep(value / 50) }
    : { low: high, high: low, step: roundStep(-value / 50) };
}

/** The coarse step where every stated number is a whole one of it, else one that fits them. */
function stepOf(kin: readonly Dial[], coarse: number): number {
  const step = roundStep(coarse);
  const fits = (candidate: number): boolean =>
    kin.every(({ value }) => Math.abs(value / candidate - Math.round(value / candidate)) < 1e-9);
  return [step, step / 5, step / 50, step / 500].find(fits) ?? step / 5000;
}

/** 1, 2 or 5 times a power of ten. */
export function roundStep(wanted: number): number {
  const power = 10 ** Math.floor(Math.log10(wanted));
  const one = [1, 2, 5].find((factor) => factor * power >= wanted * 0.999999) ?? 10;
  return Number((one * power).toPrecision(6));
}

export const settingOf = (settings: Settings, { id, value }: Dial): number => settings[id] ?? value;

const NOBODY: ReadonlySet<string> = new Set();

/**
 * The settings after one dial was moved. Where a sum is kept, the others make room in proportion to what the scheme states;
 * those that stay as they are set: `held` ones always, `touched` ones, which a person has moved, as long as others can give.
 * Thresholds push their neighbours along. What is back at its stated number is no setting any more.
 */
export function moveDial(
  dials: readonly Dial[],
  settings: Settings,
  dial: Dial,
  value: number,
  { held = NOBODY, touched = NOBODY }: { held?: ReadonlySet<string>; touched?: ReadonlySet<string> } = {},
): Settings {
  const kin = kinOf(dials, dial);
  const after = movedKin(kin, settings, dial, value, rangeOf(dials, dial).step, { held, touched });
  const changed = Object.fromEntries(kin.map(({ id }, i) => [id, after[i] as number]));
  const stated = new Map(dials.map((one) => [one.id, one.value]));
  return Object.fromEntries(
    Object.entries({ ...settings, ...changed }).filter(([id, setting]) => stated.get(id) !== setting),
  );
}

function movedKin(
  kin: readonly Dial[],
  settings: Settings,
  dial: Dial,
  value: number,
  step: number,
  { held, touched }: { held: ReadonlySet<string>; touched: ReadonlySet<string> },
): number[] {
  const at = kin.indexOf(dial);
  const before = kin.map((other) => settingOf(settings, other));
  if (dial.as === 'threshold') return pushed(before, at, value);
  if (!dial.keepsSum) return before.map((old, i) => (i === at ? value : old));
  const total = kin.reduce((sum, other) => sum + other.value, 0);
  const isFree = (other: Dial, yields: boolean): boolean =>
    !held.has(other.id) && (yields || !touched.has(other.id));
  const others = kin.filter((other) => other !== dial && isFree(other, false));
  const room = others.reduce((sum, other) => sum + other.value, 0);
  const yields = room === 0;
  const free = kin.map((other) => isFree(other, yields));
  // From what is stated, not from where the last step led: many small steps must not add up their rounding.
  const base = kin.map((other, i) => (free[i] === true && !yields ? other.value : (before[i] as number)));
  return makeRoom(base, at, value, { step, total, free });
}

/** Lowest scores of classes, best first, stay at least a tenth of a point apart. */
function pushed(values: readonly number[], at: number, value: number): number[] {
  const moved = values.map((old, i) => (i === at ? value : old));
  for (let i = at - 1; i >= 0; i--) moved[i] = Math.max(moved[i] as number, (moved[i + 1] as number) + 0.1);
  for (let i = at + 1; i < moved.length; i++)
    moved[i] = Math.min(moved[i] as number, (moved[i - 1] as number) - 0.1);
  return moved.map((one) => Number(one.toPrecision(12)));
}
