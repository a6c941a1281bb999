// What the form has no fields for: shown as an outline, with the way to its place in the text.
import type { Path } from '#core/diagnostic.ts';
import { usePreferences } from '#web/client/preferences.ts';
import { pick, useWords } from '#web/words/words.ts';
import { valueIn } from '#engine/scheme/edit.ts';
import { useForm, useShow } from './form-context.ts';
import { fieldWord } from '../versions/diff-words.ts';
import { FORM } from './form-words.ts';
import { outline } from './outline.ts';

type Props = { readonly label: string; readonly path: Path };

export function TextOnly({ label, path }: Props) {
  const t = useWords(FORM);
  const { data } = useForm();
  const show = useShow();
  const { lang } = usePreferences();
  const wordOf = (key: string): string => pick(fieldWord(key), lang);
  const value = valueIn(data, path);
  if (value === undefined) return null;
  return (
    <div className="mj-text-only mj-field-wide" role="group" aria-label={label}>
      <span className="mj-field-label">
        {label} · {t.textOnly}{' '}
        <button type="button" className="mj-link" onClick={() => show(path)}>
          {t.showInText}
        </button>
      </span>
      <pre>{outline(value, wordOf)}</pre>
    </div>
  );
}
