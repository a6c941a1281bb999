// Use cases on parcels, uses of land, and the land area enterprises are evaluated by.
import { AppError } from '#core/app-error.ts';
import { recordEvent } from '#capabilities/audit/service/record.ts';
import type { Ctx } from '#platform/ctx.ts';
import { isForeignKeyViolation, isUniqueViolation } from '#platform/db/violations.ts';
import type { LandArea, NewOccupancy, NewParcel, Occupancy, Parcel } from '../contract/land.ts';
import { evaluatedLandArea } from '../model/land-area.ts';
import {
  deleteOccupancyRow,
  insertOccupancies,
  insertParcels,
  replaceLandAreas,
  selectLandArea,
  selectOccupancies,
  selectOccupanciesDuring,
  selectParcels,
} from '../store/land.ts';
import { getEnterprise } from './enterprises.ts';
import { getPeriod } from './places.ts';

export async function listParcels(
  ctx: Ctx,
  filter: { park_id?: string | undefined; owner_id?: string | undefined },
): Promise<{ items: Parcel[] }> {
  return { items: await selectParcels(ctx, filter) };
}

export async function createParcel(ctx: Ctx, input: NewParcel): Promise<Parcel> {
  const { code, park_id, area_mu, use_type, owner_id, title_number, plot_ratio, polygon } = input;
  const fields = { code, park_id, area_mu, use_type, owner_id, title_number, plot_ratio, polygon };
  const parcel = { parcel_id: ctx.services.newId(), ...fields };
  await known(insertParcels(ctx, [parcel]), 'parcel_exists', { code });
  await recordEvent(ctx, {
    action: 'create_parcel',
    object: ['parcel', parcel.parcel_id],
    details: { code, area_mu },
  });
  return { ...parcel, version: 1 };
}

export async function listOccupancies(ctx: Ctx, enterpriseId: string): Promise<{ items: Occupancy[] }> {
  await getEnterprise(ctx, enterpriseId);
  return { items: await selectOccupancies(ctx, enterpriseId) };
}

export async function createOccupancy(
  ctx: Ctx,
  input: NewOccupancy & { enterprise_id: string },
): Promise<Occupancy> {
  if (input.land_area_mu === null && input.floor_area_m2 === null)
    throw new AppError('occupancy_without_area');
  if (input.ends_on !== null && input.ends_on < input.starts_on)
    throw new AppError('occupancy_ends_before_it_starts');
  await getEnterprise(ctx, input.enterprise_id);
  const { enterprise_id, parcel_id, kind, counterpart_id, land_area_mu, floor_area_m2, plot_ratio } = input;
  const { under_construction_mu, not_usable_mu, starts_on, ends_on } = input;
  const row = {
    occupancy_id: ctx.services.newId(),
    enterprise_id,
    parcel_id,
    kind,
    counterpart_id,
    land_area_mu,
    floor_area_m2,
    plot_ratio,
    under_construction_mu,
    not_usable_mu,
    starts_on,
    ends_on,
  };
  await known(insertOccupancies(ctx, [row]), 'occupancy_exists', {});
  await recordEvent(ctx, {
    action: 'create_occupancy',
    object: ['enterprise', enterprise_id],
    details: { occupancy: row.occupancy_id, kind, land_area_mu, floor_area_m2 },
  });
  return { ...row, version: 1 };
}

export async function deleteOccupancy(ctx: Ctx, id: string, version: number): Promise<{ deleted: true }> {
  const gone = await deleteOccupancyRow(ctx, id, version);
  if (gone === undefined) throw new AppError('changed_meanwhile');
  await recordEvent(ctx, {
    action: 'delete_occupancy',
    object: ['enterprise', gone.enterprise_id],
    details: { ...gone },
  });
  return { deleted: true };
}

export async function computeLandAreas(
  ctx: Ctx,
  periodId: string,
): Promise<{ enterprises: number; below_zero: number }> {
  const period = await getPeriod(ctx, periodId);
  const uses = byEnterprise(await selectOccupanciesDuring(ctx, period.starts_on, period.ends_on));
  const areas = [...uses].map(([enterprise_id, occupancies]) => ({
    enterprise_id,
    ...evaluatedLandArea(occupancies, period),
  }));
  await replaceLandAreas(ctx, periodId, areas);
  const counts = {
    enterprises: areas.length,
    below_zero: areas.filter(({ steps }) => steps.some(({ kind }) => kind === 'below_zero')).length,
  };
  await recordEvent(ctx, { action: 'compute_land_areas', object: ['period', periodId], details: counts });
  return counts;
}

function byEnterprise(occupancies: readonly Occupancy[]): Map<string, Occupancy[]> {
  const groups = new Map<string, Occupancy[]>();
  for (const use of occupancies) {
    const group = groups.get(use.enterprise_id);
    if (group === undefined) groups.set(use.enterprise_id, [use]);
    else group.push(use);
  }
  return groups;
}

export async function getLandArea(ctx: Ctx, periodId: string, enterpriseId: string): Promise<LandArea> {
  const area = await selectLandArea(ctx, periodId, enterpriseId);
  if (area === undefined) throw new AppError('land_area_not_found');
  return area;
}

async function known<T>(saving: Promise<T>, code: string, params: Record<string, string>): Promise<T> {
  try {
    return await saving;
  } catch (error) {
    if (isUniqueViolation(error)) throw new AppError(code, params);
    if (isForeignKeyViolation(error)) throw new AppError('registry_reference_not_found');
    throw error;
  }
}
