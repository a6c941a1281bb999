// Use cases on parcels.
import { AppError } from '#core/app-error.ts';
import { beijingDay } from '#core/calendar/working-days.ts';
import { recordEvent } from '#capabilities/audit/service/record.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { ListedParcel, NewParcel, Parcel, ParcelRecord } from '../contract/land.ts';
import { changesOf } from '../model/changes.ts';
import { areaFindings, polygonAreaMu } from '../model/polygon-area.ts';
import { insertParcels, selectParcel, selectParcels, updateParcelRow } from '../store/land.ts';
import { savedAs } from './saved-as.ts';

export async function listParcels(
  ctx: Ctx,
  filter: { park_id?: string | undefined; owner_id?: string | undefined },
): Promise<{ items: ListedParcel[] }> {
  const rows = await selectParcels(ctx, filter, beijingDay(ctx.services.now()));
  return {
    items: rows.map(({ owner_name, tenants, ...parcel }) => ({ ...measured(parcel), owner_name, tenants })),
  };
}

export async function createParcel(ctx: Ctx, input: NewParcel): Promise<Parcel> {
  const parcel = { parcel_id: ctx.services.newId(), ...plain(input) };
  const { code, area_mu } = parcel;
  await savedAs(insertParcels(ctx, [parcel]), 'parcel_exists', { code });
  await recordEvent(ctx, {
    action: 'create_parcel',
    object: ['parcel', parcel.parcel_id],
    details: { code, area_mu },
  });
  return measured({ ...parcel, version: 1 });
}

/** Areas that were computed from it before stay until they are computed anew. */
export async function updateParcel(
  ctx: Ctx,
  input: NewParcel & { parcel_id: string; version: number; reason?: string | undefined },
): Promise<Parcel> {
  const { parcel_id, version, reason = '' } = input;
  const before = await selectParcel(ctx, parcel_id);
  if (before === undefined) throw new AppError('parcel_not_found');
  const change = { parcel_id, version, ...plain(input) };
  const after = await savedAs(updateParcelRow(ctx, change), 'parcel_exists', { code: change.code });
  if (after === undefined) throw new AppError('changed_meanwhile');
  await recordEvent(ctx, {
    action: 'update_parcel',
    object: ['parcel', parcel_id],
    details: { changed: changesOf(before, after), reason },
  });
  return measured(after);
}

function measured(parcel: ParcelRecord): Parcel {
  const area = polygonAreaMu(parcel.polygon);
  return { ...parcel, polygon_area_mu: area, findings: areaFindings(parcel.area_mu, area) };
}

/** The fields of a parcel alone, whatever else came with the request. */
function plain(input: NewParcel): NewParcel {
  const { code, park_id, area_mu, use_type, owner_id, title_number, plot_ratio, polygon } = input;
  return { code, park_id, area_mu, use_type, owner_id, title_number, plot_ratio, polygon };
}
