// Columns of few values: read out as texts, and counted.
import type { CategoryColumn } from '#engine/table/column.ts';

export const labelsOf = ({ codes, labels }: CategoryColumn): string[] =>
  Array.from(codes, (code) => labels[code] ?? '');

/** How many of the rows have each label; '' counts those without one. */
export function countBy(column: CategoryColumn, rows?: readonly number[]): Map<string, number> {
  const counts = new Map<string, number>();
  const add = (code: number): void => {
    const label = column.labels[code] ?? '';
    counts.set(label, (counts.get(label) ?? 0) + 1);
  };
  if (rows === undefined) column.codes.forEach(add);
  else for (const row of rows) add(column.codes[row] ?? -1);
  return counts;
}
