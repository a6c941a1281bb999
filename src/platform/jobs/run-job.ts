// One try of one job: claims it, runs its kind, and writes down how it ended.
import { sql } from 'kysely';
import { AppError } from '#core/app-error.ts';
import type { Caller, Services } from '../ctx.ts';
import { asAppError } from '../db/zone-transaction.ts';
import { failureOf } from '../http/problem.ts';
import type { JobKind } from './job-kind.ts';
import type { JobTables, Requester } from './job-table.ts';

export type JobName = { readonly zone: string; readonly jobId: string };

/** After this many tries that ended in an error of ours, or in the death of the process, a job has failed. */
export const MOST_TRIES = 3;

const PROGRESS_EVERY_MS = 500;

/**
 * Returns when the job needs no further try. Throws when it does: the database was away, or an error of ours that may
 * not come again.
 */
export async function runJob(
  services: Services,
  kinds: ReadonlyMap<string, JobKind>,
  name: JobName,
  onInternalError: (error: unknown, jobId: string) => void,
): Promise<void> {
  const job = await claim(services, name);
  if (job === undefined) return;
  try {
    const kind = kinds.get(job.kind);
    if (kind === undefined) throw new AppError('job_kind_unknown', { kind: job.kind });
    const { actor, requestId, address } = job.requested_by;
    const caller: Caller = { zone: name.zone, actor, requestId, address, services };
    const progress = progressWriter(services, name);
    const { input, attempts: attempt } = job;
    const result = await kind.run({ caller, jobId: name.jobId, input, attempt, progress });
    await finish(services, name, 'done', { result: JSON.stringify(result ?? null), progress: 1 });
  } catch (thrown) {
    const error = asAppError(thrown);
    if (error instanceof AppError && error.code === 'database_unavailable') throw error;
    if (error instanceof AppError && error.code === 'job_cancelled') {
      await finish(services, name, 'cancelled', {});
      return;
    }
    if (!(error instanceof AppError)) onInternalError(error, name.jobId);
    if (!(error instanceof AppError) && job.attempts < MOST_TRIES) throw error;
    await finish(services, name, 'failed', { error: JSON.stringify(failureOf(error)) });
  }
}

type Claimed = {
  readonly kind: string;
  readonly input: unknown;
  readonly attempts: number;
  readonly requested_by: Requester;
};

const jobs = (services: Services) => services.database.kysely.withTables<JobTables>();

async function claim(services: Services, { zone, jobId }: JobName): Promise<Claimed | undefined> {
  const now = services.now();
  const job = await jobs(services)
    .updateTable('job')
    .set({ state: 'running', attempts: sql<number>`attempts + 1`, started_at: now, heartbeat_at: now })
    .where('zone_id', '=', zone)
    .where('job_id', '=', jobId)
    .where('state', 'in', ['queued', 'running'])
    .returning(['kind', 'input', 'attempts', 'requested_by', 'cancel_requested'])
    .executeTakeFirst();
  if (job === undefined) return undefined;
  if (job.cancel_requested) {
    await finish(services, { zone, jobId }, 'cancelled', {});
    return undefined;
  }
  // The process died in each earlier try: one that brings it down must not do so for ever.
  if (job.attempts > MOST_TRIES) {
    const error = JSON.stringify(failureOf(new Error('the process died in every try')));
    await finish(services, { zone, jobId }, 'failed', { error });
    return undefined;
  }
  return job;
}

function progressWriter(services: Services, name: JobName): (done: number) => Promise<void> {
  let next = 0;
  return async (done) => {
    if (Date.now() < next) return;
    next = Date.now() + PROGRESS_EVERY_MS;
    const row = await jobs(services)
      .updateTable('job')
      .set({ progress: Math.min(Math.max(done, 0), 1), heartbeat_at: services.now() })
      .where('zone_id', '=', name.zone)
      .where('job_id', '=', name.jobId)
      .returning('cancel_requested')
      .executeTakeFirst();
    if (row?.cancel_requested === true) throw new AppError('job_cancelled');
  };
}

async function finish(
  services: Services,
  { zone, jobId }: JobName,
  state: 'done' | 'failed' | 'cancelled',
  more: { readonly result?: string; readonly error?: string; readonly progress?: number },
): Promise<void> {
  await jobs(services)
    .updateTable('job')
    .set({ state, finished_at: services.now(), ...more })
    .where('zone_id', '=', zone)
    .where('job_id', '=', jobId)
    .where('state', '=', 'running')
    .execute();
}
