// The slices this product consists of: their endpoints, file endpoints, jobs and wordings.
import { auditFiles } from '#capabilities/audit/files.ts';
import { auditRoutes } from '#capabilities/audit/routes.ts';
import { collectionFiles } from '#capabilities/collection/files.ts';
import { collectionJobs } from '#capabilities/collection/jobs.ts';
import { collectionRoutes } from '#capabilities/collection/routes.ts';
import { identityFiles } from '#capabilities/identity/files.ts';
import { identityRoutes } from '#capabilities/identity/routes.ts';
import { jobsRoutes } from '#capabilities/jobs/routes.ts';
import { noticesRoutes } from '#capabilities/notices/routes.ts';
import { evaluationFiles } from '#features/evaluation/files.ts';
import { evaluationJobs } from '#features/evaluation/jobs.ts';
import { evaluationRoutes } from '#features/evaluation/routes.ts';
import { registryFiles } from '#capabilities/registry/files.ts';
import { registryJobs } from '#capabilities/registry/jobs.ts';
import { registryRoutes } from '#capabilities/registry/routes.ts';

import type { JobKind } from '#platform/jobs/job-kind.ts';
import type { FileEndpoint } from '#platform/http/file-endpoint.ts';
import { permittedTo } from './permitted.ts';
import { productRoutes } from './product.ts';

/** Same names as in `contract`. */
export const router = {
  audit: auditRoutes,
  collection: collectionRoutes,
  evaluation: evaluationRoutes,
  identity: identityRoutes,
  jobs: jobsRoutes,
  notices: noticesRoutes,
  product: productRoutes,
  registry: registryRoutes,
};

export const FILE_ENDPOINTS: readonly FileEndpoint[] = [
  ...auditFiles,
  ...identityFiles(permittedTo),
  ...registryFiles,
  ...collectionFiles,
  ...evaluationFiles,
];

export const JOB_KINDS: readonly JobKind[] = [...registryJobs, ...collectionJobs, ...evaluationJobs];
