// What an industry's code means, short enough for a cell.
import { divisionOf } from '#core/industry.ts';
import type { Lang } from '#web/client/preferences.ts';

const known = new Map<string, string | null>();

/** Of the first two digits; the code itself where the standard has none. Asked for row by row, so it is remembered. */
export function industryName(code: string, lang: Lang): string | null {
  if (code === '') return null;
  const key = `${lang} ${code.slice(0, 2)}`;
  let name = known.get(key);
  if (name === undefined) {
    name = divisionOf(code.slice(0, 2))?.[lang] ?? code;
    known.set(key, name);
  }
  return name;
}
