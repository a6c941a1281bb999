// How a set divides into classes, as one line: wide enough to compare, with the numbers for those who cannot see it.
import { useWords } from '../words/words.ts';
import { UI } from './ui-words.ts';

export type ClassCount = { readonly class: string; readonly count: number };

export function ClassShare({ counts }: { readonly counts: readonly ClassCount[] }) {
  const t = useWords(UI);
  const total = counts.reduce((sum, one) => sum + one.count, 0);
  const text = counts.map((one) => `${t.classOf(one.class)} ${one.count}`).join('  ');
  return (
    <div className="mj-share" role="img" aria-label={text} title={text}>
      {counts
        .filter(({ count }) => count > 0)
        .map((one) => (
          <i
            key={one.class}
            style={{
              width: `${(one.count / total) * 100}%`,
              background: `var(--class-${one.class.toLowerCase()}, var(--class-t))`,
            }}
          />
        ))}
    </div>
  );
}
