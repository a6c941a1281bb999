// The slices this product consists of: their endpoints, file endpoints, jobs and wordings.
import { collectionFiles } from '#capabilities/collection/files.ts';
import { collectionJobs } from '#capabilities/collection/jobs.ts';
import { collectionRoutes } from '#capabilities/collection/routes.ts';
import { identityRoutes } from '#capabilities/identity/routes.ts';
import { jobsRoutes } from '#capabilities/jobs/routes.ts';
import { noticesRoutes } from '#capabilities/notices/routes.ts';
import { evaluationFiles } from '#features/evaluation/files.ts';
import { evaluationJobs } from '#features/evaluation/jobs.ts';
import { evaluationRoutes } from '#features/evaluation/routes.ts';
import { registryRoutes } from '#capabilities/registry/routes.ts';

import type { JobKind } from '#platform/jobs/job-kind.ts';
import type { FileEndpoint } from '#platform/http/file-endpoint.ts';

/** Same names as in `contract`. */
export const router = {
  collection: collectionRoutes,
  evaluation: evaluationRoutes,
  identity: identityRoutes,
  jobs: jobsRoutes,
  notices: noticesRoutes,
  registry: registryRoutes,
};

export const FILE_ENDPOINTS: readonly FileEndpoint[] = [...collectionFiles, ...evaluationFiles];

export const JOB_KINDS: readonly JobKind[] = [...collectionJobs, ...evaluationJobs];
