// The appeal sandbox: the claimed figures in the frozen dataset, everybody evaluated again, and who would move.
import { AppError } from '#core/app-error.ts';
import { evaluate, type Run as EngineRun } from '#engine/run/evaluate.ts';
import { compareRuns } from '#engine/simulate/compare.ts';
import { type Column, textAt, textColumn } from '#engine/table/column.ts';
import type { Item } from '#capabilities/collection/contract/items.ts';
import { listItems } from '#capabilities/collection/service/items.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Appeal, Correction, Effect } from '../contract/shapes.ts';
import { selectRunIds, selectRunRow } from '../store/runs.ts';
import { unitRatio } from './freeze.ts';
import { moveOf } from './results.ts';
import { loadRun } from './runs.ts';

export async function effectOf(ctx: Ctx, appeal: Appeal): Promise<Effect> {
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

export function itemOf(items: readonly Item[], id: string): Item {
  const item = items.find(({ item_id }) => item_id === id);
  if (item === undefined) throw new AppError('item_not_found', { item: id });
  return item;
}
