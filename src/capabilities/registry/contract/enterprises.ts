// Enterprises: who is evaluated, and every state their records were in.
import { z } from 'zod';
import { endpoint, InZone, pageOf, PageQuery } from '#core/endpoint.ts';
import { Uuid } from '#core/ids.ts';
import { WORKING_ROLES } from '#core/roles.ts';
import { Name } from './places.ts';

const EnterpriseStatus = z.enum(['active', 'suspended', 'closed', 'moved_out', 'merged']);

/** Meters and accounts by which utilities know an enterprise. */
export const UtilityAccounts = z.strictObject({
  power: z.array(z.string().max(32)).max(50).optional(),
  water: z.array(z.string().max(32)).max(50).optional(),
  gas: z.array(z.string().max(32)).max(50).optional(),
});
export type UtilityAccounts = z.infer<typeof UtilityAccounts>;

export const Enterprise = z.strictObject({
  enterprise_id: Uuid,
  credit_code: z.string(),
  name: Name,
  park_id: Uuid.nullable(),
  /** GB/T 4754: a letter, or two to four digits. */
  industry_code: z.string().nullable(),
  scale: z.enum(['above_scale', 'below_scale']).nullable(),
  status: EnterpriseStatus,
  tags: z.array(z.string().min(1).max(40)).max(30),
  utility_accounts: UtilityAccounts,
  address: z.string().max(300).nullable(),
  longitude: z.number().min(-180).max(180).nullable(),
  latitude: z.number().min(-90).max(90).nullable(),
  merged_into: Uuid.nullable(),
  version: z.number().int(),
});
export type Enterprise = z.infer<typeof Enterprise>;

/** What people enter; what is left out is not known. */
export const EnterpriseInput = z.strictObject({
  credit_code: z.string().trim().min(1).max(40),
  name: Name,
  park_id: Uuid.nullable().default(null),
  industry_code: z.string().max(8).nullable().default(null),
  scale: Enterprise.shape.scale.default(null),
  status: EnterpriseStatus.exclude(['merged']).default('active'),
  tags: Enterprise.shape.tags.default([]),
  utility_accounts: UtilityAccounts.default({}),
  address: Enterprise.shape.address.default(null),
  longitude: Enterprise.shape.longitude.default(null),
  latitude: Enterprise.shape.latitude.default(null),
});
export type EnterpriseInput = z.infer<typeof EnterpriseInput>;

export const EnterpriseFilter = z.object({
  /** Part of the name, or the beginning of the credit code. */
  search: z.string().trim().max(100).optional(),
  park_id: Uuid.optional(),
  industry: z.string().max(8).optional(),
  status: EnterpriseStatus.optional(),
  scale: z.enum(['above_scale', 'below_scale']).optional(),
  tag: z.string().max(40).optional(),
});
export type EnterpriseFilter = z.infer<typeof EnterpriseFilter>;

export const EnterpriseQuery = PageQuery.extend(EnterpriseFilter.shape).extend({
  sort: z.enum(['name', 'credit_code']).default('name'),
});
export type EnterpriseQuery = z.infer<typeof EnterpriseQuery>;

export const EnterpriseVersion = z.strictObject({
  version: z.number().int(),
  data: z.record(z.string(), z.unknown()),
  reason: z.string().nullable(),
  changed_by: z.string(),
  changed_at: z.iso.datetime(),
});
export type EnterpriseVersion = z.infer<typeof EnterpriseVersion>;

const EnterprisePath = InZone.extend({ enterprise_id: Uuid });
const route = endpoint.$route({ tags: ['registry'] });
const path = '/zones/{zone}/enterprises' as const;

/** A code whose check digit does not fit is kept only when somebody has looked at the licence. */
const Confirm = { confirm: z.boolean().default(false) };

export const enterprisesContract = {
  listEnterprises: route
    .route({ method: 'GET', path, summary: '企业 · Enterprises' })
    .meta({ allow: WORKING_ROLES, token: 'registry:read' })
    .input(InZone.extend(EnterpriseQuery.shape))
    .output(pageOf(Enterprise)),
  countEnterprises: route
    .route({ method: 'GET', path: `${path}/count`, summary: '企业数 · Number of enterprises' })
    .meta({ allow: WORKING_ROLES, token: 'registry:read' })
    .input(InZone.extend(EnterpriseFilter.shape))
    .output(z.strictObject({ count: z.number().int() })),
  exportEnterprises: route
    .route({ method: 'GET', path: `${path}/export`, summary: '导出企业（CSV、XLSX） · Export enterprises' })
    .meta({ allow: WORKING_ROLES, raw: true })
    .input(InZone.extend(EnterpriseFilter.shape).extend({ format: z.enum(['csv', 'xlsx']).default('xlsx') })),
  getEnterprise: route
    .route({ method: 'GET', path: `${path}/{enterprise_id}`, summary: '企业详情 · An enterprise' })
    .meta({ allow: WORKING_ROLES, token: 'registry:read' })
    .input(EnterprisePath)
    .output(Enterprise),
  createEnterprise: route
    .route({ method: 'POST', path, summary: '新增企业 · Add an enterprise', successStatus: 201 })
    .meta({ allow: ['evaluation_officer'] })
    .input(InZone.extend(EnterpriseInput.shape).extend(Confirm))
    .output(Enterprise),
  updateEnterprise: route
    .route({ method: 'PUT', path: `${path}/{enterprise_id}`, summary: '修改企业 · Change an enterprise' })
    .meta({ allow: ['evaluation_officer'] })
    .input(
      EnterprisePath.extend(EnterpriseInput.shape).extend({
        ...Confirm,
        version: z.number().int(),
        reason: z.string().trim().max(500).optional(),
      }),
    )
    .output(Enterprise),
  importEnterprises: route
    .route({ method: 'POST', path: `${path}/import`, summary: '批量导入企业 · Import enterprises' })
    .meta({ allow: ['evaluation_officer'] })
    .input(InZone.extend({ rows: z.array(EnterpriseInput).min(1).max(5000), ...Confirm }))
    .output(
      z.strictObject({ created: z.number().int(), updated: z.number().int(), unchanged: z.number().int() }),
    ),
  listEnterpriseVersions: route
    .route({ method: 'GET', path: `${path}/{enterprise_id}/versions`, summary: '企业变更记录 · History' })
    .meta({ allow: WORKING_ROLES })
    .input(EnterprisePath)
    .output(z.strictObject({ items: z.array(EnterpriseVersion) })),
};
