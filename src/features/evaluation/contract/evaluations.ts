// Evaluations and the steps of their lives.
import { z } from 'zod';
import { InZone } from '#core/endpoint.ts';
import { Uuid } from '#core/ids.ts';
import { WORKING_ROLES } from '#core/roles.ts';
import { Transition } from './lifecycle.ts';
import { EvaluationPath, OFFICER, route, STAFF } from './paths.ts';
import * as shapes from './shapes.ts';

export const evaluationsContract = {
  listEvaluations: route
    .route({ method: 'GET', path: '/zones/{zone}/evaluations', summary: '评价批次 · Evaluations' })
    .meta({ allow: WORKING_ROLES, token: 'results:read' })
    .input(InZone)
    .output(z.strictObject({ items: z.array(shapes.Evaluation) })),
  createEvaluation: route
    .route({
      method: 'POST',
      path: '/zones/{zone}/evaluations',
      summary: '发起评价 · Begin an evaluation',
      successStatus: 201,
    })
    .meta({ allow: OFFICER })
    .input(
      InZone.extend({
        name: z.string().trim().min(1).max(100),
        period_id: shapes.PeriodId,
        scheme_id: shapes.SchemeId,
        scheme_version: z.number().int().min(1),
        scope: shapes.Scope.default('all'),
        land_from_mu: shapes.Evaluation.shape.land_from_mu.default(null),
        land_below_mu: shapes.Evaluation.shape.land_below_mu.default(null),
      }),
    )
    .output(shapes.Evaluation),
  getEvaluation: route
    .route({
      method: 'GET',
      path: '/zones/{zone}/evaluations/{evaluation_id}',
      summary: '评价进展 · An evaluation',
    })
    .meta({ allow: WORKING_ROLES, token: 'results:read' })
    .input(EvaluationPath)
    .output(
      z.strictObject({
        evaluation: shapes.Evaluation,
        next: z.array(shapes.NextStep),
        steps: z.array(shapes.StepTaken),
      }),
    ),
  takeStep: route
    .route({
      method: 'POST',
      path: '/zones/{zone}/evaluations/{evaluation_id}/steps',
      summary: '推进评价流程 · Take a step',
      description: 'Freezing, computing and publishing run as a job; all other steps are done at once.',
    })
    .meta({ allow: STAFF })
    .input(
      EvaluationPath.extend({
        transition: Transition,
        version: z.number().int(),
        reason: z.string().trim().max(1000).optional(),
        /** Working days of the public notice. */
        notice_days: z.number().int().min(1).max(60).optional(),
      }),
    )
    .output(z.strictObject({ evaluation: shapes.Evaluation, job_id: Uuid.nullable() })),
};
