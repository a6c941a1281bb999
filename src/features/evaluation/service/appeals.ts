// Use cases of appeals: an enterprise objects, the office sees what would follow for everybody, and then decides.
import { AppError } from '#core/app-error.ts';
import { evaluate, type Run as EngineRun } from '#engine/run/evaluate.ts';
import { compareRuns } from '#engine/simulate/compare.ts';
import { type Column, textAt, textColumn } from '#engine/table/column.ts';
import { recordEvent } from '#capabilities/audit/service/record.ts';
import type { Item } from '#capabilities/collection/contract/items.ts';
import { adoptFigures, checkValue } from '#capabilities/collection/service/figures.ts';
import { listItems } from '#capabilities/collection/service/items.ts';
import { notifyEnterprise } from '#capabilities/notices/service.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Appeal, Correction, Effect } from '../contract/shapes.ts';
import { decideAppealRow, insertAppeal, selectAppeal, selectAppeals } from '../store/appeals.ts';
import { lockEvaluation } from '../store/evaluations.ts';
import { selectRunIds, selectRunRow } from '../store/runs.ts';
import { unitRatio } from './freeze.ts';
import { moveOf } from './results.ts';
import { loadRun } from './runs.ts';

export async function listAppeals(ctx: Ctx, evaluationId: string): Promise<{ items: Appeal[] }> {
  const appeals = await selectAppeals(ctx, evaluationId);
  // What an appeal does to others is for those who decide it.
  const inside = ctx.actor.role === 'evaluation_officer' || ctx.actor.role === 'leader';
  return { items: inside ? appeals : appeals.map(withoutOthers) };
}

const withoutOthers = (appeal: Appeal): Appeal => ({
  ...appeal,
  effect: appeal.effect && { ...appeal.effect, others: [] },
});

/** While the list is public for objection, against the run that was published. */
export async function submitAppeal(
  ctx: Ctx,
  input: { evaluation_id: string; enterprise_id: string; statement: string; corrections: Correction[] },
): Promise<Appeal> {
  const evaluation = await lockEvaluation(ctx, input.evaluation_id);
  if (evaluation === undefined) throw new AppError('evaluation_not_found');
  if (evaluation.state !== 'notice' || evaluation.run_id === null)
    throw new AppError('appeal_outside_notice');
  const row = await selectRunRow(ctx, evaluation.run_id, input.enterprise_id);
  if (row === undefined) throw new AppError('result_not_found');
  const open = (await selectAppeals(ctx, input.evaluation_id)).some(
    (appeal) => appeal.enterprise_id === input.enterprise_id && appeal.state === 'submitted',
  );
  if (open) throw new AppError('appeal_exists');
  const { items } = await listItems(ctx);
  for (const { item_id, value } of input.corrections) checkValue(itemOf(items, item_id), value);
  const appeal = await insertAppeal(ctx, {
    appeal_id: ctx.services.newId(),
    evaluation_id: input.evaluation_id,
    run_id: evaluation.run_id,
    enterprise_id: input.enterprise_id,
    statement: input.statement,
    corrections: input.corrections,
  });
  await recordEvent(ctx, {
    action: 'submit_appeal',
    object: ['appeal', appeal.appeal_id],
    details: { enterprise: input.enterprise_id, corrections: input.corrections },
  });
  return appeal;
}

function itemOf(items: readonly Item[], id: string): Item {
  const item = items.find(({ item_id }) => item_id === id);
  if (item === undefined) throw new AppError('item_not_found', { item: id });
  return item;
}

export async function withdrawAppeal(
  ctx: Ctx,
  input: { appeal_id: string; version: number },
): Promise<Appeal> {
  if ((await selectAppeal(ctx, input.appeal_id)) === undefined) throw new AppError('appeal_not_found');
  const decision = { state: 'withdrawn' as const, effect: null, decision_reason: null };
  const appeal = await decideAppealRow(ctx, input, decision);
  if (appeal === undefined) throw new AppError('changed_meanwhile');
  await recordEvent(ctx, { action: 'withdraw_appeal', object: ['appeal', appeal.appeal_id] });
  return withoutOthers(appeal);
}

/** What would follow if the appeal were accepted. Nothing is changed. */
export async function tryAppeal(ctx: Ctx, id: string): Promise<Effect> {
  const appeal = await selectAppeal(ctx, id);
  if (appeal === undefined) throw new AppError('appeal_not_found');
  return effectOf(ctx, appeal);
}

async function effectOf(ctx: Ctx, appeal: Appeal): Promise<Effect> {
  const row = await selectRunRow(ctx, appeal.run_id, appeal.enterprise_id);
  if (row === undefined) throw new AppError('result_not_found');
  const { run: before, rowOf } = await loadRun(ctx, appeal.run_id);
  const at = rowOf(row.credit_code);
  const { items } = await listItems(ctx);
  const after = corrected(before, at, appeal.corrections, items);
  const comparison = compareRuns(before, after);
  const others = [...comparison.moved].filter((moved) => moved !== at);
  const codes = [at, ...others].map((moved) => textAt(after.dataset.ids, moved));
  const ids = await selectRunIds(ctx, appeal.run_id, codes);
  let ranksMoved = 0;
  for (let other = 0; other < after.rows; other++) {
    const [was, is] = [before.classified.ranking.rank[other], after.classified.ranking.rank[other]];
    if (other !== at && was !== is) ranksMoved += 1;
  }
  return {
    own: moveOf(comparison, at, ids),
    others: others.map((moved) => moveOf(comparison, moved, ids)),
    ranks_moved: ranksMoved,
  };
}

/** The run with an enterprise's figures replaced; everything else as it was frozen. */
function corrected(
  run: EngineRun,
  at: number,
  corrections: readonly Correction[],
  items: readonly Item[],
): EngineRun {
  const columns = new Map(run.dataset.table.columns);
  for (const { item_id, value } of corrections) {
    const input = run.plan.inputs.find(({ name }) => name === item_id);
    const column = columns.get(item_id);
    // A figure the scheme does not use changes nothing.
    if (input === undefined || column === undefined) continue;
    const { num, den } = unitRatio(itemOf(items, item_id).unit, input.unit);
    const converted = typeof value === 'number' ? (value * num) / den : value;
    columns.set(item_id, withCell(column, at, converted));
  }
  const dataset = { ...run.dataset, table: { rows: run.rows, columns } };
  const evaluated = evaluate(run.plan, dataset, [...run.overrides.values()]);
  if (evaluated.run === undefined) {
    const errors = evaluated.diagnostics.filter(({ severity }) => severity === 'error');
    throw new AppError('appeal_not_computable', { count: errors.length }, errors.slice(0, 100));
  }
  return evaluated.run;
}

function withCell(column: Column, at: number, value: string | number | boolean): Column {
  if (column.kind === 'number') {
    const values = Float64Array.from(column.values);
    values[at] = Number(value);
    return { kind: 'number', values };
  }
  const rows = column.kind === 'text' ? column.offsets.length - 1 : column.codes.length;
  const texts = Array.from({ length: rows }, (_, row) => {
    if (row === at) return String(value);
    return column.kind === 'text' ? textAt(column, row) : (column.labels[column.codes[row] ?? -1] ?? '');
  });
  return textColumn(texts);
}

/** The decision keeps the effect the officer saw; accepting adopts the figures, in the same transaction. */
export async function decideAppeal(
  ctx: Ctx,
  input: { appeal_id: string; decision: 'accepted' | 'rejected'; reason: string; version: number },
): Promise<Appeal> {
  const before = await selectAppeal(ctx, input.appeal_id);
  if (before === undefined) throw new AppError('appeal_not_found');
  if (before.submitted_by === ctx.actor.userId) throw new AppError('another_person_needed');
  const evaluation = await lockEvaluation(ctx, before.evaluation_id);
  if (evaluation?.state !== 'appeals' && evaluation?.state !== 'notice')
    throw new AppError('appeal_too_late_conflict');
  if (before.state !== 'submitted' || before.version !== input.version)
    throw new AppError('changed_meanwhile');
  const effect = await effectOf(ctx, before);
  const decision = { state: input.decision, effect, decision_reason: input.reason };
  const appeal = await decideAppealRow(ctx, input, decision);
  if (appeal === undefined) throw new AppError('changed_meanwhile');
  if (input.decision === 'accepted') {
    const figures = Object.fromEntries(appeal.corrections.map(({ item_id, value }) => [item_id, value]));
    const which = { period_id: evaluation.period_id, enterprise_id: appeal.enterprise_id };
    await adoptFigures(ctx, which, figures, input.reason);
  }
  await notifyEnterprise(ctx, appeal.enterprise_id, {
    code: input.decision === 'accepted' ? 'appeal_accepted' : 'appeal_rejected',
    params: { reason: input.reason },
  });
  await recordEvent(ctx, {
    action: 'decide_appeal',
    object: ['appeal', appeal.appeal_id],
    details: {
      decision: input.decision,
      reason: input.reason,
      class: `${effect.own.class_before} → ${effect.own.class_after}`,
      others: effect.others.length,
    },
  });
  return appeal;
}
