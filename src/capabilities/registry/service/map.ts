// Use cases on the map of a zone.
import { AppError } from '#core/app-error.ts';
import { recordEvent } from '#capabilities/audit/service/record.ts';
import type { Ctx } from '#platform/ctx.ts';
import { isUniqueViolation } from '#platform/db/violations.ts';
import type { MapCollection, ParcelMap, ZoneMap } from '../contract/map.ts';
import { insertZoneMap, selectDrawnParcels, selectZoneMap, updateZoneMap } from '../store/map.ts';

/** As text. A browser draws this at once; much larger maps belong on a tile server. */
const LARGEST_MAP = 2 * 1024 * 1024;

/** Its features have some 350 bytes each: 2,400 make less than a megabyte. */
const MOST_PARCELS = 10_000;

const EMPTY: ZoneMap = { map: { type: 'FeatureCollection', features: [] }, version: 0, updated_at: null };

export async function getZoneMap(ctx: Ctx): Promise<ZoneMap> {
  return (await selectZoneMap(ctx)) ?? EMPTY;
}

export async function replaceZoneMap(
  ctx: Ctx,
  { map, version }: { map: MapCollection; version: number },
): Promise<ZoneMap> {
  const text = JSON.stringify(map);
  const bytes = Buffer.byteLength(text);
  if (bytes > LARGEST_MAP) throw new AppError('zone_map_too_large', { limit: LARGEST_MAP / 1024 / 1024 });
  const saved = version === 0 ? await first(ctx, text) : await updateZoneMap(ctx, text, version);
  if (saved === undefined) throw new AppError('changed_meanwhile');
  await recordEvent(ctx, {
    action: 'replace_zone_map',
    object: ['zone', ctx.zone],
    details: { features: map.features.length, bytes, version: saved.version },
  });
  return saved;
}

async function first(ctx: Ctx, text: string): Promise<ZoneMap> {
  try {
    return await insertZoneMap(ctx, text);
  } catch (error) {
    if (isUniqueViolation(error)) throw new AppError('changed_meanwhile');
    throw error;
  }
}

export async function getParcelMap(ctx: Ctx, filter: { park_id?: string | undefined }): Promise<ParcelMap> {
  const drawn = await selectDrawnParcels(ctx, filter, MOST_PARCELS + 1);
  const features = drawn.slice(0, MOST_PARCELS).map(({ polygon, ...properties }) => ({
    type: 'Feature' as const,
    geometry: polygon,
    properties,
  }));
  return { type: 'FeatureCollection', features, truncated: drawn.length > MOST_PARCELS };
}
