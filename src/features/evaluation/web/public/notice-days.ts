// How long a notice still runs, in days as offices count them.
import { daysUntil } from '#core/calendar/working-days.ts';

type Notice = { readonly kind: string; readonly notice_until: string | null };

/** Days left with today counted, 0 when it is over; undefined for what is no notice. */
export function noticeDays({ kind, notice_until }: Notice, now: Date): number | undefined {
  if (kind !== 'notice' || notice_until === null) return undefined;
  return Math.max(0, daysUntil(notice_until, now) + 1);
}
