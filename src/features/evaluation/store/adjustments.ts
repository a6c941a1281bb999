// SQL on manual adjustments of classes.
import type { Override } from '#engine/run/evaluate.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Adjustment } from '../contract/shapes.ts';
import { evaluations } from './tables.ts';

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
