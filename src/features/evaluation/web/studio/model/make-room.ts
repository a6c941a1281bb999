// Numbers that add up to a whole: when one is moved, the others make room, each in proportion to what it has.

type Rules = {
  readonly step: number;
  /** What they add up to; as they stand unless stated. */
  readonly total?: number;
  /** Who gives and takes; everybody unless stated. */
  readonly free?: readonly boolean[];
};

/**
 * `values` with `values[at]` moved to `value`, in whole steps. Only free ones give or take; what they cannot give, the moved
 * one does not get.
 */
export function makeRoom(values: readonly number[], at: number, value: number, rules: Rules): number[] {
  const { step, free } = rules;
  const whole = (number: number): number => Math.round(number / step);
  const units = values.map(whole);
  const sumOf = (chosen: (i: number) => boolean): number =>
    units.reduce((sum, unit, i) => (chosen(i) ? sum + unit : sum), 0);
  const total = rules.total === undefined ? sumOf(() => true) : whole(rules.total);
  const gives = units.map((_, i) => i !== at && free?.[i] !== false);
  const most = Math.max(0, total - sumOf((i) => i !== at && gives[i] !== true));
  const moved = gives.includes(true) ? Math.min(Math.max(whole(value), 0), most) : most;
  const stated = sumOf((i) => gives[i] === true);
  const count = gives.filter(Boolean).length;
  const exact = units.map((unit, i) => {
    if (gives[i] !== true) return i === at ? moved : unit;
    return stated === 0 ? (most - moved) / count : (unit * (most - moved)) / stated;
  });
  return spreadRest(exact, gives, most - moved).map((unit) => Number((unit * step).toPrecision(12)));
}

/** Whole units that add up: what rounding down leaves goes to the largest remainders. */
function spreadRest(exact: readonly number[], gives: readonly boolean[], rest: number): number[] {
  const floors = exact.map((unit, i) => (gives[i] === true ? Math.floor(unit) : unit));
  let left = rest - floors.reduce((sum, unit, i) => (gives[i] === true ? sum + unit : sum), 0);
  const byRemainder = exact
    .map((unit, i) => ({ i, part: unit - Math.floor(unit) }))
    .filter(({ i }) => gives[i] === true)
    .sort((a, b) => (a.part === b.part ? a.i - b.i : b.part - a.part));
  for (const { i } of byRemainder) {
    if (left <= 0) break;
    floors[i] = (floors[i] as number) + 1;
    left -= 1;
  }
  return floors;
}
