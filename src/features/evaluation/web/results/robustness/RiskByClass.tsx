// Each class with how many of its members are safe, on the edge, or likelier elsewhere; a number leads to its list.
import { useMemo } from 'react';
import type { Robustness } from '#engine/simulate/robustness.ts';
import { useFilters } from '#web/client/place.ts';
import { ClassChip } from '#web/ui/ClassChip.tsx';
import { count } from '#web/ui/numbers.ts';
import { Section } from '#web/ui/Section.tsx';
import { useWords } from '#web/words/words.ts';
import type { Opened } from '#features/evaluation/web/engine-worker/messages.ts';
import { countRisks, type Risk } from './risk.ts';
import { ROBUST } from './robustness-words.ts';

const ACROSS: readonly Risk[] = ['safe', 'edge', 'open'];

type Props = { readonly opened: Opened; readonly robustness: Robustness };

export function RiskByClass({ opened, robustness }: Props) {
  const t = useWords(ROBUST);
  const { set } = useFilters();
  const rank = opened.standing?.rank;
  const risks = useMemo(() => (rank === undefined ? [] : countRisks(robustness, rank)), [robustness, rank]);
  const hints = { safe: t.safeHint, edge: t.edgeHint, open: t.openHint };
  return (
    <Section title={t.byClass}>
      <table className="mj-risks">
        <thead>
          <tr>
            <th scope="col">{t.class}</th>
            {ACROSS.map((risk) => (
              <th key={risk} scope="col">
                {t[risk]} <span className="meta">{hints[risk]}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {risks.map(({ class: letter, counts }) => (
            <tr key={letter}>
              <th scope="row">
                <ClassChip value={letter} />
              </th>
              {ACROSS.map((risk) => (
                <td key={risk} className="num" data-risk={risk}>
                  <button
                    type="button"
                    className="mj-link"
                    disabled={counts[risk] === 0}
                    onClick={() => set({ class: letter, risk })}
                  >
                    {count(counts[risk])}
                  </button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
