// The figures of one period, and those of the periods before it.
import { type Table, textAt, type TextColumn } from '../table/column.ts';

export type Dataset = {
  /** One id per row; no two rows share one. */
  readonly ids: TextColumn;
  /** Columns by input name. */
  readonly table: Table;
  /** The unit a column came in, by input name, where its header stated one. */
  readonly units?: ReadonlyMap<string, string>;
  /** What to call the place of a finding. */
  readonly source?: { readonly file?: string; readonly sheet?: string; readonly firstRow?: number };
  /** Earlier periods, the latest first: `x[-1]` reads the first of them. */
  readonly history?: readonly Dataset[];
};

/** −1 when no row has this id. */
export function findRow(dataset: Dataset, id: string): number {
  for (let row = 0; row < dataset.table.rows; row++) if (textAt(dataset.ids, row) === id) return row;
  return -1;
}
