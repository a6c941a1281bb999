// Manual changes of class: proposed with a reason, decided by somebody else, and part of every later run.
import { AppError } from '#core/app-error.ts';
import { recordEvent } from '#capabilities/audit/service/record.ts';
import type { Ctx } from '#platform/ctx.ts';
import { isUniqueViolation } from '#platform/db/violations.ts';
import type { Adjustment } from '../contract/shapes.ts';
import {
  decideAdjustmentRow,
  insertAdjustment,
  selectAdjustment,
  selectAdjustments,
} from '../store/adjustments.ts';
import { lockEvaluation } from '../store/evaluations.ts';
import { selectRunRow } from '../store/runs.ts';
import { getRun } from './runs.ts';
import { planOfVersion } from './schemes.ts';

export async function listAdjustments(ctx: Ctx, runId: string): Promise<{ items: Adjustment[] }> {
  const { evaluation_id: evaluation } = await getRun(ctx, runId);
  return { items: await selectAdjustments(ctx, evaluation) };
}

export async function proposeAdjustment(
  ctx: Ctx,
  input: { run_id: string; enterprise_id: string; to_class: string; reason: string },
): Promise<Adjustment> {
  const run = await getRun(ctx, input.run_id);
  const evaluation = await lockEvaluation(ctx, run.evaluation_id);
  // Once reviewed, what counts is what the reviewer saw.
  if (evaluation?.state !== 'computed' || evaluation.run_id !== input.run_id)
    throw new AppError('adjustment_too_late_conflict');
  const row = await selectRunRow(ctx, input.run_id, input.enterprise_id);
  if (row === undefined) throw new AppError('result_not_found');
  const classes = (await planOfVersion(ctx, run)).classes?.all ?? [];
  if (!classes.includes(input.to_class))
    throw new AppError('adjustment_class_unknown', { class: input.to_class, classes: classes.join('、') });
  const values = {
    adjustment_id: ctx.services.newId(),
    run_id: input.run_id,
    enterprise_id: input.enterprise_id,
    from_class: row.final_class ?? '',
    to_class: input.to_class,
    reason: input.reason,
  };
  const saved = await insertAdjustment(ctx, run.evaluation_id, values).catch((error: unknown) => {
    throw isUniqueViolation(error) ? new AppError('adjustment_exists') : error;
  });
  await recordEvent(ctx, {
    action: 'propose_adjustment',
    object: ['enterprise', input.enterprise_id],
    details: { run: input.run_id, from: values.from_class, to: input.to_class, reason: input.reason },
  });
  return saved;
}

export async function decideAdjustment(
  ctx: Ctx,
  input: { adjustment_id: string; decision: 'approved' | 'refused'; reason: string; version: number },
): Promise<Adjustment> {
  const before = await selectAdjustment(ctx, input.adjustment_id);
  if (before === undefined) throw new AppError('adjustment_not_found');
  if (before.proposed_by === ctx.actor.userId) throw new AppError('another_person_needed');
  const evaluation = await lockEvaluation(ctx, before.evaluation_id);
  if (evaluation?.state !== 'computed') throw new AppError('adjustment_too_late_conflict');
  const saved = await decideAdjustmentRow(ctx, input, { state: input.decision, reason: input.reason });
  if (saved === undefined) throw new AppError('changed_meanwhile');
  await recordEvent(ctx, {
    action: 'decide_adjustment',
    object: ['enterprise', saved.enterprise_id],
    details: { decision: input.decision, from: saved.from_class, to: saved.to_class, reason: input.reason },
  });
  return saved;
}
