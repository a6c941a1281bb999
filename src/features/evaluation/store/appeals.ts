// SQL on appeals: submitted, proposed a decision on, decided.
import type { Updateable } from 'kysely';
import type { Ctx } from '#platform/ctx.ts';
import type { Appeal, Proposal } from '../contract/shapes.ts';
import { type EvaluationTables, evaluations } from './tables.ts';

const APPEAL = [
  'appeal_id',
  'evaluation_id',
  'run_id',
  'enterprise_id',
  'statement',
  'corrections',
  'state',
  'submitted_by',
  'submitted_at',
  'effect',
  'proposed_decision',
  'proposed_reason',
  'proposed_by',
  'proposed_at',
  'decided_by',
  'decided_at',
  'decision_reason',
  'version',
] as const;

type AppealRow = Omit<Appeal, 'submitted_at' | 'decided_at' | 'proposal'> & {
  submitted_at: Date;
  proposed_decision: Proposal['decision'] | null;
  proposed_reason: string | null;
  proposed_by: string | null;
  proposed_at: Date | null;
  decided_at: Date | null;
};

function appealOf(row: AppealRow): Appeal {
  const {
    proposed_decision: decision,
    proposed_reason: reason,
    proposed_by: by,
    proposed_at: at,
    ...rest
  } = row;
  return {
    ...rest,
    submitted_at: row.submitted_at.toISOString(),
    decided_at: row.decided_at?.toISOString() ?? null,
    proposal:
      decision === null
        ? null
        : { decision, reason: reason ?? '', by: by ?? '', at: at?.toISOString() ?? '' },
  };
}

export async function selectAppeals(ctx: Ctx, evaluationId: string): Promise<Appeal[]> {
  const rows = await evaluations(ctx)
    .selectFrom('appeal')
    .select(APPEAL)
    .where('zone_id', '=', ctx.zone)
    .where('evaluation_id', '=', evaluationId)
    .orderBy('appeal_id')
    .execute();
  return rows.map(appealOf);
}

/** Names of those who appealed, as the run has them, by appeal. */
export async function selectAppellants(ctx: Ctx, evaluationId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await evaluations(ctx)
    .selectFrom('appeal')
    .innerJoin('run_row', (join) =>
      join
        .onRef('run_row.zone_id', '=', 'appeal.zone_id')
        .onRef('run_row.run_id', '=', 'appeal.run_id')
        .onRef('run_row.enterprise_id', '=', 'appeal.enterprise_id'),
    )
    .select(['appeal.appeal_id', 'run_row.name'])
    .where('appeal.zone_id', '=', ctx.zone)
    .where('appeal.evaluation_id', '=', evaluationId)
    .execute();
  return new Map(rows.map(({ appeal_id, name }) => [appeal_id, name]));
}

export async function selectAppeal(ctx: Ctx, id: string): Promise<Appeal | undefined> {
  const row = await evaluations(ctx)
    .selectFrom('appeal')
    .select(APPEAL)
    .where('zone_id', '=', ctx.zone)
    .where('appeal_id', '=', id)
    .executeTakeFirst();
  return row && appealOf(row);
}

/** The state alone; whoever else wants to change the appeal waits. */
export function lockAppeal(ctx: Ctx, id: string): Promise<Pick<Appeal, 'state'> | undefined> {
  return evaluations(ctx)
    .selectFrom('appeal')
    .select('state')
    .where('zone_id', '=', ctx.zone)
    .where('appeal_id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

export async function insertAppeal(
  ctx: Ctx,
  appeal: Pick<
    Appeal,
    'appeal_id' | 'evaluation_id' | 'run_id' | 'enterprise_id' | 'statement' | 'corrections'
  >,
): Promise<Appeal> {
  const row = await evaluations(ctx)
    .insertInto('appeal')
    .values({
      zone_id: ctx.zone,
      ...appeal,
      corrections: JSON.stringify(appeal.corrections),
      state: 'submitted',
      submitted_by: ctx.actor.userId,
      submitted_at: ctx.services.now(),
      effect: null,
      decided_by: null,
      decided_at: null,
      decision_reason: null,
    })
    .returning(APPEAL)
    .executeTakeFirstOrThrow();
  return appealOf(row);
}

type Waiting = Pick<Appeal, 'appeal_id' | 'version'>;

/** Undefined when it does not wait for a proposal in this version any more. */
export function proposeAppealRow(
  ctx: Ctx,
  appeal: Waiting,
  { decision, reason, effect }: Pick<Proposal, 'decision' | 'reason'> & Pick<Appeal, 'effect'>,
): Promise<Appeal | undefined> {
  return updateAppeal(ctx, appeal, ['submitted'], {
    state: 'proposed',
    effect: effect === null ? null : JSON.stringify(effect),
    proposed_decision: decision,
    proposed_reason: reason,
    proposed_by: ctx.actor.userId,
    proposed_at: ctx.services.now(),
  });
}

/** A proposal nobody signed is gone; the audit log has it. */
export function sendBackAppealRow(ctx: Ctx, appeal: Waiting): Promise<Appeal | undefined> {
  return updateAppeal(ctx, appeal, ['proposed'], {
    state: 'submitted',
    effect: null,
    proposed_decision: null,
    proposed_reason: null,
    proposed_by: null,
    proposed_at: null,
  });
}

/** Undefined when it is not in one of the states in this version any more. */
export function decideAppealRow(
  ctx: Ctx,
  appeal: Waiting,
  from: readonly Appeal['state'][],
  decision: Pick<Appeal, 'state' | 'effect' | 'decision_reason'>,
): Promise<Appeal | undefined> {
  return updateAppeal(ctx, appeal, from, {
    state: decision.state,
    effect: decision.effect === null ? null : JSON.stringify(decision.effect),
    decision_reason: decision.decision_reason,
    decided_by: ctx.actor.userId,
    decided_at: ctx.services.now(),
  });
}

async function updateAppeal(
  ctx: Ctx,
  { appeal_id: id, version }: Waiting,
  from: readonly Appeal['state'][],
  change: Updateable<EvaluationTables['appeal']>,
): Promise<Appeal | undefined> {
  const row = await evaluations(ctx)
    .updateTable('appeal')
    .set({ ...change, version: version + 1 })
    .where('zone_id', '=', ctx.zone)
    .where('appeal_id', '=', id)
    .where('version', '=', version)
    .where('state', 'in', from)
    .returning(APPEAL)
    .executeTakeFirst();
  return row && appealOf(row);
}
