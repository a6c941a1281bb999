// Questions about whole runs with a small answer: what changed figures would do, who moved between two runs, and which
// figures they were made from otherwise.
import type { Diagnostic } from '#core/diagnostic.ts';
import { NO_CLASS } from '#engine/classify/classify.ts';
import { findRow } from '#engine/run/dataset.ts';
import { evaluate, type Run } from '#engine/run/evaluate.ts';
import { compareRuns, type Comparison } from '#engine/simulate/compare.ts';
import { type Column, textAt, textColumn } from '#engine/table/column.ts';
import type { Effect, Move } from '../contract/shapes.ts';
import { figureChanges, type FigureChanges } from './figure-changes.ts';

/** A figure in the unit of the scheme. */
export type Cell = { readonly input: string; readonly value: string | number | boolean };

export type RunQuestion =
  | { readonly kind: 'effect'; readonly creditCode: string; readonly cells: readonly Cell[] }
  | { readonly kind: 'moves'; readonly most: number }
  | { readonly kind: 'figures'; readonly inputs: readonly string[]; readonly most: number };

/** Runs know enterprises by their codes alone. */
export type CodedMove = Omit<Move, 'enterprise_id' | 'name'> & { readonly code: string };

export type RunAnswer =
  | {
      readonly kind: 'effect';
      readonly own: CodedMove;
      readonly others: readonly CodedMove[];
      readonly ranksMoved: Effect['ranks_moved'];
    }
  | ({ readonly kind: 'moves'; readonly moves: readonly CodedMove[] } & Pick<
      Comparison,
      'up' | 'down' | 'same' | 'entered' | 'left'
    >)
  | ({ readonly kind: 'figures' } & FigureChanges)
  | { readonly kind: 'not_computable'; readonly diagnostics: readonly Diagnostic[] };

/** Of an effect there is one run, else there are the one before and the one after. */
export function answerOf(question: RunQuestion, before: Run, after: Run): RunAnswer {
  if (question.kind === 'effect') return effectIn(before, question);
  const comparison = compareRuns(before, after);
  if (question.kind === 'moves') return movesIn(comparison, question.most);
  return { kind: 'figures', ...figureChanges(comparison, question.inputs, question.most) };
}

function movesIn(comparison: Comparison, most: number): RunAnswer {
  const { up, down, same, entered, left, moved } = comparison;
  const moves = Array.from(moved.subarray(0, most), (row) => codedMove(comparison, row));
  return { kind: 'moves', up, down, same, entered, left, moves };
}

/** The run with an enterprise's figures replaced; everything else as it was frozen. */
function effectIn(before: Run, { creditCode, cells }: Extract<RunQuestion, { kind: 'effect' }>): RunAnswer {
  const at = findRow(before.dataset, creditCode);
  const columns = new Map(before.dataset.table.columns);
  for (const { input, value } of cells) {
    const column = columns.get(input);
    // A figure the scheme does not use changes nothing.
    if (column !== undefined) columns.set(input, withCell(column, at, value));
  }
  const dataset = { ...before.dataset, table: { rows: before.rows, columns } };
  const { run: after, diagnostics } = evaluate(before.plan, dataset, [...before.overrides.values()]);
  if (after === undefined) return { kind: 'not_computable', diagnostics };
  const comparison = compareRuns(before, after);
  let ranksMoved = 0;
  for (let other = 0; other < after.rows; other++) {
    const [was, is] = [before.classified.ranking.rank[other], after.classified.ranking.rank[other]];
    if (other !== at && was !== is) ranksMoved += 1;
  }
  return {
    kind: 'effect',
    own: codedMove(comparison, at),
    others: [...comparison.moved].filter((row) => row !== at).map((row) => codedMove(comparison, row)),
    ranksMoved,
  };
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

/** One subject in both runs; `row` is one of `after`. */
export function codedMove({ before, after, rowBefore }: Comparison, row: number): CodedMove {
  const previous = rowBefore[row] ?? -1;
  return {
    code: textAt(after.dataset.ids, row),
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

function classAt(run: Run, row: number): string {
  const position = run.final[row] ?? NO_CLASS;
  return position === NO_CLASS ? '' : (run.plan.classes?.all[position] ?? '');
}
