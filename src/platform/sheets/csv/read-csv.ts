// Reads a CSV file into typed columns: encoding and header first, then the records on as many threads as there are.
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { Column } from '#engine/table/column.ts';
import { type CellProblem, reportCells } from '../cell-problem.ts';
import type { Findings } from '../findings.ts';
import {
  failedRead,
  isInPercent,
  type ReadOptions,
  type ReadResult,
  reportHeaders,
  rowNumbers,
} from '../read-result.ts';
import { type HeaderMatch, matchHeaders, type WantedColumn } from '../wanted.ts';
import { NO_WORKERS, openWorkers, type SheetWorkers } from '../workers.ts';
import { decodedSource, utf8Source } from './byte-source.ts';
import { LABEL, NUMBER, PIECE_BYTES, type ScanPlan, SKIP, TEXT } from './columns.ts';
import { finishColumn } from './finish-columns.ts';
import { type CsvHead, HEAD_BYTES, readHead } from './head.ts';
import type { ScannedFile } from './parts.ts';
import { scanOnThreads } from './scan-on-threads.ts';
import { scanSequentially, type SequentialScan } from './scan-sequential.ts';

/** Below this a second thread has nothing to gain. */
const PARALLEL_BYTES = 4_000_000;

type Input = {
  readonly fd: number;
  readonly size: number;
  readonly wanted: readonly WantedColumn[];
  readonly options: ReadOptions;
  readonly findings: Findings;
};

export async function readCsv(
  file: string,
  wanted: readonly WantedColumn[],
  options: ReadOptions,
  findings: Findings,
): Promise<ReadResult> {
  const fd = openSync(file, 'r');
  try {
    const { size } = fstatSync(fd);
    return await read({ fd, size, wanted, options, findings });
  } finally {
    closeSync(fd);
  }
}

async function read(input: Input): Promise<ReadResult> {
  const bytes = Buffer.allocUnsafeSlow(Math.min(HEAD_BYTES, input.size));
  const start = bytes.subarray(0, readSync(input.fd, bytes, 0, bytes.length, 0));
  const isWhole = start.length === input.size;
  const head = readHead(start, isWhole, input.wanted);
  const scan = await scanRecords(input, head);
  // ASCII at first and something else later is Chinese text in GB 18030; text that began in UTF-8 is broken instead.
  const mayBeChinese = head.markBytes === 0 && start.every((byte) => byte < 0x80);
  if (scan.kind !== 'not_utf8' || !mayBeChinese) return finish(input, head, scan);
  const again = readHead(start, isWhole, input.wanted, 'gb18030');
  return finish(input, again, await scanRecords(input, again));
}

type CsvScan = SequentialScan | { readonly kind: 'undecodable' };

async function scanRecords(input: Input, head: CsvHead): Promise<CsvScan> {
  const { fd, size } = input;
  const plan = planOf(input.wanted, matchHeaders(head.header, input.wanted), head);
  const start = head.markBytes + head.start;
  const rows = guessRows(fd, start, size);
  const onProgress = (done: number): void => input.options.onProgress?.(done, size);
  const inUtf8 = head.encoding === 'utf-8' && !head.returnsOnly;
  if (inUtf8 && !head.quoted && size >= PARALLEL_BYTES) {
    const job = { plan, fd, start, end: size, pieceBytes: PIECE_BYTES };
    const scan = await withWorkers(input.options, ({ helpers }) =>
      scanOnThreads(job, rows, helpers, onProgress),
    );
    if (scan.kind !== 'given_up') return scan;
  }
  const { encoding, returnsOnly } = head;
  const source = inUtf8
    ? utf8Source(fd, start)
    : decodedSource(fd, { encoding, returnsOnly, skip: head.start });
  try {
    // No text is longer than the file, or half as long again in UTF-8.
    return scanSequentially(source, { plan, rows, textBytes: Math.ceil(size * 1.5), onProgress });
  } catch (error) {
    if (error instanceof TypeError && 'code' in error && error.code === 'ERR_ENCODING_INVALID_ENCODED_DATA') {
      return { kind: 'undecodable' };
    }
    throw error;
  }
}

async function withWorkers<T>(options: ReadOptions, use: (workers: SheetWorkers) => Promise<T>): Promise<T> {
  if (options.workers !== undefined) return use(options.workers);
  const workers = (options.threads ?? 1) > 1 ? openWorkers(options.threads ?? 1) : NO_WORKERS;
  try {
    return await use(workers);
  } finally {
    await workers.close();
  }
}

/** A column wanted twice, as different things, is scanned as labels: everything else can be made of them. */
function planOf(wanted: readonly WantedColumn[], match: HeaderMatch, head: CsvHead): ScanPlan {
  const actions = head.header.map(() => SKIP);
  const percent = head.header.map(() => false);
  for (const [i, place] of match.places.entries()) {
    const column = wanted[i];
    if (place === undefined || column === undefined) continue;
    const action = column.kind === 'number' ? NUMBER : column.kind === 'text' ? TEXT : LABEL;
    actions[place] = actions[place] === SKIP || actions[place] === action ? action : LABEL;
    percent[place] ||= column.kind === 'number' && isInPercent(column, match.found);
  }
  return { delimiter: head.delimiter, actions, percent };
}

const SAMPLES = 8;
const SAMPLE_BYTES = 1 << 14;

/** Line feeds per byte at a few places of the file, with a margin: memory is taken only as rows come. */
function guessRows(fd: number, start: number, size: number): number {
  const sample = Buffer.allocUnsafe(SAMPLE_BYTES);
  let bytes = 0;
  let lines = 0;
  for (let i = 0; i < SAMPLES; i++) {
    const got = readSync(fd, sample, 0, SAMPLE_BYTES, start + Math.floor(((size - start) * i) / SAMPLES));
    bytes += got;
    for (let p = sample.indexOf(10); p >= 0 && p < got; p = sample.indexOf(10, p + 1)) lines += 1;
  }
  return Math.ceil(((size - start) * lines * 1.2) / Math.max(bytes, 1)) + 1000;
}

function finish(input: Input, head: CsvHead, scan: CsvScan): ReadResult {
  const { findings } = input;
  if (head.header.every((header) => header === '')) {
    findings.add({ code: 'empty_file', severity: 'error' });
    return failedRead(findings);
  }
  if (head.encoding === 'gb18030' && scan.kind !== 'undecodable') {
    findings.add({ code: 'encoding_gbk', severity: 'info' });
  }
  const match = matchHeaders(head.header, input.wanted);
  reportHeaders(findings, match, head.header, { row: head.headerRecord });
  if (scan.kind === 'scanned') return finishScanned(input, head, match, scan.file);
  if (scan.kind === 'quote_not_closed') {
    const row = head.headerRecord + 1 + scan.record;
    findings.add({ code: 'quote_not_closed', severity: 'error', place: { row } });
  } else {
    findings.add({ code: 'encoding_unknown', severity: 'error' });
  }
  return failedRead(findings);
}

function finishScanned(input: Input, head: CsvHead, match: HeaderMatch, file: ScannedFile): ReadResult {
  const { findings, wanted } = input;
  const firstRecord = head.headerRecord + 1;
  const rowNumber = rowNumbers(firstRecord, file.blanks);
  if (file.rows === 0) findings.add({ code: 'no_rows', severity: 'error' });
  const { actions, percent } = planOf(wanted, match, head);
  const columns = new Map<string, Column>();
  const problems: CellProblem[] = file.findings.map(({ code, record, column, text }) => {
    return { code, row: firstRecord + record, column: head.header[column], text };
  });
  for (const [i, { name, kind }] of wanted.entries()) {
    const place = match.places[i];
    if (place === undefined) continue;
    const scannedAs = { place, action: actions[place] ?? SKIP, percent: percent[place] === true };
    const { column, bad } = finishColumn(file, scannedAs, kind);
    columns.set(name, column);
    for (const { code, row, text } of bad) {
      problems.push({ code, row: rowNumber(row), column: head.header[place], text });
    }
  }
  reportCells(findings, problems);
  findings.addUnlisted(file.moreFindings);
  return {
    table: { rows: file.rows, columns },
    headers: match.found,
    diagnostics: findings.all(),
    ignored: match.ignored,
    firstRow: rowNumber(0),
    rowNumber,
  };
}
