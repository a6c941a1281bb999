// Asks for background work as part of the transaction that needs it: no commit, no job; a commit never loses one.
import type { Ctx } from '../ctx.ts';
import type { JobTables, Requester } from './job-table.ts';

/** Returns the job's id. Whoever asked can follow it at `/zones/{zone}/jobs/{job_id}`. */
export async function enqueue(ctx: Ctx, kind: string, input: unknown): Promise<string> {
  const jobId = ctx.services.newId();
  await ctx.trx
    .withTables<JobTables>()
    .insertInto('job')
    .values({
      zone_id: ctx.zone,
      job_id: jobId,
      kind,
      input: JSON.stringify(input),
      requested_by: JSON.stringify({
        actor: ctx.actor,
        requestId: ctx.requestId,
        address: ctx.address,
      } satisfies Requester),
      requested_at: ctx.services.now(),
    })
    .execute();
  ctx.services.wakeJobs();
  return jobId;
}
