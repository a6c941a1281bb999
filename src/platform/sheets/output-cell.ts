// One value of a result column, for the formats that write cell by cell.
import { roundHalfAwayFromZero } from '#core/rounding.ts';
import { textAt } from '#engine/table/column.ts';
import type { OutputColumn, WriteOptions } from './output-column.ts';

/** The decimals a number column is written with; undefined means unrounded. */
export function decimalsOf(column: OutputColumn, options: WriteOptions): number | undefined {
  const isNumber = column.kind === 'number' || column.kind === 'computed';
  return isNumber ? (column.decimals ?? options.decimals) : undefined;
}

/** NaN, an empty text and a category without label are null. */
export function outputCell(
  column: OutputColumn,
  row: number,
  decimals: number | undefined,
): number | string | null {
  switch (column.kind) {
    case 'number':
    case 'computed': {
      const value = column.kind === 'number' ? (column.values[row] as number) : column.at(row);
      if (!Number.isFinite(value)) return null;
      return decimals === undefined ? value + 0 : roundHalfAwayFromZero(value, decimals);
    }
    case 'integer': {
      const value = column.values[row] as number;
      return column.absentBelow !== undefined && value < column.absentBelow ? null : value;
    }
    case 'category':
      return emptyToNull(column.labels[column.codes[row] as number] ?? '');
    case 'text':
      return emptyToNull(textAt(column.column, row));
    case 'strings':
      return emptyToNull(column.at(row));
  }
}

function emptyToNull(text: string): string | null {
  return text === '' ? null : text;
}
