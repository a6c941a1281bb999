// What an actor may see and write of the figures, beyond what row-level security already decides.
import { AppError } from '#core/app-error.ts';
import type { Actor, Ctx } from '#platform/ctx.ts';
import type { Layer } from '../contract/imports.ts';
import type { Item } from '../contract/items.ts';

/** The source office and the enterprise always see their own; others where the item says so. */
export function canSee({ role, officeId }: Actor, item: Item): boolean {
  if (item.visible_to.length === 0 || role === 'system' || role === 'evaluation_officer') return true;
  if (role === 'enterprise_user') return true;
  if (role === 'data_officer' && item.office_id !== null && item.office_id === officeId) return true;
  return item.visible_to.some((allowed) => allowed === role);
}

/** Data officers write the items of their office, enterprises those that have none. */
export function canWrite({ role, officeId }: Actor, item: Item): boolean {
  if (role === 'evaluation_officer' || role === 'system') return true;
  if (role === 'data_officer') return item.office_id !== null && item.office_id === officeId;
  return role === 'enterprise_user' && item.office_id === null;
}

/** The layer into which an actor's files go. */
export function layerOf({ role }: Actor): Layer {
  return role === 'enterprise_user' ? 'declared' : 'verified';
}

/** An officer sees all imports; others those of their office, enterprises their own. */
export function canSeeImport(
  { actor }: Ctx,
  { office_id: office, uploaded_by: by }: { readonly office_id: string | null; readonly uploaded_by: string },
): boolean {
  if (actor.role === 'evaluation_officer' || actor.role === 'system') return true;
  return (
    by === actor.userId || (actor.role === 'data_officer' && office !== null && office === actor.officeId)
  );
}

/** Whether a department's system sent it with its token: there is no person behind it who could be told anything. */
export const sentByToken = ({ uploaded_by: by }: { readonly uploaded_by: string }): boolean =>
  by.startsWith('token:');

export function requireItem(items: readonly Item[], id: string): Item {
  const item = items.find(({ item_id }) => item_id === id);
  if (item === undefined) throw new AppError('item_not_found', { item: id });
  return item;
}
