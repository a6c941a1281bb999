// From which class to which: counts between the two years.
import type { CategoryColumn } from '#engine/table/column.ts';
import type { Flow } from '#web/charts/flows.ts';

export type Transitions = {
  /** Best first, then '' for those without a class, where there are any. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** Rows are the classes before. */
  readonly cells: readonly (readonly number[])[];
};

export function transitionsOf(
  before: CategoryColumn,
  after: CategoryColumn,
  classes: readonly string[],
): Transitions {
  const all = [...classes, ''];
  const counts = all.map(() => all.map(() => 0));
  const placeIn = ({ codes, labels }: CategoryColumn, row: number): number => {
    const place = all.indexOf(labels[codes[row] ?? -1] ?? '');
    return place < 0 ? all.length - 1 : place;
  };
  for (let row = 0; row < before.codes.length; row++) {
    const own = counts[placeIn(before, row)] as number[];
    const to = placeIn(after, row);
    own[to] = (own[to] as number) + 1;
  }
  const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
  const rows = all.map((_, i) => i).filter((i) => sum(counts[i] ?? []) > 0);
  const columns = all.map((_, i) => i).filter((i) => counts.some((row) => (row[i] ?? 0) > 0));
  return {
    before: rows.map((i) => all[i] ?? ''),
    after: columns.map((i) => all[i] ?? ''),
    cells: rows.map((i) => columns.map((j) => counts[i]?.[j] ?? 0)),
  };
}

/** As the picture of flows takes them. */
export const flowsOf = ({ before, after, cells }: Transitions): Flow[] =>
  before.flatMap((from, i) =>
    after.map((to, j): Flow => ({ before: from, after: to, count: cells[i]?.[j] ?? 0 })),
  );
