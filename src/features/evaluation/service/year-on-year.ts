// Use case: a run beside the published one of the period before.
import { AppError } from '#core/app-error.ts';
import { type Comparison, compareRuns, describeMove } from '#engine/simulate/compare.ts';
import { textAt } from '#engine/table/column.ts';
import type { Ctx } from '#platform/ctx.ts';
import { pageFrom, readCursor, writeCursor } from '#platform/db/cursor.ts';
import { type Mover, type PreviousRun, ScoreChange, type YearOnYear } from '../contract/year-on-year.ts';
import { selectEvaluation } from '../store/evaluations.ts';
import { selectRunIds } from '../store/runs.ts';
import { codedMove } from '../worker/run-questions.ts';
import { namedMove } from './ask-runs.ts';
import { concludedBefore } from './run-table.ts';
import { getRun, loadRun } from './runs.ts';

export type YearOnYearQuery = {
  readonly run_id: string;
  readonly limit: number;
  readonly cursor?: string | undefined;
};

export async function compareWithPreviousYear(ctx: Ctx, query: YearOnYearQuery): Promise<YearOnYear> {
  const record = await getRun(ctx, query.run_id);
  const previous = await previousRun(ctx, record.evaluation_id);
  const [after, before] = [await loadRun(ctx, query.run_id), await loadRun(ctx, previous.run_id)];
  const comparison = compareRuns(before.run, after.run);
  const order = inOrder(comparison);
  const start = startOf(query.cursor, previous.run_id);
  const { items, next } = pageFrom(
    order.slice(start, start + query.limit + 1).map((row, i) => ({ row, end: start + i + 1 })),
    query.limit,
    ({ end }) => writeCursor(end, previous.run_id),
  );
  const { classes, transitions, up, down, same, entered, left } = comparison;
  return {
    previous,
    same_scheme: previous.scheme_id === record.scheme_id && previous.scheme_version === record.scheme_version,
    same_scope: await isSameScope(ctx, record.evaluation_id, previous.evaluation_id),
    classes: [...classes],
    transitions: classes.map((_, from) => [
      ...transitions.subarray(from * classes.length, (from + 1) * classes.length),
    ]),
    up,
    down,
    same,
    entered,
    left,
    movers: { items: await moversOf(ctx, query.run_id, comparison, items), next },
  };
}

/** Throws `previous_run_not_found` where nothing was concluded that this evaluation can be held against. */
async function previousRun(ctx: Ctx, evaluationId: string): Promise<PreviousRun> {
  const found = await concludedBefore(ctx, evaluationId);
  if (found === undefined) throw new AppError('previous_run_not_found');
  return found;
}

/** Whether both evaluations are of the same enterprises by scope and land. */
async function isSameScope(ctx: Ctx, one: string, other: string): Promise<boolean> {
  const [a, b] = [await selectEvaluation(ctx, one), await selectEvaluation(ctx, other)];
  return (
    a?.scope === b?.scope && a?.land_from_mu === b?.land_from_mu && a?.land_below_mu === b?.land_below_mu
  );
}

function inOrder({ after, moved }: Comparison): number[] {
  const { rank } = after.classified.ranking;
  // Who has no rank has zero.
  const place = (row: number): number => (rank[row] === 0 ? Number.MAX_SAFE_INTEGER : (rank[row] as number));
  return [...moved].toSorted((a, b) => place(a) - place(b));
}

/** A page goes on in the same comparison or not at all: a correction of last year's list makes another. */
function startOf(cursor: string | undefined, previousRunId: string): number {
  if (cursor === undefined) return 0;
  const { key, id } = readCursor(cursor);
  if (id !== previousRunId) throw new AppError('changed_meanwhile');
  if (typeof key !== 'number' || !Number.isSafeInteger(key) || key < 0)
    throw new AppError('cursor_not_understood');
  return key;
}

async function moversOf(
  ctx: Ctx,
  runId: string,
  comparison: Comparison,
  items: readonly { readonly row: number }[],
): Promise<Mover[]> {
  const codes = items.map(({ row }) => textAt(comparison.after.dataset.ids, row));
  const ids = await selectRunIds(ctx, runId, codes);
  return items.map(({ row }) => ({
    ...namedMove(codedMove(comparison, row), ids),
    changes: changesOf(comparison, row),
  }));
}

const Kind = ScoreChange.shape.kind;
const KIND_NAMES: Readonly<Record<ScoreChange['kind'], string>> = {
  indicator: '指标',
  coefficient: '修正系数',
  bonus: '加分',
  penalty: '减分',
  rule: '规则',
  cap: '限值',
  rounding: '取整',
  other: '其他',
};

function changesOf(comparison: Comparison, row: number): ScoreChange[] {
  const { before, after } = comparison;
  const { scoreBefore, scoreAfter, changes } = describeMove(comparison, row);
  if (!Number.isFinite(scoreBefore) || !Number.isFinite(scoreAfter)) return [];
  const indicators = new Map(
    [...before.plan.indicators, ...after.plan.indicators].map(({ name, zh }) => [name, zh ?? name]),
  );
  return changes
    .filter(({ part }) => Number.isFinite(part))
    .map(({ kind, name, part }) => {
      const known = Kind.safeParse(kind).data ?? 'other';
      const zh = known === 'indicator' ? indicators.get(name) : undefined;
      return { kind: known, name, zh: zh ?? KIND_NAMES[known], part };
    });
}
