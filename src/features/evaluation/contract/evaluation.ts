// Everything the evaluation offers.
import { z } from 'zod';
import { endpoint, InZone, pageOf, PageQuery } from '#core/endpoint.ts';
import { Uuid } from '#core/ids.ts';
import { WORKING_ROLES } from '#core/roles.ts';
import { Receipt } from '#engine/proof/receipt.ts';
import { Transition } from '../model/lifecycle.ts';
import * as shapes from './shapes.ts';

const route = endpoint.$route({ tags: ['evaluation'] });
const OFFICER = ['evaluation_officer'] as const;
const STAFF = ['leader', 'evaluation_officer'] as const;
const Job = z.strictObject({ job_id: Uuid });
const Reason = z.string().trim().min(2).max(1000);

const SchemePath = InZone.extend({ scheme_id: shapes.SchemeId, version: z.coerce.number().int().min(1) });
const EvaluationPath = InZone.extend({ evaluation_id: Uuid });
const RunPath = InZone.extend({ run_id: Uuid });
const PublicationPath = InZone.extend({ publication_id: Uuid });

const ResultFilter = z.object({
  class: z.string().max(20).optional(),
  park_id: Uuid.optional(),
  industry: z.string().max(8).optional(),
  search: z.string().trim().max(100).optional(),
});

export const evaluationContract = {
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
    .output(Job),
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

  listAppeals: route
    .route({
      method: 'GET',
      path: '/zones/{zone}/evaluations/{evaluation_id}/appeals',
      summary: '申诉 · Appeals',
    })
    .meta({ allow: ['leader', 'evaluation_officer', 'park_manager', 'enterprise_user'] })
    .input(EvaluationPath)
    .output(z.strictObject({ items: z.array(shapes.Appeal) })),
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

  listPublications: route
    .route({ method: 'GET', path: '/zones/{zone}/publications', summary: '公示与公布 · Publications' })
    .meta({ allow: 'public' })
    .input(InZone)
    .output(z.strictObject({ items: z.array(shapes.Publication) })),
  listPublishedRows: route
    .route({
      method: 'GET',
      path: '/zones/{zone}/publications/{publication_id}/rows',
      summary: '公布名单 · Published list',
    })
    .meta({ allow: 'public' })
    .input(PublicationPath.extend(PageQuery.shape).extend({ class: z.string().max(20).optional() }))
    .output(pageOf(shapes.PublicRow)),
  getReceipt: route
    .route({
      method: 'GET',
      path: '/zones/{zone}/publications/{publication_id}/receipts/{enterprise_id}',
      summary: '核验凭据 · Receipt of a published row',
    })
    .meta({ allow: WORKING_ROLES })
    .input(PublicationPath.extend({ enterprise_id: Uuid }))
    .output(Receipt),
  correctPublication: route
    .route({
      method: 'POST',
      path: '/zones/{zone}/publications/{publication_id}/correct',
      summary: '公布后更正 · Correct a published list',
      description:
        'Freezes and computes anew with the figures as they are now, and publishes beside the old list.',
      successStatus: 202,
    })
    .meta({ allow: OFFICER })
    .input(PublicationPath.extend({ reason: Reason }))
    .output(Job),
};
