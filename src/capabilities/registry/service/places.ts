// Use cases on the zone, its offices, parks and periods.
import { AppError } from '#core/app-error.ts';
import { recordEvent } from '#capabilities/audit/service/record.ts';
import type { Ctx } from '#platform/ctx.ts';
import { isUniqueViolation } from '#platform/db/violations.ts';
import type { NewPark, Office, Park, ParkChange, Period, Zone } from '../contract/places.ts';
import { changesOf } from '../model/changes.ts';
import {
  insertOffice,
  insertPark,
  insertPeriod,
  selectOffices,
  selectParks,
  selectPeriod,
  selectPeriods,
  selectZone,
  updateOfficeRow,
  updateParkRow,
} from '../store/places.ts';

export async function getZone(ctx: Ctx): Promise<Zone> {
  const zone = await selectZone(ctx);
  if (zone === undefined) throw new AppError('zone_not_found');
  return zone;
}

export async function listOffices(ctx: Ctx): Promise<{ items: Office[] }> {
  return { items: await selectOffices(ctx) };
}

export async function createOffice(ctx: Ctx, { code, name }: Pick<Office, 'code' | 'name'>): Promise<Office> {
  const office = { office_id: ctx.services.newId(), code, name, version: 1 };
  const saved = await unlessTaken(insertOffice(ctx, office), 'office_exists', { code });
  await recordEvent(ctx, {
    action: 'create_office',
    object: ['office', saved.office_id],
    details: { code, name },
  });
  return saved;
}

/** Throws `office_not_found`; `changed_meanwhile` when somebody was faster. */
export async function updateOffice(ctx: Ctx, office: Office): Promise<Office> {
  const before = (await selectOffices(ctx)).find(({ office_id: id }) => id === office.office_id);
  if (before === undefined) throw new AppError('office_not_found');
  const { office_id, code, name, version } = office;
  const saved = await unlessTaken(updateOfficeRow(ctx, { office_id, code, name, version }), 'office_exists', {
    code,
  });
  if (saved === undefined) throw new AppError('changed_meanwhile');
  await recordEvent(ctx, {
    action: 'update_office',
    object: ['office', office_id],
    details: { changed: changesOf(before, saved) },
  });
  return saved;
}

export async function listParks(ctx: Ctx): Promise<{ items: Park[] }> {
  return { items: await selectParks(ctx) };
}

export async function createPark(ctx: Ctx, input: NewPark): Promise<Park> {
  const { code, name, kind, area_mu, boundary = null } = input;
  const park: Park = { park_id: ctx.services.newId(), code, name, kind, area_mu, boundary, version: 1 };
  const saved = await unlessTaken(insertPark(ctx, park), 'park_exists', { code });
  await recordEvent(ctx, { action: 'create_park', object: ['park', saved.park_id], details: { code, name } });
  return saved;
}

export async function updatePark(ctx: Ctx, park: ParkChange): Promise<Park> {
  const { park_id, code, name, kind, area_mu, boundary, version } = park;
  const change = { park_id, code, name, kind, area_mu, boundary, version };
  const saved = await unlessTaken(updateParkRow(ctx, change), 'park_exists', { code });
  if (saved === undefined) throw new AppError('changed_meanwhile');
  await recordEvent(ctx, {
    action: 'update_park',
    object: ['park', park_id],
    details: { code, name, area_mu, redrawn: boundary !== undefined },
  });
  return saved;
}

export async function listPeriods(ctx: Ctx): Promise<{ items: Period[] }> {
  return { items: await selectPeriods(ctx) };
}

/** Throws `period_not_found`. */
export async function getPeriod(ctx: Ctx, id: string): Promise<Period> {
  const period = await selectPeriod(ctx, id);
  if (period === undefined) throw new AppError('period_not_found', { period: id });
  return period;
}

export async function createPeriod(ctx: Ctx, period: Period): Promise<Period> {
  const { period_id, name, kind, starts_on, ends_on } = period;
  if (ends_on < starts_on) throw new AppError('period_ends_before_it_starts');
  const values = { period_id, name, kind, starts_on, ends_on };
  const saved = await unlessTaken(insertPeriod(ctx, values), 'period_exists', { period: period_id });
  await recordEvent(ctx, { action: 'create_period', object: ['period', period_id], details: { name } });
  return saved;
}

async function unlessTaken<T>(saving: Promise<T>, code: string, params: Record<string, string>): Promise<T> {
  try {
    return await saving;
  } catch (error) {
    if (isUniqueViolation(error)) throw new AppError(code, params);
    throw error;
  }
}
