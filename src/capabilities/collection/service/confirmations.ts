// Use cases of confirmation: enterprises confirm their figures or dispute them, the office answers.
import { AppError } from '#core/app-error.ts';
import { recordEvent } from '#capabilities/audit/service/record.ts';
import { notifyEnterprise } from '#capabilities/notices/service.ts';
import { getPeriod } from '#capabilities/registry/service/places.ts';
import type { Ctx } from '#platform/ctx.ts';
import { pageFrom, readCursor, writeCursor } from '#platform/db/cursor.ts';
import type { Confirmation, ConfirmationList, ConfirmationQuery } from '../contract/confirmations.ts';
import type { FigureValue } from '../contract/imports.ts';
import { countAsked, selectAsked } from '../store/confirmation-list.ts';
import { saveAnswer, saveConfirmation, selectConfirmation, selectWordsOf } from '../store/confirmations.ts';
import { selectItems } from '../store/items.ts';
import { adoptFigures, checkValue, figuresVersion } from './figures.ts';
import { itemsHiddenFrom } from './items.ts';
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
  if ((await figuresVersion(ctx, input)) !== input.figures_version) throw new AppError('changed_meanwhile');
  const items = await selectItems(ctx);
  for (const { item_id, value } of input.disputes) checkValue(requireItem(items, item_id), value);
  const saved = await saveConfirmation(ctx, input.period_id, {
    enterprise_id: input.enterprise_id,
    state: input.disputes.length === 0 ? 'confirmed' : 'disputed',
    figures_version: input.figures_version,
    disputes: input.disputes.map((dispute) => ({ ...dispute, answer: null })),
  });
  await recordEvent(ctx, {
    action: input.disputes.length === 0 ? 'confirm_figures' : 'dispute_figures',
    object: ['enterprise', input.enterprise_id],
    details: { period: input.period_id, disputes: input.disputes },
  });
  return saved;
}

/** One of the disputes: the office adopts the enterprise's value, or keeps its own, and says why. The enterprise is told. */
export async function answerDispute(
  ctx: Ctx,
  input: Which & { item_id: string; adopt: boolean; answer: string; version: number },
): Promise<Confirmation> {
  const { period_id: period, enterprise_id, item_id, adopt, answer, version } = input;
  const said = await selectConfirmation(ctx, period, enterprise_id);
  const disputed = said?.disputes.find((dispute) => dispute.item_id === item_id && dispute.answer === null);
  if (said?.state !== 'disputed' || disputed === undefined) throw new AppError('dispute_not_found');
  const item = requireItem(await selectItems(ctx), item_id);
  const given = {
    adopted: adopt,
    text: answer,
    by: ctx.actor.userId,
    at: ctx.services.now().toISOString(),
  };
  const disputes = said.disputes.map((one) => (one === disputed ? { ...one, answer: given } : one));
  const state = disputes.every((one) => one.answer !== null) ? 'settled' : 'disputed';
  const saved = await saveAnswer(ctx, period, { enterprise_id, state, disputes, answer, version });
  if (saved === undefined) throw new AppError('changed_meanwhile');
  if (adopt) await adoptFigures(ctx, input, { [item_id]: disputed.value }, answer);
  await notifyEnterprise(ctx, enterprise_id, {
    code: 'dispute_answered',
    params: { item: item.name, answer },
    link: `/z/${ctx.zone}/confirmations?period=${period}&enterprise=${enterprise_id}`,
  });
  await recordEvent(ctx, {
    action: 'answer_dispute',
    object: ['enterprise', enterprise_id],
    details: { period, item: item_id, value: disputed.value, adopted: adopt, answer },
  });
  return saved;
}

export async function listConfirmations(
  ctx: Ctx,
  input: ConfirmationQuery & { period_id: string },
): Promise<ConfirmationList> {
  await getPeriod(ctx, input.period_id);
  const cursor = input.cursor === undefined ? undefined : readCursor(input.cursor);
  const after = cursor && { key: String(cursor.key), id: cursor.id };
  const asked = await selectAsked(ctx, input.period_id, input, { limit: input.limit, after });
  const page = pageFrom(asked, input.limit, (row) => writeCursor(row.sort_key, row.enterprise_id));
  const words = await selectWordsOf(
    ctx,
    input.period_id,
    page.items.map(({ enterprise_id }) => enterprise_id),
  );
  const hidden = await itemsHiddenFrom(ctx);
  return {
    items: page.items.map(({ enterprise_id, credit_code, name }) => ({
      enterprise_id,
      credit_code,
      name,
      said: withoutHidden(words.get(enterprise_id), hidden),
    })),
    next: page.next,
    counts: await countAsked(ctx, input.period_id, input),
  };
}

/**
 * That there is a dispute is for everybody within reach; what is claimed only for those who may see the item. The latest
 * answer is free text that may name any of the figures, so it goes as soon as one dispute does.
 */
function withoutHidden(said: Confirmation | undefined, hidden: ReadonlySet<string>): Confirmation | null {
  if (said === undefined) return null;
  const disputes = said.disputes.filter(({ item_id }) => !hidden.has(item_id));
  return { ...said, disputes, answer: disputes.length < said.disputes.length ? null : said.answer };
}

/** Null when the enterprise said nothing about its figures of the period. */
export async function confirmationState(
  ctx: Ctx,
  period: string,
  enterpriseId: string,
): Promise<Confirmation['state'] | null> {
  return (await selectConfirmation(ctx, period, enterpriseId))?.state ?? null;
}
