import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addWorkingDays,
  beijingDay,
  daysUntil,
  isProvisionalYear,
  isWorkingDay,
  workingDaysBetween,
} from './working-days.ts';

describe('working days', () => {
  test.each([
    ['2024-02-09', true, 'the last day before the Spring Festival of 2024'],
    ['2024-02-12', false, 'a Monday in the Spring Festival'],
    ['2024-02-18', true, 'a Sunday worked in exchange'],
    ['2025-10-08', false, 'the last day of National Day and Mid-Autumn'],
    ['2025-10-11', true, 'a Saturday worked in exchange'],
    ['2026-01-04', true, 'a Sunday worked in exchange'],
    ['2026-11-24', true, 'a plain Tuesday'],
    ['2026-11-28', false, 'a plain Saturday'],
  ])('%s: %s (%s)', (day, works) => {
    expect(isWorkingDay(day)).toBe(works);
  });

  test('a notice of five working days begun before National Day ends after it', () => {
    expect(addWorkingDays('2026-09-29', 5)).toBe('2026-10-12');
  });

  test('the day is the one in Beijing', () => {
    expect(beijingDay(new Date('2026-11-24T16:00:00Z'))).toBe('2026-11-25');
    expect(beijingDay(new Date('2026-11-24T15:59:59Z'))).toBe('2026-11-24');
  });

  test('a year without a notice is told', () => {
    expect([2025, 2026, 2027].map(isProvisionalYear)).toEqual([false, false, true]);
  });

  const anyDay = fc.integer({ min: 0, max: 1400 }).map((days) => addDays('2023-01-01', days));

  test('counting back what was added gives the same number', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 40 }), (day, count) => {
        const end = addWorkingDays(day, count);
        expect(workingDaysBetween(day, end)).toBe(count);
        expect(isWorkingDay(end)).toBe(true);
        expect(end > day).toBe(true);
      }),
    );
  });
});

test('days to a day are counted by the calendar in Beijing, not by hours', () => {
  const lateEvening = new Date('2026-11-26T15:59:00Z');
  expect(daysUntil('2026-11-27', lateEvening)).toBe(1);
  expect(daysUntil('2026-11-20', lateEvening)).toBe(-6);
  expect(daysUntil('2026-11-27', new Date('2026-11-26T16:00:00Z'))).toBe(0);
});
