import { expect, test } from 'vitest';
import { addDays, addWorkingDays } from '#core/calendar/working-days.ts';
import { SMALL_LIST } from './below-scale.ts';

test('whatever the day the zone is built on, the notice of the smaller ones is over when their appeals are opened', () => {
  const early: string[] = [];
  for (let day = '2025-09-01'; day < '2028-01-01'; day = addDays(day, 1)) {
    const until = addWorkingDays(addDays(day, -SMALL_LIST.published), 5);
    if (until >= addDays(day, -SMALL_LIST.closed)) early.push(day);
  }
  expect(early).toEqual([]);
});
