import { describe, expect, test } from 'vitest';
import { daysBetween, reminderOf, remindUntil } from './reminders.ts';

describe('a reminder', () => {
  test.each([
    ['2026-03-04', { code: 'task_reminder', params: { due_on: '2026-03-04' } }],
    ['2026-03-01', { code: 'task_reminder', params: { due_on: '2026-03-01' } }],
    ['2026-02-27', { code: 'task_overdue', params: { due_on: '2026-02-27', days: 2 } }],
  ])('of a task due on %s, on the first of March', (due, expected) => {
    expect(reminderOf(due, '2026-03-01')).toEqual(expected);
  });

  test('is given from three days before the deadline on, across months and leap years', () => {
    expect(remindUntil('2026-02-27')).toBe('2026-03-02');
    expect(remindUntil('2028-02-27')).toBe('2028-03-01');
    expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2);
    expect(daysBetween('2026-03-02', '2026-03-01')).toBe(0);
  });
});
