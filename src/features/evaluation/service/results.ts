// Use cases on results: lists, one enterprise's explanation, two runs side by side.
import { AppError } from '#core/app-error.ts';
import { explainRow } from '#engine/explain/explain.ts';
import type { ExplainNode } from '#engine/explain/tree.ts';
import type { Run as EngineRun } from '#engine/run/evaluate.ts';
import { compareRuns as compare, type Comparison } from '#engine/simulate/compare.ts';
import { NO_CLASS } from '#engine/classify/classify.ts';
import { textAt } from '#engine/table/column.ts';
import { itemsHiddenFrom } from '#capabilities/collection/service/items.ts';
import type { Ctx } from '#platform/ctx.ts';
import { pageFrom, writeCursor } from '#platform/db/cursor.ts';
import type { ExplainStep, Explanation, Move, ResultRow } from '../contract/shapes.ts';
import { selectEvaluation } from '../store/evaluations.ts';
import { selectOwnYearsInD } from '../store/publications.ts';
import { type ResultFilter, selectRunIds, selectRunRow, selectRunRows } from '../store/runs.ts';
import { getRun, loadRun } from './runs.ts';

export async function listResults(
  ctx: Ctx,
  query: ResultFilter & { run_id: string; limit: number; cursor?: string | undefined },
): Promise<{ items: ResultRow[]; next: string | null }> {
  await getRun(ctx, query.run_id);
  const rows = await selectRunRows(ctx, query.run_id, query);
  return pageFrom(rows, query.limit, (row) => writeCursor(row.position, ''));
}

/** Why an enterprise has its score and class, step by step, out of the very data the run was made from. */
export async function explainResult(
  ctx: Ctx,
  { run_id, enterprise_id }: { run_id: string; enterprise_id: string },
): Promise<Explanation> {
  const record = await getRun(ctx, run_id);
  const row = await selectRunRow(ctx, run_id, enterprise_id);
  if (row === undefined) throw new AppError('result_not_found');
  const { run, rowOf } = await loadRun(ctx, run_id);
  const { tree, classSteps } = explainRow(run, rowOf(row.credit_code), await itemsHiddenFrom(ctx));
  const period = (await selectEvaluation(ctx, record.evaluation_id))?.period_id ?? '';
  return {
    row,
    tree: stepOf(tree),
    class_steps: classSteps.map(stepOf),
    d_years: await selectOwnYearsInD(ctx, period, enterprise_id),
  };
}

function stepOf(node: ExplainNode): ExplainStep {
  const figures = Object.entries(node.figures).map(([name, figure]) => [
    name,
    typeof figure === 'number' && !Number.isFinite(figure) ? null : figure,
  ]);
  const part = node.part === undefined || !Number.isFinite(node.part) ? null : node.part;
  return {
    kind: node.kind,
    name: node.name,
    zh: node.zh,
    en: node.en,
    part,
    figures: Object.fromEntries(figures) as ExplainStep['figures'],
    children: node.children.map(stepOf),
  };
}

const MOST_MOVES = 2000;

/** From the run `with` to `run_id`: who went up or down, the first of them by rank. */
export async function compareTwoRuns(ctx: Ctx, input: { run_id: string; with: string }) {
  await getRun(ctx, input.run_id);
  await getRun(ctx, input.with);
  const [after, before] = [await loadRun(ctx, input.run_id), await loadRun(ctx, input.with)];
  const comparison = compare(before.run, after.run);
  const rows = [...comparison.moved].slice(0, MOST_MOVES);
  const ids = await selectRunIds(
    ctx,
    input.run_id,
    rows.map((row) => textAt(after.run.dataset.ids, row)),
  );
  const moves = rows.map((row) => moveOf(comparison, row, ids));
  const { up, down, same, entered, left } = comparison;
  return { up, down, same, entered, left, moves };
}

/** One subject in both runs; `row` is one of `after`. */
export function moveOf(
  { before, after, rowBefore }: Comparison,
  row: number,
  ids: ReadonlyMap<string, { readonly id: string; readonly name: string }>,
): Move {
  const previous = rowBefore[row] ?? -1;
  const code = textAt(after.dataset.ids, row);
  const known = ids.get(code);
  return {
    enterprise_id: known?.id ?? '',
    name: known?.name ?? code,
    class_before: classAt(before, previous),
    class_after: classAt(after, row),
    score_before: finite(before.score[previous]),
    score_after: finite(after.score[row]),
    rank_before: before.classified.ranking.rank[previous] ?? 0,
    rank_after: after.classified.ranking.rank[row] ?? 0,
  };
}

const finite = (value: number | undefined): number | null =>
  value === undefined || !Number.isFinite(value) ? null : value;

function classAt(run: EngineRun, row: number): string {
  const position = run.final[row] ?? NO_CLASS;
  return position === NO_CLASS ? '' : (run.plan.classes?.all[position] ?? '');
}
