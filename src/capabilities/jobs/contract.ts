// Background work as the people who wait for it see it.
import { z } from 'zod';
import { endpoint, InZone, pageOf, PageQuery } from '#core/endpoint.ts';
import { Uuid } from '#core/ids.ts';

const JobState = z.enum(['queued', 'running', 'done', 'failed', 'cancelled']);

export const Job = z.strictObject({
  job_id: Uuid,
  kind: z.string(),
  state: JobState,
  /** 0 to 1. */
  progress: z.number(),
  cancel_requested: z.boolean(),
  requested_by: z.strictObject({ user_id: z.string(), name: z.string() }),
  requested_at: z.iso.datetime(),
  started_at: z.iso.datetime().nullable(),
  finished_at: z.iso.datetime().nullable(),
  /** What the work answered; its shape depends on the kind. */
  result: z.unknown(),
  /** Why it failed: code, parameters and findings. */
  error: z.unknown(),
});
export type Job = z.infer<typeof Job>;

export const JobQuery = PageQuery.extend({ state: JobState.optional(), kind: z.string().max(50).optional() });
export type JobQuery = z.infer<typeof JobQuery>;

const JobPath = InZone.extend({ job_id: Uuid });
const route = endpoint.$route({ tags: ['jobs'] });

export const jobsContract = {
  listJobs: route
    .route({ method: 'GET', path: '/zones/{zone}/jobs', summary: '任务列表 · Jobs' })
    .meta({ allow: 'signed_in', token: 'figures:write' })
    .input(InZone.extend(JobQuery.shape))
    .output(pageOf(Job)),
  getJob: route
    .route({ method: 'GET', path: '/zones/{zone}/jobs/{job_id}', summary: '任务进度 · A job' })
    .meta({ allow: 'signed_in', token: 'figures:write' })
    .input(JobPath)
    .output(Job),
  cancelJob: route
    .route({ method: 'POST', path: '/zones/{zone}/jobs/{job_id}/cancel', summary: '取消任务 · Cancel a job' })
    .meta({ allow: 'signed_in', token: 'figures:write' })
    .input(JobPath)
    .output(Job),
};
