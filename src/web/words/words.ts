// Words as pairs of Chinese and English: a page that lacks one of them does not compile.
import { useMemo } from 'react';
import { type Lang, usePreferences } from '../client/preferences.ts';

/** Chinese first, as officials write it. */
export type Pair = readonly [zh: string, en: string];
type Entry = Pair | ((...values: never[]) => Pair);

export type Words = Readonly<Record<string, Entry>>;

/** The same names, each in one language. */
export type Spoken<Table extends Words> = {
  readonly [Name in keyof Table]: Table[Name] extends (...values: infer Values) => Pair
    ? (...values: Values) => string
    : string;
};

/** Only fixes the type: `export const W = words({ title: ['评价结果', 'Results'] })`. */
export function words<const Table extends Words>(table: Table): Table {
  return table;
}

export const pick = (pair: Pair, lang: Lang): string => pair[lang === 'zh' ? 0 : 1];

/** The words in one language. */
export function speak<Table extends Words>(table: Table, lang: Lang): Spoken<Table> {
  const spoken = Object.entries(table).map(([name, entry]) => [
    name,
    typeof entry === 'function'
      ? (...values: unknown[]) => pick((entry as (...all: unknown[]) => Pair)(...values), lang)
      : pick(entry, lang),
  ]);
  return Object.fromEntries(spoken) as Spoken<Table>;
}

/** The words of a page in the reader's language. */
export function useWords<Table extends Words>(table: Table): Spoken<Table> {
  const { lang } = usePreferences();
  return useMemo(() => speak(table, lang), [table, lang]);
}

/** Of what the server sends in both languages. */
export function useLabel(): (label: { readonly zh: string; readonly en: string }) => string {
  const { lang } = usePreferences();
  return (label) => label[lang];
}
