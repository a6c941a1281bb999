// Enterprises, the parcels they own or could have, and who rents a storey of whom.
import { EnterpriseInput } from '#capabilities/registry/contract/enterprises.ts';
import type { TenantRule } from '#capabilities/registry/contract/land.ts';
import { insertEnterpriseRows } from '#capabilities/registry/store/enterprises.ts';
import { insertOccupancies, insertParcels } from '#capabilities/registry/store/land.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { DemoEnterprise, DemoWorld } from '../world/world.ts';

/** Ids of what was made, in the order of the world. */
export type Ids = { readonly parks: readonly string[]; readonly enterprises: readonly string[] };

export async function makeEnterprises(ctx: Ctx, { enterprises, parks }: DemoWorld, ids: Ids): Promise<void> {
  const rows = enterprises.map((one) => ({
    ...EnterpriseInput.parse({
      credit_code: one.credit_code,
      name: one.name,
      park_id: ids.parks[one.park] ?? null,
      industry_code: one.industry,
      scale: one.isLarge ? 'above_scale' : 'below_scale',
      tags: one.tags,
      utility_accounts: { power: [meterOf(one.n)] },
      address: `${parks[one.park]?.name ?? ''}${one.n + 1}号（虚构）`,
      longitude: one.longitude,
      latitude: one.latitude,
    }),
    enterprise_id: ids.enterprises[one.n] ?? '',
  }));
  await insertEnterpriseRows(ctx, rows, ctx.actor.userId);
}

/** Two records share a meter now and then: somebody was registered twice. */
const meterOf = (n: number): string => String(3_700_000_000 + (n % 400 === 399 ? n - 1 : n));

export async function makeLand(ctx: Ctx, world: DemoWorld, ids: Ids): Promise<void> {
  const parcels = world.lots.map((lot, i) => ({
    parcel_id: ctx.services.newId(),
    code: `演示宗地${String(i + 1).padStart(5, '0')}`,
    park_id: ids.parks[lot.park] ?? null,
    area_mu: lot.area_mu,
    use_type: world.parks[lot.park]?.use ?? '工业用地',
    owner_id: lot.owner === undefined ? null : (ids.enterprises[lot.owner] ?? null),
    title_number: lot.owner === undefined ? null : `演示不动产权第${String(i + 1).padStart(7, '0')}号`,
    plot_ratio: 1.2,
    polygon: lot.polygon,
  }));
  await insertParcels(ctx, parcels);
  const parcelOf = new Map(world.lots.map((lot, i) => [lot, parcels[i]?.parcel_id ?? null]));
  const uses = world.enterprises.flatMap((one) => usesOf(ctx, one, world, parcelOf, ids));
  await insertOccupancies(ctx, uses);
}

const SINCE = { under_construction_mu: 0, not_usable_mu: 0, starts_on: '2018-01-01', ends_on: null };

function usesOf(
  ctx: Ctx,
  one: DemoEnterprise,
  world: DemoWorld,
  parcelOf: ReadonlyMap<DemoEnterprise['lot'], string | null>,
  ids: Ids,
) {
  const self = ids.enterprises[one.n] ?? '';
  const own = {
    ...SINCE,
    occupancy_id: ctx.services.newId(),
    enterprise_id: self,
    parcel_id: parcelOf.get(one.lot) ?? null,
    kind: 'own' as const,
    counterpart_id: null,
    land_area_mu: one.lot.area_mu,
    floor_area_m2: null,
    plot_ratio: null,
    tenant_rule: null,
  };
  const owned = one.ownsLand ? [own] : [];
  if (one.lease === undefined) return owned;
  const landlord = ids.enterprises[one.lease.landlord] ?? '';
  const building = world.enterprises[one.lease.landlord]?.lot;
  const storey = {
    ...SINCE,
    parcel_id: building === undefined ? null : (parcelOf.get(building) ?? null),
    land_area_mu: null,
    floor_area_m2: one.lease.floor_m2,
    plot_ratio: 2,
  };
  const leaseIn = {
    ...storey,
    occupancy_id: ctx.services.newId(),
    enterprise_id: self,
    counterpart_id: landlord,
    kind: 'lease_in' as const,
    tenant_rule: one.ownsLand ? null : tenantRule(one.n),
  };
  const leaseOut = {
    ...storey,
    occupancy_id: ctx.services.newId(),
    enterprise_id: landlord,
    counterpart_id: self,
    kind: 'lease_out' as const,
    tenant_rule: null,
  };
  return [...owned, leaseIn, leaseOut];
}

/** Most tenants are evaluated by themselves, some as part of their landlord, some only follow it. */
function tenantRule(n: number): TenantRule {
  if (n % 11 === 0) return 'follows';
  return n % 13 === 0 ? 'merged' : 'separate';
}
