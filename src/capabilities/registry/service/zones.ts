// Founding a zone: an operator's act outside any zone, so it runs as the owner of the database.
import { sql } from 'kysely';
import { CHAIN_START } from '#engine/proof/audit-chain.ts';
import { AppError } from '#core/app-error.ts';
import type { OpenZone } from '../contract/product.ts';
import type { Database } from '#platform/db/database.ts';
import { isUniqueViolation } from '#platform/db/violations.ts';

export type NewZone = {
  readonly zone: string;
  readonly name: string;
  readonly regionCode?: string;
  readonly synthetic?: boolean;
};

type ZoneTables = {
  zone: { zone_id: string; name: string; region_code: string | null; synthetic: boolean };
  audit_head: { zone_id: string; seq: number; hash: string };
};

/** Throws `zone_exists`. The audit chain begins here. */
export async function createZone(database: Database, zone: NewZone): Promise<void> {
  try {
    await database.kysely.transaction().execute(async (trx) => {
      const tables = trx.withTables<ZoneTables>();
      await tables
        .insertInto('zone')
        .values({
          zone_id: zone.zone,
          name: zone.name,
          region_code: zone.regionCode ?? null,
          synthetic: zone.synthetic ?? false,
        })
        .execute();
      await tables
        .insertInto('audit_head')
        .values({ zone_id: zone.zone, seq: 0, hash: CHAIN_START })
        .execute();
    });
  } catch (error) {
    if (isUniqueViolation(error)) throw new AppError('zone_exists', { zone: zone.zone });
    throw error;
  }
}

/** Made-up zones, and those named: what somebody who has not signed in may know of. */
export async function listOpenZones(database: Database, published: readonly string[]): Promise<OpenZone[]> {
  const { rows } = await sql<OpenZone>`
    select zone_id as zone, name, synthetic from zone
    where zone_id <> 'system' and (synthetic or zone_id = any (${[...published]}::text[]))
    order by zone_id limit 1000`.execute(database.kysely);
  return rows;
}
