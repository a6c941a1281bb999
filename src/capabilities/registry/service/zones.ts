// Founding a zone: an operator's act outside any zone, so it runs as the owner of the database.
import { CHAIN_START } from '#engine/proof/audit-chain.ts';
import { AppError } from '#core/app-error.ts';
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
