// Changes of class by hand: one proposes, another decides.
import { z } from 'zod';
import { InZone } from '#core/endpoint.ts';
import { Uuid } from '#core/ids.ts';
import { OFFICER, Reason, route, RunPath, STAFF } from './paths.ts';
import * as shapes from './shapes.ts';

export const adjustmentsContract = {
  listAdjustments: route
    .route({
      method: 'GET',
      path: '/zones/{zone}/runs/{run_id}/adjustments',
      summary: '人工调档 · Adjustments',
    })
    .meta({ allow: STAFF })
    .input(RunPath)
    .output(z.strictObject({ items: z.array(shapes.Adjustment) })),
  proposeAdjustment: route
    .route({
      method: 'POST',
      path: '/zones/{zone}/runs/{run_id}/adjustments',
      summary: '提出调档 · Propose an adjustment',
      successStatus: 201,
    })
    .meta({ allow: OFFICER })
    .input(RunPath.extend({ enterprise_id: Uuid, to_class: z.string().min(1).max(20), reason: Reason }))
    .output(shapes.Adjustment),
  decideAdjustment: route
    .route({
      method: 'POST',
      path: '/zones/{zone}/adjustments/{adjustment_id}/decide',
      summary: '审批调档 · Decide an adjustment',
    })
    .meta({ allow: STAFF })
    .input(
      InZone.extend({
        adjustment_id: Uuid,
        decision: z.enum(['approved', 'refused']),
        reason: Reason,
        version: z.number().int(),
      }),
    )
    .output(shapes.Adjustment),
};
