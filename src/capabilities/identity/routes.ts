// Endpoints of identity. Those that touch accounts themselves work outside the zone's transaction, which sees none.
import { implement } from '@orpc/server';
import { signedIn, zoneCaller, zoneWork } from '#platform/http/endpoint-work.ts';
import type { RequestContext } from '#platform/http/request-context.ts';
import { identityContract } from './contract.ts';
import * as identity from './service/members.ts';
import { selectPeople } from './store.ts';

const { exportPermissions: _exportPermissions, ...typed } = identityContract;
const root = implement(typed).$context<RequestContext>();
const api = root.use(zoneWork);
const outside = root.use(zoneCaller);
const anywhere = root.use(signedIn);

export const identityRoutes = root.router({
  listMyZones: anywhere.listMyZones.handler(({ context: { actor, services } }) =>
    identity.listMyZones(services.database, actor),
  ),
  getMe: api.getMe.handler(({ context: { ctx } }) => identity.getMe(ctx)),
  listPeople: api.listPeople.handler(async ({ context: { ctx } }) => ({ items: await selectPeople(ctx) })),
  listMemberships: api.listMemberships.handler(({ context: { ctx } }) => identity.listMemberships(ctx)),
  proposeMember: outside.proposeMember.handler(({ context: { caller }, input }) =>
    identity.proposeMember(caller, input),
  ),
  approveMember: api.approveMember.handler(({ context: { ctx }, input }) =>
    identity.approveMember(ctx, input),
  ),
  endMember: api.endMember.handler(({ context: { ctx }, input }) => identity.endMember(ctx, input)),
  resetMemberPassword: outside.resetMemberPassword.handler(({ context: { caller }, input }) =>
    identity.resetMemberPassword(caller, input.user_id),
  ),
  setMemberDisabled: outside.setMemberDisabled.handler(({ context: { caller }, input }) =>
    identity.setMemberDisabled(caller, input),
  ),
  unlockMember: outside.unlockMember.handler(({ context: { caller }, input }) =>
    identity.unlockMember(caller, input.user_id),
  ),
  listSessions: api.listSessions.handler(({ context: { ctx }, input }) =>
    identity.listSessions(ctx, input.user_id),
  ),
  endSessions: outside.endSessions.handler(({ context: { caller }, input }) =>
    identity.endMemberSessions(caller, input.user_id),
  ),
  listTokens: api.listTokens.handler(({ context: { ctx } }) => identity.listTokens(ctx)),
  createToken: api.createToken.handler(({ context: { ctx }, input }) => identity.createToken(ctx, input)),
  revokeToken: api.revokeToken.handler(({ context: { ctx }, input }) =>
    identity.revokeToken(ctx, input.token_id),
  ),
});
