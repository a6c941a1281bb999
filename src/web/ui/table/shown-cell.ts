// What a reader sees in a cell, wherever the row is drawn.
import type { ReactNode } from 'react';
import { fixed } from '../numbers.ts';
import type { Column } from './column.ts';

export function shownCell<Row>(column: Column<Row>, row: Row): ReactNode {
  const drawn = column.render?.(row);
  if (drawn !== undefined && drawn !== null) return drawn;
  const value = column.value(row);
  return typeof value === 'number' ? fixed(value, column.digits ?? 0) : (value ?? '—');
}
