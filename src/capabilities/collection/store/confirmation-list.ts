// SQL on who was to say something about the figures of a period: those who did, and those who have figures.
import { sql } from 'kysely';
import type { Ctx } from '#platform/ctx.ts';
import type { Answered, ConfirmationQuery, ConfirmationRow } from '../contract/confirmations.ts';
import { searched } from './figure-grid.ts';

export type Asked = Omit<ConfirmationRow, 'said'> & { readonly sort_key: string };

type Filter = Pick<ConfirmationQuery, 'state' | 'park_id' | 'scale' | 'search'>;
type Sql = ReturnType<typeof sql>;

/** What waits for the office comes first, who said nothing last; among them by name. */
const ORDER: readonly Answered[] = ['disputed', 'settled', 'confirmed', 'unanswered'];

export async function selectAsked(
  ctx: Ctx,
  period: string,
  filter: Filter,
  page: { readonly limit: number; readonly after: { readonly key: string; readonly id: string } | undefined },
): Promise<Asked[]> {
  const { state, search } = filter;
  const conditions = [
    ...(state === undefined ? [] : [sql`and ${STATE} = ${state}`]),
    ...(search === undefined || search === '' ? [] : [searched(search)]),
    ...(page.after === undefined
      ? []
      : [sql`and (${KEY}, e.enterprise_id) > (${page.after.key}, ${page.after.id}::uuid)`]),
  ];
  const { rows } = await sql<Asked>`
    select e.enterprise_id, e.credit_code, e.name, ${KEY} as sort_key
    ${within(ctx, period, filter)} ${sql.join(conditions, sql` `)}
    order by sort_key, e.enterprise_id limit ${page.limit + 1}`.execute(ctx.trx);
  return rows;
}

export async function countAsked(
  ctx: Ctx,
  period: string,
  filter: Pick<Filter, 'park_id' | 'scale'>,
): Promise<Record<Answered, number>> {
  const { rows } = await sql<{ state: Answered; count: number }>`
    select ${STATE} as state, count(*)::int as count ${within(ctx, period, filter)} group by 1`.execute(
    ctx.trx,
  );
  const counts = { confirmed: 0, disputed: 0, settled: 0, unanswered: 0 };
  for (const { state, count } of rows) counts[state] = count;
  return counts;
}

const STATE = sql`coalesce(c.state, 'unanswered')`;
const KEY = sql`array_position(${[...ORDER]}::text[], ${STATE}) || ' ' || e.name`;

/** A record that became part of another one has nothing to confirm; one that left is not asked any more. */
function within(ctx: Ctx, period: string, { park_id: park, scale }: Pick<Filter, 'park_id' | 'scale'>): Sql {
  const conditions = [
    ...(park === undefined ? [] : [sql`and e.park_id = ${park}::uuid`]),
    ...(scale === undefined ? [] : [sql`and e.scale = ${scale}`]),
  ];
  return sql`
    from enterprise e
    left join confirmation c
      on c.zone_id = e.zone_id and c.period_id = ${period} and c.enterprise_id = e.enterprise_id
    where e.zone_id = ${ctx.zone} and e.status <> 'merged'
      and (c.enterprise_id is not null or (e.status in ('active', 'suspended') and e.enterprise_id in (
        select f.enterprise_id from figures f where f.zone_id = ${ctx.zone} and f.period_id = ${period})))
    ${sql.join(conditions, sql` `)}`;
}
