// Reading the figures a plan needs from a file, by the headers people use.
import type { Diagnostic } from '#core/diagnostic.ts';
import type { Dataset } from '#engine/run/dataset.ts';
import type { Plan } from '#engine/scheme/plan.ts';
import { invariant } from '#core/app-error.ts';
import { checkCreditCodes } from './credit-codes.ts';
import { readTable, type WantedColumn } from '#platform/sheets/read.ts';
import type { SheetWorkers } from '#platform/sheets/workers.ts';

const ID_HEADERS: readonly string[] = [
  'id',
  '统一社会信用代码',
  '信用代码',
  'credit_code',
  '企业编号',
  '编号',
  '企业名称',
  '单位名称',
  '名称',
  'name',
];

export type ReadOptions = {
  readonly id?: string | undefined;
  readonly sheet?: string | undefined;
  readonly onProgress?: (done: number, total: number) => void;
  readonly workers?: SheetWorkers;
};

export type ReadData = { readonly dataset: Dataset | undefined; readonly diagnostics: readonly Diagnostic[] };

/** Reads one period. The first header of the list that a file has is its id column. */
export async function readDataset(file: string, plan: Plan, options: ReadOptions = {}): Promise<ReadData> {
  const wanted = [idColumn(plan, options.id), ...inputColumns(plan)];
  const result = await readTable(file, wanted, {
    ...(options.sheet === undefined ? {} : { sheet: options.sheet }),
    ...(options.onProgress === undefined ? {} : { onProgress: options.onProgress }),
    ...(options.workers === undefined ? {} : { workers: options.workers }),
  });
  const ids = result.table.columns.get('id');
  if (ids === undefined || result.diagnostics.some((d) => d.severity === 'error')) {
    return { dataset: undefined, diagnostics: result.diagnostics };
  }
  invariant(ids.kind === 'text', 'ids are read as text');
  const columns = new Map(result.table.columns);
  columns.delete('id');
  const units = new Map(
    result.headers.flatMap(({ name, unit }) => (unit === undefined ? [] : [[name, unit] as const])),
  );
  const source = {
    file,
    ...(result.sheet === undefined ? {} : { sheet: result.sheet }),
    rowNumber: result.rowNumber,
  };
  const dataset: Dataset = { ids, table: { rows: result.table.rows, columns }, units, source };
  const header = result.headers.find(({ name }) => name === 'id')?.header ?? '';
  return { dataset, diagnostics: [...result.diagnostics, ...checkCreditCodes(dataset, header)] };
}

function idColumn(plan: Plan, header: string | undefined): WantedColumn {
  const { id } = plan.scheme;
  const stated = [id?.zh, id?.en, ...(id?.aliases ?? [])].filter((text) => text !== undefined);
  const headers = header === undefined ? [...stated, ...ID_HEADERS] : [header];
  return { name: 'id', headers, kind: 'text', optional: false, inOrder: true };
}

function inputColumns(plan: Plan): WantedColumn[] {
  return plan.inputs.map(({ name, kind, unit, spec }) => ({
    name,
    kind,
    headers: [name, spec.zh, spec.en, ...(spec.aliases ?? [])].filter((text) => text !== undefined),
    ...(unit === undefined ? {} : { unit }),
    // A missing column is the binding's finding: it knows the scheme's words for it.
    optional: true,
  }));
}
