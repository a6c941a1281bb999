// A column of a result as the writers take it, whatever the file format.
import type { TextColumn } from '#engine/table/column.ts';
import type { SheetWorkers } from './workers.ts';

export type OutputColumn = { readonly header: string } & (
  | { readonly kind: 'number'; readonly values: Float64Array; readonly decimals?: number }
  /** Numbers made when they are written: a large result then need not hold them all at once. */
  | { readonly kind: 'computed'; readonly at: (row: number) => number; readonly decimals?: number }
  | { readonly kind: 'integer'; readonly values: Int32Array | Uint32Array; readonly absentBelow?: number }
  | { readonly kind: 'category'; readonly codes: Int32Array | Uint8Array; readonly labels: readonly string[] }
  | { readonly kind: 'text'; readonly column: TextColumn }
  | { readonly kind: 'strings'; readonly at: (row: number) => string }
);

/** Some rows of a table: its columns are the same in each block. */
export type TableBlock = { readonly columns: readonly OutputColumn[]; readonly rows: number };

export type WriteOptions = {
  /** Fixed decimals of every number column that states none itself; without them the shortest text that reads back the same. */
  readonly decimals?: number;
  /** Threads to use when no `workers` are given; small files use one anyway. */
  readonly threads?: number;
  readonly workers?: SheetWorkers;
};
