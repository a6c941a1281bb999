// Reads a JSON file: an array with an object per row, or `{"columns": {header: [value per row]}}`.
import { isUtf8 } from 'node:buffer';
import { readFileSync, statSync } from 'node:fs';
import type { Column } from '#engine/table/column.ts';
import { CellColumn } from './cell-column.ts';
import { type CellProblem, reportCells } from './cell-problem.ts';
import type { Findings } from './findings.ts';
import { ProblemList } from './problem-list.ts';
import { failedRead, isInPercent, type ReadOptions, type ReadResult, reportHeaders } from './read-result.ts';
import { matchHeaders, type WantedColumn } from './wanted.ts';

/** JavaScript's longest text is a little over this. */
const LARGEST_MB = 500;
const MB = 1_000_000;

type JsonTable = {
  readonly rows: number;
  readonly headers: readonly string[];
  readonly valueAt: (row: number, header: string) => unknown;
};

export function readJson(
  file: string,
  wanted: readonly WantedColumn[],
  options: ReadOptions,
  findings: Findings,
): Promise<ReadResult> {
  const { size } = statSync(file);
  if (size > LARGEST_MB * MB) {
    const params = { size: Math.round(size / MB), limit: LARGEST_MB };
    findings.add({ code: 'file_too_large', severity: 'error', params });
    return Promise.resolve(failedRead(findings));
  }
  const table = parse(readFileSync(file), findings);
  options.onProgress?.(size, size);
  return Promise.resolve(table === undefined ? failedRead(findings) : toColumns(table, wanted, findings));
}

function parse(bytes: Buffer, findings: Findings): JsonTable | undefined {
  if (!isUtf8(bytes)) {
    findings.add({ code: 'encoding_unknown', severity: 'error' });
    return undefined;
  }
  let content: unknown;
  try {
    content = JSON.parse(bytes.toString('utf8').replace(/^\ufeff/, ''));
  } catch (error) {
    const reason = error instanceof SyntaxError ? error.message : String(error);
    findings.add({ code: 'json_not_understood', severity: 'error', params: { reason } });
    return undefined;
  }
  if (Array.isArray(content)) return tableOfRows(content, findings);
  if (isRecord(content) && isRecord(content['columns'])) return tableOfColumns(content['columns'], findings);
  findings.add({ code: 'json_not_a_table', severity: 'error' });
  return undefined;
}

function tableOfRows(rows: readonly unknown[], findings: Findings): JsonTable {
  const headers = new Set<string>();
  for (const [row, value] of rows.entries()) {
    if (isRecord(value)) for (const key in value) headers.add(key);
    else findings.add({ code: 'json_row_not_object', severity: 'error', place: { row: row + 1 } });
  }
  return {
    rows: rows.length,
    headers: [...headers],
    valueAt: (row, header) => {
      const value = rows[row];
      return isRecord(value) && Object.hasOwn(value, header) ? value[header] : null;
    },
  };
}

function tableOfColumns(columns: Readonly<Record<string, unknown>>, findings: Findings): JsonTable {
  const lists = new Map<string, readonly unknown[]>();
  for (const [header, values] of Object.entries(columns)) {
    if (Array.isArray(values)) lists.set(header, values);
    else findings.add({ code: 'json_column_not_array', severity: 'error', place: { column: header } });
  }
  const rows = Math.max(0, ...[...lists.values()].map(({ length }) => length));
  for (const [column, { length }] of lists) {
    if (length === rows) continue;
    findings.add({
      code: 'json_column_short',
      severity: 'error',
      params: { length, rows },
      place: { column },
    });
  }
  return { rows, headers: [...lists.keys()], valueAt: (row, header) => lists.get(header)?.[row] ?? null };
}

function toColumns(table: JsonTable, wanted: readonly WantedColumn[], findings: Findings): ReadResult {
  const { rows, headers } = table;
  const match = matchHeaders(headers, wanted);
  if (rows === 0) findings.add({ code: 'no_rows', severity: 'error' });
  else reportHeaders(findings, match, headers, {});
  const columns = new Map<string, Column>();
  const problems: CellProblem[] = [];
  for (const [i, column] of wanted.entries()) {
    const header = headers[match.places[i] ?? -1];
    if (header === undefined) continue;
    const listed = new ProblemList();
    let row = 0;
    const report = (code: CellProblem['code'], text: string): void => {
      listed.add({ code, row: row + 1, column: header, text });
    };
    const cells = new CellColumn(column.kind, isInPercent(column, match.found), rows, report);
    const isCode = column.kind === 'text' || column.kind === 'category';
    for (; row < rows; row++) {
      const value = table.valueAt(row, header);
      if (isCode && typeof value === 'number' && Math.abs(value) > Number.MAX_SAFE_INTEGER) {
        report('digits_lost', String(value));
      }
      putValue(cells, row, value, report);
    }
    columns.set(column.name, cells.finish(rows));
    problems.push(...listed.kept);
    findings.addUnlisted(listed.more);
  }
  reportCells(findings, problems);
  return {
    table: { rows, columns },
    headers: match.found,
    diagnostics: findings.all(),
    ignored: match.ignored,
    firstRow: 1,
    rowNumber: (row) => row + 1,
  };
}

function putValue(
  cells: CellColumn,
  row: number,
  value: unknown,
  report: (code: CellProblem['code'], text: string) => void,
): void {
  if (typeof value === 'string') cells.string(row, value);
  else if (typeof value === 'boolean') cells.flag(row, value);
  else if (typeof value === 'number') cells.number(row, value);
  else if (value !== null) report('json_nested', JSON.stringify(value));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
