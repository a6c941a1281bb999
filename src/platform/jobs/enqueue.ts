// Asks for background work as part of the transaction that needs it: no commit, no job; a commit never loses one.
import type { ColumnType } from 'kysely';
import type { Actor, Ctx } from '../ctx.ts';

export type JobTable = {
  job: {
    zone_id: string;
    job_id: string;
    kind: string;
    state: ColumnType<'queued' | 'running' | 'done' | 'failed' | 'cancelled', string | undefined, string>;
    input: ColumnType<unknown, string, never>;
    result: ColumnType<unknown, string | undefined, string>;
    error: ColumnType<unknown, string | undefined, string>;
    progress: ColumnType<number, number | undefined, number>;
    cancel_requested: ColumnType<boolean, boolean | undefined, boolean>;
    attempts: ColumnType<number, number | undefined, number>;
    requested_by: ColumnType<Actor & { requestId: string; address: string }, string, never>;
    requested_at: ColumnType<Date, Date, never>;
    started_at: ColumnType<Date | null, Date | undefined, Date>;
    finished_at: ColumnType<Date | null, Date | undefined, Date>;
  };
};

/** Returns the job's id. Whoever asked can follow it at `/zones/{zone}/jobs/{job_id}`. */
export async function enqueue(ctx: Ctx, kind: string, input: unknown): Promise<string> {
  const jobId = ctx.services.newId();
  await ctx.trx
    .withTables<JobTable>()
    .insertInto('job')
    .values({
      zone_id: ctx.zone,
      job_id: jobId,
      kind,
      input: JSON.stringify(input),
      requested_by: JSON.stringify({ ...ctx.actor, requestId: ctx.requestId, address: ctx.address }),
      requested_at: ctx.services.now(),
    })
    .execute();
  ctx.services.wakeJobs();
  return jobId;
}
