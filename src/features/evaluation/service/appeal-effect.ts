// The appeal sandbox: the claimed figures in the frozen dataset, everybody evaluated again, and who would move.
import { AppError } from '#core/app-error.ts';
import type { Plan } from '#engine/scheme/plan.ts';
import type { Item } from '#capabilities/collection/contract/items.ts';
import { listItems } from '#capabilities/collection/service/items.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Appeal, Correction, Effect } from '../contract/shapes.ts';
import { selectRunIds, selectRunRow } from '../store/runs.ts';
import type { Cell } from '../worker/run-questions.ts';
import { askRuns, namedMove } from './ask-runs.ts';
import { unitRatio } from './freeze.ts';
import { getRun } from './runs.ts';
import { planOfVersion } from './schemes.ts';

export async function effectOf(ctx: Ctx, appeal: Appeal): Promise<Effect> {
  const row = await selectRunRow(ctx, appeal.run_id, appeal.enterprise_id);
  if (row === undefined) throw new AppError('result_not_found');
  const run = await getRun(ctx, appeal.run_id);
  const plan = await planOfVersion(ctx, run);
  const { items } = await listItems(ctx);
  const cells = cellsOf(plan, appeal.corrections, items);
  const answer = await askRuns(ctx, { kind: 'effect', creditCode: row.credit_code, cells }, run);
  if (answer.kind !== 'effect') {
    const diagnostics = answer.kind === 'not_computable' ? answer.diagnostics : [];
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    throw new AppError('appeal_not_computable', { count: errors.length }, errors.slice(0, 100));
  }
  const { own, others, ranksMoved } = answer;
  const ids = await selectRunIds(
    ctx,
    appeal.run_id,
    [own, ...others].map(({ code }) => code),
  );
  return {
    own: namedMove(own, ids),
    others: others.map((move) => namedMove(move, ids)),
    ranks_moved: ranksMoved,
  };
}

/** In the units of the scheme; a figure that it does not use has no cell. */
function cellsOf(plan: Plan, corrections: readonly Correction[], items: readonly Item[]): Cell[] {
  return corrections.flatMap(({ item_id, value }) => {
    const input = plan.inputs.find(({ name }) => name === item_id);
    if (input === undefined) return [];
    const { num, den } = unitRatio(itemOf(items, item_id).unit, input.unit);
    return [{ input: item_id, value: typeof value === 'number' ? (value * num) / den : value }];
  });
}

export function itemOf(items: readonly Item[], id: string): Item {
  const item = items.find(({ item_id }) => item_id === id);
  if (item === undefined) throw new AppError('item_not_found', { item: id });
  return item;
}
