// SQL on what enterprises say about their figures.
import { sql } from 'kysely';
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
const confirmationOf = (row: Row): Confirmation => ({ ...row, decided_at: row.decided_at.toISOString() });

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

export async function settleConfirmation(
  ctx: Ctx,
  period: string,
  enterpriseId: string,
  answer: string,
  version: number,
): Promise<Confirmation | undefined> {
  const row = await collection(ctx)
    .updateTable('confirmation')
    .set({
      state: 'settled',
      answer,
      answered_by: ctx.actor.userId,
      answered_at: ctx.services.now(),
      version: version + 1,
    })
    .where('zone_id', '=', ctx.zone)
    .where('period_id', '=', period)
    .where('enterprise_id', '=', enterpriseId)
    .where('version', '=', version)
    .where('state', '=', 'disputed')
    .returning(CONFIRMATION)
    .executeTakeFirst();
  return row && confirmationOf(row);
}

export async function selectConfirmations(
  ctx: Ctx,
  period: string,
  filter: {
    readonly limit: number;
    readonly after?: string | undefined;
    readonly state?: Confirmation['state'] | undefined;
  },
): Promise<Confirmation[]> {
  let rows = collection(ctx)
    .selectFrom('confirmation')
    .select(CONFIRMATION)
    .where('zone_id', '=', ctx.zone)
    .where('period_id', '=', period)
    // A record that became part of another one has nothing to confirm.
    .where(
      sql<boolean>`enterprise_id not in (
        select e.enterprise_id from enterprise e where e.zone_id = ${ctx.zone} and e.status = 'merged')`,
    );
  if (filter.state !== undefined) rows = rows.where('state', '=', filter.state);
  if (filter.after !== undefined) rows = rows.where('enterprise_id', '>', filter.after);
  const found = await rows
    .orderBy('enterprise_id')
    .limit(filter.limit + 1)
    .execute();
  return found.map(confirmationOf);
}
