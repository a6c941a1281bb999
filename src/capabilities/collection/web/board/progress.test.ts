import { expect, test } from 'vitest';
import { isLate, progressOf } from './progress.ts';

const task = (
  office_id: string | null,
  state: 'open' | 'late' | 'submitted' | 'submitted_late' | 'returned',
  [filled, expected]: readonly [number, number],
  days_late = 0,
) => ({ office_id, state, filled, expected, days_late });

test('offices are counted, not tasks: done with all of them, late with any', () =>
  expect(
    progressOf([
      task('tax', 'submitted', [10, 10]),
      task('tax', 'submitted_late', [12, 10], 3),
      task('stats', 'submitted', [10, 10]),
      task('stats', 'late', [0, 20], 6),
      task(null, 'open', [10, 10]),
    ]),
  ).toEqual({ tasks: 5, offices: 3, submitted: 1, late: 1, daysLate: 6, complete: 40 / 60 }));

test('what was sent back after its day is late too', () => {
  expect(isLate({ state: 'returned', days_late: 2 })).toBe(true);
  expect(isLate({ state: 'returned', days_late: 0 })).toBe(false);
  expect(isLate({ state: 'submitted_late', days_late: 9 })).toBe(false);
});

test('nothing expected is not complete and not incomplete', () =>
  expect(progressOf([])).toMatchObject({ complete: null, daysLate: 0 }));
