// Looking into the audit log: a page of it, all of it, and whether it is whole.
import { AppError } from '#core/app-error.ts';
import { type ChainedEvent, verifyChain } from '#engine/proof/audit-chain.ts';
import { type Caller, type Ctx, transact } from '#platform/ctx.ts';
import { pageFrom } from '#platform/db/cursor.ts';
import type { AuditEntry, AuditQuery } from '../contract.ts';
import { lockHead, selectChain, selectEntries, selectLastDone } from '../store.ts';

const ROWS_AT_ONCE = 5000;

export async function listAuditEntries(
  ctx: Ctx,
  query: AuditQuery,
): Promise<{ items: AuditEntry[]; next: string | null }> {
  const before = Number(query.cursor ?? Number.MAX_SAFE_INTEGER);
  if (!Number.isSafeInteger(before) || before < 0) throw new AppError('cursor_not_understood');
  const rows = await selectEntries(ctx.trx, ctx.zone, { ...query, before });
  return pageFrom(rows, query.limit, (row) => String(row.seq));
}

/** When each of the accounts last signed in; those that never did are absent. */
export function lastSignIns(ctx: Ctx, userIds: readonly string[]): Promise<Map<string, Date>> {
  return selectLastDone(ctx.trx, ctx.zone, 'sign_in', ['account', userIds]);
}

/** Against the head as it is now; entries added meanwhile wait. */
export async function verifyOwnAudit(ctx: Ctx) {
  const head = await lockHead(ctx.trx, ctx.zone);
  const report = await verifyChain(
    chainOf((after) => selectChain(ctx.trx, ctx.zone, after, ROWS_AT_ONCE)),
    head,
  );
  return report.ok
    ? { ok: true, entries: report.entries, head: report.head, broken_at: null, fault: null }
    : { ok: false, entries: null, head: null, broken_at: report.seq, fault: report.fault };
}

/** Every entry after the given number, a transaction for each page. */
export function entriesAfter(caller: Caller, from: number): AsyncGenerator<ChainedEvent> {
  return chainOf(
    (after) => transact(caller, (ctx) => selectChain(ctx.trx, ctx.zone, after, ROWS_AT_ONCE)),
    from,
  );
}

async function* chainOf(
  pageAfter: (after: number) => Promise<ChainedEvent[]>,
  from = 0,
): AsyncGenerator<ChainedEvent> {
  let after = from;
  for (;;) {
    const page = await pageAfter(after);
    yield* page;
    after = page.at(-1)?.seq ?? after;
    if (page.length < ROWS_AT_ONCE) return;
  }
}
