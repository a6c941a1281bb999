// What a table is told of a column. Everything it shows, sorts, sums and exports comes from `value`.
import type { ReactNode } from 'react';

export type CellValue = string | number | null;

export type Column<Row> = {
  readonly id: string;
  readonly title: string;
  /** Stands in the header, never in the cells. */
  readonly unit?: string;
  readonly width: number;
  readonly value: (row: Row) => CellValue;
  /** Numbers are right-aligned with this many decimals; texts have none. */
  readonly digits?: number;
  readonly render?: (row: Row) => ReactNode;
  /** The first column stays in sight anyway. */
  readonly pinned?: boolean;
  /** Not shown until the reader asks for it. */
  readonly hidden?: boolean;
  readonly footer?: 'sum' | 'median' | 'mean';
  /** A bar behind the number, against the largest of the column. */
  readonly bar?: boolean;
  /** Shown on the narrow screen, where a row is a card. The first column always is. */
  readonly phone?: boolean;
  /** Absent: can be sorted. */
  readonly sortable?: boolean;
  /** Buttons: they say themselves what they are, and stay out of files. */
  readonly acts?: boolean;
};

/** What can be done with a row. */
export const actsColumn = <Row>(
  title: string,
  width: number,
  render: (row: Row) => ReactNode,
): Column<Row> => ({
  id: 'acts',
  title,
  width,
  acts: true,
  sortable: false,
  phone: true,
  value: () => null,
  render,
});

export type Sort = { readonly column: string; readonly descending: boolean };

/** `-score` is descending by score; the form in which a sort stands in the address. */
export function readSort(text: string | undefined): Sort | undefined {
  if (text === undefined || text === '') return undefined;
  return text.startsWith('-')
    ? { column: text.slice(1), descending: true }
    : { column: text, descending: false };
}

export const writeSort = ({ column, descending }: Sort): string => `${descending ? '-' : ''}${column}`;

/** Chinese by its sound. */
const bySound = new Intl.Collator('zh-Hans-CN');

/** Absent values come last both ways: they are not small, they are not there. */
export function sortRows<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  sort: Sort | undefined,
): readonly Row[] {
  const column = columns.find(({ id }) => id === sort?.column);
  if (sort === undefined || column === undefined) return rows;
  const way = sort.descending ? -1 : 1;
  const keyed = rows.map((row) => ({ row, key: column.value(row) }));
  keyed.sort((a, b) => {
    if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null);
    if (typeof a.key === 'number' && typeof b.key === 'number') return way * (a.key - b.key);
    return way * bySound.compare(String(a.key), String(b.key));
  });
  return keyed.map(({ row }) => row);
}

/** Sum, mean or median of what is there; null when nothing is. */
export function footerOf<Row>(rows: readonly Row[], column: Column<Row>): number | null {
  const values = rows.map(column.value).filter((value): value is number => typeof value === 'number');
  if (values.length === 0 || column.footer === undefined) return null;
  const sum = (): number => values.reduce((total, value) => total + value, 0);
  if (column.footer === 'sum') return sum();
  if (column.footer === 'mean') return sum() / values.length;
  const sorted = Float64Array.from(values).sort();
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
}
