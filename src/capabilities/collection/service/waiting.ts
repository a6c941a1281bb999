// What of the collection waits for the actor, or is late for everybody.
import type { Ctx } from '#platform/ctx.ts';
import { selectItems } from '../store/items.ts';
import {
  type OpenTask,
  selectDisputes,
  selectOpenFindings,
  selectOpenTasks,
  selectStagedImports,
  selectUnconfirmed,
  type StagedImport,
  type Waiting,
} from '../store/waiting.ts';
import { canSee, canSeeImport, canWrite } from './rights.ts';

/** Tasks nobody handed in: of the own office for a data officer, else of all offices. */
export async function openTasks(ctx: Ctx): Promise<OpenTask[]> {
  const { role, officeId } = ctx.actor;
  const tasks = await selectOpenTasks(ctx);
  return role === 'data_officer' ? tasks.filter((task) => task.office_id === (officeId ?? '')) : tasks;
}

/** Imports that were read and wait to be accepted or refused, as far as the actor may decide. */
export async function stagedImports(ctx: Ctx): Promise<StagedImport[]> {
  return (await selectStagedImports(ctx)).filter((one) => canSeeImport(ctx, one));
}

/** Findings about items the actor answers for. */
export async function ownOpenFindings(ctx: Ctx): Promise<(Waiting & { readonly errors: number })[]> {
  const items = (await selectItems(ctx)).filter((item) => canWrite(ctx.actor, item));
  return selectOpenFindings(
    ctx,
    items.map(({ item_id }) => item_id),
  );
}

/** Findings about items the actor may see. */
export async function visibleOpenFindings(ctx: Ctx): Promise<(Waiting & { readonly errors: number })[]> {
  const items = (await selectItems(ctx)).filter((item) => canSee(ctx.actor, item));
  return selectOpenFindings(
    ctx,
    items.map(({ item_id }) => item_id),
  );
}

export function waitingDisputes(ctx: Ctx): Promise<Waiting[]> {
  return selectDisputes(ctx);
}

/** The actor's own enterprises that said nothing about their figures yet. */
export function unconfirmedEnterprises(ctx: Ctx, period: string): Promise<string[]> {
  return selectUnconfirmed(ctx, period, ctx.actor.enterpriseIds);
}
