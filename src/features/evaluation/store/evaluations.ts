// SQL on evaluations and the steps they took.
import type { Ctx } from '#platform/ctx.ts';
import type { Evaluation, StepTaken } from '../contract/shapes.ts';
import { evaluations } from './tables.ts';

const EVALUATION = [
  'evaluation_id',
  'name',
  'period_id',
  'scheme_id',
  'scheme_version',
  'scope',
  'land_from_mu',
  'land_below_mu',
  'state',
  'dataset_id',
  'run_id',
  'notice_from',
  'notice_until',
  'version',
] as const;

export function selectEvaluations(ctx: Ctx): Promise<Evaluation[]> {
  return evaluations(ctx)
    .selectFrom('evaluation')
    .select(EVALUATION)
    .where('zone_id', '=', ctx.zone)
    .orderBy('evaluation_id', 'desc')
    .execute();
}

export function selectEvaluation(ctx: Ctx, id: string): Promise<Evaluation | undefined> {
  return evaluations(ctx)
    .selectFrom('evaluation')
    .select(EVALUATION)
    .where('zone_id', '=', ctx.zone)
    .where('evaluation_id', '=', id)
    .executeTakeFirst();
}

/** The same; whoever else wants to change it waits. */
export function lockEvaluation(ctx: Ctx, id: string): Promise<Evaluation | undefined> {
  return evaluations(ctx)
    .selectFrom('evaluation')
    .select(EVALUATION)
    .where('zone_id', '=', ctx.zone)
    .where('evaluation_id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

export async function insertEvaluation(ctx: Ctx, evaluation: Evaluation): Promise<void> {
  await evaluations(ctx)
    .insertInto('evaluation')
    .values({
      zone_id: ctx.zone,
      ...evaluation,
      created_by: ctx.actor.userId,
      created_at: ctx.services.now(),
    })
    .execute();
}

export type EvaluationChange = Partial<
  Pick<Evaluation, 'state' | 'dataset_id' | 'run_id' | 'notice_from' | 'notice_until'>
>;

export function updateEvaluation(
  ctx: Ctx,
  { evaluation_id: id, version }: Pick<Evaluation, 'evaluation_id' | 'version'>,
  change: EvaluationChange,
): Promise<Evaluation | undefined> {
  return evaluations(ctx)
    .updateTable('evaluation')
    .set({ ...change, version: version + 1 })
    .where('zone_id', '=', ctx.zone)
    .where('evaluation_id', '=', id)
    .where('version', '=', version)
    .returning(EVALUATION)
    .executeTakeFirst();
}

export async function insertStep(
  ctx: Ctx,
  evaluationId: string,
  step: Pick<StepTaken, 'transition' | 'from_state' | 'to_state' | 'reason'>,
): Promise<void> {
  const { last } = await evaluations(ctx)
    .selectFrom('evaluation_step')
    .select(({ fn }) => fn.max<number | null>('seq').as('last'))
    .where('zone_id', '=', ctx.zone)
    .where('evaluation_id', '=', evaluationId)
    .executeTakeFirstOrThrow();
  await evaluations(ctx)
    .insertInto('evaluation_step')
    .values({
      zone_id: ctx.zone,
      evaluation_id: evaluationId,
      seq: (last ?? 0) + 1,
      ...step,
      actor: ctx.actor.userId,
      role: ctx.actor.role,
      at: ctx.services.now(),
    })
    .execute();
}

export async function selectSteps(ctx: Ctx, evaluationId: string): Promise<StepTaken[]> {
  const rows = await evaluations(ctx)
    .selectFrom('evaluation_step')
    .select(['seq', 'transition', 'from_state', 'to_state', 'reason', 'actor', 'role', 'at'])
    .where('zone_id', '=', ctx.zone)
    .where('evaluation_id', '=', evaluationId)
    .orderBy('seq')
    .execute();
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}
