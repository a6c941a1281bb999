// SQL on enterprises and on every state they were in.
import { type SelectQueryBuilder, sql } from 'kysely';
import type { Ctx } from '#platform/ctx.ts';
import { readCursor } from '#platform/db/cursor.ts';
import type {
  Enterprise,
  EnterpriseFilter,
  EnterpriseInput,
  EnterpriseQuery,
  EnterpriseVersion,
} from '../contract/enterprises.ts';
import { type RegistryTables, registry } from './tables.ts';

const ENTERPRISE = [
  'enterprise_id',
  'credit_code',
  'name',
  'park_id',
  'industry_code',
  'scale',
  'status',
  'tags',
  'utility_accounts',
  'address',
  'longitude',
  'latitude',
  'merged_into',
  'version',
] as const;

type Rows<O> = SelectQueryBuilder<RegistryTables, 'enterprise', O>;

/** One row more than the page holds, to know whether there is another. */
export function selectEnterprises(ctx: Ctx, query: EnterpriseQuery): Promise<Enterprise[]> {
  const all = registry(ctx).selectFrom('enterprise').where('zone_id', '=', ctx.zone);
  if (query.search === undefined || query.search === '')
    return pageOf(filtered(all.select(ENTERPRISE), query), query).execute();
  // A search looks at every name: in the index, which is a tenth of the table; only what it finds is fetched.
  const found = pageOf(filtered(all.select('enterprise_id'), query), query);
  return all
    .select(ENTERPRISE)
    .where(sql<boolean>`enterprise_id = any (array(${found}))`)
    .orderBy(query.sort)
    .orderBy('enterprise_id')
    .execute();
}

function pageOf<O>(rows: Rows<O>, { sort, cursor, limit }: EnterpriseQuery): Rows<O> {
  let page = rows;
  if (cursor !== undefined) {
    const { key, id } = readCursor(cursor);
    page = page.where(sql<boolean>`(${sql.ref(sort)}, enterprise_id) > (${String(key)}, ${id}::uuid)`);
  }
  return page
    .orderBy(sort)
    .orderBy('enterprise_id')
    .limit(limit + 1);
}

export async function countEnterpriseRows(ctx: Ctx, filter: EnterpriseFilter): Promise<number> {
  const all = registry(ctx).selectFrom('enterprise').where('zone_id', '=', ctx.zone);
  const { count } = await filtered(
    all.select(({ fn }) => fn.countAll<number>().as('count')),
    filter,
  ).executeTakeFirstOrThrow();
  return count;
}

function filtered<O>(rows: Rows<O>, filter: EnterpriseFilter): Rows<O> {
  const { search, park_id: park, industry, status, scale, tag } = filter;
  let found = status === undefined ? rows.where('status', '<>', 'merged') : rows.where('status', '=', status);
  if (search !== undefined && search !== '') found = found.where(searched(search));
  if (park !== undefined) found = found.where('park_id', '=', park);
  if (industry !== undefined) found = found.where('industry_code', 'like', `${escapeLike(industry)}%`);
  if (scale !== undefined) found = found.where('scale', '=', scale);
  if (tag !== undefined) found = found.where(sql<boolean>`${tag} = any (tags)`);
  return found;
}

/** A text of digits and capitals is the beginning of a credit code, anything else a part of the name. */
function searched(text: string) {
  return /^[0-9A-Z]{4,}$/i.test(text)
    ? sql<boolean>`credit_code like ${`${escapeLike(text.toUpperCase())}%`}`
    : sql<boolean>`name like ${`%${escapeLike(text)}%`}`;
}

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

export function selectEnterprise(ctx: Ctx, id: string): Promise<Enterprise | undefined> {
  return registry(ctx)
    .selectFrom('enterprise')
    .select(ENTERPRISE)
    .where('zone_id', '=', ctx.zone)
    .where('enterprise_id', '=', id)
    .executeTakeFirst();
}

/** Those whose code is among the given ones; merged records keep codes that no longer count. */
export function selectByCreditCodes(ctx: Ctx, codes: readonly string[]): Promise<Enterprise[]> {
  return registry(ctx)
    .selectFrom('enterprise')
    .select(ENTERPRISE)
    .where('zone_id', '=', ctx.zone)
    .where('status', '<>', 'merged')
    .where(sql<boolean>`credit_code = any (${codes}::text[])`)
    .execute();
}

export type EnterpriseRow = EnterpriseInput & { readonly enterprise_id: string };

const CHUNK = 5000;

/** Any number of new enterprises, their first versions with them. */
export async function insertEnterpriseRows(
  ctx: Ctx,
  rows: readonly EnterpriseRow[],
  by: string,
): Promise<void> {
  for (let start = 0; start < rows.length; start += CHUNK) {
    const chunk = JSON.stringify(rows.slice(start, start + CHUNK));
    await sql`
      insert into enterprise (zone_id, enterprise_id, credit_code, name, park_id, industry_code, scale, status, tags,
                              utility_accounts, address, longitude, latitude)
      select ${ctx.zone}, r.enterprise_id, r.credit_code, r.name, r.park_id, r.industry_code, r.scale, r.status,
             coalesce(array(select jsonb_array_elements_text(r.tags)), '{}'), r.utility_accounts, r.address, r.longitude, r.latitude
      from jsonb_to_recordset(${chunk}::jsonb) as r(enterprise_id uuid, credit_code text, name text, park_id uuid,
           industry_code text, scale text, status text, tags jsonb, utility_accounts jsonb, address text,
           longitude double precision, latitude double precision)`.execute(ctx.trx);
    await sql`
      insert into enterprise_version (zone_id, enterprise_id, version, data, changed_by, changed_at)
      select ${ctx.zone}, (r->>'enterprise_id')::uuid, 1, r - 'enterprise_id', ${by}, ${ctx.services.now()}
      from jsonb_array_elements(${chunk}::jsonb) as r`.execute(ctx.trx);
  }
}

/** Undefined when no enterprise has this id in this version. */
export async function updateEnterpriseRow(
  ctx: Ctx,
  change: EnterpriseInput & { readonly enterprise_id: string; readonly version: number },
  reason: string | undefined,
): Promise<Enterprise | undefined> {
  const { enterprise_id: id, version, utility_accounts: accounts, ...fields } = change;
  const row = await registry(ctx)
    .updateTable('enterprise')
    .set({
      ...fields,
      utility_accounts: JSON.stringify(accounts),
      version: version + 1,
      updated_at: ctx.services.now(),
    })
    .where('zone_id', '=', ctx.zone)
    .where('enterprise_id', '=', id)
    .where('version', '=', version)
    .where('status', '<>', 'merged')
    .returning(ENTERPRISE)
    .executeTakeFirst();
  if (row !== undefined) await keepVersion(ctx, row, reason);
  return row;
}

export async function markMerged(ctx: Ctx, id: string, into: string, reason: string): Promise<void> {
  const row = await registry(ctx)
    .updateTable('enterprise')
    .set(({ eb }) => ({ status: 'merged', merged_into: into, version: eb('version', '+', 1) }))
    .where('zone_id', '=', ctx.zone)
    .where('enterprise_id', '=', id)
    .returning(ENTERPRISE)
    .executeTakeFirstOrThrow();
  await keepVersion(ctx, row, reason);
}

/** Throws when its credit code names another enterprise by now. */
export async function markUnmerged(
  ctx: Ctx,
  id: string,
  status: Enterprise['status'],
  reason: string,
): Promise<void> {
  const row = await registry(ctx)
    .updateTable('enterprise')
    .set(({ eb }) => ({ status, merged_into: null, version: eb('version', '+', 1) }))
    .where('zone_id', '=', ctx.zone)
    .where('enterprise_id', '=', id)
    .returning(ENTERPRISE)
    .executeTakeFirstOrThrow();
  await keepVersion(ctx, row, reason);
}

async function keepVersion(ctx: Ctx, row: Enterprise, reason: string | undefined): Promise<void> {
  const { enterprise_id: id, version, ...data } = row;
  await registry(ctx)
    .insertInto('enterprise_version')
    .values({
      zone_id: ctx.zone,
      enterprise_id: id,
      version,
      data: JSON.stringify(data),
      reason: reason ?? null,
      changed_by: ctx.actor.userId,
      changed_at: ctx.services.now(),
    })
    .execute();
}

export async function selectVersions(ctx: Ctx, id: string): Promise<EnterpriseVersion[]> {
  const rows = await registry(ctx)
    .selectFrom('enterprise_version')
    .select(['version', 'data', 'reason', 'changed_by', 'changed_at'])
    .where('zone_id', '=', ctx.zone)
    .where('enterprise_id', '=', id)
    .orderBy('version', 'desc')
    .execute();
  return rows.map((row) => ({ ...row, changed_at: row.changed_at.toISOString() }));
}

export type NameRow = Pick<
  Enterprise,
  'enterprise_id' | 'credit_code' | 'name' | 'status' | 'utility_accounts'
>;

export function selectNames(ctx: Ctx): Promise<NameRow[]> {
  return registry(ctx)
    .selectFrom('enterprise')
    .select(['enterprise_id', 'credit_code', 'name', 'status', 'utility_accounts'])
    .where('zone_id', '=', ctx.zone)
    .where('status', '<>', 'merged')
    .orderBy('enterprise_id')
    .execute();
}

/** Of the codes given, those that name an enterprise. */
export function selectIdsByCode(
  ctx: Ctx,
  codes: readonly string[],
): Promise<Pick<Enterprise, 'enterprise_id' | 'credit_code'>[]> {
  return registry(ctx)
    .selectFrom('enterprise')
    .select(['enterprise_id', 'credit_code'])
    .where('zone_id', '=', ctx.zone)
    .where('status', '<>', 'merged')
    .where(sql<boolean>`credit_code = any (${codes}::text[])`)
    .execute();
}
