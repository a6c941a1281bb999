// What somebody typed, as a figure of its kind.
import { readNumber } from '#core/number-text.ts';
import type { Item } from '#capabilities/collection/contract/items.ts';

/** Undefined when it is no figure of this kind, so that an empty field takes nothing away. */
export function typedValue(
  kind: Item['kind'],
  text: string,
  t: { readonly yes: string; readonly no: string },
): number | string | boolean | undefined {
  const typed = text.trim();
  if (typed === '') return undefined;
  if (kind === 'yes_no') return typed === t.yes ? true : typed === t.no ? false : undefined;
  if (kind !== 'number') return typed;
  const read = readNumber(typed);
  return read.kind === 'number' ? read.value : undefined;
}
