// SQL on evaluated land areas and on how tenants were treated when they were computed.
import { sql } from 'kysely';
import type { Ctx } from '#platform/ctx.ts';
import type { LandArea, Tenant } from '../contract/land.ts';
import type { TreatedArea } from '../model/land-areas.ts';
import { registry } from './tables.ts';

/** Replaces all areas of the period. */
export async function replaceLandAreas(
  ctx: Ctx,
  period: string,
  areas: readonly TreatedArea[],
): Promise<void> {
  await registry(ctx)
    .deleteFrom('land_area')
    .where('zone_id', '=', ctx.zone)
    .where('period_id', '=', period)
    .execute();
  for (let start = 0; start < areas.length; start += 5000) {
    const chunk = JSON.stringify(areas.slice(start, start + 5000));
    await sql`
      insert into land_area (zone_id, period_id, enterprise_id, area_mu, steps, computed_at, treatment, landlord_id,
                             not_applied)
      select ${ctx.zone}, ${period}, r.enterprise_id, r.area_mu, r.steps, ${ctx.services.now()}, r.treatment,
             r.landlord_id, r.not_applied
      from jsonb_to_recordset(${chunk}::jsonb)
        as r(enterprise_id uuid, area_mu numeric, steps jsonb, treatment text, landlord_id uuid, not_applied text)`.execute(
      ctx.trx,
    );
  }
}

export async function selectLandArea(
  ctx: Ctx,
  period: string,
  enterpriseId: string,
): Promise<LandArea | undefined> {
  const row = await registry(ctx)
    .selectFrom('land_area')
    .select([
      'enterprise_id',
      'period_id',
      'area_mu',
      'steps',
      'computed_at',
      'treatment',
      'landlord_id',
      'not_applied',
    ])
    .where('zone_id', '=', ctx.zone)
    .where('period_id', '=', period)
    .where('enterprise_id', '=', enterpriseId)
    .executeTakeFirst();
  return row && { ...row, computed_at: row.computed_at.toISOString() };
}

/** Those that are not evaluated by themselves, and those whose rule could not be applied, in the order of their ids. */
export async function selectTenants(
  ctx: Ctx,
  period: string,
  page: { readonly limit: number; readonly after: string | undefined },
): Promise<Tenant[]> {
  const { rows } = await sql<Tenant>`
    select l.enterprise_id, e.name, o.name as landlord_name, l.area_mu, l.treatment, l.landlord_id, l.not_applied
    from land_area l
    left join enterprise e on e.zone_id = l.zone_id and e.enterprise_id = l.enterprise_id
    left join enterprise o on o.zone_id = l.zone_id and o.enterprise_id = l.landlord_id
    where l.zone_id = ${ctx.zone} and l.period_id = ${period}
      and (l.treatment <> 'separate' or l.not_applied is not null)
      and (${page.after ?? null}::uuid is null or l.enterprise_id > ${page.after ?? null}::uuid)
    order by l.enterprise_id limit ${page.limit + 1}`.execute(ctx.trx);
  return rows;
}

export type MergedTenant = {
  readonly enterprise_id: string;
  readonly credit_code: string;
  readonly landlord_id: string;
};

/** Tenants merged into a landlord, and into which. */
export async function selectMergedTenants(ctx: Ctx, period: string): Promise<MergedTenant[]> {
  const { rows } = await sql<MergedTenant>`
    select l.enterprise_id, e.credit_code, l.landlord_id
    from land_area l
    join enterprise e on e.zone_id = l.zone_id and e.enterprise_id = l.enterprise_id
    where l.zone_id = ${ctx.zone} and l.period_id = ${period} and l.treatment = 'merged'
      and e.status in ('active', 'suspended')
    order by l.enterprise_id`.execute(ctx.trx);
  return rows;
}
