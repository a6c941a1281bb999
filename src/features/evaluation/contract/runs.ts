// Runs and their results: lists, explanations, comparisons, proofs.
import { z } from 'zod';
import { pageOf, PageQuery } from '#core/endpoint.ts';
import { Uuid } from '#core/ids.ts';
import { WORKING_ROLES } from '#core/roles.ts';
import { EvaluationPath, JobStarted, route, RunPath, STAFF } from './paths.ts';
import * as shapes from './shapes.ts';

const ResultFilter = z.object({
  class: z.string().max(20).optional(),
  park_id: Uuid.optional(),
  industry: z.string().max(8).optional(),
  search: z.string().trim().max(100).optional(),
});

export const runsContract = {
  listRuns: route
    .route({
      method: 'GET',
      path: '/zones/{zone}/evaluations/{evaluation_id}/runs',
      summary: '历次计算 · Runs',
    })
    .meta({ allow: WORKING_ROLES })
    .input(EvaluationPath)
    .output(z.strictObject({ items: z.array(shapes.Run) })),
  compareWithScheme: route
    .route({
      method: 'POST',
      path: '/zones/{zone}/evaluations/{evaluation_id}/comparisons',
      summary: '换方案试算 · Try another scheme',
      successStatus: 202,
    })
    .meta({ allow: STAFF })
    .input(EvaluationPath.extend({ scheme_id: shapes.SchemeId, scheme_version: z.number().int() }))
    .output(JobStarted),
  compareRuns: route
    .route({
      method: 'GET',
      path: '/zones/{zone}/runs/{run_id}/moves',
      summary: '与另一次计算比较 · Compare two runs',
    })
    .meta({ allow: STAFF })
    .input(RunPath.extend({ with: Uuid }))
    .output(
      z.strictObject({
        up: z.number().int(),
        down: z.number().int(),
        same: z.number().int(),
        entered: z.number().int(),
        left: z.number().int(),
        moves: z.array(shapes.Move),
      }),
    ),
  getRun: route
    .route({ method: 'GET', path: '/zones/{zone}/runs/{run_id}', summary: '计算结果概览 · A run' })
    .meta({ allow: WORKING_ROLES, token: 'results:read' })
    .input(RunPath)
    .output(shapes.Run),
  listResults: route
    .route({ method: 'GET', path: '/zones/{zone}/runs/{run_id}/results', summary: '评价结果 · Results' })
    .meta({ allow: WORKING_ROLES, token: 'results:read' })
    .input(RunPath.extend(PageQuery.shape).extend(ResultFilter.shape))
    .output(pageOf(shapes.ResultRow)),
  exportResults: route
    .route({
      method: 'GET',
      path: '/zones/{zone}/runs/{run_id}/results/export',
      summary: '导出结果（CSV、XLSX） · Export results',
    })
    .meta({ allow: WORKING_ROLES, token: 'results:read', raw: true })
    .input(RunPath.extend(ResultFilter.shape).extend({ format: z.enum(['csv', 'xlsx']).default('xlsx') })),
  explainResult: route
    .route({
      method: 'GET',
      path: '/zones/{zone}/runs/{run_id}/results/{enterprise_id}',
      summary: '得分说明 · Why this score',
    })
    .meta({ allow: WORKING_ROLES })
    .input(RunPath.extend({ enterprise_id: Uuid }))
    .output(shapes.Explanation),
  listFrozenFigures: route
    .route({
      method: 'GET',
      path: '/zones/{zone}/runs/{run_id}/results/{enterprise_id}/figures',
      summary: '评价采用数据 · Figures the result came from',
      description: 'As they were frozen for the run, whatever was changed since.',
    })
    .meta({ allow: WORKING_ROLES })
    .input(RunPath.extend({ enterprise_id: Uuid }))
    .output(z.strictObject({ items: z.array(shapes.FrozenFigure) })),
  verifyRun: route
    .route({
      method: 'GET',
      path: '/zones/{zone}/runs/{run_id}/verify',
      summary: '核验库内结果 · Verify a stored run',
    })
    .meta({ allow: ['leader', 'evaluation_officer', 'audit_admin'] })
    .input(RunPath)
    .output(
      z.strictObject({
        ok: z.boolean(),
        fault: z.enum(['not_computable', 'hash', 'result', 'row']).nullable(),
        position: z.number().int().nullable(),
      }),
    ),
  downloadCapsule: route
    .route({
      method: 'GET',
      path: '/zones/{zone}/runs/{run_id}/capsule',
      summary: '下载运行凭证包 · Capsule of a run',
    })
    .meta({ allow: ['leader', 'evaluation_officer', 'audit_admin'], raw: true })
    .input(RunPath),
};
