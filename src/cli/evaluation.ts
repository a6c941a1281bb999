// The way of every command that evaluates: scheme, figures, findings, run.
import { AppError } from '#core/app-error.ts';
import { type Diagnostic, hasErrors } from '#core/diagnostic.ts';
import { evaluate, type Override, type Run } from '#engine/run/evaluate.ts';
import type { Dataset } from '#engine/run/dataset.ts';
import { textAt } from '#engine/table/column.ts';
import { readTable } from '#platform/sheets/read.ts';
import { NO_WORKERS, type SheetWorkers } from '#platform/sheets/workers.ts';
import type { Arguments, Io, Options } from './command.ts';
import { readDataset } from './data.ts';
import { renderFinding, type SchemePlace } from './findings.ts';
import { openScheme, type OpenedScheme, readParameters } from './schemes.ts';

export const EVALUATION_OPTIONS = {
  scheme: {
    type: 'string',
    short: 's',
    value: 'NAME|FILE',
    required: true,
    zh: '方案：内置方案名或文件路径',
    en: 'the scheme: a shipped name or a path',
  },
  data: {
    type: 'string',
    short: 'd',
    value: 'FILE',
    required: true,
    zh: '数据文件：CSV、XLSX、JSON 或 Arrow',
    en: 'the figures: CSV, XLSX, JSON or Arrow',
  },
  previous: {
    type: 'string',
    multiple: true,
    value: 'FILE',
    zh: '上一期数据；可重复，由近到远',
    en: 'figures of the period before; repeat for earlier ones',
  },
  overrides: {
    type: 'string',
    value: 'FILE',
    zh: '人工调档：含 id、class、reason 三列的文件',
    en: 'manual changes of class: a file with id, class and reason',
  },
  set: {
    type: 'string',
    multiple: true,
    value: 'NAME=NUMBER',
    zh: '改用方案参数的另一数值；可重复',
    en: 'another value for a parameter of the scheme; may be repeated',
  },
  id: {
    type: 'string',
    value: 'HEADER',
    zh: '编号所在列的表头',
    en: 'header of the column that identifies a subject',
  },
  sheet: { type: 'string', value: 'NAME', zh: 'XLSX 工作表名', en: 'sheet of an XLSX file' },
  json: { type: 'boolean', zh: '输出 JSON', en: 'print JSON' },
} as const satisfies Options;

export type OpenedRun = { readonly scheme: OpenedScheme; readonly dataset: Dataset; readonly run: Run };

/** Undefined after findings that forbid a run; they are printed. */
export async function openRun(
  args: Arguments,
  io: Io,
  workers: SheetWorkers = NO_WORKERS,
): Promise<OpenedRun | undefined> {
  const scheme = openScheme(args.text('scheme') ?? '', readParameters(args.list('set')));
  const place: SchemePlace = { file: scheme.file, locate: scheme.locate };
  printFindings(scheme.diagnostics, io, place);
  if (scheme.plan === undefined) return undefined;
  const options = {
    id: args.text('id'),
    sheet: args.text('sheet'),
    workers,
    onProgress: (done: number, total: number) => io.progress(progressText(done, total, io)),
  };
  const current = await readDataset(args.text('data') ?? '', scheme.plan, options);
  printFindings(current.diagnostics, io);
  const history: Dataset[] = [];
  for (const file of args.list('previous')) {
    const earlier = await readDataset(file, scheme.plan, options);
    printFindings(earlier.diagnostics, io);
    if (earlier.dataset === undefined) return undefined;
    history.push(earlier.dataset);
  }
  if (current.dataset === undefined) return undefined;
  const dataset: Dataset = { ...current.dataset, history };
  const evaluated = evaluate(scheme.plan, dataset, await readOverrides(args.text('overrides')));
  printFindings(evaluated.diagnostics, io, place);
  return evaluated.run && { scheme, dataset, run: evaluated.run };
}

export function printFindings(findings: readonly Diagnostic[], io: Io, scheme?: SchemePlace): void {
  for (const finding of findings) io.err(renderFinding(finding, io.lang, scheme));
}

function progressText(done: number, total: number, { lang }: Io): string {
  const share = total > 0 ? Math.floor((100 * done) / total) : 0;
  return lang === 'zh' ? `正在读取数据 ${share}%` : `reading the figures ${share}%`;
}

async function readOverrides(file: string | undefined): Promise<Override[]> {
  if (file === undefined) return [];
  const column = (name: string, zh: string) => ({
    name,
    headers: [name, zh],
    kind: 'text' as const,
    optional: false,
  });
  const read = await readTable(file, [
    column('id', '编号'),
    column('class', '等级'),
    column('reason', '理由'),
  ]);
  if (hasErrors(read.diagnostics)) throw new AppError('overrides_need_columns', { file }, read.diagnostics);
  const text = (name: string, row: number): string => {
    const values = read.table.columns.get(name);
    return values?.kind === 'text' ? textAt(values, row) : '';
  };
  return Array.from({ length: read.table.rows }, (_, row) => ({
    id: text('id', row),
    class: text('class', row),
    reason: text('reason', row),
  }));
}
