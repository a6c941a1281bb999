// Use cases on results: lists, one enterprise's explanation, two runs side by side.
import { AppError } from '#core/app-error.ts';
import { explainRow } from '#engine/explain/explain.ts';
import type { ExplainNode } from '#engine/explain/tree.ts';
import { itemsHiddenFrom } from '#capabilities/collection/service/items.ts';
import type { Ctx } from '#platform/ctx.ts';
import { pageFrom, writeCursor } from '#platform/db/cursor.ts';
import type { ExplainStep, Explanation, ResultRow } from '../contract/shapes.ts';
import { selectEvaluation } from '../store/evaluations.ts';
import { selectOwnYearsInD } from '../store/publications.ts';
import { type ResultFilter, selectRunIds, selectRunRow, selectRunRows } from '../store/runs.ts';
import { askRuns, namedMove } from './ask-runs.ts';
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
  const [before, after] = [await getRun(ctx, input.with), await getRun(ctx, input.run_id)];
  const answer = await askRuns(ctx, { kind: 'moves', most: MOST_MOVES }, before, after);
  if (answer.kind !== 'moves') throw new AppError('run_failed', { count: 1 });
  const { kind: _kind, moves, ...counts } = answer;
  const ids = await selectRunIds(
    ctx,
    input.run_id,
    moves.map(({ code }) => code),
  );
  return { ...counts, moves: moves.map((move) => namedMove(move, ids)) };
}
