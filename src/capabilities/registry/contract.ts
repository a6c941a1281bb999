// What the registry knows and offers: parks first of all. The only place where these shapes are written.
import { z } from 'zod';
import { endpoint, InZone } from '#core/endpoint.ts';
import { Uuid } from '#core/ids.ts';
import { WORKING_ROLES } from '#core/roles.ts';

export const Park = z.strictObject({
  park_id: Uuid,
  code: z.string().min(1).max(32),
  name: z.string().min(1).max(100),
  kind: z.string().min(1).max(50),
  area_mu: z.number().min(0).max(1e7),
  version: z.number().int(),
});
export type Park = z.infer<typeof Park>;

export const NewPark = Park.omit({ park_id: true, version: true });
export type NewPark = z.infer<typeof NewPark>;

const route = endpoint.$route({ tags: ['registry'] });

export const registryContract = {
  listParks: route
    .route({ method: 'GET', path: '/zones/{zone}/parks', summary: '园区列表 · Parks' })
    .meta({ allow: WORKING_ROLES, token: 'registry:read' })
    .input(InZone)
    .output(z.strictObject({ items: z.array(Park) })),
  createPark: route
    .route({
      method: 'POST',
      path: '/zones/{zone}/parks',
      summary: '新增园区 · Add a park',
      successStatus: 201,
    })
    .meta({ allow: ['evaluation_officer'] })
    .input(InZone.extend(NewPark.shape))
    .output(Park),
};
