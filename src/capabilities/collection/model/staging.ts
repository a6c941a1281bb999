// Turns what was read from a file or request into staged rows: whose they are, what they say, and what is wrong with them.
import { normaliseCreditCode } from '#core/credit-code.ts';
import type { ImportProblem } from '../contract/imports.ts';
import type { Item } from '../contract/items.ts';
import { rangeText } from './checks.ts';

export type SheetColumn = {
  readonly item: Item;
  /** As the file has it. */
  readonly header: string;
  /** The value of a row, undefined where the cell is empty. */
  readonly at: (row: number) => string | number | null | undefined;
};

export type Sheet = {
  readonly rows: number;
  readonly rowNumber: (row: number) => number;
  readonly creditCode: (row: number) => string;
  readonly name: (row: number) => string;
  readonly columns: readonly SheetColumn[];
  /** Problems the reader found, by row of the file. */
  readonly problems: ReadonlyMap<number, readonly ImportProblem[]>;
};

/** Enterprises within the sender's reach: all that the rows in question may mean. */
export type KnownEnterprises = {
  readonly byCode: ReadonlyMap<string, string>;
  /** Undefined also where two share the name. */
  readonly byName: (name: string) => string | undefined;
};

export type Staged = {
  readonly row_number: number;
  readonly enterprise_id: string | null;
  readonly credit_code: string;
  readonly figures: string;
  readonly problems: readonly ImportProblem[] | null;
};

/** Rows of a sheet one after the other, with the codes they name. */
export type Slice = { readonly from: number; readonly codes: readonly string[] };

export function sliceOf({ creditCode }: Sheet, from: number, to: number): Slice {
  return {
    from,
    codes: Array.from({ length: to - from }, (_, i) => normaliseCreditCode(creditCode(from + i))),
  };
}

/** Whether some row can be found by its name only. */
export function needsNames({ name }: Sheet, { from, codes }: Slice): boolean {
  return codes.some((code, i) => code === '' && name(from + i) !== '');
}

/**
 * `seen` remembers the enterprises of the slices before and the rows they first came in, so that the second row of one
 * is told.
 */
export function stageRows(
  sheet: Sheet,
  { from, codes }: Slice,
  known: KnownEnterprises,
  seen: Map<string, number>,
): Staged[] {
  return codes.map((code, i): Staged => {
    const row = from + i;
    const number = sheet.rowNumber(row);
    const problems: ImportProblem[] = [...(sheet.problems.get(number) ?? [])];
    const enterprise = findEnterprise(code, sheet.name(row), known, problems, number);
    if (enterprise !== undefined) {
      const first = seen.get(enterprise);
      if (first === undefined) seen.set(enterprise, number);
      else problems.push(problem('enterprise_twice_in_file', 'error', { first }, number));
    }
    return {
      row_number: number,
      enterprise_id: enterprise ?? null,
      credit_code: code,
      figures: figuresOf(sheet.columns, row, number, problems),
      problems: problems.length === 0 ? null : problems,
    };
  });
}

function findEnterprise(
  code: string,
  name: string,
  known: KnownEnterprises,
  problems: ImportProblem[],
  row: number,
): string | undefined {
  const byCode = code === '' ? undefined : known.byCode.get(code);
  if (byCode !== undefined) return byCode;
  const byName = name === '' || code !== '' ? undefined : known.byName(name);
  if (byName !== undefined) {
    problems.push(problem('enterprise_found_by_name', 'warning', { name }, row));
    return byName;
  }
  const params = { code, name };
  problems.push(
    problem(code === '' && name === '' ? 'enterprise_absent' : 'enterprise_unknown', 'error', params, row),
  );
  return undefined;
}

/** A JSON object of what the row states; empty cells state nothing. */
function figuresOf(
  columns: readonly SheetColumn[],
  row: number,
  number: number,
  problems: ImportProblem[],
): string {
  const members: string[] = [];
  for (const { item, header, at } of columns) {
    const value = at(row);
    if (value === undefined || Number.isNaN(value)) continue;
    const fault = value === null ? undefined : faultOf(item, value);
    if (fault !== undefined) problems.push({ ...fault, row: number, column: header });
    members.push(`"${item.item_id}":${jsonOf(item, value)}`);
  }
  return `{${members.join(',')}}`;
}

function jsonOf({ kind }: Item, value: string | number | null): string {
  if (kind === 'yes_no' && typeof value === 'number') return String(value === 1);
  // Two million numbers of a large file: each is its own JSON.
  return Number.isFinite(value) ? String(value) : JSON.stringify(value);
}

function faultOf(item: Item, value: string | number): Omit<ImportProblem, 'row' | 'column'> | undefined {
  const { min = -Infinity, max = Infinity } = item.rules;
  if (typeof value === 'number') {
    if (item.kind === 'yes_no' || (value >= min && value <= max)) return undefined;
    return {
      code: 'figure_out_of_range',
      severity: 'error',
      params: { value, range: rangeText(item.rules) },
    };
  }
  if (item.kind !== 'choice' || item.choices.includes(value)) return undefined;
  return {
    code: 'choice_unknown',
    severity: 'error',
    params: { value, choices: item.choices.slice(0, 10).join('、') },
  };
}

function problem(
  code: string,
  severity: ImportProblem['severity'],
  params: ImportProblem['params'],
  row: number,
): ImportProblem {
  return { code, severity, params, row };
}

/** How often each problem occurs, the errors first: what an import shows before its rows are looked at. */
export function summarise(
  counts: ReadonlyMap<string, { readonly severity: ImportProblem['severity']; readonly count: number }>,
): ImportProblem[] {
  return [...counts]
    .toSorted(([, a], [, b]) => weight(b) - weight(a))
    .map(([code, { severity, count }]) => ({
      code: 'problem_count',
      severity,
      params: { problem: code, count },
    }));
}

const weight = ({ severity, count }: { severity: ImportProblem['severity']; count: number }): number =>
  severity === 'error' ? 1e9 + count : count;
