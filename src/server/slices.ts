// The slices this product consists of: their endpoints, file endpoints, jobs and wordings.
import { registryRoutes } from '#capabilities/registry/routes.ts';

import type { FileEndpoint } from '#platform/http/file-endpoint.ts';

/** Same names as in `contract`. */
export const router = {
  registry: registryRoutes,
};

export const FILE_ENDPOINTS: readonly FileEndpoint[] = [];
