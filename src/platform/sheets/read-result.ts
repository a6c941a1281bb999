// What every reader returns, and the findings about headers that all of them share.
import type { Column, Table } from '#engine/table/column.ts';
import type { Diagnostic } from '#core/diagnostic.ts';
import type { Findings } from './findings.ts';
import { type FoundHeader, type HeaderMatch, nearestHeaders, type WantedColumn } from './wanted.ts';
import type { SheetWorkers } from './workers.ts';

export type ReadOptions = {
  /** Sheet of a workbook; without it, the first one whose header fits. */
  readonly sheet?: string;
  /** Threads to use when no `workers` are given; small files use one anyway. */
  readonly threads?: number;
  readonly workers?: SheetWorkers;
  /** Bytes of the file read so far. */
  /** Findings to list, where 1,000 are not enough; the rest is counted. */
  readonly mostFindings?: number;
  readonly onProgress?: (done: number, total: number) => void;
};

export type ReadResult = {
  readonly table: Table;
  /** The wanted columns found, in the order wanted. Units are as written; the values are in them, not converted. */
  readonly headers: readonly FoundHeader[];
  readonly diagnostics: readonly Diagnostic[];
  /** Headers nobody asked for. */
  readonly ignored: readonly string[];
  /** The sheet that was read, when the file has sheets. */
  readonly sheet?: string;
  /** The row of the file, 1-based as a spreadsheet shows it, from which the table's first row comes. */
  readonly firstRow: number;
  /** The same for any row of the table: blank rows of the file have no row in the table. */
  readonly rowNumber: (row: number) => number;
};

export function failedRead(findings: Findings): ReadResult {
  return {
    table: { rows: 0, columns: new Map<string, Column>() },
    headers: [],
    diagnostics: findings.all(),
    ignored: [],
    firstRow: 1,
    rowNumber: (row) => row + 1,
  };
}

const NEAREST = 5;

export function reportHeaders(
  findings: Findings,
  match: HeaderMatch,
  headers: readonly string[],
  place: { sheet?: string; row?: number },
): void {
  for (const wanted of match.missing) {
    const nearest = nearestHeaders(
      wanted,
      headers.filter((header) => header !== ''),
      NEAREST,
    ).join(', ');
    const column = wanted.headers[0] ?? wanted.name;
    findings.add({ code: 'column_missing', severity: 'error', params: { column, nearest }, place });
  }
  for (const { wanted, first, second } of match.twice) {
    const params = { column: wanted.headers[0] ?? wanted.name, first, second };
    findings.add({ code: 'column_twice', severity: 'error', params, place: { ...place, column: second } });
  }
}

/**
 * `firstRecord` is the row of the file in which the records begin, `blanks` which of them, from 0, have no row in the table.
 * Row r of the table is record r + b, where b counts the blanks before it: those with `blanks[j] - j <= r`.
 */
export function rowNumbers(firstRecord: number, blanks: readonly number[]): (row: number) => number {
  return (row) => {
    let low = 0;
    let high = blanks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((blanks[middle] as number) - middle <= row) low = middle + 1;
      else high = middle;
    }
    return firstRecord + row + low;
  };
}

/** Whether a column's cells count in percent: then `2.36%` is 2.36. The header's own unit goes before the wanted one. */
export function isInPercent(wanted: WantedColumn, headers: readonly FoundHeader[]): boolean {
  const unit = headers.find(({ name }) => name === wanted.name)?.unit ?? wanted.unit;
  return unit === '%' || unit === '％';
}
