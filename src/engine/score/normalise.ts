// Normalisation that is linear in the indicator. Each method only says where its scale starts and how wide it
// is; one kernel applies them all. Methods by rank are in rank.ts, step tables in steps.ts.
import { combine, sameForAll, sharedCodes, spread, type PerGroup } from './per-group.ts';

/** 1 where more is better, −1 where less is. */
export type Direction = 1 | -1;

/** Bounds of a score; without them it is open on that side. */
export type Limits = { readonly floor?: number | undefined; readonly cap?: number | undefined };

/** score = (x − shift) ÷ span × gain + offset, then held within floor and cap. A span of 0 gives absent. */
export type LinearScale = {
  readonly shift: PerGroup;
  readonly span: PerGroup;
  readonly gain: number;
  readonly offset: number;
  readonly floor: number;
  readonly cap: number;
};

/**
 * Scores a column of n values into `out` (n; may be `x` itself). Absent stays absent; so does a row outside
 * the groups of the scale, and a score that is not finite.
 */
export function applyScale(x: Float64Array, scale: LinearScale, out: Float64Array): void {
  const codes = sharedCodes(scale.shift, scale.span);
  if (codes === undefined) applyToAll(x, scale, out);
  else applyByGroup(x, scale, codes, out);
}

/**
 * Min-max: `low` scores `from`, `high` scores `to`, others in proportion. Swap low and high where less is
 * better. From 60 to 100 it is the efficacy coefficient (功效系数法), with fixed bounds COINr's `n_scaled`.
 * Source: OECD/JRC Handbook 2008, step 5 (min-max); COINr 1.1.14 `n_minmax`, `n_scaled`.
 */
export function minmax(low: PerGroup, high: PerGroup, from = 0, to = 100): LinearScale {
  return linear(low, difference(high, low), to - from, from);
}

/**
 * Standard score, moved to mean `m` and standard deviation `s`.
 * Source: OECD/JRC Handbook 2008, step 5 (standardisation); COINr 1.1.14 `n_zscore`.
 */
export function zscore(mean: PerGroup, standardDeviation: PerGroup, m = 0, s = 1): LinearScale {
  return linear(mean, standardDeviation, s, m);
}

/** Distance to the leader: 1 at `high`, 0 at `low`. Source: COINr 1.1.14 `n_dist2max`. */
export function distanceToMax(low: PerGroup, high: PerGroup): LinearScale {
  return minmax(low, high, 0, 1);
}

/**
 * Distance to the value of a reference unit: 1 at `reference`, 0 at `low`, above 1 beyond it unless `capped`.
 * Source: OECD/JRC Handbook 2008, step 5 (distance to a reference); COINr 1.1.14 `n_dist2ref`.
 */
export function distanceToReference(low: PerGroup, reference: PerGroup, capped = false): LinearScale {
  return { ...minmax(low, reference, 0, 1), cap: capped ? 1 : Number.POSITIVE_INFINITY };
}

/**
 * Distance to a target: 1 at `target`, 0 at the value furthest on its wrong side, which is the lowest where
 * more is better and the highest where less is; above 1 beyond the target unless `capped`.
 * Source: COINr 1.1.14 `n_dist2targ`.
 */
export function distanceToTarget(worst: PerGroup, target: PerGroup, capped = false): LinearScale {
  return distanceToReference(worst, target, capped);
}

/** Share of the largest value. Source: COINr 1.1.14 `n_fracmax`. */
export function fractionOfMax(high: PerGroup): LinearScale {
  return ratio(high);
}

/**
 * Goalposts fixed beforehand: the lower scores `from`, the upper `to`, reversed where less is better; scores
 * are held between the two when `truncated`.
 * Source: UNDP Human Development Report 2023/24, technical note 1; COINr 1.1.14 `n_goalposts`.
 */
export function goalposts(
  lower: number,
  upper: number,
  from: number,
  to: number,
  direction: Direction,
  truncated: boolean,
): LinearScale {
  const [zero, one] = direction === 1 ? [lower, upper] : [upper, lower];
  const scale = minmax(sameForAll(zero), sameForAll(one), from, to);
  return truncated ? { ...scale, floor: Math.min(from, to), cap: Math.max(from, to) } : scale;
}

/**
 * Ratio to a baseline, 1 at the baseline; `limits` hold for the ratio.
 * Source: 黄岩区2022年度 and most county rules.
 */
export function ratio(baseline: PerGroup, limits: Limits = {}): LinearScale {
  return withLimits(linear(NOUGHT, baseline, 1, 0), limits);
}

/**
 * Ratio for an indicator where less is better: 2 − x ÷ baseline, 1 at the baseline and, with a floor of 0,
 * nothing from twice the baseline on.
 * Source: early municipal rules, (2 − 值/均值) × 权重.
 */
export function reverseRatio(baseline: PerGroup, limits: Limits = {}): LinearScale {
  return withLimits(linear(NOUGHT, baseline, -1, 2), limits);
}

const NOUGHT = sameForAll(0);

function linear(shift: PerGroup, span: PerGroup, gain: number, offset: number): LinearScale {
  return { shift, span, gain, offset, floor: Number.NEGATIVE_INFINITY, cap: Number.POSITIVE_INFINITY };
}

function withLimits(scale: LinearScale, { floor, cap }: Limits): LinearScale {
  const { shift, span, gain, offset } = scale;
  return { shift, span, gain, offset, floor: floor ?? scale.floor, cap: cap ?? scale.cap };
}

function difference(a: PerGroup, b: PerGroup): PerGroup {
  return combine(a, b, (left, right) => left - right);
}

function applyToAll(x: Float64Array, scale: LinearScale, out: Float64Array): void {
  const { gain, offset } = scale;
  const [floor, cap] = finiteLimits(scale);
  const shift = scale.shift.values[0] as number;
  const span = scale.span.values[0] as number;
  if (shift === 0 && gain === 1 && offset === 0) {
    // A plain ratio, the usual case, is spared three operations a row; they would not change its result.
    applyRatio(x, span, floor, cap, out);
    return;
  }
  for (let i = 0; i < x.length; i++) {
    // The division stays in the loop: multiplying by 1 ÷ span would score the best firm 99.99999999999999.
    const score = (((x[i] as number) - shift) / span) * gain + offset;
    out[i] = held(score, floor, cap);
  }
}

/** Four rows a turn: V8 looks up where an array lies once a turn, which takes as long as the arithmetic of a row. */
function applyRatio(x: Float64Array, span: number, floor: number, cap: number, out: Float64Array): void {
  let i = 0;
  for (; i + 3 < x.length; i += 4) {
    out[i] = held((x[i] as number) / span, floor, cap);
    out[i + 1] = held((x[i + 1] as number) / span, floor, cap);
    out[i + 2] = held((x[i + 2] as number) / span, floor, cap);
    out[i + 3] = held((x[i + 3] as number) / span, floor, cap);
  }
  for (; i < x.length; i++) out[i] = held((x[i] as number) / span, floor, cap);
}

function applyByGroup(x: Float64Array, scale: LinearScale, codes: Int32Array, out: Float64Array): void {
  const { gain, offset } = scale;
  const [floor, cap] = finiteLimits(scale);
  const count = Math.max(scale.shift.values.length, scale.span.values.length);
  const shifts = spread(scale.shift, count);
  const spans = spread(scale.span, count);
  for (let i = 0; i < x.length; i++) {
    const group = codes[i] as number;
    if (group < 0) {
      out[i] = Number.NaN;
      continue;
    }
    const score = (((x[i] as number) - (shifts[group] as number)) / (spans[group] as number)) * gain + offset;
    out[i] = held(score, floor, cap);
  }
}

/** Limits that no finite score is beyond, where there are none: 0 times an infinity would be absent. */
function finiteLimits({ floor, cap }: LinearScale): [floor: number, cap: number] {
  const highest = Math.min(cap, Number.MAX_VALUE);
  return [Math.min(Math.max(floor, -Number.MAX_VALUE), highest), highest];
}

/**
 * The score within its limits; absent unless finite, since v − v is 0 for every finite v and NaN for the others.
 * Without branches: which scores are beyond a limit is not to be guessed, and a wrong guess takes longer than all else.
 */
function held(score: number, floor: number, cap: number): number {
  const over = Number(score > cap);
  const under = Number(score < floor);
  return (score + (score - score)) * (1 - over - under) + cap * over + floor * under;
}
