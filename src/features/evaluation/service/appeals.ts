// Use cases of appeals: an enterprise objects, one officer proposes a decision knowing what would follow, another signs.
import { beijingDay } from '#core/calendar/working-days.ts';
import { AppError } from '#core/app-error.ts';
import { recordEvent } from '#capabilities/audit/service/record.ts';
import { adoptFigures, checkValue } from '#capabilities/collection/service/figures.ts';
import { itemsHiddenFrom, listItems } from '#capabilities/collection/service/items.ts';
import { notifyEnterprise } from '#capabilities/notices/service.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Appeal, Correction, Effect, ListedAppeal } from '../contract/shapes.ts';
import { isOpen } from '../model/appeal-state.ts';
import {
  decideAppealRow,
  insertAppeal,
  proposeAppealRow,
  selectAppeal,
  selectAppeals,
  selectAppellants,
  sendBackAppealRow,
} from '../store/appeals.ts';
import { lockEvaluation, selectEvaluation } from '../store/evaluations.ts';
import { selectRunRow } from '../store/runs.ts';
import { effectOf, itemOf } from './appeal-effect.ts';
import { requireAllInputs } from './fields.ts';

export async function listAppeals(ctx: Ctx, evaluationId: string): Promise<{ items: ListedAppeal[] }> {
  const appeals = await asSeenBy(ctx, await selectAppeals(ctx, evaluationId));
  const names = await selectAppellants(ctx, evaluationId);
  return {
    items: appeals.map((appeal) => ({ ...appeal, name: names.get(appeal.appeal_id) ?? '' })),
  };
}

/** Without the figures claimed for items that are hidden from the reader. */
export async function asSeenBy(ctx: Ctx, appeals: readonly Appeal[]): Promise<Appeal[]> {
  const hidden = await itemsHiddenFrom(ctx);
  return appeals.map((appeal) => ({
    ...withinRole(ctx, appeal),
    corrections: appeal.corrections.filter(({ item_id }) => !hidden.has(item_id)),
  }));
}

/** What an appeal does to others, and what is not signed yet, is for those who decide it. */
function withinRole({ actor }: Ctx, appeal: Appeal): Appeal {
  if (actor.role === 'evaluation_officer' || actor.role === 'leader' || actor.role === 'system')
    return appeal;
  if (appeal.state === 'proposed') return { ...appeal, state: 'submitted', effect: null, proposal: null };
  return { ...appeal, effect: appeal.effect && { ...appeal.effect, others: [] } };
}

/** While the list is public for objection, against the run that was published. */
export async function submitAppeal(
  ctx: Ctx,
  input: { evaluation_id: string; enterprise_id: string; statement: string; corrections: Correction[] },
): Promise<Appeal> {
  const evaluation = await lockEvaluation(ctx, input.evaluation_id);
  if (evaluation === undefined) throw new AppError('evaluation_not_found');
  // The state stays until somebody takes the next step; the time to appeal does not.
  const ended = (evaluation.notice_until ?? '') < beijingDay(ctx.services.now());
  if (evaluation.state !== 'notice' || evaluation.run_id === null || ended)
    throw new AppError('appeal_outside_notice');
  const row = await selectRunRow(ctx, evaluation.run_id, input.enterprise_id);
  if (row === undefined) throw new AppError('result_not_found');
  const open = (await selectAppeals(ctx, input.evaluation_id)).some(
    (appeal) => appeal.enterprise_id === input.enterprise_id && isOpen(appeal),
  );
  if (open) throw new AppError('appeal_exists');
  const { items } = await listItems(ctx);
  for (const { item_id, value } of input.corrections) checkValue(itemOf(items, item_id), value);
  const appeal = await insertAppeal(ctx, {
    appeal_id: ctx.services.newId(),
    evaluation_id: input.evaluation_id,
    run_id: evaluation.run_id,
    enterprise_id: input.enterprise_id,
    statement: input.statement,
    corrections: input.corrections,
  });
  await recordEvent(ctx, {
    action: 'submit_appeal',
    object: ['appeal', appeal.appeal_id],
    details: { enterprise: input.enterprise_id, corrections: input.corrections },
  });
  return appeal;
}

export async function withdrawAppeal(
  ctx: Ctx,
  input: { appeal_id: string; version: number },
): Promise<Appeal> {
  if ((await selectAppeal(ctx, input.appeal_id)) === undefined) throw new AppError('appeal_not_found');
  const decision = { state: 'withdrawn' as const, effect: null, decision_reason: null };
  const appeal = await decideAppealRow(ctx, input, ['submitted', 'proposed'], decision);
  if (appeal === undefined) throw new AppError('changed_meanwhile');
  await recordEvent(ctx, { action: 'withdraw_appeal', object: ['appeal', appeal.appeal_id] });
  return withinRole(ctx, appeal);
}

/** What would follow if the appeal were accepted. Nothing is changed. */
export async function tryAppeal(ctx: Ctx, id: string): Promise<Effect> {
  const appeal = await selectAppeal(ctx, id);
  if (appeal === undefined) throw new AppError('appeal_not_found');
  await requireClaims(ctx, appeal);
  return effectOf(ctx, appeal);
}

/** Nobody tries or signs figures that are hidden from them. */
const requireClaims = (ctx: Ctx, { corrections }: Appeal): Promise<void> =>
  requireAllInputs(
    ctx,
    corrections.map(({ item_id }) => item_id),
  );

/** Proposes a decision with its reasons, and keeps the effect the officer saw. Nothing follows before it is signed. */
export async function decideAppeal(
  ctx: Ctx,
  input: { appeal_id: string; decision: 'accepted' | 'rejected'; reason: string; version: number },
): Promise<Appeal> {
  const before = await openAppeal(ctx, input.appeal_id);
  if (before.submitted_by === ctx.actor.userId) throw new AppError('another_person_needed');
  if (before.state !== 'submitted' || before.version !== input.version)
    throw new AppError('changed_meanwhile');
  const effect = await effectOf(ctx, before);
  const appeal = await proposeAppealRow(ctx, input, { ...input, effect });
  if (appeal === undefined) throw new AppError('changed_meanwhile');
  await recordEvent(ctx, {
    action: 'decide_appeal',
    object: ['appeal', appeal.appeal_id],
    details: {
      decision: input.decision,
      reason: input.reason,
      class: `${effect.own.class_before} → ${effect.own.class_after}`,
      others: effect.others.length,
    },
  });
  return appeal;
}

type Signature = {
  readonly appeal_id: string;
  readonly signature: 'signed' | 'sent_back';
  readonly reason?: string | undefined;
  readonly version: number;
};

/** Somebody else signs what was proposed, and it takes effect; or sends it back with a reason. */
export async function signAppeal(ctx: Ctx, input: Signature): Promise<Appeal> {
  const before = await openAppeal(ctx, input.appeal_id);
  const { proposal } = before;
  if (proposal === null || before.version !== input.version) throw new AppError('changed_meanwhile');
  if (proposal.by === ctx.actor.userId || before.submitted_by === ctx.actor.userId)
    throw new AppError('another_person_needed');
  if (input.signature === 'sent_back') return sendBack(ctx, input);
  await requireClaims(ctx, before);
  const decision = { state: proposal.decision, effect: before.effect, decision_reason: proposal.reason };
  const appeal = await decideAppealRow(ctx, input, ['proposed'], decision);
  if (appeal === undefined) throw new AppError('changed_meanwhile');
  await recordEvent(ctx, {
    action: 'sign_appeal',
    object: ['appeal', appeal.appeal_id],
    details: { decision: proposal.decision, proposed_by: proposal.by, reason: input.reason ?? '' },
  });
  if (appeal.state === 'accepted') await adopt(ctx, appeal, proposal.reason);
  await notifyEnterprise(ctx, appeal.enterprise_id, {
    code: appeal.state === 'accepted' ? 'appeal_accepted' : 'appeal_rejected',
    params: { reason: proposal.reason },
  });
  return appeal;
}

async function sendBack(ctx: Ctx, input: Signature): Promise<Appeal> {
  if (input.reason === undefined) throw new AppError('appeal_sent_back_without_reason');
  const appeal = await sendBackAppealRow(ctx, input);
  if (appeal === undefined) throw new AppError('changed_meanwhile');
  await recordEvent(ctx, {
    action: 'send_back_appeal',
    object: ['appeal', appeal.appeal_id],
    details: { reason: input.reason },
  });
  // Sending back takes no right to see what was claimed.
  const [seen = appeal] = await asSeenBy(ctx, [appeal]);
  return seen;
}

async function adopt(ctx: Ctx, appeal: Appeal, reason: string): Promise<void> {
  const evaluation = await selectEvaluation(ctx, appeal.evaluation_id);
  if (evaluation === undefined) throw new AppError('evaluation_not_found');
  const figures = Object.fromEntries(appeal.corrections.map(({ item_id, value }) => [item_id, value]));
  const which = { period_id: evaluation.period_id, enterprise_id: appeal.enterprise_id };
  await adoptFigures(ctx, which, figures, reason);
}

/** Of an evaluation in which appeals are still decided; nobody else changes it meanwhile. */
async function openAppeal(ctx: Ctx, id: string): Promise<Appeal> {
  const appeal = await selectAppeal(ctx, id);
  if (appeal === undefined) throw new AppError('appeal_not_found');
  const evaluation = await lockEvaluation(ctx, appeal.evaluation_id);
  if (evaluation?.state !== 'appeals' && evaluation?.state !== 'notice')
    throw new AppError('appeal_too_late_conflict');
  return appeal;
}
