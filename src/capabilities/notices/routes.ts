// Endpoints of notices.
import { implement } from '@orpc/server';
import { zoneWork } from '#platform/http/endpoint-work.ts';
import type { RequestContext } from '#platform/http/request-context.ts';
import { noticesContract } from './contract.ts';
import { listNotices, readNotice } from './service.ts';

const api = implement(noticesContract).$context<RequestContext>().use(zoneWork);

export const noticesRoutes = api.router({
  listNotices: api.listNotices.handler(({ context: { ctx }, input }) => listNotices(ctx, input)),
  readNotice: api.readNotice.handler(({ context: { ctx }, input }) => readNotice(ctx, input.notice_id)),
});
