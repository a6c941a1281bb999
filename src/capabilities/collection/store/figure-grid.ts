// SQL on the figures of a period, an enterprise per row.
import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '#platform/ctx.ts';
import type { Confirmation } from '../contract/confirmations.ts';
import type { Finding } from '../contract/findings.ts';
import type { Figures } from './tables.ts';

export type GridFilter = {
  readonly park_id?: string | undefined;
  readonly search?: string | undefined;
  /** Without a figure that counts; `declared` counts where the item has no source office. */
  readonly missing?: { readonly item: string; readonly declaredCounts: boolean } | undefined;
  /** With a finding about one of these items that is open, or that somebody has decided about. */
  readonly finding?: { readonly items: readonly string[]; readonly state: 'open' | 'settled' } | undefined;
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

/**
 * By name; one row more than the page holds. Enterprises first: joined with all figures of the period, they would be
 * joined before the page is cut out of them.
 */
export async function selectGridRows(
  ctx: Ctx,
  period: string,
  filter: GridFilter,
  page: { readonly limit: number; readonly after: { readonly key: string; readonly id: string } | undefined },
): Promise<GridRow[]> {
  const { after } = page;
  const { rows } = await sql<Omit<GridRow, keyof Sheet>>`
    select e.enterprise_id, e.credit_code, e.name, e.park_id ${within(ctx, period, filter)}
    ${after === undefined ? sql`` : sql`and (e.name, e.enterprise_id) > (${after.key}, ${after.id}::uuid)`}
    order by e.name, e.enterprise_id limit ${page.limit + 1}`.execute(ctx.trx);
  const sheets = await selectSheets(
    ctx,
    period,
    rows.map((row) => row.enterprise_id),
  );
  return rows.map((row) => ({ ...row, ...(sheets.get(row.enterprise_id) ?? NO_SHEET) }));
}

type Sheet = Pick<GridRow, 'version' | 'declared' | 'verified' | 'adopted' | 'confirmation'>;

const NO_SHEET: Sheet = { version: 0, declared: {}, verified: {}, adopted: {}, confirmation: null };

async function selectSheets(
  ctx: Ctx,
  period: string,
  enterprises: readonly string[],
): Promise<ReadonlyMap<string, Sheet>> {
  const ids = sql`${[...enterprises]}::uuid[]`;
  const figures = await sql<Omit<Sheet, 'confirmation'> & { enterprise_id: string }>`
    select enterprise_id, version, declared, verified, adopted from figures
    where zone_id = ${ctx.zone} and period_id = ${period} and enterprise_id = any (${ids})`.execute(ctx.trx);
  const said = await sql<{ enterprise_id: string; state: Confirmation['state'] }>`
    select enterprise_id, state from confirmation
    where zone_id = ${ctx.zone} and period_id = ${period} and enterprise_id = any (${ids})`.execute(ctx.trx);
  const sheets = new Map<string, Sheet>();
  for (const { enterprise_id: id, ...sheet } of figures.rows) sheets.set(id, { ...NO_SHEET, ...sheet });
  for (const { enterprise_id: id, state } of said.rows)
    sheets.set(id, { ...(sheets.get(id) ?? NO_SHEET), confirmation: state });
  return sheets;
}

export async function countGridRows(ctx: Ctx, period: string, filter: GridFilter): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count ${within(ctx, period, filter)}`.execute(ctx.trx);
  return rows[0]?.count ?? 0;
}

/** The condition of both: `from` and `where`. */
function within(ctx: Ctx, period: string, filter: GridFilter): RawBuilder<unknown> {
  const { park_id: park, search, missing, finding } = filter;
  const conditions = [
    ...(park === undefined ? [] : [sql`and e.park_id = ${park}::uuid`]),
    ...(search === undefined || search === '' ? [] : [searched(search)]),
    ...(missing === undefined ? [] : [lacks(ctx, period, missing)]),
    ...(finding === undefined ? [] : [doubtful(ctx, period, finding)]),
  ];
  return sql`
    from enterprise e where e.zone_id = ${ctx.zone} and e.status in ('active', 'suspended')
    ${sql.join(conditions, sql` `)}`;
}

/** A text of digits and capitals is the beginning of a credit code, anything else a part of the name. */
export function searched(text: string) {
  const escaped = text.replace(/[\\%_]/g, '\\$&');
  return /^[0-9A-Z]{4,}$/i.test(text)
    ? sql`and e.credit_code like ${`${escaped.toUpperCase()}%`}`
    : sql`and e.name like ${`%${escaped}%`}`;
}

/** A list that is looked up, not a row that is sought for each enterprise: a fresh database has no statistics to choose by. */
function lacks(ctx: Ctx, period: string, { item, declaredCounts }: NonNullable<GridFilter['missing']>) {
  const declared = declaredCounts ? sql`or jsonb_exists(f.declared, ${item})` : sql``;
  return sql`and e.enterprise_id not in (select f.enterprise_id from figures f
    where f.zone_id = ${ctx.zone} and f.period_id = ${period}
      and (jsonb_exists(f.adopted, ${item}) or jsonb_exists(f.verified, ${item}) ${declared}))`;
}

const FINDING_STATES = { open: ['open'], settled: ['explained', 'accepted'] } as const;

function doubtful(ctx: Ctx, period: string, { items, state }: NonNullable<GridFilter['finding']>) {
  return sql`and e.enterprise_id in (select d.enterprise_id from finding d
    where d.zone_id = ${ctx.zone} and d.period_id = ${period}
      and d.state = any (${[...FINDING_STATES[state]]}::text[]) and d.item_id = any (${[...items]}::text[]))`;
}

export type GridFinding = Pick<
  Finding,
  'enterprise_id' | 'item_id' | 'code' | 'severity' | 'params' | 'state' | 'reason' | 'decided_by' | 'version'
> & { readonly decided_at: Date | null };

/** Findings about these enterprises and items that were not mended. */
export async function selectGridFindings(
  ctx: Ctx,
  period: string,
  enterprises: readonly string[],
  items: readonly string[],
): Promise<GridFinding[]> {
  const { rows } = await sql<GridFinding>`
    select enterprise_id, item_id, code, severity, params, state, reason, decided_by, decided_at, version
    from finding
    where zone_id = ${ctx.zone} and period_id = ${period} and state <> 'fixed'
      and enterprise_id = any (${[...enterprises]}::uuid[]) and item_id = any (${[...items]}::text[])
    order by item_id, code`.execute(ctx.trx);
  return rows;
}
