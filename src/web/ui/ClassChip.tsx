// A class as its letter on its colour; the letter is always there, so that colour is never the only sign.
import { UI } from './ui-words.ts';
import { useWords } from '../words/words.ts';

export function ClassChip({ value }: { readonly value: string | null | undefined }) {
  const t = useWords(UI);
  if (value === null || value === undefined || value === '')
    return <span className="mj-chip mj-chip-none">—</span>;
  return (
    <span className="mj-chip" data-class={value} aria-label={t.classOf(value)} role="img">
      {value}
    </span>
  );
}
