// The figures of one period, and those of the periods before it.
import type { Place } from '#core/diagnostic.ts';
import { type Table, textAt, type TextColumn } from '../table/column.ts';

export type DataSource = {
  readonly file?: string;
  readonly sheet?: string;
  /** The row of the file, as a spreadsheet counts, from which a row of the table comes. */
  readonly rowNumber: (row: number) => number;
};

export type Dataset = {
  /** One id per row; no two rows share one. */
  readonly ids: TextColumn;
  /** Columns by input name. */
  readonly table: Table;
  /** The unit a column came in, by input name, where its header stated one. */
  readonly units?: ReadonlyMap<string, string>;
  /** Where the figures come from, so that findings can name the place. */
  readonly source?: DataSource;
  /** Earlier periods, the latest first: `x[-1]` reads the first of them. */
  readonly history?: readonly Dataset[];
};

/** −1 when no row has this id. */
export function findRow(dataset: Dataset, id: string): number {
  for (let row = 0; row < dataset.table.rows; row++) if (textAt(dataset.ids, row) === id) return row;
  return -1;
}

/** Without a source, rows count as in a file with one line of headers. */
export function rowNumberOf(dataset: Dataset, row: number): number {
  return dataset.source?.rowNumber(row) ?? row + 2;
}

/** The place of a finding, as far as it is known. */
export function placeOf(dataset: Dataset, row?: number, column?: string): Place {
  const { file, sheet } = dataset.source ?? {};
  return {
    ...(file === undefined ? {} : { file }),
    ...(sheet === undefined ? {} : { sheet }),
    ...(row === undefined ? {} : { row: rowNumberOf(dataset, row) }),
    ...(column === undefined ? {} : { column }),
  };
}
