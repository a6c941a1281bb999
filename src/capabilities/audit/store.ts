// SQL on the audit log. The head row of a zone's chain is locked while an entry is added, so the chain never forks.
import type { ColumnType } from 'kysely';
import type { AuditEvent } from '#engine/proof/audit-chain.ts';
import type { ZoneTransaction } from '#platform/db/zone-transaction.ts';

export type AuditTables = {
  audit_head: { zone_id: string; seq: number; hash: string };
  audit_entry: Omit<AuditEvent, 'zone' | 'at' | 'details'> & {
    zone_id: string;
    at: ColumnType<Date, string>;
    details: ColumnType<Record<string, unknown>, string>;
    prev_hash: string;
    hash: string;
  };
};

type Head = { readonly seq: number; readonly hash: string };

/** Waits for whoever adds an entry to the same zone at this moment. A zone is created together with its head. */
export function lockHead(trx: ZoneTransaction, zone: string): Promise<Head> {
  return trx
    .withTables<AuditTables>()
    .selectFrom('audit_head')
    .select(['seq', 'hash'])
    .where('zone_id', '=', zone)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

export async function insertEntry(
  trx: ZoneTransaction,
  event: AuditEvent,
  prevHash: string,
  hash: string,
): Promise<void> {
  const { zone, details, ...rest } = event;
  const audit = trx.withTables<AuditTables>();
  await audit
    .insertInto('audit_entry')
    .values({ zone_id: zone, ...rest, details: JSON.stringify(details), prev_hash: prevHash, hash })
    .execute();
  await audit.updateTable('audit_head').set({ seq: event.seq, hash }).where('zone_id', '=', zone).execute();
}
