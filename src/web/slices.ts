// The slices that have pages. A page exists when its slice is named here.
import { evaluationPages } from '#features/evaluation/web/index.tsx';
import { auditPages } from '#capabilities/audit/web/index.tsx';
import { collectionPages } from '#capabilities/collection/web/index.tsx';
import { identityPages } from '#capabilities/identity/web/index.tsx';
import { jobsPages } from '#capabilities/jobs/web/index.tsx';
import { noticesPages } from '#capabilities/notices/web/index.tsx';
import { registryPages } from '#capabilities/registry/web/index.tsx';
import type { Page } from './client/page.ts';
import { shellPages } from './shell/pages.ts';

export const PAGES: readonly Page[] = [
  ...shellPages,
  ...registryPages,
  ...collectionPages,
  ...evaluationPages,
  ...identityPages,
  ...auditPages,
  ...jobsPages,
  ...noticesPages,
];
