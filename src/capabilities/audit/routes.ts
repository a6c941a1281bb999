// Endpoints of the audit log.
import { implement } from '@orpc/server';
import { zoneWork } from '#platform/http/endpoint-work.ts';
import type { RequestContext } from '#platform/http/request-context.ts';
import { auditContract } from './contract.ts';
import { listAuditEntries, verifyOwnAudit } from './service/look.ts';

const { exportAudit: _exportAudit, ...typed } = auditContract;
const api = implement(typed).$context<RequestContext>().use(zoneWork);

export const auditRoutes = api.router({
  listAuditEntries: api.listAuditEntries.handler(({ context: { ctx }, input }) =>
    listAuditEntries(ctx, input),
  ),
  verifyAudit: api.verifyAudit.handler(({ context: { ctx } }) => verifyOwnAudit(ctx)),
});
