// What an enterprise typed as the right figures, made into corrections.
import { readNumber } from '#core/number-text.ts';
import type { Correction, FrozenFigure } from '#features/evaluation/contract/shapes.ts';

/** `wrong` names the items whose text is no number. A yes or no is typed as 'yes' or 'no'. */
export function correctionsOf(
  claims: Readonly<Record<string, string>>,
  figures: readonly Pick<FrozenFigure, 'item_id' | 'kind'>[],
): { readonly corrections: Correction[]; readonly wrong: string[] } {
  const corrections: Correction[] = [];
  const wrong: string[] = [];
  for (const { item_id, kind } of figures) {
    const text = (claims[item_id] ?? '').trim();
    if (text === '') continue;
    if (kind === 'yes_no') corrections.push({ item_id, value: text === 'yes' });
    else if (kind !== 'number') corrections.push({ item_id, value: text });
    else {
      const read = readNumber(text);
      if (read.kind === 'number') corrections.push({ item_id, value: read.value });
      else wrong.push(item_id);
    }
  }
  return { corrections, wrong };
}
