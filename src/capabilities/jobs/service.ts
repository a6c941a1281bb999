// Follow and cancel background work: one's own, and for those who keep the system running, everybody's.
import { AppError } from '#core/app-error.ts';
import { reachOf } from '#core/roles.ts';
import { recordEvent } from '#capabilities/audit/service/record.ts';
import type { Actor, Ctx } from '#platform/ctx.ts';
import type { Job, JobQuery } from './contract.ts';
import { type JobRow, requestCancel, selectJob, selectJobs } from './store.ts';

export async function listJobs(ctx: Ctx, query: JobQuery): Promise<{ items: Job[]; next: string | null }> {
  const rows = await selectJobs(ctx, query, seesAll(ctx) ? undefined : ctx.actor.userId);
  const items = rows.slice(0, query.limit).map(jobOf);
  return { items, next: rows.length > query.limit ? (items.at(-1)?.job_id ?? null) : null };
}

export async function getJob(ctx: Ctx, jobId: string): Promise<Job> {
  const row = await selectJob(ctx, jobId);
  const visible = row !== undefined && (seesAll(ctx) || row.requested_by.actor.userId === ctx.actor.userId);
  if (!visible) throw new AppError('job_not_found');
  return jobOf(row);
}

/** For what a job made of the rows its actor saw: not for who sees fewer of them by now. Throws `job_not_found`. */
export async function getJobWithinReach(ctx: Ctx, jobId: string): Promise<Job> {
  const job = await getJob(ctx, jobId);
  const row = await selectJob(ctx, jobId);
  if (row === undefined || !seesAsMuch(ctx.actor, row.requested_by.actor))
    throw new AppError('job_not_found');
  return job;
}

/** The latest of a kind that the caller may follow and whose outcome is for them, with what each was asked for. */
export async function listJobsWithinReach(
  ctx: Ctx,
  query: { readonly kind: string; readonly limit: number },
): Promise<readonly { readonly job: Job; readonly input: unknown }[]> {
  const rows = await selectJobs(ctx, query, seesAll(ctx) ? undefined : ctx.actor.userId);
  return rows
    .slice(0, query.limit)
    .filter((row) => seesAsMuch(ctx.actor, row.requested_by.actor))
    .map((row) => ({ job: jobOf(row), input: row.input }));
}

function seesAsMuch(now: Actor, then: Actor): boolean {
  if (now.role === 'system' || (now.role !== 'public' && reachOf(now.role) === 'zone')) return true;
  return (
    now.role === then.role &&
    then.parkIds.every((id) => now.parkIds.includes(id)) &&
    then.enterpriseIds.every((id) => now.enterpriseIds.includes(id))
  );
}

export async function cancelJob(ctx: Ctx, jobId: string): Promise<Job> {
  await getJob(ctx, jobId);
  await requestCancel(ctx, jobId);
  await recordEvent(ctx, { action: 'cancel_job', object: ['job', jobId] });
  return getJob(ctx, jobId);
}

const seesAll = ({ actor }: Ctx): boolean =>
  actor.role === 'evaluation_officer' || actor.role === 'system_admin';

function jobOf(row: JobRow): Job {
  const { actor } = row.requested_by;
  return {
    job_id: row.job_id,
    kind: row.kind,
    state: row.state,
    progress: row.progress,
    cancel_requested: row.cancel_requested,
    requested_by: { user_id: actor.userId, name: actor.name },
    requested_at: row.requested_at.toISOString(),
    started_at: row.started_at?.toISOString() ?? null,
    finished_at: row.finished_at?.toISOString() ?? null,
    result: row.result,
    error: row.error,
  };
}
