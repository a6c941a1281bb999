// Turns what was read from a file or request into staged rows: whose they are, what they say, and what is wrong with them.
import { checkCreditCode } from '#core/credit-code.ts';
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

/** Enterprises within the sender's reach. */
export type KnownEnterprises = {
  readonly byCode: ReadonlyMap<string, string>;
  /** By normalised name; absent where two share one. */
  readonly byName: ReadonlyMap<string, string>;
  readonly normalise: (name: string) => string;
};

export type Staged = {
  readonly row_number: number;
  readonly enterprise_id: string | null;
  readonly credit_code: string;
  readonly figures: string;
  readonly problems: readonly ImportProblem[] | null;
};

/** Row by row; `seen` remembers enterprises, so that the second row of one is told. */
export function* stageRows(sheet: Sheet, known: KnownEnterprises): Generator<Staged> {
  const seen = new Map<string, number>();
  for (let row = 0; row < sheet.rows; row++) {
    const number = sheet.rowNumber(row);
    const problems: ImportProblem[] = [...(sheet.problems.get(number) ?? [])];
    const { code } = checkCreditCode(sheet.creditCode(row));
    const enterprise = findEnterprise(code, sheet.name(row), known, problems, number);
    if (enterprise !== undefined) {
      const first = seen.get(enterprise);
      if (first === undefined) seen.set(enterprise, number);
      else problems.push(problem('enterprise_twice_in_file', 'error', { first }, number));
    }
    yield {
      row_number: number,
      enterprise_id: enterprise ?? null,
      credit_code: code,
      figures: figuresOf(sheet.columns, row, number, problems),
      problems: problems.length === 0 ? null : problems,
    };
  }
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
  const byName = name === '' ? undefined : known.byName.get(known.normalise(name));
  if (byName !== undefined && code === '') {
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
  let json = '';
  for (const { item, header, at } of columns) {
    const value = at(row);
    if (value === undefined || Number.isNaN(value)) continue;
    const fault = value === null ? undefined : faultOf(item, value);
    if (fault !== undefined) problems.push({ ...fault, row: number, column: header });
    json += `${json === '' ? '' : ','}"${item.item_id}":${JSON.stringify(valueOf(item, value))}`;
  }
  return `{${json}}`;
}

function valueOf({ kind }: Item, value: string | number | null): string | number | boolean | null {
  return kind === 'yes_no' && typeof value === 'number' ? value === 1 : value;
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
