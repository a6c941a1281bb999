// One figure, of whichever kind, as a table shows it.
import { plain } from '#web/ui/numbers.ts';
import { useWords, words } from '#web/words/words.ts';

export const YES_NO = words({ yes: ['是', 'Yes'], no: ['否', 'No'] });

export function useShowFigure(): (value: number | string | boolean | null | undefined) => string {
  const t = useWords(YES_NO);
  return (value) => {
    if (typeof value === 'number') return plain(value);
    if (typeof value === 'boolean') return value ? t.yes : t.no;
    return value ?? '—';
  };
}
