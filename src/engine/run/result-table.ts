// A run's result as a table: the columns everybody is shown, in a form whose bytes are the same for the same run.
import { columnsToArrow, type IntegerColumn } from '../table/arrow.ts';
import { type Column, type TextColumn, textColumn } from '../table/column.ts';
import type { Run } from './evaluate.ts';
import { standardColumns } from './result-columns.ts';

/** An Arrow file with the standard columns under their names, reasons in Chinese. */
export function resultToArrow(run: Run): Uint8Array {
  return columnsToArrow(
    standardColumns(run, 'zh').map((column) => [column.name, plainColumn(column, run.rows)]),
  );
}

/** Without what is only computed when it is asked for. Codes that have no label are absent. */
export function plainColumn(column: PlainColumn, rows: number): Column | IntegerColumn {
  switch (column.kind) {
    case 'number':
      return { kind: 'number', values: column.values };
    case 'computed':
      return { kind: 'number', values: Float64Array.from({ length: rows }, (_, row) => column.at(row)) };
    case 'integer':
      return column;
    case 'category': {
      const { labels } = column;
      const codes = Int32Array.from(column.codes, (code) => (code < labels.length ? code : -1));
      return { kind: 'category', codes, labels };
    }
    case 'text':
      return column.column;
    case 'strings':
      return textColumn(Array.from({ length: rows }, (_, row) => column.at(row)));
  }
}

type PlainColumn =
  | { readonly kind: 'number'; readonly values: Float64Array }
  | { readonly kind: 'computed'; readonly at: (row: number) => number }
  | { readonly kind: 'integer'; readonly values: Int32Array | Uint32Array; readonly absentBelow?: number }
  | { readonly kind: 'category'; readonly codes: Int32Array | Uint8Array; readonly labels: readonly string[] }
  | { readonly kind: 'text'; readonly column: TextColumn }
  | { readonly kind: 'strings'; readonly at: (row: number) => string };
