// The audit log: every change leaves an entry, in the same transaction, chained to the one before.
import { type AuditEvent, entryHash } from '#engine/proof/audit-chain.ts';
import type { Ctx } from '#platform/ctx.ts';
import { insertEntry, lockHead } from '../store.ts';

export type NewEvent = {
  /** A verb and its object in snake case, such as `create_park`. */
  readonly action: string;
  /** Type and id of what was acted on. */
  readonly object: readonly [type: string, id: string];
  readonly outcome?: AuditEvent['outcome'];
  readonly details?: AuditEvent['details'];
};

/**
 * Adds an entry about the actor of `ctx`. Call it last in a use case: from here to the commit, other changes of the
 * same zone wait.
 */
export async function recordEvent(ctx: Ctx, event: NewEvent): Promise<void> {
  const head = await lockHead(ctx.trx, ctx.zone);
  const entry: AuditEvent = {
    zone: ctx.zone,
    seq: head.seq + 1,
    at: ctx.services.now().toISOString(),
    actor: ctx.actor.userId,
    actor_name: ctx.actor.name,
    role: ctx.actor.role,
    action: event.action,
    object_type: event.object[0],
    object_id: event.object[1],
    outcome: event.outcome ?? 'done',
    address: ctx.address,
    request_id: ctx.requestId,
    details: event.details ?? {},
  };
  await insertEntry(ctx.trx, entry, head.hash, entryHash(head.hash, entry));
}
