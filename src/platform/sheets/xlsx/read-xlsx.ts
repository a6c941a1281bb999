// Reads a sheet of a workbook into typed columns, in one pass over its XML and within a memory that the result decides.
import { closeSync, fstatSync, openSync } from 'node:fs';
import { reportCells } from '../cell-problem.ts';
import type { Findings } from '../findings.ts';
import {
  failedRead,
  isInPercent,
  type ReadOptions,
  type ReadResult,
  reportHeaders,
  rowNumbers,
} from '../read-result.ts';
import { findHeaderRow, type HeaderMatch, matchHeaders, type WantedColumn } from '../wanted.ts';
import { XlsxFault } from './fault.ts';
import { type PlacedColumn, SheetBody } from './sheet-body.ts';
import { type HeadRow, readSheetHead } from './sheet-head.ts';
import { SheetScanner } from './sheet-scanner.ts';
import { openWorkbook, type Sheet, type Workbook } from './workbook.ts';
import { zipContent } from './zip-content.ts';

export async function readXlsx(
  file: string,
  wanted: readonly WantedColumn[],
  options: ReadOptions,
  findings: Findings,
): Promise<ReadResult> {
  const fd = openSync(file, 'r');
  try {
    const workbook = await openWorkbook(fd, fstatSync(fd).size);
    const chosen = await chooseSheet(workbook, wanted, options.sheet, findings);
    return chosen === undefined
      ? failedRead(findings)
      : await readSheet(workbook, chosen, wanted, options, findings);
  } catch (error) {
    if (!(error instanceof XlsxFault)) throw error;
    findings.add(error.finding);
    return failedRead(findings);
  } finally {
    closeSync(fd);
  }
}

type HeadedSheet = {
  readonly sheet: Sheet;
  /** 1-based, as shown. */
  readonly headerRow: number;
  readonly header: readonly string[];
  readonly match: HeaderMatch;
};

/** The named sheet, or the first visible one that has what is required and half of what the best one has. */
async function chooseSheet(
  workbook: Workbook,
  wanted: readonly WantedColumn[],
  name: string | undefined,
  findings: Findings,
): Promise<HeadedSheet | undefined> {
  const named = workbook.sheets.filter((sheet) =>
    name === undefined ? !sheet.hidden : sheet.name.trim() === name.trim(),
  );
  if (name !== undefined && named.length === 0) {
    const sheets = workbook.sheets.map((sheet) => sheet.name).join(', ');
    findings.add({ code: 'sheet_not_found', severity: 'error', params: { name, sheets } });
    return undefined;
  }
  const headed: HeadedSheet[] = [];
  for (const sheet of named.length === 0 ? workbook.sheets : named) {
    const rows = await readSheetHead(zipContent(workbook.fd, sheet.entry), workbook.strings);
    if (rows.length === 0) continue;
    const candidate = withHeader(sheet, rows, wanted);
    headed.push(candidate);
    if (candidate.match.found.length === wanted.length) break;
  }
  const best = Math.max(0, ...headed.map(({ match }) => match.found.length));
  const fits = ({ match }: HeadedSheet): boolean =>
    match.missing.length === 0 && match.found.length * 2 >= best;
  const chosen =
    headed.find((sheet) => best > 0 && fits(sheet)) ??
    headed.find(({ match }) => match.found.length === best);
  if (chosen === undefined) findings.add({ code: 'empty_file', severity: 'error' });
  return chosen;
}

function withHeader(sheet: Sheet, rows: readonly HeadRow[], wanted: readonly WantedColumn[]): HeadedSheet {
  const { index } = findHeaderRow(
    rows.map(({ cells }) => cells),
    wanted,
  );
  const { row, cells } = rows[index] ?? { row: 1, cells: [] };
  return { sheet, headerRow: row, header: cells, match: matchHeaders(cells, wanted) };
}

async function readSheet(
  workbook: Workbook,
  { sheet, headerRow, header, match }: HeadedSheet,
  wanted: readonly WantedColumn[],
  options: ReadOptions,
  findings: Findings,
): Promise<ReadResult> {
  reportHeaders(findings, match, header, { sheet: sheet.name, row: headerRow });
  const body = new SheetBody(workbook, headerRow, placedColumns(wanted, match, header), sheet.entry.size);
  const scanner = new SheetScanner(body.listener());
  const total = sheet.entry.packedSize;
  const onProgress = (done: number): void => options.onProgress?.(done, total);
  for await (const piece of zipContent(workbook.fd, sheet.entry, { onProgress })) scanner.push(piece);
  scanner.end();
  reportBody(findings, body, sheet.name);
  const rowNumber = rowNumbers(headerRow + 1, body.blanks);
  return {
    table: { rows: body.rows, columns: body.columns() },
    headers: match.found,
    diagnostics: findings.all(),
    ignored: match.ignored,
    sheet: sheet.name,
    firstRow: rowNumber(0),
    rowNumber,
  };
}

function placedColumns(
  wanted: readonly WantedColumn[],
  match: HeaderMatch,
  header: readonly string[],
): PlacedColumn[] {
  return wanted.flatMap((column, i): PlacedColumn[] => {
    const place = match.places[i];
    if (place === undefined) return [];
    return [
      { wanted: column, place, header: header[place] ?? '', inPercent: isInPercent(column, match.found) },
    ];
  });
}

function reportBody(findings: Findings, body: SheetBody, sheet: string): void {
  if (body.rows === 0) findings.add({ code: 'no_rows', severity: 'error', place: { sheet } });
  for (const { name, row } of body.merged) {
    findings.add({ code: 'merged_cells', severity: 'error', params: { range: name }, place: { sheet, row } });
  }
  reportCells(findings, body.problems.kept, sheet);
  findings.addUnlisted(body.problems.more);
  if (body.hiddenRows > 0) {
    findings.add({
      code: 'hidden_rows',
      severity: 'warning',
      params: { count: body.hiddenRows },
      place: { sheet },
    });
  }
  if (body.hiddenColumns.size > 0) {
    const columns = [...body.hiddenColumns].join(', ');
    findings.add({ code: 'hidden_columns', severity: 'warning', params: { columns }, place: { sheet } });
  }
}
