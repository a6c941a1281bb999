// Writes a result as an Arrow file that other tools open with its types.
import { writeFileSync } from 'node:fs';
import { roundHalfAwayFromZero } from '#core/rounding.ts';
import { plainColumn } from '#engine/run/result-table.ts';
import { columnsToArrow, type IntegerColumn } from '#engine/table/arrow.ts';
import type { Column } from '#engine/table/column.ts';
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
  const plain = plainColumn(column, rows);
  return plain.kind === 'number' && decimals !== undefined
    ? { kind: 'number', values: rounded(plain.values, decimals) }
    : plain;
}

function rounded(values: Float64Array, decimals: number): Float64Array {
  return values.map((value) => roundHalfAwayFromZero(value, decimals));
}
