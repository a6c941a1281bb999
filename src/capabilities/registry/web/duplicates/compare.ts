// Possible duplicates for reading: each set of enterprises once with all reasons, and their records field by field.
import type { DuplicateGroup } from '#capabilities/registry/contract/duplicates.ts';

export type Suspects = {
  readonly id: string;
  readonly enterprises: DuplicateGroup['enterprises'];
  readonly reasons: readonly Pick<DuplicateGroup, 'reason' | 'value'>[];
  /** Who said that they are different enterprises. */
  readonly distinct: DuplicateGroup['distinct'];
};

/** Two that share a name and an account are one case, not two. */
export function suspectsOf(groups: readonly DuplicateGroup[]): Suspects[] {
  const found = new Map<string, Suspects>();
  for (const { enterprises, reason, value, distinct } of groups) {
    const id = enterprises
      .map(({ enterprise_id }) => enterprise_id)
      .sort()
      .join(' ');
    const reasons = [...(found.get(id)?.reasons ?? []), { reason, value }];
    found.set(id, { id, enterprises, reasons, distinct });
  }
  return [...found.values()];
}

export type ComparedRow = {
  readonly title: string;
  readonly values: readonly string[];
  readonly differs: boolean;
};

/** One row for each field that at least one record has. */
export function comparedRows<Row>(
  rows: readonly Row[],
  fields: readonly (readonly [title: string, value: (row: Row) => string | null])[],
): ComparedRow[] {
  return fields
    .map(([title, value]) => ({ title, values: rows.map((row) => value(row) ?? '') }))
    .filter(({ values }) => values.some((text) => text !== ''))
    .map(({ title, values }) => ({ title, values, differs: new Set(values).size > 1 }));
}
