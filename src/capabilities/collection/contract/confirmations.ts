// What enterprises say about their figures of a period: all right, or disputes, which the office answers one by one.
import { z } from 'zod';
import { endpoint, InZone, pageOf, PageQuery } from '#core/endpoint.ts';
import { Uuid } from '#core/ids.ts';
import { FigureValue } from './imports.ts';
import { ItemId } from './items.ts';

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

export const confirmationsContract = {
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
