// The registry's tables as the database types them.
import type { ColumnType, Generated } from 'kysely';
import type { Ctx } from '#platform/ctx.ts';
import type { Enterprise, UtilityAccounts } from '../contract/enterprises.ts';
import type { Boundary, Polygon } from '../contract/geometry.ts';
import type { MapCollection } from '../contract/map.ts';
import type { LandStep, Occupancy, ParcelRecord, TenantRule, Treatment } from '../contract/land.ts';
import type { Office, Park, Period, Zone } from '../contract/places.ts';

type InZone<Row> = Row & { zone_id: string };
type Json<T> = ColumnType<T, string, string>;

export type RegistryTables = {
  zone: Zone;
  office: InZone<Office>;
  park: InZone<
    Omit<Park, 'boundary'> & { boundary: ColumnType<Boundary | null, string | null, string | null> }
  >;
  period: InZone<Period>;
  enterprise: InZone<
    Omit<Enterprise, 'utility_accounts' | 'version'> & {
      utility_accounts: Json<UtilityAccounts>;
      version: Generated<number>;
      updated_at: Generated<Date>;
    }
  >;
  enterprise_version: InZone<{
    enterprise_id: string;
    version: number;
    data: Json<Record<string, unknown>>;
    reason: string | null;
    changed_by: string;
    changed_at: Generated<Date>;
  }>;
  parcel: InZone<
    Omit<ParcelRecord, 'polygon' | 'version'> & {
      polygon: ColumnType<Polygon | null, string | null, string | null>;
      version: Generated<number>;
    }
  >;
  zone_map: InZone<{
    features: Json<MapCollection>;
    version: Generated<number>;
    updated_by: string;
    updated_at: Date;
  }>;
  occupancy: InZone<
    Omit<Occupancy, 'tenant_rule' | 'version'> & {
      tenant_rule: ColumnType<TenantRule | null, TenantRule | null | undefined>;
      version: Generated<number>;
    }
  >;
  land_area: InZone<{
    period_id: string;
    enterprise_id: string;
    area_mu: number;
    steps: Json<LandStep[]>;
    computed_at: Generated<Date>;
    treatment: TenantRule;
    landlord_id: string | null;
    not_applied: Treatment['not_applied'];
  }>;
};

export const registry = (ctx: Ctx) => ctx.trx.withTables<RegistryTables>();
