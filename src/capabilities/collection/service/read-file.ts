// Reads an uploaded file into the columns of the items it holds.
import { conversionRatio, parseUnit } from '#core/units.ts';
import { type Column, textAt } from '#engine/table/column.ts';
import { readTable, type WantedColumn } from '#platform/sheets/read.ts';
import type { ReadResult } from '#platform/sheets/read-result.ts';
import { matchHeaders } from '#platform/sheets/wanted.ts';
import type { ImportProblem } from '../contract/imports.ts';
import type { Item } from '../contract/items.ts';
import { headersFor, type Mapping } from '../model/column-mapping.ts';
import type { Sheet, SheetColumn } from '../model/staging.ts';

const CODE = 'credit_code';
const NAME = 'enterprise_name';
const MOST_FINDINGS = 200_000;

const KEY_COLUMNS: readonly WantedColumn[] = [
  {
    name: CODE,
    headers: ['统一社会信用代码', '信用代码', '社会信用代码', '纳税人识别号', 'credit_code'],
    kind: 'text',
    optional: true,
    inOrder: true,
  },
  {
    name: NAME,
    headers: ['企业名称', '单位名称', '纳税人名称', '用户名称', '名称', 'name'],
    kind: 'text',
    optional: true,
    inOrder: true,
  },
];

export type ReadFile = {
  readonly sheet: Sheet;
  /** About the file as a whole: what is missing, what was not understood, units that do not fit. */
  readonly findings: readonly ImportProblem[];
  /** Headers nobody understood. */
  readonly unknownHeaders: readonly string[];
};

/** What is looked for in a file. */
export type Wanted = {
  readonly items: readonly Item[];
  /** Items of the catalogue that are not the sender's: their headers are understood, but not read. */
  readonly others: readonly Item[];
  readonly mapping: Mapping;
};

const MOST_UNKNOWN = 200;
const LONGEST_HEADER = 200;

export async function readFile(
  file: string,
  { items, others, mapping }: Wanted,
  onProgress: (done: number, total: number) => void,
): Promise<ReadFile> {
  const wanted = [...KEY_COLUMNS, ...items.map(wantedColumn)].map((column) => {
    const given = headersFor(mapping, column.name);
    return given.length === 0 ? column : { ...column, headers: [...given, ...column.headers] };
  });
  const result = await readTable(file, wanted, { onProgress, mostFindings: MOST_FINDINGS, threads: 1 });
  const findings: ImportProblem[] = [];
  const problems = new Map<number, ImportProblem[]>();
  for (const { code, severity, params, place = {} } of result.diagnostics) {
    const problem: ImportProblem = {
      code,
      severity,
      params,
      ...(place.row === undefined ? {} : { row: place.row }),
      ...(place.column === undefined ? {} : { column: place.column }),
    };
    // A problem of a cell belongs to its row; one of a header stands for the whole file.
    const { row, column } = place;
    if (row !== undefined && row >= result.firstRow && column !== undefined)
      problems.set(row, [...(problems.get(row) ?? []), problem]);
    else findings.push(problem);
  }
  const columns = items.flatMap((item) => columnOf(item, result, findings));
  const [code, name] = [textColumn(result, CODE), textColumn(result, NAME)];
  if (code === undefined && name === undefined)
    findings.push({ code: 'no_enterprise_column', severity: 'error', params: {} });
  if (columns.length === 0) findings.push({ code: 'no_item_column', severity: 'error', params: {} });
  const { table, rowNumber } = result;
  const nothing = () => '';
  const sheet = {
    rows: table.rows,
    rowNumber,
    creditCode: code ?? nothing,
    name: name ?? nothing,
    columns,
    problems,
  };
  return { sheet, findings, unknownHeaders: unknownHeaders(result.ignored, others) };
}

function unknownHeaders(ignored: readonly string[], others: readonly Item[]): string[] {
  const known = [...KEY_COLUMNS, ...others.map(wantedColumn)];
  const unknown = ignored.filter(
    (header) => header.length <= LONGEST_HEADER && matchHeaders([header], known).found.length === 0,
  );
  return [...new Set(unknown)].slice(0, MOST_UNKNOWN);
}

function wantedColumn({ item_id: id, name, synonyms, kind, unit }: Item): WantedColumn {
  const kinds = { number: 'number', yes_no: 'flag', text: 'text', choice: 'text' } as const;
  return {
    name: id,
    headers: [name, id, ...synonyms],
    kind: kinds[kind],
    ...(unit === null ? {} : { unit }),
    optional: true,
  };
}

function textColumn({ table }: ReadResult, name: string): ((row: number) => string) | undefined {
  const column = table.columns.get(name);
  return column?.kind === 'text' ? (row) => textAt(column, row) : undefined;
}

function columnOf(item: Item, result: ReadResult, findings: ImportProblem[]): SheetColumn[] {
  const column = result.table.columns.get(item.item_id);
  const found = result.headers.find(({ name }) => name === item.item_id);
  if (column === undefined || found === undefined) return [];
  const factor = unitFactor(item, found.unit, found.header, findings);
  return factor === undefined ? [] : [{ item, header: found.header, at: cellReader(column, factor) }];
}

function cellReader(column: Column, { num, den }: Factor): SheetColumn['at'] {
  if (column.kind === 'number') {
    const { values } = column;
    return num === den ? (row) => values[row] : (row) => ((values[row] as number) * num) / den;
  }
  if (column.kind === 'category') return (row) => column.labels[column.codes[row] as number];
  return (row) => {
    const text = textAt(column, row);
    return text === '' ? undefined : text;
  };
}

type Factor = { readonly num: number; readonly den: number };
const SAME: Factor = { num: 1, den: 1 };

/** What the file's unit has to be multiplied by. Undefined when the two measure different things. */
function unitFactor(
  item: Item,
  unit: string | undefined,
  header: string,
  findings: ImportProblem[],
): Factor | undefined {
  if (unit === undefined || item.unit === null || unit === item.unit) return SAME;
  const [from, to] = [parseUnit(unit), parseUnit(item.unit)];
  const params = { unit, expected: item.unit };
  // Brackets hold other things too, as in 综合能耗（等价值）.
  if (from === undefined || to === undefined) return SAME;
  const ratio = conversionRatio(from, to);
  if (ratio === undefined) {
    findings.push({ code: 'unit_does_not_fit', severity: 'error', params, column: header });
    return undefined;
  }
  if (ratio.num !== ratio.den)
    findings.push({ code: 'unit_converted', severity: 'info', params, column: header });
  return ratio;
}
