// Working days as offices in China count them: weekends, holidays and the weekends worked in exchange.
import { NOTICES } from './holidays.ts';

/** A calendar day in Beijing, `YYYY-MM-DD`. */
export type Day = string;

const DAY_MS = 86_400_000;
const BEIJING_MS = 8 * 3_600_000;

/** The day it is in Beijing at an instant. */
export function beijingDay(instant: Date): Day {
  return new Date(instant.getTime() + BEIJING_MS).toISOString().slice(0, 10);
}

/** Whole days from today in Beijing to the day; negative when it is past. */
export function daysUntil(day: Day, now: Date): number {
  return (Date.parse(day) - Date.parse(beijingDay(now))) / DAY_MS;
}

/** The State Council has not said yet what that year's holidays are, so only its weekends are known. */
export function isProvisionalYear(year: number): boolean {
  return NOTICES[year] === undefined;
}

export function isWorkingDay(day: Day): boolean {
  const notice = NOTICES[Number(day.slice(0, 4))];
  const date = day.slice(5);
  if (notice !== undefined) {
    if (notice.worked.includes(date)) return true;
    if (notice.off.some(([first, last]) => first <= date && date <= last)) return false;
  }
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}

export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The `count`th working day after `day`; the day itself is never counted. */
export function addWorkingDays(day: Day, count: number): Day {
  let at = day;
  for (let left = count; left > 0;) {
    at = addDays(at, 1);
    if (isWorkingDay(at)) left -= 1;
  }
  return at;
}

/** Working days after `from` up to and including `to`; 0 when `to` is not later. */
export function workingDaysBetween(from: Day, to: Day): number {
  let count = 0;
  for (let at = addDays(from, 1); at <= to; at = addDays(at, 1)) if (isWorkingDay(at)) count += 1;
  return count;
}
