// The change of one score, part by part; the parts add up to it.
import { useQuery } from '@tanstack/react-query';
import { ClassChip } from '#web/ui/ClassChip.tsx';
import { Change } from '#web/ui/Change.tsx';
import { count, fixed } from '#web/ui/numbers.ts';
import { Failure, Loading } from '#web/ui/States.tsx';
import { useLabel, useWords } from '#web/words/words.ts';
import type { EngineClient } from '#features/evaluation/web/engine-worker/client.ts';
import type { Outcome } from '#features/evaluation/web/engine-worker/messages.ts';
import { EFFECT } from './effect-words.ts';
import type { Mover } from './summary.ts';

type Props = { readonly mover: Mover; readonly outcome: Outcome; readonly engine: EngineClient };

export function MoverParts({ mover, outcome, engine }: Props) {
  const t = useWords(EFFECT);
  const label = useLabel();
  const query = useQuery({
    // The outcome is new with every move, and so is the answer.
    queryKey: ['what-if', mover.row, outcome.ms, mover.scoreAfter, mover.rankAfter],
    queryFn: () => engine.explain(mover.row),
    gcTime: 0,
    staleTime: 0,
  });
  if (query.isError) return <Failure error={query.error} />;
  if (query.data === undefined) return <Loading rows={4} />;
  const kinds: Readonly<Record<string, string>> = {
    coefficient: t.coefficient,
    bonus: t.bonus,
    penalty: t.penalty,
    rounding: t.rounding,
  };
  const nameOf = (kind: string, name: string): string => {
    const indicator = outcome.scheme.indicators.find((one) => one.name === name);
    return indicator === undefined ? (kinds[kind] ?? name) : label(indicator);
  };
  const changes = query.data.move?.changes ?? [];
  return (
    <table className="mj-parts">
      <tbody>
        <tr>
          <th scope="row">{t.result}</th>
          <td>
            <ClassChip value={mover.before} /> → <ClassChip value={mover.after} />
          </td>
          <td className="num">
            {fixed(mover.scoreBefore)} → {fixed(mover.scoreAfter)}
          </td>
        </tr>
        <tr>
          <th scope="row">{t.rankAfter}</th>
          <td />
          <td className="num">
            {count(mover.rankBefore)} → {count(mover.rankAfter)}
          </td>
        </tr>
        {changes.map(({ kind, name, part }) => (
          <tr key={`${kind} ${name}`}>
            <th scope="row" colSpan={2}>
              {nameOf(kind, name)}
            </th>
            <td className="num">
              <Change value={part} digits={3} />
            </td>
          </tr>
        ))}
        {changes.length === 0 && (
          <tr>
            <td colSpan={3}>{t.others_moved}</td>
          </tr>
        )}
        <tr className="mj-parts-sum">
          <th scope="row" colSpan={2}>
            {t.total}
          </th>
          <td className="num">
            <Change value={changes.reduce((sum, { part }) => sum + part, 0)} digits={3} />
          </td>
        </tr>
      </tbody>
    </table>
  );
}
