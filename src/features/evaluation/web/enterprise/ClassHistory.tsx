// The classes of the years, side by side; a year that is chosen is the one the page is about.
import { ClassChip } from '#web/ui/ClassChip.tsx';
import { count, fixed } from '#web/ui/numbers.ts';
import { useWords } from '#web/words/words.ts';
import type { EnterpriseYear } from '#features/evaluation/contract/history.ts';
import { ENTERPRISE } from './enterprise-words.ts';

type Props = {
  /** The latest first. */
  readonly years: readonly EnterpriseYear[];
  readonly current: string;
  readonly onChoose: (period: string) => void;
};

export function ClassHistory({ years, current, onChoose }: Props) {
  const t = useWords(ENTERPRISE);
  return (
    <div className="mj-class-years">
      {[...years].reverse().map((year) => (
        <button
          key={year.run_id}
          type="button"
          aria-pressed={year.period_id === current}
          onClick={() => onChoose(year.period_id)}
        >
          <span className="meta">{year.period_id}</span>
          <ClassChip value={year.final_class} />
          <span>{fixed(year.score)}</span>
          <span className="meta">
            {year.rank === null ? '' : t.place(count(year.rank), count(year.pool_size))}
          </span>
          {!year.published && <span className="meta">{t.unpublished}</span>}
          {year.years_in_d > 1 && <span className="meta">{t.yearsInD(count(year.years_in_d))}</span>}
        </button>
      ))}
    </div>
  );
}
