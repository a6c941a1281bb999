// SQL on the runs that count: of every evaluation the current official one, or the one the public knows.
import { sql } from 'kysely';
import type { Ctx } from '#platform/ctx.ts';
import type { OverviewEvaluation } from '../contract/overview.ts';

/** `published`: the run of the latest list instead of the current one. Evaluations without such a run are left out. */
export async function selectOfficialRuns(ctx: Ctx, published: boolean): Promise<OverviewEvaluation[]> {
  const { rows } = await sql<OverviewEvaluation>`
    select e.evaluation_id, e.name, e.period_id, e.scope, e.state, r.run_id,
           exists (select 1 from publication p where p.zone_id = ${ctx.zone} and p.run_id = r.run_id) as published
    from evaluation e
    join run r on r.zone_id = e.zone_id and r.evaluation_id = e.evaluation_id
      and r.run_id = case when ${published} then (
        select p.run_id from publication p
        where p.zone_id = e.zone_id and p.evaluation_id = e.evaluation_id order by p.seq desc limit 1)
      else e.run_id end
    where e.zone_id = ${ctx.zone}
    order by e.evaluation_id desc`.execute(ctx.trx);
  return rows;
}
