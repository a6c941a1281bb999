// Use cases on uses of land.
import { AppError } from '#core/app-error.ts';
import { recordEvent } from '#capabilities/audit/service/record.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { ListedOccupancy, NewOccupancy, Occupancy } from '../contract/land.ts';
import { changesOf } from '../model/changes.ts';
import {
  deleteOccupancyRow,
  insertOccupancies,
  selectOccupancies,
  selectOccupancy,
  updateOccupancyRow,
} from '../store/land.ts';
import { getEnterprise } from './enterprises.ts';
import { savedAs } from './saved-as.ts';

export async function listOccupancies(ctx: Ctx, enterpriseId: string): Promise<{ items: ListedOccupancy[] }> {
  await getEnterprise(ctx, enterpriseId);
  return { items: await selectOccupancies(ctx, enterpriseId) };
}

export async function createOccupancy(
  ctx: Ctx,
  input: NewOccupancy & { enterprise_id: string },
): Promise<Occupancy> {
  const { enterprise_id } = input;
  checkOccupancy(input, enterprise_id);
  await getEnterprise(ctx, enterprise_id);
  const row = { occupancy_id: ctx.services.newId(), enterprise_id, ...plain(input) };
  await savedAs(insertOccupancies(ctx, [row]), 'occupancy_exists');
  const { occupancy_id: occupancy, kind, land_area_mu, floor_area_m2 } = row;
  await recordEvent(ctx, {
    action: 'create_occupancy',
    object: ['enterprise', enterprise_id],
    details: { occupancy, kind, land_area_mu, floor_area_m2 },
  });
  return { ...row, version: 1 };
}

/** Whose use it is stays: land that goes to somebody else ends here and begins there. */
export async function updateOccupancy(
  ctx: Ctx,
  input: NewOccupancy & { occupancy_id: string; version: number; reason?: string | undefined },
): Promise<Occupancy> {
  const { occupancy_id, version, reason = '' } = input;
  const before = await selectOccupancy(ctx, occupancy_id);
  if (before === undefined) throw new AppError('occupancy_not_found');
  checkOccupancy(input, before.enterprise_id);
  const change = { occupancy_id, version, ...plain(input) };
  const after = await savedAs(updateOccupancyRow(ctx, change), 'occupancy_exists');
  if (after === undefined) throw new AppError('changed_meanwhile');
  await recordEvent(ctx, {
    action: 'update_occupancy',
    object: ['enterprise', after.enterprise_id],
    details: { occupancy: occupancy_id, changed: changesOf(before, after), reason },
  });
  return after;
}

function checkOccupancy(input: NewOccupancy, enterpriseId: string): void {
  if (input.land_area_mu === null && input.floor_area_m2 === null)
    throw new AppError('occupancy_without_area');
  if (input.ends_on !== null && input.ends_on < input.starts_on)
    throw new AppError('occupancy_ends_before_it_starts');
  if (input.tenant_rule !== null && input.kind !== 'lease_in')
    throw new AppError('tenant_rule_without_lease');
  if (input.counterpart_id === enterpriseId) throw new AppError('lease_with_itself');
}

/** The fields of a use alone, whatever else came with the request. */
function plain(input: NewOccupancy): NewOccupancy {
  const { parcel_id, kind, counterpart_id, land_area_mu, floor_area_m2, plot_ratio } = input;
  const { under_construction_mu, not_usable_mu, starts_on, ends_on, tenant_rule } = input;
  const areas = { land_area_mu, floor_area_m2, plot_ratio, under_construction_mu, not_usable_mu };
  return { parcel_id, kind, counterpart_id, ...areas, starts_on, ends_on, tenant_rule };
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
