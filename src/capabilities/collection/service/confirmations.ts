// Use cases of confirmation: enterprises confirm their figures or dispute them, the office answers.
import { AppError } from '#core/app-error.ts';
import { recordEvent } from '#capabilities/audit/service/record.ts';
import type { Ctx } from '#platform/ctx.ts';
import { pageFrom } from '#platform/db/cursor.ts';
import type { Confirmation } from '../contract/confirmations.ts';
import type { FigureValue } from '../contract/imports.ts';
import {
  saveConfirmation,
  selectConfirmation,
  selectConfirmations,
  settleConfirmation,
} from '../store/confirmations.ts';
import { selectItems } from '../store/items.ts';
import { adoptFigures, checkValue, getFigures } from './figures.ts';
import { requireItem } from './rights.ts';

type Which = { readonly period_id: string; readonly enterprise_id: string };

/** No disputes means confirmed. What was confirmed is the version of the figures the enterprise saw. */
export async function confirmFigures(
  ctx: Ctx,
  input: Which & {
    figures_version: number;
    disputes: { item_id: string; value: FigureValue; reason: string }[];
  },
): Promise<Confirmation> {
  const sheet = await getFigures(ctx, input);
  if (sheet.version !== input.figures_version) throw new AppError('changed_meanwhile');
  const items = await selectItems(ctx);
  for (const { item_id, value } of input.disputes) checkValue(requireItem(items, item_id), value);
  const saved = await saveConfirmation(ctx, input.period_id, {
    enterprise_id: input.enterprise_id,
    state: input.disputes.length === 0 ? 'confirmed' : 'disputed',
    figures_version: input.figures_version,
    disputes: input.disputes,
  });
  await recordEvent(ctx, {
    action: input.disputes.length === 0 ? 'confirm_figures' : 'dispute_figures',
    object: ['enterprise', input.enterprise_id],
    details: { period: input.period_id, disputes: input.disputes },
  });
  return saved;
}

/** The office adopts the enterprise's values, or keeps its own and says why. */
export async function answerDispute(
  ctx: Ctx,
  input: Which & { adopt: boolean; answer: string; version: number },
): Promise<Confirmation> {
  const disputed = await selectConfirmation(ctx, input.period_id, input.enterprise_id);
  if (disputed?.state !== 'disputed') throw new AppError('dispute_not_found');
  const settled = await settleConfirmation(
    ctx,
    input.period_id,
    input.enterprise_id,
    input.answer,
    input.version,
  );
  if (settled === undefined) throw new AppError('changed_meanwhile');
  if (input.adopt) {
    const figures = Object.fromEntries(disputed.disputes.map(({ item_id, value }) => [item_id, value]));
    await adoptFigures(ctx, input, figures, input.answer);
  }
  await recordEvent(ctx, {
    action: 'answer_dispute',
    object: ['enterprise', input.enterprise_id],
    details: { period: input.period_id, adopted: input.adopt, answer: input.answer },
  });
  return settled;
}

export async function listConfirmations(
  ctx: Ctx,
  input: {
    period_id: string;
    limit: number;
    cursor?: string | undefined;
    state?: Confirmation['state'] | undefined;
  },
): Promise<{ items: Confirmation[]; next: string | null }> {
  if (input.cursor !== undefined && !/^[0-9a-f-]{36}$/.test(input.cursor))
    throw new AppError('cursor_not_understood');
  const rows = await selectConfirmations(ctx, input.period_id, { ...input, after: input.cursor });
  return pageFrom(rows, input.limit, (row) => row.enterprise_id);
}

/** Null when the enterprise said nothing about its figures of the period. */
export async function confirmationState(
  ctx: Ctx,
  period: string,
  enterpriseId: string,
): Promise<Confirmation['state'] | null> {
  return (await selectConfirmation(ctx, period, enterpriseId))?.state ?? null;
}
