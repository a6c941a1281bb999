// Endpoints of the registry.
import { implement } from '@orpc/server';
import { zoneWork } from '#platform/http/endpoint-work.ts';
import type { RequestContext } from '#platform/http/request-context.ts';
import { registryContract } from './contract.ts';
import { createPark, listParks } from './service.ts';

const api = implement(registryContract).$context<RequestContext>().use(zoneWork);

export const registryRoutes = api.router({
  listParks: api.listParks.handler(({ context: { ctx } }) => listParks(ctx)),
  createPark: api.createPark.handler(({ context: { ctx }, input }) => createPark(ctx, input)),
});
