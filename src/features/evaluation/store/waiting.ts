// SQL on what of the evaluations waits for somebody, and on who has been in D for long.
import { sql } from 'kysely';
import type { Ctx } from '#platform/ctx.ts';

export type OpenAppeal = {
  readonly appeal_id: string;
  readonly evaluation_id: string;
  readonly period_id: string;
  readonly evaluation_name: string;
  readonly state: 'submitted' | 'proposed';
  readonly submitted_by: string;
  readonly proposed_by: string | null;
  readonly notice_until: string | null;
};

export async function selectOpenAppeals(ctx: Ctx): Promise<OpenAppeal[]> {
  const { rows } = await sql<OpenAppeal>`
    select a.appeal_id, a.evaluation_id, e.period_id, e.name as evaluation_name, a.state, a.submitted_by, a.proposed_by, e.notice_until
    from appeal a join evaluation e on e.zone_id = a.zone_id and e.evaluation_id = a.evaluation_id
    where a.zone_id = ${ctx.zone} and a.state in ('submitted', 'proposed')
    order by a.submitted_at, a.appeal_id`.execute(ctx.trx);
  return rows;
}

/** What is proposed for one to sign who did not propose it, and the state in which the evaluation still takes it. */
const TAKEN_WHILE = { adjustment: 'computed', correction: 'final' } as const;

export type OpenProposal = {
  readonly id: string;
  readonly evaluation_id: string;
  readonly period_id: string;
  readonly proposed_by: string;
};

export async function selectOpenProposals(ctx: Ctx, of: keyof typeof TAKEN_WHILE): Promise<OpenProposal[]> {
  const { rows } = await sql<OpenProposal>`
    select p.${sql.ref(`${of}_id`)} as id, p.evaluation_id, e.period_id, p.proposed_by
    from ${sql.table(of)} p join evaluation e on e.zone_id = p.zone_id and e.evaluation_id = p.evaluation_id
    where p.zone_id = ${ctx.zone} and p.state = 'proposed' and e.state = ${TAKEN_WHILE[of]}
    order by p.proposed_at, id`.execute(ctx.trx);
  return rows;
}

/** Enterprises in D for at least so many consecutive years, the longest first. */
export async function selectLongInD(ctx: Ctx, period: string, years: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select enterprise_id as id from class_history
    where zone_id = ${ctx.zone} and period_id = ${period} and years_in_d >= ${years}
    order by years_in_d desc, enterprise_id`.execute(ctx.trx);
  return rows.map(({ id }) => id);
}
