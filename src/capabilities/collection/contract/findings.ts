// Findings of checks: what looks wrong about a figure, and what people decided about it.
import { z } from 'zod';
import { endpoint, InZone, pageOf, PageQuery } from '#core/endpoint.ts';
import { Uuid } from '#core/ids.ts';
import { ItemId } from './items.ts';

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
  decided_at: z.iso.datetime().nullable(),
  version: z.number().int(),
});
export type Finding = z.infer<typeof Finding>;

/** Which finding, as its reader saw it. */
export const FindingRef = z.strictObject({
  enterprise_id: Uuid,
  item_id: ItemId,
  code: z.string().max(60),
  version: z.number().int(),
});
export type FindingRef = z.infer<typeof FindingRef>;

/** `open` opens it again. */
export const FindingDecision = z.object({
  state: z.enum(['explained', 'accepted', 'open']),
  reason: z.string().trim().min(2).max(500),
});
export type FindingDecision = z.infer<typeof FindingDecision>;

const route = endpoint.$route({ tags: ['figures'] });
const PeriodPath = InZone.extend({ period_id: z.string().max(10) });
const path = '/zones/{zone}/periods/{period_id}' as const;

export const findingsContract = {
  runChecks: route
    .route({ method: 'POST', path: `${path}/checks`, summary: '数据核查 · Run checks', successStatus: 202 })
    .meta({ allow: ['evaluation_officer', 'data_officer'] })
    .input(PeriodPath)
    .output(z.strictObject({ job_id: Uuid })),
  listFindings: route
    .route({ method: 'GET', path: `${path}/findings`, summary: '核查疑点 · Findings' })
    .meta({ allow: ['leader', 'evaluation_officer', 'data_officer', 'park_manager', 'enterprise_user'] })
    .input(
      PeriodPath.extend(PageQuery.shape).extend({
        state: FindingState.optional(),
        item_id: ItemId.optional(),
      }),
    )
    .output(pageOf(Finding)),
  decideFinding: route
    .route({ method: 'POST', path: `${path}/findings/decide`, summary: '处理疑点 · Decide a finding' })
    .meta({ allow: ['evaluation_officer', 'data_officer'] })
    .input(PeriodPath.extend(FindingRef.shape).extend(FindingDecision.shape))
    .output(Finding),
  decideFindings: route
    .route({
      method: 'POST',
      path: `${path}/findings/decide-many`,
      summary: '批量处理疑点 · Decide findings',
      description:
        'All or none: where one was changed meanwhile, the answer names it and nothing is decided.',
    })
    .meta({ allow: ['evaluation_officer', 'data_officer'] })
    .input(PeriodPath.extend(FindingDecision.shape).extend({ findings: z.array(FindingRef).min(1).max(500) }))
    .output(z.strictObject({ items: z.array(Finding) })),
};
