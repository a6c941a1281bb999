// Who would stand in another class on the corrected list.
import { useNavigate } from '@tanstack/react-router';
import { useZone } from '#web/client/place.ts';
import { ClassChip } from '#web/ui/ClassChip.tsx';
import { count } from '#web/ui/numbers.ts';
import { Section } from '#web/ui/Section.tsx';
import type { Column } from '#web/ui/table/column.ts';
import { DataTable } from '#web/ui/table/DataTable.tsx';
import { useWords } from '#web/words/words.ts';
import type { CorrectionEffect } from '#features/evaluation/contract/corrections.ts';
import type { Move } from '#features/evaluation/contract/shapes.ts';
import { CORRECTIONS } from './correction-words.ts';

/** Without a rank an enterprise is not on the list. */
const placed = (rank: number): number | null => (rank === 0 ? null : rank);

export function Moves({ effect }: { readonly effect: CorrectionEffect }) {
  const t = useWords(CORRECTIONS);
  const zone = useZone();
  const navigate = useNavigate();
  const { moves, moved } = effect;
  const chip = (name: string) => (name === '' ? t.noClass : <ClassChip value={name} />);
  const columns: Column<Move>[] = [
    { id: 'name', title: t.enterprise, width: 240, phone: true, value: ({ name }) => name },
    {
      id: 'before',
      title: t.classBefore,
      width: 90,
      phone: true,
      value: ({ class_before }) => class_before,
      render: ({ class_before }) => chip(class_before),
    },
    {
      id: 'after',
      title: t.classAfter,
      width: 90,
      phone: true,
      value: ({ class_after }) => class_after,
      render: ({ class_after }) => chip(class_after),
    },
    { id: 'score', title: t.scoreBefore, width: 110, digits: 2, value: ({ score_before }) => score_before },
    {
      id: 'score after',
      title: t.scoreAfter,
      width: 110,
      digits: 2,
      value: ({ score_after }) => score_after,
    },
    {
      id: 'rank',
      title: t.rankBefore,
      width: 100,
      digits: 0,
      value: ({ rank_before }) => placed(rank_before),
    },
    {
      id: 'rank after',
      title: t.rankAfter,
      width: 100,
      digits: 0,
      value: ({ rank_after }) => placed(rank_after),
    },
  ];
  return (
    <Section title={t.moves}>
      {moves.length === 0 ? (
        <p className="meta">{t.noMoves}</p>
      ) : (
        <>
          {moved > moves.length && <p className="meta">{t.firstMoves(count(moves.length), count(moved))}</p>}
          <DataTable
            id="correction-moves"
            label={t.movesLabel}
            columns={columns}
            rows={moves}
            rowKey={({ enterprise_id }) => enterprise_id}
            height={Math.min(480, 120 + moves.length * 36)}
            onOpen={({ enterprise_id }) => void navigate({ to: `/z/${zone}/enterprises/${enterprise_id}` })}
          />
        </>
      )}
    </Section>
  );
}
