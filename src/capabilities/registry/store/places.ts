// SQL on offices, parks and periods.
import type { Ctx } from '#platform/ctx.ts';
import type { Office, Park, ParkChange, Period, Zone } from '../contract/places.ts';
import { registry } from './tables.ts';

const PARK = ['park_id', 'code', 'name', 'kind', 'area_mu', 'boundary', 'version'] as const;
const PERIOD = ['period_id', 'name', 'kind', 'starts_on', 'ends_on'] as const;
const OFFICE = ['office_id', 'code', 'name', 'version'] as const;

const asJson = (boundary: Park['boundary']) => (boundary === null ? null : JSON.stringify(boundary));

export function selectZone(ctx: Ctx): Promise<Zone | undefined> {
  return registry(ctx)
    .selectFrom('zone')
    .select(['zone_id', 'name', 'region_code', 'synthetic'])
    .where('zone_id', '=', ctx.zone)
    .executeTakeFirst();
}

export function selectOffices(ctx: Ctx): Promise<Office[]> {
  return registry(ctx)
    .selectFrom('office')
    .select(OFFICE)
    .where('zone_id', '=', ctx.zone)
    .orderBy('code')
    .execute();
}

export function insertOffice(ctx: Ctx, office: Office): Promise<Office> {
  const values = { zone_id: ctx.zone, ...office };
  return registry(ctx).insertInto('office').values(values).returning(OFFICE).executeTakeFirstOrThrow();
}

/** Undefined when no office has this id in this version. */
export function updateOfficeRow(
  ctx: Ctx,
  { office_id: id, version, ...changes }: Office,
): Promise<Office | undefined> {
  return registry(ctx)
    .updateTable('office')
    .set({ ...changes, version: version + 1 })
    .where('zone_id', '=', ctx.zone)
    .where('office_id', '=', id)
    .where('version', '=', version)
    .returning(OFFICE)
    .executeTakeFirst();
}

export function selectParks(ctx: Ctx): Promise<Park[]> {
  return registry(ctx)
    .selectFrom('park')
    .select(PARK)
    .where('zone_id', '=', ctx.zone)
    .orderBy('code')
    .execute();
}

export function insertPark(ctx: Ctx, park: Park): Promise<Park> {
  const values = { zone_id: ctx.zone, ...park, boundary: asJson(park.boundary) };
  return registry(ctx).insertInto('park').values(values).returning(PARK).executeTakeFirstOrThrow();
}

/** Undefined when no park has this id in this version. */
export function updateParkRow(
  ctx: Ctx,
  { park_id: id, version, boundary, ...changes }: ParkChange,
): Promise<Park | undefined> {
  const redrawn = boundary === undefined ? {} : { boundary: asJson(boundary) };
  return registry(ctx)
    .updateTable('park')
    .set({ ...changes, ...redrawn, version: version + 1 })
    .where('zone_id', '=', ctx.zone)
    .where('park_id', '=', id)
    .where('version', '=', version)
    .returning(PARK)
    .executeTakeFirst();
}

export function selectPeriods(ctx: Ctx): Promise<Period[]> {
  return registry(ctx)
    .selectFrom('period')
    .select(PERIOD)
    .where('zone_id', '=', ctx.zone)
    .orderBy('starts_on', 'desc')
    .orderBy('period_id')
    .execute();
}

export function selectPeriod(ctx: Ctx, id: string): Promise<Period | undefined> {
  return registry(ctx)
    .selectFrom('period')
    .select(PERIOD)
    .where('zone_id', '=', ctx.zone)
    .where('period_id', '=', id)
    .executeTakeFirst();
}

export function insertPeriod(ctx: Ctx, period: Period): Promise<Period> {
  const values = { zone_id: ctx.zone, ...period };
  return registry(ctx).insertInto('period').values(values).returning(PERIOD).executeTakeFirstOrThrow();
}
