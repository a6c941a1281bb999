// Which figures two datasets have otherwise, of the enterprises that are in both.
import type { Comparison } from '#engine/simulate/compare.ts';
import { cellAt, type Column, textAt } from '#engine/table/column.ts';

type Cell = ReturnType<typeof cellAt>;

/** In the unit of the scheme. */
export type FigureChange = {
  readonly code: string;
  readonly input: string;
  readonly before: Cell;
  readonly after: Cell;
};

export type FigureChanges = { readonly count: number; readonly changes: readonly FigureChange[] };

/** Enterprise by enterprise in the order of the table after; `changes` are the first `most` of `count`. */
export function figureChanges(
  { before, after, rowBefore }: Comparison,
  inputs: readonly string[],
  most: number,
): FigureChanges {
  const pairs = inputs.flatMap((input): [string, Column, Column][] => {
    const [was, is] = [before, after].map(({ dataset }) => dataset.table.columns.get(input));
    return was === undefined || is === undefined ? [] : [[input, was, is]];
  });
  const changes: FigureChange[] = [];
  let count = 0;
  for (let row = 0; row < after.rows; row++) {
    const previous = rowBefore[row] ?? -1;
    if (previous < 0) continue;
    for (const [input, was, is] of pairs) {
      const [from, to] = [cellAt(was, previous), cellAt(is, row)];
      if (from === to) continue;
      count += 1;
      if (changes.length < most)
        changes.push({ code: textAt(after.dataset.ids, row), input, before: from, after: to });
    }
  }
  return { count, changes };
}
