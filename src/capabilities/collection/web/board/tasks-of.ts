// The tasks of a campaign out of the catalogue: one for each office, with the items it is the source of.
import type { Item } from '#capabilities/collection/contract/items.ts';

export type PlannedTask = { readonly office_id: string | null; readonly item_ids: string[] };

export function tasksOf(items: readonly Pick<Item, 'item_id' | 'office_id'>[]): PlannedTask[] {
  const byOffice = new Map<string | null, string[]>();
  for (const { item_id, office_id } of items)
    byOffice.set(office_id, [...(byOffice.get(office_id) ?? []), item_id]);
  return [...byOffice].map(([office_id, item_ids]) => ({ office_id, item_ids }));
}
