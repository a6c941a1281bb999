// Appeals: an enterprise objects to its published class, with the figures it claims.
import { z } from 'zod';
import { InZone } from '#core/endpoint.ts';
import { Uuid } from '#core/ids.ts';
import { EvaluationPath, OFFICER, Reason, route, STAFF } from './paths.ts';
import * as shapes from './shapes.ts';

/** Who reads what an enterprise says in its appeal, wherever it is shown. */
export const APPEAL_READERS = ['leader', 'evaluation_officer', 'park_manager', 'enterprise_user'] as const;

export const appealsContract = {
  listAppeals: route
    .route({
      method: 'GET',
      path: '/zones/{zone}/evaluations/{evaluation_id}/appeals',
      summary: '申诉 · Appeals',
    })
    .meta({ allow: APPEAL_READERS })
    .input(EvaluationPath)
    .output(z.strictObject({ items: z.array(shapes.ListedAppeal) })),
  submitAppeal: route
    .route({
      method: 'POST',
      path: '/zones/{zone}/evaluations/{evaluation_id}/appeals',
      summary: '提出申诉 · Appeal',
      successStatus: 201,
    })
    .meta({ allow: ['enterprise_user'] })
    .input(
      EvaluationPath.extend({
        enterprise_id: Uuid,
        statement: Reason,
        corrections: z.array(shapes.Correction).min(1).max(30),
      }),
    )
    .output(shapes.Appeal),
  withdrawAppeal: route
    .route({
      method: 'POST',
      path: '/zones/{zone}/appeals/{appeal_id}/withdraw',
      summary: '撤回申诉 · Withdraw',
    })
    .meta({ allow: ['enterprise_user'] })
    .input(InZone.extend({ appeal_id: Uuid, version: z.number().int() }))
    .output(shapes.Appeal),
  tryAppeal: route
    .route({
      method: 'GET',
      path: '/zones/{zone}/appeals/{appeal_id}/effect',
      summary: '申诉沙盘 · Effect of an appeal',
    })
    .meta({ allow: STAFF })
    .input(InZone.extend({ appeal_id: Uuid }))
    .output(shapes.Effect),
  decideAppeal: route
    .route({
      method: 'POST',
      path: '/zones/{zone}/appeals/{appeal_id}/decide',
      summary: '裁决申诉 · Decide an appeal',
    })
    .meta({ allow: OFFICER })
    .input(
      InZone.extend({
        appeal_id: Uuid,
        decision: z.enum(['accepted', 'rejected']),
        reason: Reason,
        version: z.number().int(),
      }),
    )
    .output(shapes.Appeal),
};
