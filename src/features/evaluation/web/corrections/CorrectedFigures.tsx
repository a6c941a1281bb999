// The figures a corrected list is made from otherwise: what the second signature is put under.
import { useNavigate } from '@tanstack/react-router';
import { unitName } from '#core/unit-names.ts';
import { useZone } from '#web/client/place.ts';
import { usePreferences } from '#web/client/preferences.ts';
import { count, signed } from '#web/ui/numbers.ts';
import { Section } from '#web/ui/Section.tsx';
import type { Column } from '#web/ui/table/column.ts';
import { DataTable } from '#web/ui/table/DataTable.tsx';
import { useWords } from '#web/words/words.ts';
import type { CorrectedFigure, CorrectionEffect } from '#features/evaluation/contract/corrections.ts';
import { useShowFigure } from '../shared/show-figure.ts';
import { CORRECTIONS } from './correction-words.ts';

export function CorrectedFigures({ effect }: { readonly effect: CorrectionEffect }) {
  const t = useWords(CORRECTIONS);
  const { lang } = usePreferences();
  const zone = useZone();
  const show = useShowFigure();
  const navigate = useNavigate();
  const { figures, figures_changed: all } = effect;
  const figure = (id: 'before' | 'after', title: string): Column<CorrectedFigure> => ({
    id,
    title,
    width: 140,
    digits: 2,
    phone: true,
    value: (line) => (typeof line[id] === 'boolean' ? show(line[id]) : line[id]),
    render: (line) => show(line[id]),
  });
  const columns: Column<CorrectedFigure>[] = [
    { id: 'name', title: t.enterprise, width: 240, phone: true, value: ({ name }) => name },
    { id: 'figure', title: t.figure, width: 180, phone: true, value: (line) => line[lang] },
    {
      id: 'unit',
      title: t.unit,
      width: 110,
      phone: true,
      value: ({ unit }) => (unit === null ? null : unitName(unit, lang)),
    },
    figure('before', t.figureBefore),
    figure('after', t.figureAfter),
    {
      id: 'change',
      title: t.figureChange,
      width: 120,
      digits: 2,
      value: difference,
      render: (line) => signed(difference(line)),
    },
  ];
  return (
    <Section title={t.figures}>
      {figures.length === 0 ? (
        <p className="meta">{t.noFigures}</p>
      ) : (
        <>
          {all > figures.length && (
            <p className="meta">{t.firstFigures(count(figures.length), count(all))}</p>
          )}
          <DataTable
            id="correction-figures"
            label={t.figuresLabel}
            columns={columns}
            rows={figures}
            rowKey={({ enterprise_id, input }) => `${enterprise_id} ${input}`}
            height={Math.min(480, 120 + figures.length * 36)}
            onOpen={({ enterprise_id }) => void navigate({ to: `/z/${zone}/enterprises/${enterprise_id}` })}
          />
        </>
      )}
    </Section>
  );
}

const difference = ({ before, after }: CorrectedFigure): number | null =>
  typeof before === 'number' && typeof after === 'number' ? after - before : null;
