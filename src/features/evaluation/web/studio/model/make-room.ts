// Numbers that add up to a whole: when one is moved, the others make room, each in proportion to what it has.

/**
 * `values` with `values[at]` moved to `value`; the sum stays, in whole steps of `step`. Only `free` ones give or take; what
 * they cannot give, the moved one does not get.
 */
export function makeRoom(
  values: readonly number[],
  at: number,
  value: number,
  step: number,
  free?: readonly boolean[],
): number[] {
  const whole = (number: number): number => Math.round(number / step);
  const units = values.map(whole);
  const total = units.reduce((sum, unit) => sum + unit, 0);
  const gives = units.map((_, i) => i !== at && free?.[i] !== false);
  const held = units.reduce((sum, unit, i) => (gives[i] === true || i === at ? sum : sum + unit), 0);
  const most = gives.includes(true) ? total - held : (units[at] ?? 0);
  const least = gives.includes(true) ? 0 : most;
  const moved = Math.min(Math.max(whole(value), least), most);
  const rest = most - moved;
  const stated = units.reduce((sum, unit, i) => (gives[i] === true ? sum + unit : sum), 0);
  const count = gives.filter(Boolean).length;
  const exact = units.map((unit, i) => {
    if (gives[i] !== true) return i === at ? moved : unit;
    return stated === 0 ? rest / count : (unit * rest) / stated;
  });
  const floors = exact.map(Math.floor);
  let left = total - floors.reduce((sum, unit) => sum + unit, 0);
  const byRest = exact
    .map((unit, i) => ({ i, part: unit - Math.floor(unit) }))
    .filter(({ i }) => gives[i] === true)
    .sort((a, b) => b.part - a.part || a.i - b.i);
  for (const { i } of byRest) {
    if (left <= 0) break;
    floors[i] = (floors[i] as number) + 1;
    left -= 1;
  }
  return floors.map((unit) => Number((unit * step).toPrecision(12)));
}
