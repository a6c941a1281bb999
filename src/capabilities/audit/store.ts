// SQL on the audit log. The head row of a zone's chain is locked while an entry is added, so the chain never forks.
import type { ColumnType } from 'kysely';
import type { AuditEvent, ChainedEvent } from '#engine/proof/audit-chain.ts';
import type { ZoneTransaction } from '#platform/db/zone-transaction.ts';
import type { AuditEntry, AuditQuery } from './contract.ts';

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

const ENTRY = [
  'seq',
  'at',
  'actor',
  'actor_name',
  'role',
  'action',
  'object_type',
  'object_id',
  'outcome',
  'address',
  'request_id',
  'details',
  'prev_hash',
  'hash',
] as const;

/** Newest first. */
export async function selectEntries(
  trx: ZoneTransaction,
  zone: string,
  query: AuditQuery & { before: number },
): Promise<AuditEntry[]> {
  let rows = trx
    .withTables<AuditTables>()
    .selectFrom('audit_entry')
    .select(ENTRY)
    .where('zone_id', '=', zone);
  for (const column of ['actor', 'action', 'object_type', 'object_id', 'outcome'] as const) {
    const wanted = query[column];
    if (wanted !== undefined) rows = rows.where(column, '=', wanted);
  }
  if (query.from !== undefined) rows = rows.where('at', '>=', new Date(query.from));
  if (query.to !== undefined) rows = rows.where('at', '<', new Date(query.to));
  const found = await rows
    .where('seq', '<', query.before)
    .orderBy('seq', 'desc')
    .limit(query.limit + 1)
    .execute();
  return found.map((row) => ({ ...row, at: row.at.toISOString() }));
}

/** When each of the objects last had this done to it. */
export async function selectLastDone(
  trx: ZoneTransaction,
  zone: string,
  action: string,
  [type, ids]: readonly [type: string, ids: readonly string[]],
): Promise<Map<string, Date>> {
  if (ids.length === 0) return new Map();
  const rows = await trx
    .withTables<AuditTables>()
    .selectFrom('audit_entry')
    .select(({ fn }) => ['object_id', fn.max('at').as('at')])
    .where('zone_id', '=', zone)
    .where('object_type', '=', type)
    .where('object_id', 'in', ids)
    .where('action', '=', action)
    .where('outcome', '=', 'done')
    .groupBy('object_id')
    .execute();
  return new Map(rows.map((row) => [row.object_id, row.at]));
}

/** In the order of the chain. */
export async function selectChain(
  trx: ZoneTransaction,
  zone: string,
  after: number,
  limit: number,
): Promise<ChainedEvent[]> {
  const rows = await trx
    .withTables<AuditTables>()
    .selectFrom('audit_entry')
    .select(ENTRY)
    .where('zone_id', '=', zone)
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ zone, ...row, at: row.at.toISOString() }));
}
