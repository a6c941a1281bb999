// Two runs side by side as columns: who moved and why, and how the classes of each park changed.
import type { Run } from '#engine/run/evaluate.ts';
import { causesOf } from '#engine/simulate/causes.ts';
import { compareRuns } from '#engine/simulate/compare.ts';
import { standingOf } from './describe.ts';
import type { Opened, Outcome } from './messages.ts';

type Parks = Pick<Opened, 'parks' | 'parkIds'>;

export function outcomeOf(before: Run, after: Run, parks: Parks): Omit<Outcome, 'scheme' | 'ms'> {
  const { classes, transitions, up, down, same, moved } = compareRuns(before, after);
  const was = standingOf(before, classes);
  const is = standingOf(after, classes);
  // Only the same indicators can be set against each other one by one.
  const sameItems =
    before.plan.indicators.map(({ name }) => name).join() ===
    after.plan.indicators.map(({ name }) => name).join();
  const causes = sameItems ? causesOf(before, after, moved) : undefined;
  return {
    classes,
    before: was,
    after: is,
    transitions,
    up,
    down,
    same,
    moved: moved.slice(),
    cause: causes?.indicator ?? new Int16Array(moved.length).fill(-1),
    causePoints: causes?.points ?? new Float64Array(moved.length),
    parksBefore: countByPark(parks, was.place, classes.length),
    parksAfter: countByPark(parks, is.place, classes.length),
  };
}

function countByPark({ parks, parkIds }: Parks, place: Uint8Array, classes: number): Int32Array {
  const counts = new Int32Array(parkIds.length * classes);
  for (let row = 0; row < place.length; row++) {
    const park = parks[row] as number;
    if (park < 0) continue;
    const at = park * classes + (place[row] as number);
    counts[at] = (counts[at] as number) + 1;
  }
  return counts;
}
