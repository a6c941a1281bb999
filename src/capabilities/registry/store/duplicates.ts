// SQL on pairs of enterprises that were told apart.
import { sql } from 'kysely';
import type { Ctx } from '#platform/ctx.ts';
import type { Pair } from '../model/pairs.ts';

export type DistinctPair = {
  readonly one_id: string;
  readonly other_id: string;
  readonly reason: string;
  readonly said_by: string;
  readonly said_at: Date;
};

export async function selectPairs(ctx: Ctx): Promise<DistinctPair[]> {
  const { rows } = await sql<DistinctPair>`
    select one_id, other_id, reason, said_by, said_at from distinct_pair
    where zone_id = ${ctx.zone}`.execute(ctx.trx);
  return rows;
}

/** What was said of a pair before stays as it was said. */
export async function insertPairs(ctx: Ctx, pairs: readonly Pair[], reason: string): Promise<number> {
  const { numAffectedRows } = await sql`
    insert into distinct_pair (zone_id, one_id, other_id, reason, said_by, said_at)
    select ${ctx.zone}, p.one, p.other, ${reason}, ${ctx.actor.userId}, ${ctx.services.now()}
    from ${listed(pairs)}
    on conflict do nothing`.execute(ctx.trx);
  return Number(numAffectedRows);
}

export async function deletePairs(ctx: Ctx, pairs: readonly Pair[]): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from distinct_pair d using ${listed(pairs)}
    where d.zone_id = ${ctx.zone} and d.one_id = p.one and d.other_id = p.other`.execute(ctx.trx);
  return Number(numAffectedRows);
}

const listed = (pairs: readonly Pair[]) => sql`
  unnest(${pairs.map(([one]) => one)}::uuid[], ${pairs.map(([, other]) => other)}::uuid[]) as p(one, other)`;
