// Writes a result as an Arrow file that other tools open with its types.
import { writeFileSync } from 'node:fs';
import { roundHalfAwayFromZero } from '#core/rounding.ts';
import { columnsToArrow, type IntegerColumn } from '#engine/table/arrow.ts';
import { type Column, textColumn } from '#engine/table/column.ts';
import { writeAtomically } from './atomic-file.ts';
import { decimalsOf } from './output-cell.ts';
import type { OutputColumn, WriteOptions } from './output-column.ts';

export async function writeArrow(
  file: string,
  columns: readonly OutputColumn[],
  rows: number,
  options: WriteOptions,
): Promise<void> {
  const bytes = columnsToArrow(
    columns.map((column) => [column.header, toColumn(column, rows, decimalsOf(column, options))]),
  );
  await writeAtomically(file, (fd) => {
    writeFileSync(fd, bytes);
  });
}

function toColumn(column: OutputColumn, rows: number, decimals: number | undefined): Column | IntegerColumn {
  switch (column.kind) {
    case 'number':
      return {
        kind: 'number',
        values: decimals === undefined ? column.values : rounded(column.values, decimals),
      };
    case 'computed': {
      const values = Float64Array.from({ length: rows }, (_, row) => column.at(row));
      return { kind: 'number', values: decimals === undefined ? values : rounded(values, decimals) };
    }
    case 'integer':
      return column;
    case 'category':
      return {
        kind: 'category',
        codes: withoutStray(column.codes, column.labels.length),
        labels: column.labels,
      };
    case 'text':
      return column.column;
    case 'strings':
      return textColumn(Array.from({ length: rows }, (_, row) => column.at(row)));
  }
}

function rounded(values: Float64Array, decimals: number): Float64Array {
  return values.map((value) => roundHalfAwayFromZero(value, decimals));
}

/** Codes without a label are absent. */
function withoutStray(codes: Int32Array | Uint8Array, labels: number): Int32Array {
  return Int32Array.from(codes, (code) => (code < labels ? code : -1));
}
