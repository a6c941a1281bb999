// The zone in six figures, each beside the year before.
import { usePreferences } from '#web/client/preferences.ts';
import { ClassShare } from '#web/ui/ClassShare.tsx';
import { KeyFigure, KeyFigures } from '#web/ui/KeyFigure.tsx';
import { unitName } from '#core/unit-names.ts';
import { count, fixed, money, percent } from '#web/ui/numbers.ts';
import { useWords } from '#web/words/words.ts';
import type { Overview } from '#features/evaluation/contract/overview.ts';
import { COCKPIT } from './cockpit-words.ts';
import { type Measure, shareIn, yearBefore } from './measures.ts';

type Props = { readonly overview: Overview; readonly measures: readonly Measure[] };

/** Sums that leaders know the year by, as far as the scheme has them. */
const SUMS = ['tax', 'revenue', 'value_added'] as const;

export function ZoneTotals({ overview, measures }: Props) {
  const t = useWords(COCKPIT);
  const { lang } = usePreferences();
  const { totals } = overview;
  const before = yearBefore(overview);
  if (totals === null) return null;
  const first = measures[0];
  return (
    <KeyFigures>
      <KeyFigure
        label={t.evaluated}
        value={count(totals.evaluated)}
        unit={t.firms}
        note={t.ofAll(count(totals.enterprises))}
      />
      <KeyFigure
        label={t.shareOfA}
        value={percent(shareIn(totals, 'A'))}
        note={<ClassShare counts={totals.classes} />}
      />
      {SUMS.flatMap((name) => {
        const field = overview.inputs.find((input) => input.name === name);
        const sum = totals.inputs[name];
        if (field === undefined || sum === null || sum === undefined) return [];
        const shown = money(sum, lang);
        const last = before?.inputs[name];
        return [
          <KeyFigure
            key={name}
            label={field[lang]}
            value={shown.text}
            unit={shown.unit}
            note={typeof last === 'number' ? t.before(money(last, lang, sum).text) : ''}
          />,
        ];
      })}
      {first !== undefined && (
        <KeyFigure
          label={first.name}
          value={fixed(first.of(totals), first.digits)}
          unit={unitName(first.unit, lang)}
          note={before === undefined ? '' : t.before(fixed(first.of(before), first.digits))}
        />
      )}
    </KeyFigures>
  );
}
