// Use cases on the land area enterprises are evaluated by, and on how tenants are treated.
import { AppError } from '#core/app-error.ts';
import { Uuid } from '#core/ids.ts';
import { recordEvent } from '#capabilities/audit/service/record.ts';
import type { Ctx } from '#platform/ctx.ts';
import { pageFrom } from '#platform/db/cursor.ts';
import type { LandArea, Tenant } from '../contract/land.ts';
import { landAreas } from '../model/land-areas.ts';
import { selectOccupanciesDuring } from '../store/land.ts';
import { replaceLandAreas, selectLandArea, selectTenants } from '../store/land-areas.ts';
import { selectSubjectIds } from '../store/subjects.ts';
import { getPeriod } from './places.ts';

type Counts = {
  enterprises: number;
  below_zero: number;
  merged: number;
  follows: number;
  left_out: number;
  not_applied: number;
};

/** From here on tenants are treated as their leases say, until the areas of the period are computed anew. */
export async function computeLandAreas(ctx: Ctx, periodId: string): Promise<Counts> {
  const period = await getPeriod(ctx, periodId);
  const subjects = new Set(await selectSubjectIds(ctx));
  const occupancies = await selectOccupanciesDuring(ctx, period.starts_on, period.ends_on);
  const areas = landAreas(occupancies, period, (id) => subjects.has(id));
  await replaceLandAreas(ctx, periodId, areas);
  const count = (isOne: (area: (typeof areas)[number]) => boolean): number => areas.filter(isOne).length;
  const counts = {
    enterprises: areas.length,
    below_zero: count(({ steps }) => steps.some(({ kind }) => kind === 'below_zero')),
    merged: count(({ treatment }) => treatment === 'merged'),
    follows: count(({ treatment }) => treatment === 'follows'),
    left_out: count(({ treatment }) => treatment === 'left_out'),
    not_applied: count(({ not_applied }) => not_applied !== null),
  };
  await recordEvent(ctx, { action: 'compute_land_areas', object: ['period', periodId], details: counts });
  return counts;
}

export async function getLandArea(ctx: Ctx, periodId: string, enterpriseId: string): Promise<LandArea> {
  const area = await selectLandArea(ctx, periodId, enterpriseId);
  if (area === undefined) throw new AppError('land_area_not_found');
  return area;
}

export async function listTenants(
  ctx: Ctx,
  input: { period_id: string; limit: number; cursor?: string | undefined },
): Promise<{ items: Tenant[]; next: string | null }> {
  if (input.cursor !== undefined && !Uuid.safeParse(input.cursor).success)
    throw new AppError('cursor_not_understood');
  const rows = await selectTenants(ctx, input.period_id, { limit: input.limit, after: input.cursor });
  return pageFrom(rows, input.limit, (row) => row.enterprise_id);
}
