// The state of a task in words and tone, with how late it is.
import { count } from '#web/ui/numbers.ts';
import type { Tone } from '#web/ui/StatusTag.tsx';
import type { useWords } from '#web/words/words.ts';
import type { COLLECTION } from '../shared/collection-words.ts';
import type { BoardTask } from './BoardPage.tsx';
import { isLate } from './progress.ts';

type Words = ReturnType<typeof useWords<typeof COLLECTION>>;

const TONES: Readonly<Record<BoardTask['state'], Tone>> = {
  open: 'busy',
  late: 'bad',
  submitted: 'good',
  submitted_late: 'warn',
  returned: 'warn',
};

export const toneOf = (task: BoardTask): Tone => (isLate(task) ? 'bad' : TONES[task.state]);

export function stateText({ state, days_late: days }: BoardTask, t: Words): string {
  if (days === 0) return t[state];
  return state === 'returned' ? t.returnedLate(count(days)) : t.byDays(t[state], count(days));
}
