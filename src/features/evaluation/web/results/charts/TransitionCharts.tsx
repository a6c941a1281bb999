// From last year's classes to this year's: the flows, and the matrix that counts them.
import { useCallback, useMemo } from 'react';
import { Chart } from '#web/charts/Chart.tsx';
import { type Flow, flowsOption } from '#web/charts/flows.ts';
import type { Palette } from '#web/charts/palette.ts';
import { ClassChip } from '#web/ui/ClassChip.tsx';
import { Note } from '#web/ui/Note.tsx';
import { count } from '#web/ui/numbers.ts';
import { Section } from '#web/ui/Section.tsx';
import { useWords } from '#web/words/words.ts';
import { NONE } from '../ranking/filter-rows.ts';
import { CHARTS } from './chart-words.ts';
import type { ChartProps } from './ChartsPage.tsx';
import { flowsOf, type Transitions, transitionsOf } from './transition.ts';

type Move = Pick<Flow, 'before' | 'after'>;

export function TransitionCharts({ table, fields, order, toList }: ChartProps) {
  const t = useWords(CHARTS);
  // Those outside the order too, after it: here they have their place.
  const letters = useMemo(() => fields.classes.map((one) => one.class), [fields]);
  const moved = useMemo(() => transitionsOf(table.lastClass, table.finalClass, letters), [table, letters]);
  const option = useCallback(
    (palette: Palette) => flowsOption(flowsOf(moved), letters, t.noClass, palette),
    [moved, letters, t],
  );
  if (table.lastClass.labels.length === 0)
    return (
      <Section title={t.transition}>
        <Note>{t.noLast}</Note>
      </Section>
    );
  const open = ({ before, after }: Move): void => {
    // Nobody can be asked for whose class this year is none: they are few, and in the list without conditions.
    toList({ last_class: before === '' ? NONE : before, ...(after === '' ? {} : { class: after }) });
  };
  const nameOf = (letter: string): string => (letter === '' ? t.noClass : letter);
  return (
    <Section title={t.transition} aside={t.transitionHint}>
      <div className="mj-transitions">
        <Chart
          label={t.transitionLabel}
          height={300}
          option={option}
          table={{
            head: [`${t.lastYear} / ${t.thisYear}`, ...moved.after.map(nameOf)],
            rows: moved.before.map((letter, i) => [nameOf(letter), ...(moved.cells[i] ?? [])]),
          }}
          onClick={(_, data) => {
            if (typeof data === 'object' && data !== null && 'before' in data) open(data as Move);
          }}
        />
        <Matrix moved={moved} order={order} open={open} />
      </div>
    </Section>
  );
}

type MatrixProps = {
  readonly moved: Transitions;
  readonly order: readonly string[];
  readonly open: (move: Move) => void;
};

function Matrix({ moved: { before, after, cells }, order, open }: MatrixProps) {
  const t = useWords(CHARTS);
  const wayOf = (from: string, to: string): string => {
    const [a, b] = [order.indexOf(from), order.indexOf(to)];
    if (a < 0 || b < 0) return 'none';
    return a === b ? 'same' : b < a ? 'better' : 'worse';
  };
  return (
    <table className="mj-matrix">
      <thead>
        <tr>
          <td className="meta">
            {t.lastYear} ↓ {t.thisYear} →
          </td>
          {after.map((letter) => (
            <th key={letter} scope="col">
              {letter === '' ? t.noClass : <ClassChip value={letter} />}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {before.map((from, i) => (
          <tr key={from}>
            <th scope="row">{from === '' ? t.noClass : <ClassChip value={from} />}</th>
            {after.map((to, j) => {
              const n = cells[i]?.[j] ?? 0;
              return (
                <td key={to} data-way={wayOf(from, to)}>
                  {n > 0 && (
                    <button type="button" onClick={() => open({ before: from, after: to })}>
                      {count(n)}
                    </button>
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
