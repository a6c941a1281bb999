// Parcels, who uses which land, and the land area an enterprise is evaluated by.
import { z } from 'zod';
import { endpoint, InZone, pageOf, PageQuery } from '#core/endpoint.ts';
import { Uuid } from '#core/ids.ts';
import { WORKING_ROLES } from '#core/roles.ts';
import { Polygon } from './geometry.ts';
import { Day, Period } from './places.ts';
import { OCCUPANCY_KINDS, TENANT_RULES } from '../model/land-use-kinds.ts';

const Mu = z.number().min(0).max(1e6);

/** What is registered of a parcel. */
export const ParcelRecord = z.strictObject({
  parcel_id: Uuid,
  code: z.string().min(1).max(64),
  park_id: Uuid.nullable(),
  area_mu: Mu,
  use_type: z.string().min(1).max(40),
  owner_id: Uuid.nullable(),
  title_number: z.string().max(100).nullable(),
  plot_ratio: z.number().positive().max(50).nullable(),
  polygon: Polygon.nullable(),
  version: z.number().int(),
});
export type ParcelRecord = z.infer<typeof ParcelRecord>;

/** What does not fit together in a record; for people to look at. */
export const ParcelFinding = z.strictObject({
  code: z.literal('parcel_area_differs'),
  severity: z.literal('warning'),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type ParcelFinding = z.infer<typeof ParcelFinding>;

export const Parcel = ParcelRecord.extend({
  /** Computed from the boundary; `area_mu` is what the title states, and what counts. */
  polygon_area_mu: z.number().nullable(),
  findings: z.array(ParcelFinding),
});
export type Parcel = z.infer<typeof Parcel>;

export const ListedParcel = Parcel.extend({
  /** Absent where the owner is out of the caller's reach. */
  owner_name: z.string().nullable(),
  /** Enterprises that lease here today, as far as the caller may see them. */
  tenants: z.number().int(),
});
export type ListedParcel = z.infer<typeof ListedParcel>;

export const NewParcel = ParcelRecord.omit({ parcel_id: true, version: true });
export type NewParcel = z.infer<typeof NewParcel>;

/**
 * How a tenant that has no land of its own is evaluated: by itself; as a part of its landlord, with its land and figures
 * (合并); not by itself but with its landlord's class, its land and figures counting nowhere (随出租方); not at all.
 */
export const TenantRule = z.enum(TENANT_RULES);
export type TenantRule = z.infer<typeof TenantRule>;

const OccupancyKind = z.enum(OCCUPANCY_KINDS);

export const Occupancy = z.strictObject({
  occupancy_id: Uuid,
  enterprise_id: Uuid,
  parcel_id: Uuid.nullable(),
  kind: OccupancyKind,
  /** The other side of a lease. */
  counterpart_id: Uuid.nullable(),
  land_area_mu: Mu.nullable(),
  floor_area_m2: z.number().min(0).max(1e8).nullable(),
  /** Of the building or its parcel: floor area ÷ plot ratio is the land a storey stands for. */
  plot_ratio: z.number().positive().max(50).nullable(),
  under_construction_mu: Mu,
  not_usable_mu: Mu,
  starts_on: Day,
  ends_on: Day.nullable(),
  /** Of a lease in; without one the tenant is evaluated separately. */
  tenant_rule: TenantRule.nullable(),
  version: z.number().int(),
});
export type Occupancy = z.infer<typeof Occupancy>;

/** With what the other side is called; null where the reader may not know. */
export const ListedOccupancy = Occupancy.extend({ counterpart_name: z.string().nullable() });
export type ListedOccupancy = z.infer<typeof ListedOccupancy>;

export const NewOccupancy = Occupancy.omit({
  occupancy_id: true,
  version: true,
  enterprise_id: true,
}).extend({ tenant_rule: TenantRule.nullable().default(null) });
export type NewOccupancy = z.infer<typeof NewOccupancy>;

/** One step towards the evaluated area: what was counted, from where, and how much it adds or takes away. */
export const LandStep = z.strictObject({
  kind: z.enum([
    'own',
    'untitled',
    'lease_in',
    'lease_out',
    'under_construction',
    'not_usable',
    'below_zero',
    // A lease between a landlord and a tenant that are evaluated as one takes nothing away.
    'internal_lease',
    'tenant_merged',
    'merged_into_landlord',
  ]),
  /** The tenant or landlord of the last three. */
  enterprise_id: Uuid.optional(),
  occupancy_id: z.string().nullable(),
  /** Area before the share of the period it held for. */
  area_mu: z.number(),
  days: z.number().int(),
  of_days: z.number().int(),
  amount_mu: z.number(),
});
export type LandStep = z.infer<typeof LandStep>;

/** How an enterprise was treated in a period. */
export const Treatment = z.strictObject({
  treatment: TenantRule,
  /** Whose evaluation it is part of, or follows. */
  landlord_id: Uuid.nullable(),
  /** Why the rule of its lease was not applied, so that it is evaluated separately. */
  not_applied: z
    .enum(['owns_land', 'landlord_unknown', 'landlord_not_evaluated', 'landlord_circular'])
    .nullable(),
});
export type Treatment = z.infer<typeof Treatment>;

export const LandArea = z.strictObject({
  enterprise_id: Uuid,
  period_id: z.string(),
  area_mu: z.number(),
  steps: z.array(LandStep),
  ...Treatment.shape,
  computed_at: z.iso.datetime(),
});
export type LandArea = z.infer<typeof LandArea>;

/** Names are absent where the enterprise is out of the caller's reach. */
export const Tenant = z.strictObject({
  enterprise_id: Uuid,
  name: z.string().nullable(),
  landlord_name: z.string().nullable(),
  area_mu: z.number(),
  ...Treatment.shape,
});
export type Tenant = z.infer<typeof Tenant>;

const route = endpoint.$route({ tags: ['registry'] });
/** The version the change was made on, and why. */
const Change = { version: z.number().int(), reason: z.string().trim().max(500).optional() };
const EnterprisePath = InZone.extend({ enterprise_id: Uuid });

export const landContract = {
  listParcels: route
    .route({ method: 'GET', path: '/zones/{zone}/parcels', summary: '宗地 · Parcels' })
    .meta({ allow: WORKING_ROLES, token: 'registry:read' })
    .input(InZone.extend({ park_id: Uuid.optional(), owner_id: Uuid.optional() }))
    .output(z.strictObject({ items: z.array(ListedParcel) })),
  createParcel: route
    .route({
      method: 'POST',
      path: '/zones/{zone}/parcels',
      summary: '新增宗地 · Add a parcel',
      successStatus: 201,
    })
    .meta({ allow: ['evaluation_officer'] })
    .input(InZone.extend(NewParcel.shape))
    .output(Parcel),
  updateParcel: route
    .route({
      method: 'PUT',
      path: '/zones/{zone}/parcels/{parcel_id}',
      summary: '修改宗地 · Change a parcel',
    })
    .meta({ allow: ['evaluation_officer'] })
    .input(InZone.extend(NewParcel.shape).extend({ parcel_id: Uuid, ...Change }))
    .output(Parcel),
  listOccupancies: route
    .route({
      method: 'GET',
      path: '/zones/{zone}/enterprises/{enterprise_id}/occupancies',
      summary: '用地情况 · Land in use',
    })
    .meta({ allow: WORKING_ROLES })
    .input(EnterprisePath)
    .output(z.strictObject({ items: z.array(ListedOccupancy) })),
  createOccupancy: route
    .route({
      method: 'POST',
      path: '/zones/{zone}/enterprises/{enterprise_id}/occupancies',
      summary: '登记用地 · Register land in use',
      successStatus: 201,
    })
    .meta({ allow: ['evaluation_officer'] })
    .input(EnterprisePath.extend(NewOccupancy.shape))
    .output(Occupancy),
  updateOccupancy: route
    .route({
      method: 'PUT',
      path: '/zones/{zone}/occupancies/{occupancy_id}',
      summary: '修改用地登记 · Change land in use',
    })
    .meta({ allow: ['evaluation_officer'] })
    .input(InZone.extend(NewOccupancy.shape).extend({ occupancy_id: Uuid, ...Change }))
    .output(Occupancy),
  deleteOccupancy: route
    .route({
      method: 'DELETE',
      path: '/zones/{zone}/occupancies/{occupancy_id}',
      summary: '删除用地登记 · Delete land in use',
    })
    .meta({ allow: ['evaluation_officer'] })
    .input(InZone.extend({ occupancy_id: Uuid, version: z.coerce.number().int() }))
    .output(z.strictObject({ deleted: z.literal(true) })),
  computeLandAreas: route
    .route({
      method: 'POST',
      path: '/zones/{zone}/periods/{period_id}/land-areas',
      summary: '核算评价用地面积 · Compute evaluated land areas',
    })
    .meta({ allow: ['evaluation_officer'] })
    .input(InZone.extend({ period_id: Period.shape.period_id }))
    .output(
      z.strictObject({
        enterprises: z.number().int(),
        below_zero: z.number().int(),
        /** Tenants by how they were treated, and those whose rule could not be applied. */
        merged: z.number().int(),
        follows: z.number().int(),
        left_out: z.number().int(),
        not_applied: z.number().int(),
      }),
    ),
  listTenants: route
    .route({
      method: 'GET',
      path: '/zones/{zone}/periods/{period_id}/tenants',
      summary: '承租企业评价方式 · How tenants are evaluated',
      description:
        'Tenants that are not evaluated by themselves, and those whose rule could not be applied, as of the last computation of land areas.',
    })
    .meta({ allow: WORKING_ROLES })
    .input(InZone.extend(PageQuery.shape).extend({ period_id: Period.shape.period_id }))
    .output(pageOf(Tenant)),
  getLandArea: route
    .route({
      method: 'GET',
      path: '/zones/{zone}/periods/{period_id}/land-areas/{enterprise_id}',
      summary: '评价用地面积及步骤 · Evaluated land area, step by step',
    })
    .meta({ allow: WORKING_ROLES })
    .input(EnterprisePath.extend({ period_id: Period.shape.period_id }))
    .output(LandArea),
};
