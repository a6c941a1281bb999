// Bounds of numbers that may be absent: what a formula can give while the figures it reads move within limits.
// Interval arithmetic that is exact at points, because there it calls the formula language's own operators.
import { roundHalfAwayFromZero } from '#core/rounding.ts';
import * as operators from '#engine/formula/operators.ts';

/** One number per slot: it lies in lo … hi, or is absent as far as `absent` allows. A point has lo = hi. */
export type Registers = { readonly lo: Float64Array; readonly hi: Float64Array; readonly absent: Uint8Array };

/** Never absent, perhaps, always. Always is NaN in lo and hi. */
export const PRESENT = 0;
export const MAYBE = 1;
export const ABSENT = 2;

export function createRegisters(slots: number): Registers {
  return { lo: new Float64Array(slots), hi: new Float64Array(slots), absent: new Uint8Array(slots) };
}

export function setPoint(r: Registers, slot: number, value: number): void {
  r.lo[slot] = value;
  r.hi[slot] = value;
  r.absent[slot] = value === value ? PRESENT : ABSENT;
}

/** Whether a slot holds one known value, absent included. */
export function isPoint(r: Registers, slot: number): boolean {
  const absent = r.absent[slot];
  return absent === ABSENT || (absent === PRESENT && r.lo[slot] === r.hi[slot]);
}

/** Whether a condition holds: 0 no, 1 perhaps, 2 yes. Absent counts as "does not hold". */
export function truthOf(r: Registers, slot: number): 0 | 1 | 2 {
  if (r.absent[slot] === ABSENT || !((r.hi[slot] as number) > 0)) return 0;
  return r.absent[slot] === PRESENT && (r.lo[slot] as number) > 0 ? 2 : 1;
}

/** One operation of a formula, on slots. */
export type Step = () => void;

export function unaryStep(r: Registers, operator: operators.UnaryOperator, x: number, out: number): Step {
  const bounds = UNARY.get(operator) ?? unknown;
  const { row } = operator;
  return () => {
    if (isPoint(r, x)) setPoint(r, out, row(r.lo[x] as number));
    else bounds(r, x, out);
  };
}

export function binaryStep(
  r: Registers,
  operator: operators.BinaryOperator,
  x: number,
  y: number,
  out: number,
): Step {
  const bounds = BINARY.get(operator) ?? ((): void => unknown(r, x, out));
  const { row } = operator;
  return () => {
    if (isPoint(r, x) && isPoint(r, y)) setPoint(r, out, row(r.lo[x] as number, r.lo[y] as number));
    else bounds(r, x, y, out);
  };
}

/** `if`: the union of the branches that can be taken. */
export function choiceStep(r: Registers, condition: number, yes: number, no: number, out: number): Step {
  return () => {
    const absent = r.absent[condition] as number;
    if (absent === ABSENT) return setPoint(r, out, Number.NaN);
    const takesNo = canBeZero(r, condition);
    const takesYes = canBeOther(r, condition);
    if (takesYes && takesNo) unite(r, yes, no, out);
    else copy(r, takesYes ? yes : no, out);
    if (absent === MAYBE && r.absent[out] === PRESENT) r.absent[out] = MAYBE;
  };
}

type UnaryBounds = (r: Registers, x: number, out: number) => void;
type BinaryBounds = (r: Registers, x: number, y: number, out: number) => void;

function copy(r: Registers, from: number, out: number): void {
  r.lo[out] = r.lo[from] as number;
  r.hi[out] = r.hi[from] as number;
  r.absent[out] = r.absent[from] as number;
}

function unite(r: Registers, x: number, y: number, out: number): void {
  if (r.absent[x] === ABSENT || r.absent[y] === ABSENT) {
    copy(r, r.absent[x] === ABSENT ? y : x, out);
    if (r.absent[out] === PRESENT) r.absent[out] = MAYBE;
    return;
  }
  const absent = Math.max(r.absent[x] as number, r.absent[y] as number);
  const [xl, xh, yl, yh] = [r.lo[x] as number, r.hi[x] as number, r.lo[y] as number, r.hi[y] as number];
  put(r, out, Math.min(xl, yl), Math.max(xh, yh), absent);
}

/** What is not finite is absent, so bounds at infinity leave it open whether there is a value. */
function put(r: Registers, out: number, lo: number, hi: number, absent: number): void {
  if (absent === ABSENT) return setPoint(r, out, Number.NaN);
  const known = lo <= hi;
  const low = known ? lo : Number.NEGATIVE_INFINITY;
  const high = known ? hi : Number.POSITIVE_INFINITY;
  if (low === high && low - low !== 0) return setPoint(r, out, Number.NaN);
  r.lo[out] = low;
  r.hi[out] = high;
  r.absent[out] = low - low !== 0 || high - high !== 0 ? MAYBE : absent;
}

/** Absent where an operand is, as all arithmetic has it. */
function strict(apply: BinaryBounds): BinaryBounds {
  return (r, x, y, out) => {
    if (r.absent[x] === ABSENT || r.absent[y] === ABSENT) setPoint(r, out, Number.NaN);
    else apply(r, x, y, out);
  };
}

function either(r: Registers, x: number, y: number): number {
  return (r.absent[x] as number) | (r.absent[y] as number);
}

// Rounding is monotone: bounds computed with the same operation hold for every rounded result between them.
const add = strict((r, x, y, out) => {
  put(
    r,
    out,
    (r.lo[x] as number) + (r.lo[y] as number),
    (r.hi[x] as number) + (r.hi[y] as number),
    either(r, x, y),
  );
});

const subtract = strict((r, x, y, out) => {
  put(
    r,
    out,
    (r.lo[x] as number) - (r.hi[y] as number),
    (r.hi[x] as number) - (r.lo[y] as number),
    either(r, x, y),
  );
});

const multiply = strict((r, x, y, out) => {
  const xl = r.lo[x] as number;
  const xh = r.hi[x] as number;
  const yl = r.lo[y] as number;
  const yh = r.hi[y] as number;
  if (xl >= 0 && yl >= 0) return put(r, out, xl * yl, times(xh, yh), either(r, x, y));
  const [a, b, c, d] = [times(xl, yl), times(xl, yh), times(xh, yl), times(xh, yh)];
  put(r, out, Math.min(a, b, c, d), Math.max(a, b, c, d), either(r, x, y));
});

/** 0 × ∞ is 0 here: the infinity only bounds numbers. */
function times(x: number, y: number): number {
  return x === 0 || y === 0 ? 0 : x * y;
}

const divide = strict((r, x, y, out) => {
  const xl = r.lo[x] as number;
  const xh = r.hi[x] as number;
  const yl = r.lo[y] as number;
  const yh = r.hi[y] as number;
  if (yl > 0 && xl >= 0) return put(r, out, over(xl, yh), over(xh, yl), either(r, x, y));
  if (yl > 0 || yh < 0) {
    const [a, b, c, d] = [over(xl, yl), over(xl, yh), over(xh, yl), over(xh, yh)];
    return put(r, out, Math.min(a, b, c, d), Math.max(a, b, c, d), either(r, x, y));
  }
  if (yl === 0 && yh === 0) return setPoint(r, out, Number.NaN);
  if (yl === 0 && xl >= 0) return put(r, out, over(xl, yh), xh === 0 ? 0 : Number.POSITIVE_INFINITY, MAYBE);
  put(r, out, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, MAYBE);
});

function over(x: number, y: number): number {
  return Number.isFinite(y) ? x / y : 0;
}

const smaller = strict((r, x, y, out) => {
  const lo = Math.min(r.lo[x] as number, r.lo[y] as number);
  put(r, out, lo, Math.min(r.hi[x] as number, r.hi[y] as number), either(r, x, y));
});

const larger = strict((r, x, y, out) => {
  const lo = Math.max(r.lo[x] as number, r.lo[y] as number);
  put(r, out, lo, Math.max(r.hi[x] as number, r.hi[y] as number), either(r, x, y));
});

// Library functions may miss the last bits; a span this much wider holds whatever they return in between.
const SLACK = 1e-14;

function putLoose(r: Registers, out: number, lo: number, hi: number, absent: number): void {
  put(r, out, lo - Math.abs(lo) * SLACK, hi + Math.abs(hi) * SLACK, absent);
}

const power = strict((r, x, y, out) => {
  const [xl, xh, yl, yh] = [r.lo[x] as number, r.hi[x] as number, r.lo[y] as number, r.hi[y] as number];
  if (!(xl >= 0)) return put(r, out, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, MAYBE);
  const [a, b, c, d] = [xl ** yl, xl ** yh, xh ** yl, xh ** yh];
  putLoose(r, out, Math.min(a, b, c, d), Math.max(a, b, c, d), either(r, x, y));
});

const round = strict((r, x, y, out) => {
  if (!isPoint(r, y)) return put(r, out, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, MAYBE);
  const digits = r.lo[y] as number;
  const lo = roundHalfAwayFromZero(r.lo[x] as number, digits);
  put(r, out, lo, roundHalfAwayFromZero(r.hi[x] as number, digits), either(r, x, y));
});

/** A comparison: sure, refuted or open. */
function decide(r: Registers, out: number, sure: boolean, refuted: boolean, absent: number): void {
  put(r, out, sure ? 1 : 0, refuted ? 0 : 1, absent);
}

// The language takes numbers next to each other for equal (operators.ts); twice that far apart they differ for certain.
const APART = 2e-12;

function isBelow(x: number, y: number): boolean {
  return x < y && y - x > APART * Math.max(Math.abs(x), Math.abs(y));
}

const less = strict((r, x, y, out) => {
  const sure = isBelow(r.hi[x] as number, r.lo[y] as number);
  decide(r, out, sure, (r.lo[x] as number) >= (r.hi[y] as number), either(r, x, y));
});

const lessOrEqual = strict((r, x, y, out) => {
  const sure = (r.hi[x] as number) <= (r.lo[y] as number);
  decide(r, out, sure, isBelow(r.hi[y] as number, r.lo[x] as number), either(r, x, y));
});

const equal = strict((r, x, y, out) => {
  const apart =
    isBelow(r.hi[x] as number, r.lo[y] as number) || isBelow(r.hi[y] as number, r.lo[x] as number);
  decide(r, out, false, apart, either(r, x, y));
});

// Kleene's logic over what each operand can be: absent, zero, other.
const both: BinaryBounds = (r, x, y, out) => {
  const canBeFalse = canBeZero(r, x) || canBeZero(r, y);
  const canBeTrue = canBeOther(r, x) && canBeOther(r, y);
  const [openX, openY] = [r.absent[x] !== PRESENT, r.absent[y] !== PRESENT];
  const canBeOpen = (openX && (openY || canBeOther(r, y))) || (openY && canBeOther(r, x));
  putLogic(r, out, canBeFalse, canBeTrue, canBeOpen);
};

const eitherOf: BinaryBounds = (r, x, y, out) => {
  const canBeTrue = canBeOther(r, x) || canBeOther(r, y);
  const canBeFalse = canBeZero(r, x) && canBeZero(r, y);
  const [openX, openY] = [r.absent[x] !== PRESENT, r.absent[y] !== PRESENT];
  const canBeOpen = (openX && (openY || canBeZero(r, y))) || (openY && canBeZero(r, x));
  putLogic(r, out, canBeFalse, canBeTrue, canBeOpen);
};

function canBeZero(r: Registers, x: number): boolean {
  return (r.lo[x] as number) <= 0 && (r.hi[x] as number) >= 0;
}

function canBeOther(r: Registers, x: number): boolean {
  return r.absent[x] !== ABSENT && !(r.lo[x] === 0 && r.hi[x] === 0);
}

function putLogic(
  r: Registers,
  out: number,
  canBeFalse: boolean,
  canBeTrue: boolean,
  canBeOpen: boolean,
): void {
  const decided = canBeFalse || canBeTrue;
  put(r, out, canBeFalse ? 0 : 1, canBeTrue ? 1 : 0, decided ? (canBeOpen ? MAYBE : PRESENT) : ABSENT);
}

const firstPresent: BinaryBounds = (r, x, y, out) => {
  if (r.absent[x] === PRESENT) return copy(r, x, out);
  if (r.absent[x] === ABSENT) return copy(r, y, out);
  const absent = r.absent[y] === PRESENT ? PRESENT : MAYBE;
  if (r.absent[y] === ABSENT) return put(r, out, r.lo[x] as number, r.hi[x] as number, absent);
  const lo = Math.min(r.lo[x] as number, r.lo[y] as number);
  put(r, out, lo, Math.max(r.hi[x] as number, r.hi[y] as number), absent);
};

/** Unary operators are given present operands: absent ones are points. */
const negate: UnaryBounds = (r, x, out) =>
  put(r, out, 0 - (r.hi[x] as number), 0 - (r.lo[x] as number), r.absent[x] as number);

const absolute: UnaryBounds = (r, x, out) => {
  const [lo, hi] = [r.lo[x] as number, r.hi[x] as number];
  const least = lo > 0 ? lo : hi < 0 ? -hi : 0;
  put(r, out, least, Math.max(-lo, hi), r.absent[x] as number);
};

const present: UnaryBounds = (r, x, out) => put(r, out, r.absent[x] === PRESENT ? 1 : 0, 1, PRESENT);

/** Of an operation without bounds here, anything may come. */
const unknown: UnaryBounds = (r, _, out) =>
  put(r, out, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, MAYBE);

const not: UnaryBounds = (r, x, out) => decide(r, out, false, !canBeZero(r, x), r.absent[x] as number);

/** A growing library function that is defined from `least` on. */
function growing(f: (x: number) => number, least: number, open: boolean): UnaryBounds {
  return (r, x, out) => {
    const [lo, hi] = [r.lo[x] as number, r.hi[x] as number];
    if (open ? hi <= least : hi < least) return setPoint(r, out, Number.NaN);
    const inside = open ? lo > least : lo >= least;
    putLoose(r, out, inside ? f(lo) : f(least), f(hi), inside ? (r.absent[x] as number) : MAYBE);
  };
}

const UNARY = new Map<operators.UnaryOperator, UnaryBounds>([
  [operators.negate, negate],
  [operators.absolute, absolute],
  [operators.present, present],
  [operators.not, not],
  [operators.ln, growing(Math.log, 0, true)],
  [operators.log10, growing(Math.log10, 0, true)],
  [operators.sqrt, growing(Math.sqrt, 0, false)],
  [operators.exp, growing(Math.exp, Number.NEGATIVE_INFINITY, false)],
]);

const BINARY = new Map<operators.BinaryOperator, BinaryBounds>([
  [operators.add, add],
  [operators.subtract, subtract],
  [operators.multiply, multiply],
  [operators.divide, divide],
  [operators.power, power],
  [operators.smaller, smaller],
  [operators.larger, larger],
  [operators.round, round],
  [operators.less, less],
  [operators.lessOrEqual, lessOrEqual],
  [operators.equal, equal],
  [operators.both, both],
  [operators.either, eitherOf],
  [operators.firstPresent, firstPresent],
]);
