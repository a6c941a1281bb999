// Use case: the figures an enterprise was evaluated with, which stay as they were when the catalogue's figures change.
import { AppError } from '#core/app-error.ts';
import { cellAt } from '#engine/table/column.ts';
import { listItems } from '#capabilities/collection/service/items.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { FrozenFigure } from '../contract/shapes.ts';
import { selectRunRow } from '../store/runs.ts';
import { visibleInputs } from './fields.ts';
import { unitRatio } from './freeze.ts';
import { getRun, loadRun } from './runs.ts';

/** Those that are items of the catalogue and that the caller may see, in the order and units of the catalogue. */
export async function listFrozenFigures(
  ctx: Ctx,
  { run_id, enterprise_id }: { run_id: string; enterprise_id: string },
): Promise<{ items: FrozenFigure[] }> {
  await getRun(ctx, run_id);
  const found = await selectRunRow(ctx, run_id, enterprise_id);
  if (found === undefined) throw new AppError('result_not_found');
  const { run, rowOf } = await loadRun(ctx, run_id);
  const row = rowOf(found.credit_code);
  const inputs = new Map((await visibleInputs(ctx, run.plan)).map((input) => [input.name, input]));
  const { items } = await listItems(ctx);
  return {
    items: items.flatMap(({ item_id, name, unit, kind, choices }): FrozenFigure[] => {
      const input = inputs.get(item_id);
      const column = run.dataset.table.columns.get(item_id);
      if (input === undefined || column === undefined) return [];
      const { num, den } = unitRatio(unit, input.unit);
      const cell = cellAt(column, row);
      const value = typeof cell === 'number' ? (cell * den) / num : cell;
      return [{ item_id, name, unit, kind, choices, value: kind === 'yes_no' ? flagOf(value) : value }];
    }),
  };
}

const flagOf = (value: number | string | null): boolean | string | null =>
  typeof value === 'number' ? value !== 0 : value;
