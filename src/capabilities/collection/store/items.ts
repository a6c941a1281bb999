// SQL on the catalogue of items.
import type { Ctx } from '#platform/ctx.ts';
import type { Item, NewItem } from '../contract/items.ts';
import { collection } from './tables.ts';

const ITEM = [
  'item_id',
  'name',
  'definition',
  'kind',
  'unit',
  'choices',
  'office_id',
  'cadence',
  'sharing',
  'visible_to',
  'synonyms',
  'rules',
  'additive',
  'position',
  'version',
] as const;

export function selectItems(ctx: Ctx): Promise<Item[]> {
  return collection(ctx)
    .selectFrom('item')
    .select(ITEM)
    .where('zone_id', '=', ctx.zone)
    .orderBy('position')
    .orderBy('item_id')
    .execute();
}

export function insertItem(ctx: Ctx, item: NewItem): Promise<Item> {
  return collection(ctx)
    .insertInto('item')
    .values({ zone_id: ctx.zone, ...columnsOf(item), version: 1 })
    .returning(ITEM)
    .executeTakeFirstOrThrow();
}

/** Undefined when no item has this id in this version. */
export function updateItemRow(ctx: Ctx, item: NewItem, version: number): Promise<Item | undefined> {
  return collection(ctx)
    .updateTable('item')
    .set({ ...columnsOf(item), version: version + 1 })
    .where('zone_id', '=', ctx.zone)
    .where('item_id', '=', item.item_id)
    .where('version', '=', version)
    .returning(ITEM)
    .executeTakeFirst();
}

function columnsOf(item: NewItem) {
  const {
    item_id,
    name,
    definition,
    kind,
    unit,
    office_id,
    cadence,
    sharing,
    visible_to,
    synonyms,
    additive,
    position,
  } = item;
  const texts = {
    item_id,
    name,
    definition,
    kind,
    unit,
    office_id,
    cadence,
    sharing,
    visible_to,
    synonyms,
    additive,
    position,
  };
  return { ...texts, choices: JSON.stringify(item.choices), rules: JSON.stringify(item.rules) };
}
