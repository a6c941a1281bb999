// Schemes: versions of a text, submitted by one person and approved by another.
import { z } from 'zod';
import { InZone } from '#core/endpoint.ts';
import { WORKING_ROLES } from '#core/roles.ts';
import { OFFICER, Reason, route, SchemePath, STAFF } from './paths.ts';
import * as shapes from './shapes.ts';

export const schemesContract = {
  listSchemes: route
    .route({ method: 'GET', path: '/zones/{zone}/schemes', summary: '评价方案 · Schemes' })
    .meta({ allow: WORKING_ROLES })
    .input(InZone)
    .output(z.strictObject({ items: z.array(shapes.Scheme), shipped: z.array(z.string()) })),
  getScheme: route
    .route({
      method: 'GET',
      path: '/zones/{zone}/schemes/{scheme_id}/{version}',
      summary: '方案详情 · A scheme',
    })
    .meta({ allow: WORKING_ROLES })
    .input(SchemePath)
    .output(shapes.Scheme.extend({ text: z.string() })),
  createScheme: route
    .route({
      method: 'POST',
      path: '/zones/{zone}/schemes',
      summary: '新增方案版本 · Add a scheme',
      successStatus: 201,
    })
    .meta({ allow: OFFICER })
    .input(
      InZone.extend({
        scheme_id: shapes.SchemeId,
        /** The scheme's text, or the name of one that ships with the product. */
        text: z.string().max(1_000_000).optional(),
        shipped: z.string().max(100).optional(),
      }),
    )
    .output(shapes.Scheme),
  submitScheme: route
    .route({
      method: 'POST',
      path: '/zones/{zone}/schemes/{scheme_id}/{version}/submit',
      summary: '方案送审 · Submit a scheme',
    })
    .meta({ allow: OFFICER })
    .input(SchemePath)
    .output(shapes.Scheme),
  decideScheme: route
    .route({
      method: 'POST',
      path: '/zones/{zone}/schemes/{scheme_id}/{version}/decide',
      summary: '方案审批 · Decide on a scheme',
    })
    .meta({ allow: STAFF })
    .input(SchemePath.extend({ decision: z.enum(['approved', 'draft', 'retired']), reason: Reason }))
    .output(shapes.Scheme),
};
