// Walks the audit chains of zones, as the owner of the database: an operator's look, not a request's.
import { type ChainedEvent, type ChainReport, verifyChain } from '#engine/proof/audit-chain.ts';
import type { Database } from '#platform/db/database.ts';

const ROWS_AT_ONCE = 5000;

export async function verifyAudit(database: Database): Promise<[zone: string, report: ChainReport][]> {
  const { rows } = await database.pool.query<{ zone_id: string; seq: number; hash: string }>(
    'select zone_id, seq, hash from audit_head order by zone_id',
  );
  const reports: [string, ChainReport][] = [];
  for (const { zone_id: zone, ...head } of rows)
    reports.push([zone, await verifyChain(entriesOf(database, zone), head)]);
  return reports;
}

/** In the order of the chain, of those after the given number. */
export async function* entriesOf(database: Database, zone: string, from = 0): AsyncGenerator<ChainedEvent> {
  let after = from;
  for (;;) {
    const { rows } = await database.pool.query<Omit<ChainedEvent, 'zone' | 'at'> & { at: Date }>(
      `select seq, at, actor, actor_name, role, action, object_type, object_id, outcome, address, request_id, details,
              prev_hash, hash
       from audit_entry where zone_id = $1 and seq > $2 order by seq limit $3`,
      [zone, after, ROWS_AT_ONCE],
    );
    for (const row of rows) yield { zone, ...row, at: row.at.toISOString() };
    after = rows.at(-1)?.seq ?? after;
    if (rows.length < ROWS_AT_ONCE) return;
  }
}
