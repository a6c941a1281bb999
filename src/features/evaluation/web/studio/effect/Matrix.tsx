// From class to class: who stays is on the diagonal, who rises below it, who falls above it.
import { ClassChip } from '#web/ui/ClassChip.tsx';
import { count } from '#web/ui/numbers.ts';
import { useWords } from '#web/words/words.ts';
import type { Outcome } from '#features/evaluation/web/engine-worker/messages.ts';
import { EFFECT } from './effect-words.ts';
import type { MoverFilter } from './OutcomeView.tsx';
import { matrixOf } from './summary.ts';

type Props = {
  readonly outcome: Outcome;
  readonly filter: MoverFilter | undefined;
  readonly onFilter: (filter: MoverFilter | undefined) => void;
};

export function Matrix({ outcome, filter, onFilter }: Props) {
  const t = useWords(EFFECT);
  const { classes, rows, sums } = matrixOf(outcome);
  const named = (letter: string): string => (letter === '' ? t.unclassed : letter);
  const isOn = (from: string, to: string): boolean =>
    filter !== undefined && 'from' in filter && filter.from === from && filter.to === to;
  return (
    <div className="mj-matrix-scroll">
      <table className="mj-matrix">
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{t.before}</span>
            </th>
            {classes.map((name) => (
              <th key={name} scope="col">
                <ClassChip value={name} />
              </th>
            ))}
            <th scope="col">{t.sum}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            <tr key={row.before}>
              <th scope="row">
                <ClassChip value={row.before} />
              </th>
              {row.counts.map((n, j) => {
                const to = classes[j] ?? '';
                const way = i === j ? 'same' : j < i ? 'better' : 'worse';
                return (
                  <td key={to} data-way={n === 0 ? 'none' : way}>
                    {n > 0 && i !== j ? (
                      <button
                        type="button"
                        aria-pressed={isOn(row.before, to)}
                        aria-label={t.fromTo(named(row.before), named(to), count(n))}
                        onClick={() => onFilter(isOn(row.before, to) ? undefined : { from: row.before, to })}
                      >
                        {count(n)}
                      </button>
                    ) : n === 0 ? (
                      '·'
                    ) : (
                      count(n)
                    )}
                  </td>
                );
              })}
              <td className="mj-matrix-sum">{count(row.sum)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t.sum}</th>
            {sums.map((n, j) => (
              <td key={classes[j]}>{count(n)}</td>
            ))}
            <td className="mj-matrix-sum">{count(sums.reduce((all, n) => all + n, 0))}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
