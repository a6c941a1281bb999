// Endpoints of the registry.
import { implement } from '@orpc/server';
import { zoneWork } from '#platform/http/endpoint-work.ts';
import type { RequestContext } from '#platform/http/request-context.ts';
import { registryContract } from './contract/registry.ts';
import * as duplicates from './service/duplicates.ts';
import * as enterprises from './service/enterprises.ts';
import * as land from './service/land.ts';
import * as landAreas from './service/land-areas.ts';
import * as map from './service/map.ts';
import * as merges from './service/merges.ts';
import * as parcels from './service/parcels.ts';
import * as places from './service/places.ts';
import { search } from './service/search.ts';

const { exportEnterprises: _, ...typed } = registryContract;
const api = implement(typed).$context<RequestContext>().use(zoneWork);

export const registryRoutes = api.router({
  getZone: api.getZone.handler(({ context: { ctx } }) => places.getZone(ctx)),
  listOffices: api.listOffices.handler(({ context: { ctx } }) => places.listOffices(ctx)),
  createOffice: api.createOffice.handler(({ context: { ctx }, input }) => places.createOffice(ctx, input)),
  updateOffice: api.updateOffice.handler(({ context: { ctx }, input }) => places.updateOffice(ctx, input)),
  listParks: api.listParks.handler(({ context: { ctx } }) => places.listParks(ctx)),
  createPark: api.createPark.handler(({ context: { ctx }, input }) => places.createPark(ctx, input)),
  updatePark: api.updatePark.handler(({ context: { ctx }, input }) => places.updatePark(ctx, input)),
  listPeriods: api.listPeriods.handler(({ context: { ctx } }) => places.listPeriods(ctx)),
  createPeriod: api.createPeriod.handler(({ context: { ctx }, input }) => places.createPeriod(ctx, input)),

  listEnterprises: api.listEnterprises.handler(({ context: { ctx }, input }) =>
    enterprises.listEnterprises(ctx, input),
  ),
  countEnterprises: api.countEnterprises.handler(({ context: { ctx }, input }) =>
    enterprises.countEnterprises(ctx, input),
  ),
  getEnterprise: api.getEnterprise.handler(({ context: { ctx }, input }) =>
    enterprises.getEnterprise(ctx, input.enterprise_id),
  ),
  createEnterprise: api.createEnterprise.handler(({ context: { ctx }, input }) =>
    enterprises.createEnterprise(ctx, input),
  ),
  updateEnterprise: api.updateEnterprise.handler(({ context: { ctx }, input }) =>
    enterprises.updateEnterprise(ctx, input),
  ),
  importEnterprises: api.importEnterprises.handler(({ context: { ctx }, input }) =>
    enterprises.importEnterprises(ctx, input),
  ),
  listEnterpriseVersions: api.listEnterpriseVersions.handler(({ context: { ctx }, input }) =>
    enterprises.listEnterpriseVersions(ctx, input.enterprise_id),
  ),
  listDuplicates: api.listDuplicates.handler(({ context: { ctx } }) => duplicates.listDuplicates(ctx)),
  judgeDuplicates: api.judgeDuplicates.handler(({ context: { ctx }, input }) =>
    duplicates.judgeDuplicates(ctx, input),
  ),
  mergeEnterprises: api.mergeEnterprises.handler(({ context: { ctx }, input }) =>
    merges.mergeEnterprises(ctx, input),
  ),
  listMerges: api.listMerges.handler(({ context: { ctx }, input }) =>
    merges.listMerges(ctx, input.enterprise_id),
  ),
  undoMerge: api.undoMerge.handler(({ context: { ctx }, input }) => merges.undoMerge(ctx, input)),

  search: api.search.handler(({ context: { ctx }, input }) => search(ctx, input)),

  getZoneMap: api.getZoneMap.handler(({ context: { ctx } }) => map.getZoneMap(ctx)),
  replaceZoneMap: api.replaceZoneMap.handler(({ context: { ctx }, input }) => map.replaceZoneMap(ctx, input)),
  getParcelMap: api.getParcelMap.handler(({ context: { ctx }, input }) => map.getParcelMap(ctx, input)),

  listParcels: api.listParcels.handler(({ context: { ctx }, input }) => parcels.listParcels(ctx, input)),
  createParcel: api.createParcel.handler(({ context: { ctx }, input }) => parcels.createParcel(ctx, input)),
  updateParcel: api.updateParcel.handler(({ context: { ctx }, input }) => parcels.updateParcel(ctx, input)),
  listOccupancies: api.listOccupancies.handler(({ context: { ctx }, input }) =>
    land.listOccupancies(ctx, input.enterprise_id),
  ),
  createOccupancy: api.createOccupancy.handler(({ context: { ctx }, input }) =>
    land.createOccupancy(ctx, input),
  ),
  updateOccupancy: api.updateOccupancy.handler(({ context: { ctx }, input }) =>
    land.updateOccupancy(ctx, input),
  ),
  deleteOccupancy: api.deleteOccupancy.handler(({ context: { ctx }, input }) =>
    land.deleteOccupancy(ctx, input.occupancy_id, input.version),
  ),
  computeLandAreas: api.computeLandAreas.handler(({ context: { ctx }, input }) =>
    landAreas.computeLandAreas(ctx, input.period_id),
  ),
  getLandArea: api.getLandArea.handler(({ context: { ctx }, input }) =>
    landAreas.getLandArea(ctx, input.period_id, input.enterprise_id),
  ),
  listTenants: api.listTenants.handler(({ context: { ctx }, input }) => landAreas.listTenants(ctx, input)),
});
