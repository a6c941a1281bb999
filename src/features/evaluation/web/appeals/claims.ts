// What an enterprise typed as the right figures, made into corrections.
import { readNumber } from '#core/number-text.ts';
import type { Correction } from '#features/evaluation/contract/shapes.ts';

/** `wrong` names the items whose text is no number. */
export function correctionsOf(
  claims: Readonly<Record<string, string>>,
  isNumber: (itemId: string) => boolean,
  t: { readonly yes: string; readonly no: string },
): { readonly corrections: Correction[]; readonly wrong: string[] } {
  const corrections: Correction[] = [];
  const wrong: string[] = [];
  for (const [item_id, typed] of Object.entries(claims)) {
    const text = typed.trim();
    if (text === '') continue;
    if (!isNumber(item_id)) {
      if (text === t.yes || text === t.no) corrections.push({ item_id, value: text === t.yes });
      else wrong.push(item_id);
      continue;
    }
    const read = readNumber(text);
    if (read.kind === 'number') corrections.push({ item_id, value: read.value });
    else wrong.push(item_id);
  }
  return { corrections, wrong };
}
