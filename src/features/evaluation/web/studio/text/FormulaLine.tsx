// The formula in hand: what unit comes out of it, or what is wrong with it.
import { describeFinding } from '#engine/messages.ts';
import type { FormulaKit } from '#engine/scheme/formula-facts.ts';
import { usePreferences } from '#web/client/preferences.ts';
import { useWords } from '#web/words/words.ts';
import { TEXT } from './text-words.ts';

type Props = {
  readonly formula: string | undefined;
  readonly kit: FormulaKit | undefined;
  /** Beside the formula itself only what comes out of it. */
  readonly short?: boolean;
};

export function FormulaLine({ formula, kit, short = false }: Props) {
  const t = useWords(TEXT);
  const { lang } = usePreferences();
  if (formula === undefined || formula === '' || kit === undefined)
    return <div className="mj-studio-formula meta">{t.formulaHint}</div>;
  const { type, unit = '', diagnostics } = kit.facts(formula);
  const [first] = diagnostics;
  if (first !== undefined)
    return (
      <div className="mj-studio-formula" data-bad="true" role="status">
        {describeFinding(first, lang).message}
      </div>
    );
  const unitText = unit === '' ? t.anyUnit : unit;
  const result = type === 'flag' ? t.isCondition : type === 'number' ? unitText : t.isText;
  return (
    <div className="mj-studio-formula" role="status">
      {!short && <code>{formula}</code>} → {result}
    </div>
  );
}
