// SQL on the table of jobs, for those who look at them.
import type { Selectable } from 'kysely';
import type { Ctx } from '#platform/ctx.ts';
import type { JobTables } from '#platform/jobs/job-table.ts';
import type { JobQuery } from './contract.ts';

export type JobRow = Selectable<JobTables['job']>;

const jobs = (ctx: Ctx) => ctx.trx.withTables<JobTables>();

/** Newest first. `by` narrows to the jobs one user asked for. */
export function selectJobs(ctx: Ctx, query: JobQuery, by: string | undefined): Promise<JobRow[]> {
  let rows = jobs(ctx).selectFrom('job').selectAll().where('zone_id', '=', ctx.zone);
  if (by !== undefined) {
    rows = rows.where((eb) =>
      eb(eb.ref('requested_by', '->').key('actor').key('userId'), '=', JSON.stringify(by)),
    );
  }
  if (query.state !== undefined) rows = rows.where('state', '=', query.state);
  if (query.kind !== undefined) rows = rows.where('kind', '=', query.kind);
  // Ids are in order of time, so they also are the cursor.
  if (query.cursor !== undefined) rows = rows.where('job_id', '<', query.cursor);
  return rows
    .orderBy('job_id', 'desc')
    .limit(query.limit + 1)
    .execute();
}

export function selectJob(ctx: Ctx, jobId: string): Promise<JobRow | undefined> {
  return jobs(ctx)
    .selectFrom('job')
    .selectAll()
    .where('zone_id', '=', ctx.zone)
    .where('job_id', '=', jobId)
    .executeTakeFirst();
}

/** A waiting job ends at once, a running one where it next reports its progress. */
export async function requestCancel(ctx: Ctx, jobId: string): Promise<void> {
  const job = () => jobs(ctx).updateTable('job').where('zone_id', '=', ctx.zone).where('job_id', '=', jobId);
  await job().set({ cancel_requested: true }).where('state', 'in', ['queued', 'running']).execute();
  await job()
    .set({ state: 'cancelled', finished_at: ctx.services.now() })
    .where('state', '=', 'queued')
    .execute();
}
