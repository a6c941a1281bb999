// Offices, parks and periods: what a zone is divided into.
import { z } from 'zod';
import { endpoint, InZone } from '#core/endpoint.ts';
import { Uuid } from '#core/ids.ts';
import { WORKING_ROLES } from '#core/roles.ts';
import { Boundary } from './geometry.ts';
import { PARK_KINDS } from '../model/park-kinds.ts';

/** A code people give: letters, digits, dash, dot, underscore. */
const Code = z.string().regex(/^[\w.-]{1,32}$/);
export const Name = z.string().trim().min(1).max(200);
export const Day = z.iso.date();

export const Zone = z.strictObject({
  zone_id: z.string(),
  name: Name,
  region_code: z.string().nullable(),
  /** Every figure of this zone is made up for demonstration. */
  synthetic: z.boolean(),
});
export type Zone = z.infer<typeof Zone>;

export const Office = z.strictObject({ office_id: Uuid, code: Code, name: Name, version: z.number().int() });
export type Office = z.infer<typeof Office>;

export const ParkKind = z.enum(PARK_KINDS);

export const Park = z.strictObject({
  park_id: Uuid,
  code: Code,
  name: Name,
  kind: ParkKind,
  area_mu: z.number().min(0).max(1e7),
  boundary: Boundary.nullable(),
  version: z.number().int(),
});
export type Park = z.infer<typeof Park>;

/** A boundary that is left out is not known yet. */
export const NewPark = Park.omit({ park_id: true, version: true, boundary: true }).extend({
  boundary: Boundary.nullable().optional(),
});
export type NewPark = z.infer<typeof NewPark>;

/** A boundary that is left out stays as it is. */
export const ParkChange = NewPark.extend({ park_id: Uuid, version: z.number().int() });
export type ParkChange = z.infer<typeof ParkChange>;

export const Period = z.strictObject({
  period_id: z.string().regex(/^\d{4}(?:-(?:H[12]|Q[1-4]|\d{2}))?$/),
  name: Name,
  kind: z.enum(['year', 'half', 'quarter', 'month']),
  starts_on: Day,
  ends_on: Day,
});
export type Period = z.infer<typeof Period>;

const route = endpoint.$route({ tags: ['registry'] });

export const placesContract = {
  getZone: route
    .route({ method: 'GET', path: '/zones/{zone}', summary: '开发区 · The zone' })
    .meta({ allow: 'public' })
    .input(InZone)
    .output(Zone),
  listOffices: route
    .route({ method: 'GET', path: '/zones/{zone}/offices', summary: '部门 · Offices' })
    .meta({ allow: 'signed_in', token: 'registry:read' })
    .input(InZone)
    .output(z.strictObject({ items: z.array(Office) })),
  createOffice: route
    .route({
      method: 'POST',
      path: '/zones/{zone}/offices',
      summary: '新增部门 · Add an office',
      successStatus: 201,
    })
    .meta({ allow: ['evaluation_officer', 'system_admin'] })
    .input(InZone.extend({ code: Code, name: Name }))
    .output(Office),
  updateOffice: route
    .route({
      method: 'PUT',
      path: '/zones/{zone}/offices/{office_id}',
      summary: '修改部门 · Change an office',
    })
    .meta({ allow: ['evaluation_officer', 'system_admin'] })
    .input(InZone.extend(Office.shape))
    .output(Office),
  listParks: route
    .route({ method: 'GET', path: '/zones/{zone}/parks', summary: '园区 · Parks' })
    .meta({ allow: 'signed_in', token: 'registry:read' })
    .input(InZone)
    .output(z.strictObject({ items: z.array(Park) })),
  createPark: route
    .route({
      method: 'POST',
      path: '/zones/{zone}/parks',
      summary: '新增园区 · Add a park',
      successStatus: 201,
    })
    .meta({ allow: ['evaluation_officer'] })
    .input(InZone.extend(NewPark.shape))
    .output(Park),
  updatePark: route
    .route({ method: 'PUT', path: '/zones/{zone}/parks/{park_id}', summary: '修改园区 · Change a park' })
    .meta({ allow: ['evaluation_officer'] })
    .input(InZone.extend(ParkChange.shape))
    .output(Park),
  listPeriods: route
    .route({ method: 'GET', path: '/zones/{zone}/periods', summary: '评价年度 · Periods' })
    .meta({ allow: WORKING_ROLES, token: 'registry:read' })
    .input(InZone)
    .output(z.strictObject({ items: z.array(Period) })),
  createPeriod: route
    .route({
      method: 'POST',
      path: '/zones/{zone}/periods',
      summary: '新增年度 · Add a period',
      successStatus: 201,
    })
    .meta({ allow: ['evaluation_officer'] })
    .input(InZone.extend(Period.shape))
    .output(Period),
};
