// SQL on what enterprises say about their figures.
import type { Ctx } from '#platform/ctx.ts';
import type { Confirmation } from '../contract/confirmations.ts';
import { collection } from './tables.ts';

const CONFIRMATION = [
  'enterprise_id',
  'state',
  'figures_version',
  'disputes',
  'decided_at',
  'answer',
  'version',
] as const;

type Row = Omit<Confirmation, 'decided_at'> & { decided_at: Date };
/** Those from before each had an answer of its own have none. */
export const withAnswers = (disputes: Confirmation['disputes']): Confirmation['disputes'] =>
  disputes.map((dispute) => ({ ...dispute, answer: dispute.answer ?? null }));

const confirmationOf = (row: Row): Confirmation => ({
  ...row,
  disputes: withAnswers(row.disputes),
  decided_at: row.decided_at.toISOString(),
});

/** The enterprise's word in place of an earlier one. */
export async function saveConfirmation(
  ctx: Ctx,
  period: string,
  said: Pick<Confirmation, 'enterprise_id' | 'state' | 'figures_version' | 'disputes'>,
): Promise<Confirmation> {
  const values = {
    state: said.state,
    figures_version: said.figures_version,
    disputes: JSON.stringify(said.disputes),
    decided_by: ctx.actor.userId,
    decided_at: ctx.services.now(),
    answer: null,
    answered_by: null,
    answered_at: null,
  };
  const updated = await collection(ctx)
    .updateTable('confirmation')
    .set(({ eb }) => ({ ...values, version: eb('version', '+', 1) }))
    .where('zone_id', '=', ctx.zone)
    .where('period_id', '=', period)
    .where('enterprise_id', '=', said.enterprise_id)
    .returning(CONFIRMATION)
    .executeTakeFirst();
  if (updated !== undefined) return confirmationOf(updated);
  const inserted = await collection(ctx)
    .insertInto('confirmation')
    .values({ zone_id: ctx.zone, period_id: period, enterprise_id: said.enterprise_id, ...values })
    .returning(CONFIRMATION)
    .executeTakeFirstOrThrow();
  return confirmationOf(inserted);
}

export async function selectConfirmation(
  ctx: Ctx,
  period: string,
  enterpriseId: string,
): Promise<Confirmation | undefined> {
  const row = await collection(ctx)
    .selectFrom('confirmation')
    .select(CONFIRMATION)
    .where('zone_id', '=', ctx.zone)
    .where('period_id', '=', period)
    .where('enterprise_id', '=', enterpriseId)
    .executeTakeFirst();
  return row && confirmationOf(row);
}

/** With an answer more; undefined when somebody else answered meanwhile. */
export async function saveAnswer(
  ctx: Ctx,
  period: string,
  said: Pick<Confirmation, 'enterprise_id' | 'state' | 'disputes' | 'version'> & { readonly answer: string },
): Promise<Confirmation | undefined> {
  const row = await collection(ctx)
    .updateTable('confirmation')
    .set({
      state: said.state,
      disputes: JSON.stringify(said.disputes),
      answer: said.answer,
      answered_by: ctx.actor.userId,
      answered_at: ctx.services.now(),
      version: said.version + 1,
    })
    .where('zone_id', '=', ctx.zone)
    .where('period_id', '=', period)
    .where('enterprise_id', '=', said.enterprise_id)
    .where('version', '=', said.version)
    .where('state', '=', 'disputed')
    .returning(CONFIRMATION)
    .executeTakeFirst();
  return row && confirmationOf(row);
}

/** By enterprise; who said nothing is not among them. */
export async function selectWordsOf(
  ctx: Ctx,
  period: string,
  enterprises: readonly string[],
): Promise<ReadonlyMap<string, Confirmation>> {
  if (enterprises.length === 0) return new Map();
  const rows = await collection(ctx)
    .selectFrom('confirmation')
    .select(CONFIRMATION)
    .where('zone_id', '=', ctx.zone)
    .where('period_id', '=', period)
    .where('enterprise_id', 'in', enterprises)
    .execute();
  return new Map(rows.map((row) => [row.enterprise_id, confirmationOf(row)]));
}
