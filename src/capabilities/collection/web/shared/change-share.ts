// By what share a figure changed from one year to the next. Absent is not zero: without both there is no change to tell,
// and from nothing there is no share.
import { signed } from '#web/ui/numbers.ts';

type Value = number | string | boolean | null | undefined;

export function changeShare(now: Value, before: Value): number | null {
  if (typeof now !== 'number' || typeof before !== 'number') return null;
  if (now === before) return 0;
  if (before === 0) return null;
  return (now - before) / Math.abs(before);
}

/** In per cent, with its sign. */
export function changeText(now: Value, before: Value): string {
  const share = changeShare(now, before);
  return share === null ? signed(null) : `${signed(share * 100, 1)}%`;
}
