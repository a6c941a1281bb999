// SQL on appeals and on manual adjustments of classes.
import type { Override } from '#engine/run/evaluate.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Adjustment, Appeal } from '../contract/shapes.ts';
import { evaluations } from './tables.ts';

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
  'decided_by',
  'decided_at',
  'decision_reason',
  'version',
] as const;

type AppealRow = Omit<Appeal, 'submitted_at' | 'decided_at'> & {
  submitted_at: Date;
  decided_at: Date | null;
};
const appealOf = (row: AppealRow): Appeal => ({
  ...row,
  submitted_at: row.submitted_at.toISOString(),
  decided_at: row.decided_at?.toISOString() ?? null,
});

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

export async function selectAppeal(ctx: Ctx, id: string): Promise<Appeal | undefined> {
  const row = await evaluations(ctx)
    .selectFrom('appeal')
    .select(APPEAL)
    .where('zone_id', '=', ctx.zone)
    .where('appeal_id', '=', id)
    .executeTakeFirst();
  return row && appealOf(row);
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

/** Undefined when it is not waiting in this version any more. */
export async function decideAppealRow(
  ctx: Ctx,
  { appeal_id: id, version }: Pick<Appeal, 'appeal_id' | 'version'>,
  decision: Pick<Appeal, 'state' | 'effect' | 'decision_reason'>,
): Promise<Appeal | undefined> {
  const row = await evaluations(ctx)
    .updateTable('appeal')
    .set({
      state: decision.state,
      effect: decision.effect === null ? null : JSON.stringify(decision.effect),
      decision_reason: decision.decision_reason,
      decided_by: ctx.actor.userId,
      decided_at: ctx.services.now(),
      version: version + 1,
    })
    .where('zone_id', '=', ctx.zone)
    .where('appeal_id', '=', id)
    .where('version', '=', version)
    .where('state', '=', 'submitted')
    .returning(APPEAL)
    .executeTakeFirst();
  return row && appealOf(row);
}

const ADJUSTMENT = [
  'adjustment_id',
  'run_id',
  'enterprise_id',
  'from_class',
  'to_class',
  'reason',
  'state',
  'proposed_by',
  'decided_by',
  'decision_reason',
  'version',
] as const;

export function selectAdjustments(ctx: Ctx, evaluationId: string): Promise<Adjustment[]> {
  return evaluations(ctx)
    .selectFrom('adjustment')
    .select(ADJUSTMENT)
    .where('zone_id', '=', ctx.zone)
    .where('evaluation_id', '=', evaluationId)
    .orderBy('adjustment_id')
    .execute();
}

export function selectAdjustment(
  ctx: Ctx,
  id: string,
): Promise<(Adjustment & { evaluation_id: string }) | undefined> {
  return evaluations(ctx)
    .selectFrom('adjustment')
    .select([...ADJUSTMENT, 'evaluation_id'])
    .where('zone_id', '=', ctx.zone)
    .where('adjustment_id', '=', id)
    .executeTakeFirst();
}

export function insertAdjustment(
  ctx: Ctx,
  evaluationId: string,
  adjustment: Pick<
    Adjustment,
    'adjustment_id' | 'run_id' | 'enterprise_id' | 'from_class' | 'to_class' | 'reason'
  >,
): Promise<Adjustment> {
  return evaluations(ctx)
    .insertInto('adjustment')
    .values({
      zone_id: ctx.zone,
      evaluation_id: evaluationId,
      ...adjustment,
      state: 'proposed',
      proposed_by: ctx.actor.userId,
      proposed_at: ctx.services.now(),
      decided_by: null,
      decided_at: null,
      decision_reason: null,
    })
    .returning(ADJUSTMENT)
    .executeTakeFirstOrThrow();
}

export function decideAdjustmentRow(
  ctx: Ctx,
  { adjustment_id: id, version }: Pick<Adjustment, 'adjustment_id' | 'version'>,
  decision: { readonly state: 'approved' | 'refused'; readonly reason: string },
): Promise<Adjustment | undefined> {
  return evaluations(ctx)
    .updateTable('adjustment')
    .set({
      state: decision.state,
      decision_reason: decision.reason,
      decided_by: ctx.actor.userId,
      decided_at: ctx.services.now(),
      version: version + 1,
    })
    .where('zone_id', '=', ctx.zone)
    .where('adjustment_id', '=', id)
    .where('version', '=', version)
    .where('state', '=', 'proposed')
    .returning(ADJUSTMENT)
    .executeTakeFirst();
}

/** Approved changes of class as the engine takes them: by credit code. */
export async function selectOverrides(ctx: Ctx, evaluationId: string): Promise<Override[]> {
  const rows = await evaluations(ctx)
    .selectFrom('adjustment')
    .innerJoin('run_row', (join) =>
      join
        .onRef('run_row.zone_id', '=', 'adjustment.zone_id')
        .onRef('run_row.run_id', '=', 'adjustment.run_id')
        .onRef('run_row.enterprise_id', '=', 'adjustment.enterprise_id'),
    )
    .select(['run_row.credit_code as id', 'adjustment.to_class as class', 'adjustment.reason'])
    .where('adjustment.zone_id', '=', ctx.zone)
    .where('adjustment.evaluation_id', '=', evaluationId)
    .where('adjustment.state', '=', 'approved')
    .orderBy('run_row.credit_code')
    .execute();
  return rows;
}
