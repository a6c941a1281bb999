// Parts of a scheme that only the text can say: shown here, so that the form hides nothing.
import type { Path } from '#core/diagnostic.ts';
import { valueIn } from '#engine/scheme/edit.ts';
import { usePreferences } from '#web/client/preferences.ts';
import { pick, useWords } from '#web/words/words.ts';
import { fieldWord } from '../versions/diff-words.ts';
import { FORM } from './form-words.ts';
import { TextOnly } from './TextOnly.tsx';

const PLACES = [
  ['measures'],
  ['adjustments', 'coefficient'],
  ['classes', 'pool_quotas'],
  ['alternatives'],
] as const satisfies readonly Path[];

export const otherParts = (data: unknown): readonly Path[] =>
  PLACES.filter((path) => valueIn(data, path) !== undefined);

export function OtherParts({ paths }: { readonly paths: readonly Path[] }) {
  const t = useWords(FORM);
  const { lang } = usePreferences();
  return (
    <div className="mj-form-stack">
      <p className="meta">{t.othersHint}</p>
      {paths.map((path) => (
        <TextOnly key={path.join('.')} label={pick(fieldWord(String(path.at(-1))), lang)} path={path} />
      ))}
    </div>
  );
}
