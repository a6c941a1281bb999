// SQL for whole runs: whose rows are within reach, and how everybody came off.
import { sql } from 'kysely';
import type { Ctx } from '#platform/ctx.ts';

/** Enterprises of a run that row-level security lets the actor see, in the order of ids. */
export async function selectVisibleIds(ctx: Ctx, runId: string): Promise<string[]> {
  const { rows } = await sql<{ enterprise_id: string }>`
    select enterprise_id from run_row where zone_id = ${ctx.zone} and run_id = ${runId}::uuid
    order by enterprise_id`.execute(ctx.trx);
  return rows.map((row) => row.enterprise_id);
}

export type Outcome = {
  readonly final_class: string | null;
  readonly score: number | null;
  readonly rank: number | null;
};

/** Class, score and rank by enterprise, of those within reach. */
export async function selectOutcomes(ctx: Ctx, runId: string): Promise<ReadonlyMap<string, Outcome>> {
  const { rows } = await sql<Outcome & { enterprise_id: string }>`
    select enterprise_id, final_class, score::float8 as score, rank from run_row
    where zone_id = ${ctx.zone} and run_id = ${runId}::uuid`.execute(ctx.trx);
  return new Map(rows.map((row) => [row.enterprise_id, row]));
}
