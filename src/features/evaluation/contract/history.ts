// One enterprise over the years: classes, scores, indicators beside those of others, appeals, confirmations, receipts.
import { z } from 'zod';
import { InZone } from '#core/endpoint.ts';
import { Uuid } from '#core/ids.ts';
import { WORKING_ROLES } from '#core/roles.ts';
import { EvaluationState } from './lifecycle.ts';
import { IndicatorField } from './fields.ts';
import { route } from './paths.ts';
import { Appeal, Publication, Scope } from './shapes.ts';

/** An indicator of the enterprise, and the medians of those it is compared with; null where too few have a value. */
export const IndicatorYear = IndicatorField.extend({
  value: z.number().nullable(),
  points: z.number().nullable(),
  /** Same first two digits of the industry. */
  industry_median: z.number().nullable(),
  park_median: z.number().nullable(),
  pool_median: z.number().nullable(),
});
export type IndicatorYear = z.infer<typeof IndicatorYear>;

export const EnterpriseYear = z.strictObject({
  period_id: z.string(),
  evaluation_id: Uuid,
  evaluation_name: z.string(),
  scope: Scope,
  state: EvaluationState,
  run_id: Uuid,
  published: z.boolean(),
  class: z.string().nullable(),
  final_class: z.string().nullable(),
  score: z.number().nullable(),
  rank: z.number().int().nullable(),
  pool: z.string().nullable(),
  /** Ranked enterprises in the pool. */
  pool_size: z.number().int(),
  /** Consecutive years in D at the end of the period; 0 until the list is final. */
  years_in_d: z.number().int(),
  indicators: z.array(IndicatorYear),
  /** Lists with the enterprise on them, the latest first: each has a receipt. */
  publications: z.array(
    Publication.pick({ publication_id: true, kind: true, title: true, published_at: true }),
  ),
  /** Null when the enterprise said nothing yet. */
  confirmation: z.enum(['confirmed', 'disputed', 'settled']).nullable(),
});
export type EnterpriseYear = z.infer<typeof EnterpriseYear>;

export const EnterpriseHistory = z.strictObject({
  enterprise_id: Uuid,
  credit_code: z.string(),
  name: z.string(),
  park_id: Uuid.nullable(),
  park_name: z.string().nullable(),
  industry_code: z.string().nullable(),
  industry_name: z.string().nullable(),
  /** The latest period first. */
  periods: z.array(EnterpriseYear),
  appeals: z.array(Appeal),
});
export type EnterpriseHistory = z.infer<typeof EnterpriseHistory>;

export const historyContract = {
  getEnterpriseHistory: route
    .route({
      method: 'GET',
      path: '/zones/{zone}/enterprises/{enterprise_id}/history',
      summary: '企业历年评价 · An enterprise over the years',
      description:
        'Official runs only; what is not on a public list yet is for those who run the evaluation.',
    })
    .meta({ allow: WORKING_ROLES })
    .input(InZone.extend({ enterprise_id: Uuid }))
    .output(EnterpriseHistory),
};
