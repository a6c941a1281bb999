// Reads the wanted columns of an Arrow file or stream, as frozen datasets and other tools have them.
import { readFileSync, statSync } from 'node:fs';
import { type ArrowField, readArrowFields } from '#engine/table/arrow-fields.ts';
import type { Column } from '#engine/table/column.ts';
import { CellColumn } from './cell-column.ts';
import { type CellProblem, reportCells } from './cell-problem.ts';
import type { Findings } from './findings.ts';
import { ProblemList } from './problem-list.ts';
import { failedRead, isInPercent, type ReadOptions, type ReadResult, reportHeaders } from './read-result.ts';
import { type HeaderMatch, matchHeaders, type WantedColumn } from './wanted.ts';

const LARGEST_MB = 2000;
const MB = 1_000_000;

type Fields = ReturnType<typeof readArrowFields>;

export function readArrow(
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
  try {
    const fields = readArrowFields(readFileSync(file));
    options.onProgress?.(size, size);
    return Promise.resolve(toColumns(fields, wanted, findings));
  } catch (error) {
    // Values are decoded only when they are read: whatever a damaged file makes the decoder throw is about the file.
    if (!(error instanceof Error) || 'syscall' in error) throw error;
    findings.add({ code: 'arrow_not_understood', severity: 'error', params: { reason: error.message } });
    return Promise.resolve(failedRead(findings));
  }
}

function toColumns(
  { rows, fields }: Fields,
  wanted: readonly WantedColumn[],
  findings: Findings,
): ReadResult {
  const headers = fields.map(({ name }) => name);
  const match = matchHeaders(headers, wanted);
  if (rows === 0) findings.add({ code: 'no_rows', severity: 'error' });
  reportHeaders(findings, match, headers, {});
  const columns = new Map<string, Column>();
  const problems: CellProblem[] = [];
  for (const [i, column] of wanted.entries()) {
    const field = fields[match.places[i] ?? -1];
    if (field === undefined) continue;
    if (field.holds === undefined) {
      const params = { column: field.name, found: field.typeName, wanted: column.kind };
      findings.add({ code: 'arrow_column_kind', severity: 'error', params, place: { column: field.name } });
    } else if (isAsWanted(field, column.kind)) {
      columns.set(column.name, field.toColumn());
    } else {
      const listed = new ProblemList();
      columns.set(column.name, convert(field, rows, column, match, listed));
      problems.push(...listed.kept);
      findings.addUnlisted(listed.more);
    }
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

/** A number is a date too: the engine's own files keep dates as days. */
function isAsWanted({ holds }: ArrowField, kind: WantedColumn['kind']): boolean {
  return holds === kind || (holds === 'number' && kind === 'date');
}

function convert(
  field: ArrowField,
  rows: number,
  wanted: WantedColumn,
  match: HeaderMatch,
  problems: ProblemList,
): Column {
  let row = 0;
  const report = (code: CellProblem['code'], text: string): void => {
    problems.add({ code, row: row + 1, column: field.name, text });
  };
  const cells = new CellColumn(wanted.kind, isInPercent(wanted, match.found), rows, report);
  for (; row < rows; row++) {
    const value = field.at(row);
    if (typeof value === 'string') cells.string(row, value);
    else if (typeof value === 'boolean') cells.flag(row, value);
    else if (typeof value === 'bigint') cells.string(row, String(value));
    else if (value !== null && field.holds === 'date') cells.day(row, value);
    else if (value !== null && !Number.isNaN(value)) cells.number(row, value);
  }
  return cells.finish(rows);
}
