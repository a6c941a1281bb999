// Flags and dates as people write them.
import { toHalfWidth } from '#core/half-width.ts';

const TRUE = new Set(['是', '1', 'true', 'yes', 'y', 't', '√', '✓', '✔', '有']);
const FALSE = new Set(['否', '0', 'false', 'no', 'n', 'f', '×', '✗', '✘', 'x', '无']);
const ABSENT = new Set(['', '-', '--', '—', '——', '/', 'n/a', '#n/a', 'null']);

/** 1, 0, NaN when absent, undefined when it is none of these. */
export function readFlag(text: string): number | undefined {
  const key = toHalfWidth(text).trim().toLowerCase();
  if (TRUE.has(key)) return 1;
  if (FALSE.has(key)) return 0;
  return ABSENT.has(key) ? Number.NaN : undefined;
}

const MS_PER_DAY = 86_400_000;
const DATE =
  /^(\d{4})(?:([-/.])(\d{1,2})\2(\d{1,2})|年(\d{1,2})月(\d{1,2})日?|(\d{2})(\d{2}))(?:[ t]\d{1,2}:\d{2}.*)?$/;
/** Five digits at least: a lone `2019` is a year somebody typed, not the 2019th day of Excel's calendar. */
const SERIAL = /^\d{5,6}(?:\.\d+)?$/;

/** Days since 1970-01-01, NaN when absent, undefined when it is no date of the calendar. */
export function readDate(text: string): number | undefined {
  const key = toHalfWidth(text).trim().toLowerCase();
  if (ABSENT.has(key) || key === '无') return Number.NaN;
  const [, year, , m1, d1, m2, d2, m3, d3] = DATE.exec(key) ?? [];
  if (year !== undefined) return dayOf(Number(year), Number(m1 ?? m2 ?? m3), Number(d1 ?? d2 ?? d3));
  return SERIAL.test(key) ? serialToDay(Number(key), false) : undefined;
}

function dayOf(year: number, month: number, day: number): number | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? date.getTime() / MS_PER_DAY : undefined;
}

/** Excel's 1900 system counts from 1899-12-30 (after its 29 February 1900, which never was), the 1904 system from 1904-01-01. */
export function serialToDay(serial: number, from1904: boolean): number | undefined {
  const day = Math.floor(serial) + (from1904 ? -24_107 : serial < 60 ? -25_568 : -25_569);
  return serial >= 0 && serial < 2_958_466 ? day : undefined;
}

/** `2019-03-05`, for a date that lands in a column of text. */
export function dayToText(day: number): string {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
}
