// SQL on the tables of the registry.
import type { Ctx } from '#platform/ctx.ts';
import type { Park } from './contract.ts';

type RegistryTables = { park: Park & { zone_id: string } };

const PARK = ['park_id', 'code', 'name', 'kind', 'area_mu', 'version'] as const;

const tables = (ctx: Ctx) => ctx.trx.withTables<RegistryTables>();

export function selectParks(ctx: Ctx): Promise<Park[]> {
  return tables(ctx)
    .selectFrom('park')
    .select(PARK)
    .where('zone_id', '=', ctx.zone)
    .orderBy('code')
    .execute();
}

export function insertPark(ctx: Ctx, park: Park): Promise<Park> {
  return tables(ctx)
    .insertInto('park')
    .values({ zone_id: ctx.zone, ...park })
    .returning(PARK)
    .executeTakeFirstOrThrow();
}
