// SQL on parcels and uses of land.
import { sql } from 'kysely';
import type { Ctx } from '#platform/ctx.ts';
import type { ListedOccupancy, Occupancy, ParcelRecord } from '../contract/land.ts';
import { registry } from './tables.ts';

const PARCEL = [
  'parcel_id',
  'code',
  'park_id',
  'area_mu',
  'use_type',
  'owner_id',
  'title_number',
  'plot_ratio',
  'polygon',
  'version',
] as const;

const OCCUPANCY = [
  'occupancy_id',
  'enterprise_id',
  'parcel_id',
  'kind',
  'counterpart_id',
  'land_area_mu',
  'floor_area_m2',
  'plot_ratio',
  'under_construction_mu',
  'not_usable_mu',
  'starts_on',
  'ends_on',
  'tenant_rule',
  'version',
] as const;

const MOST_PARCELS = 5000;

/** With what their owners are called, and how many lease there on a day. */
export function selectParcels(
  ctx: Ctx,
  filter: { readonly park_id?: string | undefined; readonly owner_id?: string | undefined },
  day: string,
): Promise<(ParcelRecord & { owner_name: string | null; tenants: number })[]> {
  const leases = registry(ctx)
    .selectFrom('occupancy')
    .select(['parcel_id', sql<number>`count(distinct enterprise_id)::int`.as('tenants')])
    .where('zone_id', '=', ctx.zone)
    .where('kind', '=', 'lease_in')
    .where('starts_on', '<=', day)
    .where((eb) => eb.or([eb('ends_on', 'is', null), eb('ends_on', '>=', day)]))
    .groupBy('parcel_id');
  let rows = registry(ctx)
    .selectFrom('parcel as p')
    .leftJoin('enterprise as e', (join) =>
      join.onRef('e.zone_id', '=', 'p.zone_id').onRef('e.enterprise_id', '=', 'p.owner_id'),
    )
    .leftJoin(leases.as('l'), 'l.parcel_id', 'p.parcel_id')
    .select(PARCEL.map((column) => `p.${column}` as const))
    .select(['e.name as owner_name', sql<number>`coalesce(l.tenants, 0)`.as('tenants')])
    .where('p.zone_id', '=', ctx.zone);
  if (filter.park_id !== undefined) rows = rows.where('p.park_id', '=', filter.park_id);
  if (filter.owner_id !== undefined) rows = rows.where('p.owner_id', '=', filter.owner_id);
  return rows.orderBy('p.code').limit(MOST_PARCELS).execute();
}

export async function insertParcels(
  ctx: Ctx,
  parcels: readonly Omit<ParcelRecord, 'version'>[],
): Promise<void> {
  const rows = parcels.map((parcel) => ({
    zone_id: ctx.zone,
    ...parcel,
    polygon: parcel.polygon === null ? null : JSON.stringify(parcel.polygon),
  }));
  for (let start = 0; start < rows.length; start += 500)
    await registry(ctx)
      .insertInto('parcel')
      .values(rows.slice(start, start + 500))
      .execute();
}

export function selectParcel(ctx: Ctx, id: string): Promise<ParcelRecord | undefined> {
  return registry(ctx)
    .selectFrom('parcel')
    .select(PARCEL)
    .where('zone_id', '=', ctx.zone)
    .where('parcel_id', '=', id)
    .executeTakeFirst();
}

/** Undefined when no parcel has this id in this version. */
export function updateParcelRow(
  ctx: Ctx,
  { parcel_id: id, version, polygon, ...changes }: ParcelRecord,
): Promise<ParcelRecord | undefined> {
  return registry(ctx)
    .updateTable('parcel')
    .set({
      ...changes,
      polygon: polygon === null ? null : JSON.stringify(polygon),
      version: version + 1,
    })
    .where('zone_id', '=', ctx.zone)
    .where('parcel_id', '=', id)
    .where('version', '=', version)
    .returning(PARCEL)
    .executeTakeFirst();
}

export function selectOccupancies(ctx: Ctx, enterpriseId: string): Promise<ListedOccupancy[]> {
  return registry(ctx)
    .selectFrom('occupancy as o')
    .leftJoin('enterprise as e', (join) =>
      join.onRef('e.zone_id', '=', 'o.zone_id').onRef('e.enterprise_id', '=', 'o.counterpart_id'),
    )
    .select(OCCUPANCY.map((column) => `o.${column}` as const))
    .select('e.name as counterpart_name')
    .where('o.zone_id', '=', ctx.zone)
    .where('o.enterprise_id', '=', enterpriseId)
    .orderBy('o.starts_on')
    .orderBy('o.occupancy_id')
    .execute();
}

/** All of a zone's uses that touch a span of days, one enterprise after the other. */
export function selectOccupanciesDuring(ctx: Ctx, from: string, to: string): Promise<Occupancy[]> {
  return registry(ctx)
    .selectFrom('occupancy')
    .select(OCCUPANCY)
    .where('zone_id', '=', ctx.zone)
    .where('starts_on', '<=', to)
    .where((eb) => eb.or([eb('ends_on', 'is', null), eb('ends_on', '>=', from)]))
    .orderBy('enterprise_id')
    .orderBy('occupancy_id')
    .execute();
}

/** Without a word on tenants they are evaluated separately. */
type NewUse = Omit<Occupancy, 'version' | 'tenant_rule'> & Partial<Pick<Occupancy, 'tenant_rule'>>;

export async function insertOccupancies(ctx: Ctx, rows: readonly NewUse[]): Promise<void> {
  for (let start = 0; start < rows.length; start += 500) {
    const chunk = rows.slice(start, start + 500).map((row) => ({ zone_id: ctx.zone, ...row }));
    await registry(ctx).insertInto('occupancy').values(chunk).execute();
  }
}

export function selectOccupancy(ctx: Ctx, id: string): Promise<Occupancy | undefined> {
  return registry(ctx)
    .selectFrom('occupancy')
    .select(OCCUPANCY)
    .where('zone_id', '=', ctx.zone)
    .where('occupancy_id', '=', id)
    .executeTakeFirst();
}

/** Undefined when no use of land has this id in this version. Whose use it is does not change. */
export function updateOccupancyRow(
  ctx: Ctx,
  { occupancy_id: id, version, ...changes }: Omit<Occupancy, 'enterprise_id'>,
): Promise<Occupancy | undefined> {
  return registry(ctx)
    .updateTable('occupancy')
    .set({ ...changes, version: version + 1 })
    .where('zone_id', '=', ctx.zone)
    .where('occupancy_id', '=', id)
    .where('version', '=', version)
    .returning(OCCUPANCY)
    .executeTakeFirst();
}

export async function deleteOccupancyRow(
  ctx: Ctx,
  id: string,
  version: number,
): Promise<Occupancy | undefined> {
  return registry(ctx)
    .deleteFrom('occupancy')
    .where('zone_id', '=', ctx.zone)
    .where('occupancy_id', '=', id)
    .where('version', '=', version)
    .returning(OCCUPANCY)
    .executeTakeFirst();
}
