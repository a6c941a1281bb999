// The pages of the guide, in the order in which a newcomer reads them.
import type { Lang } from '../client/preferences.ts';

export type GuidePage = { readonly title: string; readonly html: string };

const FILES = import.meta.glob<GuidePage>('../../../docs/guide/{zh,en}/*.md', { query: '?guide' });

/** First what people do here every day, then what an office needs once a year; a page not named here comes last. */
const ORDER = [
  'first-steps',
  'officer',
  'registers',
  'results',
  'department',
  'enterprise',
  'park',
  'leader',
  'administrators',
  'public',
  'write-a-scheme',
  'explain',
  'what-if',
  'scheme-reference',
  'evaluate',
  'data-files',
  'server',
];

const placeOf = (name: string): number => {
  const place = ORDER.indexOf(name);
  return place < 0 ? ORDER.length : place;
};

export function guideNames(lang: Lang): string[] {
  return Object.keys(FILES)
    .filter((file) => file.includes(`/guide/${lang}/`))
    .map((file) => /([\w-]+)\.md$/.exec(file)?.[1] ?? '')
    .sort((a, b) => placeOf(a) - placeOf(b));
}

/** Undefined when there is no such page. */
export async function loadGuide(lang: Lang, name: string): Promise<GuidePage | undefined> {
  return FILES[`../../../docs/guide/${lang}/${name}.md`]?.();
}
