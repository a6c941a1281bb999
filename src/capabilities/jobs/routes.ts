// Endpoints of background work.
import { implement } from '@orpc/server';
import { zoneWork } from '#platform/http/endpoint-work.ts';
import type { RequestContext } from '#platform/http/request-context.ts';
import { jobsContract } from './contract.ts';
import { cancelJob, getJob, listJobs } from './service.ts';

const api = implement(jobsContract).$context<RequestContext>().use(zoneWork);

export const jobsRoutes = api.router({
  listJobs: api.listJobs.handler(({ context: { ctx }, input }) => listJobs(ctx, input)),
  getJob: api.getJob.handler(({ context: { ctx }, input }) => getJob(ctx, input.job_id)),
  cancelJob: api.cancelJob.handler(({ context: { ctx }, input }) => cancelJob(ctx, input.job_id)),
});
