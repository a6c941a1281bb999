// The slices this product consists of: their endpoints, file endpoints, jobs and wordings.
import { jobsRoutes } from '#capabilities/jobs/routes.ts';
import { registryRoutes } from '#capabilities/registry/routes.ts';

import type { JobKind } from '#platform/jobs/job-kind.ts';
import type { FileEndpoint } from '#platform/http/file-endpoint.ts';

/** Same names as in `contract`. */
export const router = {
  jobs: jobsRoutes,
  registry: registryRoutes,
};

export const FILE_ENDPOINTS: readonly FileEndpoint[] = [];

export const JOB_KINDS: readonly JobKind[] = [];
