// What waits for the caller, whatever the role: one line per kind of work, with where to go.
import { z } from 'zod';
import { InZone } from '#core/endpoint.ts';
import { Uuid } from '#core/ids.ts';
import { route } from './paths.ts';

/**
 * Kind, and what `ids` name: office_task tasks · staged_import imports · open_finding enterprises · dispute enterprises ·
 * appeal_to_decide, appeal_to_sign appeals · adjustment_to_decide adjustments · correction_to_sign corrections of lists ·
 * scheme_to_decide `scheme_id/version` · step_to_take transitions · confirmation_to_give enterprises · membership_to_grant users.
 */
const WaitingKind = z.enum([
  'office_task',
  'staged_import',
  'open_finding',
  'dispute',
  'appeal_to_decide',
  'appeal_to_sign',
  'adjustment_to_decide',
  'correction_to_sign',
  'scheme_to_decide',
  'step_to_take',
  'confirmation_to_give',
  'membership_to_grant',
]);

export const WaitingWork = z.strictObject({
  kind: WaitingKind,
  count: z.number().int().min(1),
  /** The nearest day by which it is due. */
  due_on: z.iso.date().nullable(),
  period_id: z.string().nullable(),
  evaluation_id: Uuid.nullable(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  /** The first twenty. */
  ids: z.array(z.string()).max(20),
});
export type WaitingWork = z.infer<typeof WaitingWork>;

export const waitingContract = {
  listWaiting: route
    .route({ method: 'GET', path: '/zones/{zone}/tasks-for-me', summary: '我的待办 · What waits for me' })
    .meta({ allow: 'signed_in' })
    .input(InZone)
    .output(z.strictObject({ items: z.array(WaitingWork) })),
};
