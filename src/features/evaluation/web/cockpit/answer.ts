// The first line of the cockpit: how many were evaluated, how many of them well, and whether that is more than last year.
import { count, percent } from '#web/ui/numbers.ts';
import type { Spoken } from '#web/words/words.ts';
import type { Overview } from '#features/evaluation/contract/overview.ts';
import type { COCKPIT } from './cockpit-words.ts';
import { countIn, shareIn, yearBefore } from './measures.ts';

export function answerOf(overview: Overview, t: Spoken<typeof COCKPIT>): string {
  const { totals, period_id } = overview;
  if (totals === null) return t.nothing;
  const before = yearBefore(overview);
  const more = before === undefined ? undefined : countIn(totals, 'A') - countIn(before, 'A');
  return t.answer(period_id ?? '', count(totals.evaluated), percent(shareIn(totals, 'A')), changeOf(more, t));
}

function changeOf(more: number | undefined, t: Spoken<typeof COCKPIT>): string {
  if (more === undefined) return '';
  if (more === 0) return t.changeNone;
  return more > 0 ? t.changeUp(count(more)) : t.changeDown(count(-more));
}
