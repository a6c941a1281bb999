// Reads a table from a file: the wanted columns, by their headers, whatever the format.
import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import {
  detectFormat,
  endingOf,
  type FileFormat,
  formatOfEnding,
  SIGNATURE_BYTES,
  type TableFormat,
} from './file-format.ts';
import { Findings } from './findings.ts';
import { failedRead, type ReadOptions, type ReadResult } from './read-result.ts';
import type { WantedColumn as Wanted } from './wanted.ts';

export type WantedColumn = Wanted;

type Reader = (
  file: string,
  wanted: readonly WantedColumn[],
  options: ReadOptions,
  findings: Findings,
) => Promise<ReadResult>;

/** Each is loaded when a file needs it: start-up is part of every run. */
const READERS = {
  csv: async () => (await import('./csv/read-csv.ts')).readCsv,
  xlsx: async () => (await import('./xlsx/read-xlsx.ts')).readXlsx,
  json: async () => (await import('./json-read.ts')).readJson,
  arrow: async () => (await import('./arrow-file-read.ts')).readArrow,
} satisfies Record<TableFormat, () => Promise<Reader>>;

const FORMAT_NAMES = { csv: 'CSV', xlsx: 'XLSX', json: 'JSON', arrow: 'Arrow' } satisfies Record<
  TableFormat,
  string
>;

/** Bad input never throws: it is told in `diagnostics`, and the table has what could be read. */
export async function readTable(
  file: string,
  wanted: readonly WantedColumn[],
  options: ReadOptions = {},
): Promise<ReadResult> {
  const findings = new Findings(file, options.mostFindings);
  try {
    const format = formatOf(file, findings);
    if (format === undefined) return failedRead(findings);
    const read = await READERS[format]();
    return await read(file, wanted, options, findings);
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    reportUnreadable(file, error, findings);
    return failedRead(findings);
  }
}

function formatOf(file: string, findings: Findings): TableFormat | undefined {
  // A folder cannot be read, and opening a pipe might wait for ever.
  if (!statSync(file).isFile()) {
    findings.add({ code: 'not_a_file', severity: 'error' });
    return undefined;
  }
  const head = readSignature(file);
  if (head.length === 0) {
    findings.add({ code: 'empty_file', severity: 'error' });
    return undefined;
  }
  const detected: FileFormat = detectFormat(head, file);
  if (detected.kind === 'table') {
    const promised = formatOfEnding(file) ?? (endingOf(file) === '.xls' ? 'xlsx' : detected.format);
    if (promised !== detected.format) {
      const params = { extension: endingOf(file), format: FORMAT_NAMES[detected.format] };
      findings.add({ code: 'extension_differs', severity: 'info', params });
    }
    return detected.format;
  }
  if (detected.kind === 'old_workbook') findings.add({ code: 'xls_not_supported', severity: 'error' });
  else findings.add({ code: 'not_a_table', severity: 'error', params: { found: detected.found } });
  return undefined;
}

function readSignature(file: string): Buffer {
  const fd = openSync(file, 'r');
  try {
    const head = Buffer.alloc(Math.min(SIGNATURE_BYTES, fstatSync(fd).size));
    return head.subarray(0, readSync(fd, head, 0, head.length, 0));
  } finally {
    closeSync(fd);
  }
}

function reportUnreadable(file: string, error: Error & { code?: unknown }, findings: Findings): void {
  if (error.code === 'ENOENT')
    findings.add({ code: 'file_not_found', severity: 'error', params: { path: file } });
  else findings.add({ code: 'file_unreadable', severity: 'error', params: { reason: error.message } });
}
