// SQL on the figures of a period, an enterprise per row.
import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '#platform/ctx.ts';
import type { Confirmation, Finding } from '../contract/figures.ts';
import type { Figures } from './tables.ts';

export type GridFilter = {
  readonly park_id?: string | undefined;
  readonly search?: string | undefined;
  /** Without a figure that counts; `declared` counts where the item has no source office. */
  readonly missing?: { readonly item: string; readonly declaredCounts: boolean } | undefined;
  /** With an open finding about one of these items. */
  readonly findingAbout?: readonly string[] | undefined;
};

export type GridRow = {
  readonly enterprise_id: string;
  readonly credit_code: string;
  readonly name: string;
  readonly park_id: string | null;
  readonly version: number;
  readonly declared: Figures;
  readonly verified: Figures;
  readonly adopted: Figures;
  readonly confirmation: Confirmation['state'] | null;
};

/** By name; one row more than the page holds. */
export async function selectGridRows(
  ctx: Ctx,
  period: string,
  filter: GridFilter,
  page: { readonly limit: number; readonly after: { readonly key: string; readonly id: string } | undefined },
): Promise<GridRow[]> {
  const { after } = page;
  const { rows } = await sql<GridRow>`
    select e.enterprise_id, e.credit_code, e.name, e.park_id, coalesce(f.version, 0) as version,
           coalesce(f.declared, '{}') as declared, coalesce(f.verified, '{}') as verified,
           coalesce(f.adopted, '{}') as adopted, c.state as confirmation
    ${within(ctx, period, filter)}
    ${after === undefined ? sql`` : sql`and (e.name, e.enterprise_id) > (${after.key}, ${after.id}::uuid)`}
    order by e.name, e.enterprise_id limit ${page.limit + 1}`.execute(ctx.trx);
  return rows;
}

export async function countGridRows(ctx: Ctx, period: string, filter: GridFilter): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count ${within(ctx, period, filter)}`.execute(ctx.trx);
  return rows[0]?.count ?? 0;
}

/** The condition of both: `from` and `where`. */
function within(ctx: Ctx, period: string, filter: GridFilter): RawBuilder<unknown> {
  const { park_id: park, search, missing, findingAbout } = filter;
  const conditions = [
    ...(park === undefined ? [] : [sql`and e.park_id = ${park}::uuid`]),
    ...(search === undefined || search === '' ? [] : [searched(search)]),
    ...(missing === undefined ? [] : [lacks(missing)]),
    ...(findingAbout === undefined
      ? []
      : [
          sql`and exists (select 1 from finding d where d.zone_id = e.zone_id and d.period_id = ${period}
            and d.enterprise_id = e.enterprise_id and d.state = 'open'
            and d.item_id = any (${[...findingAbout]}::text[]))`,
        ]),
  ];
  return sql`
    from enterprise e
    left join figures f on f.zone_id = e.zone_id and f.period_id = ${period} and f.enterprise_id = e.enterprise_id
    left join confirmation c on c.zone_id = e.zone_id and c.period_id = ${period} and c.enterprise_id = e.enterprise_id
    where e.zone_id = ${ctx.zone} and e.status in ('active', 'suspended')
    ${sql.join(conditions, sql` `)}`;
}

/** A text of digits and capitals is the beginning of a credit code, anything else a part of the name. */
function searched(text: string) {
  const escaped = text.replace(/[\\%_]/g, '\\$&');
  return /^[0-9A-Z]{4,}$/i.test(text)
    ? sql`and e.credit_code like ${`${escaped.toUpperCase()}%`}`
    : sql`and e.name like ${`%${escaped}%`}`;
}

function lacks({ item, declaredCounts }: NonNullable<GridFilter['missing']>) {
  const declared = declaredCounts ? sql`and not coalesce(jsonb_exists(f.declared, ${item}), false)` : sql``;
  return sql`and not coalesce(jsonb_exists(f.adopted, ${item}), false)
    and not coalesce(jsonb_exists(f.verified, ${item}), false) ${declared}`;
}

export type GridFinding = Pick<
  Finding,
  'enterprise_id' | 'item_id' | 'code' | 'severity' | 'params' | 'state'
>;

/** Findings about these enterprises and items that were not mended. */
export async function selectGridFindings(
  ctx: Ctx,
  period: string,
  enterprises: readonly string[],
  items: readonly string[],
): Promise<GridFinding[]> {
  const { rows } = await sql<GridFinding>`
    select enterprise_id, item_id, code, severity, params, state from finding
    where zone_id = ${ctx.zone} and period_id = ${period} and state <> 'fixed'
      and enterprise_id = any (${[...enterprises]}::uuid[]) and item_id = any (${[...items]}::text[])
    order by item_id, code`.execute(ctx.trx);
  return rows;
}
