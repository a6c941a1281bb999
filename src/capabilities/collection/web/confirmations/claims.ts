// What an enterprise disputes, out of what it typed: the right figure and the grounds for it.
import { readNumber } from '#core/number-text.ts';

export type Claim = { readonly value: string; readonly reason: string };
export type Dispute = {
  readonly item_id: string;
  readonly value: number | string | boolean;
  readonly reason: string;
};

/** `wrong` names the items where the figure is no number or the grounds are missing. */
export function disputesOf(
  claims: Readonly<Record<string, Claim>>,
  isNumber: (itemId: string) => boolean,
): { readonly disputes: Dispute[]; readonly wrong: string[] } {
  const disputes: Dispute[] = [];
  const wrong: string[] = [];
  for (const [item_id, { value, reason }] of Object.entries(claims)) {
    if (value.trim() === '' && reason.trim() === '') continue;
    const read = readNumber(value);
    const figure = isNumber(item_id) ? (read.kind === 'number' ? read.value : undefined) : value.trim();
    if (figure === undefined || figure === '' || reason.trim().length < 2) wrong.push(item_id);
    else disputes.push({ item_id, value: figure, reason: reason.trim() });
  }
  return { disputes, wrong };
}
