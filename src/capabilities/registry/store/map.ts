// SQL on the map of a zone and on parcels as they are drawn.
import type { Ctx } from '#platform/ctx.ts';
import type { Polygon } from '../contract/geometry.ts';
import type { MapCollection, ZoneMap } from '../contract/map.ts';
import { registry } from './tables.ts';

const ZONE_MAP = ['features', 'version', 'updated_at'] as const;

type Row = { readonly features: MapCollection; readonly version: number; readonly updated_at: Date };

const mapOf = ({ features, version, updated_at: at }: Row): ZoneMap => ({
  map: features,
  version,
  updated_at: at.toISOString(),
});

export async function selectZoneMap(ctx: Ctx): Promise<ZoneMap | undefined> {
  const row = await registry(ctx)
    .selectFrom('zone_map')
    .select(ZONE_MAP)
    .where('zone_id', '=', ctx.zone)
    .executeTakeFirst();
  return row && mapOf(row);
}

export async function insertZoneMap(ctx: Ctx, features: string): Promise<ZoneMap> {
  const values = { zone_id: ctx.zone, features, ...changedNow(ctx) };
  return mapOf(
    await registry(ctx).insertInto('zone_map').values(values).returning(ZONE_MAP).executeTakeFirstOrThrow(),
  );
}

/** Undefined when the map is not of this version. */
export async function updateZoneMap(
  ctx: Ctx,
  features: string,
  version: number,
): Promise<ZoneMap | undefined> {
  const row = await registry(ctx)
    .updateTable('zone_map')
    .set({ features, version: version + 1, ...changedNow(ctx) })
    .where('zone_id', '=', ctx.zone)
    .where('version', '=', version)
    .returning(ZONE_MAP)
    .executeTakeFirst();
  return row && mapOf(row);
}

const changedNow = ({ actor, services }: Ctx) => ({ updated_by: actor.userId, updated_at: services.now() });

type DrawnParcel = {
  readonly parcel_id: string;
  readonly code: string;
  readonly park_id: string | null;
  readonly owner_id: string | null;
  readonly area_mu: number;
  readonly use_type: string;
  readonly polygon: Polygon;
};

export async function selectDrawnParcels(
  ctx: Ctx,
  filter: { readonly park_id?: string | undefined },
  limit: number,
): Promise<DrawnParcel[]> {
  let rows = registry(ctx)
    .selectFrom('parcel')
    .select(['parcel_id', 'code', 'park_id', 'owner_id', 'area_mu', 'use_type', 'polygon'])
    .where('zone_id', '=', ctx.zone)
    .where('polygon', 'is not', null);
  if (filter.park_id !== undefined) rows = rows.where('park_id', '=', filter.park_id);
  const found = await rows.orderBy('code').limit(limit).execute();
  return found.flatMap(({ polygon, ...row }) => (polygon === null ? [] : [{ ...row, polygon }]));
}
