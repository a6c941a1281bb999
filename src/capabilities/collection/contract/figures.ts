// The figures of an enterprise in three layers, their history, the findings about them, and what the enterprise says.
import { z } from 'zod';
import { endpoint, InZone, pageOf, PageQuery } from '#core/endpoint.ts';
import { Uuid } from '#core/ids.ts';
import { WORKING_ROLES } from '#core/roles.ts';
import { FigureValue, Layer } from './imports.ts';
import { ItemId } from './items.ts';

const Value = FigureValue.nullable();

export const FigureLine = z.strictObject({
  item_id: ItemId,
  name: z.string(),
  unit: z.string().nullable(),
  declared: Value,
  verified: Value,
  adopted: Value,
  /** What counts: adopted, else verified, else declared where the item has no source office. */
  effective: Value,
  effective_layer: Layer.nullable(),
});
export type FigureLine = z.infer<typeof FigureLine>;

export const FigureSheet = z.strictObject({
  enterprise_id: Uuid,
  period_id: z.string(),
  version: z.number().int(),
  lines: z.array(FigureLine),
});
export type FigureSheet = z.infer<typeof FigureSheet>;

/** One change of one figure: who, when, why, and from which cell of which file. */
export const FigureChange = z.strictObject({
  /** Whose record it was: that of a merged enterprise, where the figure came over from it. */
  enterprise_id: Uuid,
  version: z.number().int(),
  layer: Layer,
  from: Value,
  to: Value,
  changed_by: z.string(),
  changed_at: z.iso.datetime(),
  reason: z.string().nullable(),
  import_id: Uuid.nullable(),
  file_name: z.string().nullable(),
  row_number: z.number().int().nullable(),
  column: z.string().nullable(),
});
export type FigureChange = z.infer<typeof FigureChange>;

const FindingState = z.enum(['open', 'explained', 'accepted', 'fixed']);

export const Finding = z.strictObject({
  enterprise_id: Uuid,
  item_id: z.string(),
  code: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  state: FindingState,
  reason: z.string().nullable(),
  decided_by: z.string().nullable(),
  version: z.number().int(),
});
export type Finding = z.infer<typeof Finding>;

const Dispute = z.strictObject({
  item_id: ItemId,
  value: FigureValue,
  reason: z.string().trim().min(2).max(500),
});

export const Confirmation = z.strictObject({
  enterprise_id: Uuid,
  state: z.enum(['confirmed', 'disputed', 'settled']),
  figures_version: z.number().int(),
  disputes: z.array(Dispute),
  decided_at: z.iso.datetime(),
  answer: z.string().nullable(),
  version: z.number().int(),
});
export type Confirmation = z.infer<typeof Confirmation>;

const route = endpoint.$route({ tags: ['figures'] });
const PeriodPath = InZone.extend({ period_id: z.string().max(10) });
const EnterprisePath = PeriodPath.extend({ enterprise_id: Uuid });
const path = '/zones/{zone}/periods/{period_id}/enterprises/{enterprise_id}' as const;

export const figuresContract = {
  getFigures: route
    .route({ method: 'GET', path: `${path}/figures`, summary: '企业数据（三层） · Figures of an enterprise' })
    .meta({ allow: WORKING_ROLES })
    .input(EnterprisePath)
    .output(FigureSheet),
  listFigureChanges: route
    .route({
      method: 'GET',
      path: `${path}/figures/{item_id}/changes`,
      summary: '数据修改痕迹 · History of a figure',
    })
    .meta({ allow: WORKING_ROLES })
    .input(EnterprisePath.extend({ item_id: ItemId }))
    .output(z.strictObject({ items: z.array(FigureChange) })),
  setFigure: route
    .route({ method: 'PUT', path: `${path}/figures/{item_id}`, summary: '更正单个数据 · Correct one figure' })
    .meta({ allow: ['evaluation_officer', 'data_officer', 'enterprise_user'] })
    .input(
      EnterprisePath.extend({
        item_id: ItemId,
        value: Value,
        reason: z.string().trim().min(2).max(500),
        version: z.number().int(),
      }),
    )
    .output(FigureSheet),
  runChecks: route
    .route({
      method: 'POST',
      path: '/zones/{zone}/periods/{period_id}/checks',
      summary: '数据核查 · Run checks',
      successStatus: 202,
    })
    .meta({ allow: ['evaluation_officer', 'data_officer'] })
    .input(PeriodPath)
    .output(z.strictObject({ job_id: Uuid })),
  listFindings: route
    .route({
      method: 'GET',
      path: '/zones/{zone}/periods/{period_id}/findings',
      summary: '核查疑点 · Findings',
    })
    .meta({ allow: ['leader', 'evaluation_officer', 'data_officer', 'park_manager', 'enterprise_user'] })
    .input(
      PeriodPath.extend(PageQuery.shape).extend({
        state: FindingState.optional(),
        item_id: ItemId.optional(),
      }),
    )
    .output(pageOf(Finding)),
  decideFinding: route
    .route({
      method: 'POST',
      path: '/zones/{zone}/periods/{period_id}/findings/decide',
      summary: '处理疑点 · Decide a finding',
    })
    .meta({ allow: ['evaluation_officer', 'data_officer'] })
    .input(
      EnterprisePath.extend({
        item_id: ItemId,
        code: z.string().max(60),
        state: z.enum(['explained', 'accepted', 'open']),
        reason: z.string().trim().min(2).max(500),
        version: z.number().int(),
      }),
    )
    .output(Finding),
  confirmFigures: route
    .route({ method: 'POST', path: `${path}/confirm`, summary: '企业确认或提出异议 · Confirm or dispute' })
    .meta({ allow: ['enterprise_user'] })
    .input(
      EnterprisePath.extend({
        figures_version: z.number().int(),
        disputes: z.array(Dispute).max(50).default([]),
      }),
    )
    .output(Confirmation),
  listConfirmations: route
    .route({
      method: 'GET',
      path: '/zones/{zone}/periods/{period_id}/confirmations',
      summary: '企业确认情况 · Confirmations',
    })
    .meta({ allow: ['leader', 'evaluation_officer', 'park_manager', 'enterprise_user'] })
    .input(PeriodPath.extend(PageQuery.shape).extend({ state: Confirmation.shape.state.optional() }))
    .output(pageOf(Confirmation)),
  answerDispute: route
    .route({ method: 'POST', path: `${path}/answer`, summary: '答复异议 · Answer a dispute' })
    .meta({ allow: ['evaluation_officer'] })
    .input(
      EnterprisePath.extend({
        adopt: z.boolean(),
        answer: z.string().trim().min(2).max(1000),
        version: z.number().int(),
      }),
    )
    .output(Confirmation),
};
