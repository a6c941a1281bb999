// One figure, of whichever kind, as a table shows it.
import { plain } from '#web/ui/numbers.ts';
import { UI } from '#web/ui/ui-words.ts';
import { useWords } from '#web/words/words.ts';

export function useShowFigure(): (value: number | string | boolean | null | undefined) => string {
  const t = useWords(UI);
  return (value) => {
    if (typeof value === 'number') return plain(value);
    if (typeof value === 'boolean') return value ? t.yes : t.no;
    return value ?? '—';
  };
}
