// What enterprises say about their figures of a period: all right, or disputes, which the office answers one by one.
import { z } from 'zod';
import { endpoint, InZone, pageOf, PageQuery } from '#core/endpoint.ts';
import { Uuid } from '#core/ids.ts';
import { FigureValue } from './imports.ts';
import { ItemId } from './items.ts';

const Claim = z.strictObject({
  item_id: ItemId,
  value: FigureValue,
  reason: z.string().trim().min(2).max(500),
});

/** What the office answered: whether the enterprise's figure was adopted, and why. */
const DisputeAnswer = z.strictObject({
  adopted: z.boolean(),
  text: z.string(),
  by: z.string(),
  at: z.iso.datetime(),
});

const Dispute = Claim.extend({ answer: DisputeAnswer.nullable() });
export type Dispute = z.infer<typeof Dispute>;

export const Confirmation = z.strictObject({
  enterprise_id: Uuid,
  /** Settled when every dispute was answered. */
  state: z.enum(['confirmed', 'disputed', 'settled']),
  figures_version: z.number().int(),
  disputes: z.array(Dispute),
  decided_at: z.iso.datetime(),
  /** The latest of the answers. */
  answer: z.string().nullable(),
  version: z.number().int(),
});
export type Confirmation = z.infer<typeof Confirmation>;

/** An enterprise that has figures of the period, and what it said about them; null: nothing yet. */
export const ConfirmationRow = z.strictObject({
  enterprise_id: Uuid,
  credit_code: z.string(),
  name: z.string(),
  said: Confirmation.nullable(),
});
export type ConfirmationRow = z.infer<typeof ConfirmationRow>;

export const Answered = z.enum([...Confirmation.shape.state.options, 'unanswered']);
export type Answered = z.infer<typeof Answered>;

export const ConfirmationQuery = PageQuery.extend({
  state: Answered.optional(),
  park_id: Uuid.optional(),
  scale: z.enum(['above_scale', 'below_scale']).optional(),
  /** Part of the name, or the beginning of the credit code. */
  search: z.string().trim().max(100).optional(),
});
export type ConfirmationQuery = z.infer<typeof ConfirmationQuery>;

export const ConfirmationList = pageOf(ConfirmationRow).extend({
  /** Enterprises of this park and scale by what they said, on all pages and whatever is searched for. */
  counts: z.record(Answered, z.number().int()),
});
export type ConfirmationList = z.infer<typeof ConfirmationList>;

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
        disputes: z.array(Claim).max(50).default([]),
      }),
    )
    .output(Confirmation),
  listConfirmations: route
    .route({
      method: 'GET',
      path: '/zones/{zone}/periods/{period_id}/confirmations',
      summary: '企业确认情况 · Confirmations',
      description:
        'Disputes first, then the answered ones, the confirmed ones, and those who said nothing yet.',
    })
    .meta({ allow: ['leader', 'evaluation_officer', 'park_manager', 'enterprise_user'] })
    .input(PeriodPath.extend(ConfirmationQuery.shape))
    .output(ConfirmationList),
  answerDispute: route
    .route({ method: 'POST', path: `${path}/answer`, summary: '答复一条异议 · Answer a dispute' })
    .meta({ allow: ['evaluation_officer'] })
    .input(
      EnterprisePath.extend({
        item_id: ItemId,
        adopt: z.boolean(),
        answer: z.string().trim().min(2).max(1000),
        version: z.number().int(),
      }),
    )
    .output(Confirmation),
};
