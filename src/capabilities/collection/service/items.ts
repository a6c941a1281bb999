// Use cases on the catalogue of items.
import { AppError } from '#core/app-error.ts';
import { parseUnit } from '#core/units.ts';
import { recordEvent } from '#capabilities/audit/service/record.ts';
import type { Ctx } from '#platform/ctx.ts';
import { isForeignKeyViolation, isUniqueViolation } from '#platform/db/violations.ts';
import type { Item, NewItem } from '../contract/items.ts';
import { insertItem, selectItems, updateItemRow } from '../store/items.ts';
import { canSee } from './rights.ts';

export async function listItems(ctx: Ctx): Promise<{ items: Item[] }> {
  const items = await selectItems(ctx);
  return { items: items.filter((item) => canSee(ctx.actor, item)) };
}

/** Items whose figures the actor may not see. */
export async function hiddenItems(ctx: Ctx): Promise<Item[]> {
  return (await selectItems(ctx)).filter((item) => !canSee(ctx.actor, item));
}

/** Their ids. */
export async function itemsHiddenFrom(ctx: Ctx): Promise<ReadonlySet<string>> {
  return new Set((await hiddenItems(ctx)).map(({ item_id }) => item_id));
}

export async function createItem(ctx: Ctx, input: NewItem): Promise<Item> {
  checkItem(input);
  const item = await saved(insertItem(ctx, input), input.item_id);
  await recordEvent(ctx, {
    action: 'create_item',
    object: ['item', item.item_id],
    details: { name: item.name },
  });
  return item;
}

export async function updateItem(ctx: Ctx, input: NewItem & { version: number }): Promise<Item> {
  checkItem(input);
  const item = await saved(updateItemRow(ctx, input, input.version), input.item_id);
  if (item === undefined) throw new AppError('changed_meanwhile');
  await recordEvent(ctx, {
    action: 'update_item',
    object: ['item', item.item_id],
    details: { name: item.name, unit: item.unit, rules: item.rules },
  });
  return item;
}

function checkItem(item: NewItem): void {
  if (item.unit !== null && parseUnit(item.unit) === undefined)
    throw new AppError('item_unit_unknown', { unit: item.unit });
  if (item.kind === 'choice' && item.choices.length === 0) throw new AppError('item_without_choices');
  const { min = -Infinity, max = Infinity } = item.rules;
  if (min > max) throw new AppError('item_range_empty');
}

async function saved<T>(saving: Promise<T>, item: string): Promise<T> {
  try {
    return await saving;
  } catch (error) {
    if (isUniqueViolation(error)) throw new AppError('item_exists', { item });
    if (isForeignKeyViolation(error)) throw new AppError('office_not_found');
    throw error;
  }
}
