// Which tasks are brought to mind without anybody asking, and what is said.
import { addDays, type Day } from '#core/calendar/working-days.ts';

/** From so many days before the deadline on, every day until the task is handed in or its campaign is closed. */
const REMIND_DAYS_BEFORE = 3;

export type Reminder =
  | { readonly code: 'task_reminder'; readonly params: { readonly due_on: Day } }
  | { readonly code: 'task_overdue'; readonly params: { readonly due_on: Day; readonly days: number } };

/** The last deadline that is near enough to speak of. */
export function remindUntil(today: Day): Day {
  return addDays(today, REMIND_DAYS_BEFORE);
}

export function reminderOf(due_on: Day, today: Day): Reminder {
  const days = daysBetween(due_on, today);
  return days === 0
    ? { code: 'task_reminder', params: { due_on } }
    : { code: 'task_overdue', params: { due_on, days } };
}

/** 0 where `to` is not after `from`. */
export function daysBetween(from: Day, to: Day): number {
  return Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000));
}
