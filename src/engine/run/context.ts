// What formulas read: bound inputs, values computed so far, groups, and the same of earlier periods by subject.
import { invariant } from '#core/app-error.ts';
import { compileFormula, type FormulaContext } from '../formula/evaluate.ts';
import type { Expr } from '../formula/expr.ts';
import type { Plan, ValuePlan } from '../scheme/plan.ts';
import type { Groups } from '../score/per-group.ts';
import { type CategoryColumn, type Column, textAt, type TextColumn } from '../table/column.ts';
import { bindDataset } from './bind.ts';
import type { Dataset } from './dataset.ts';
import { lastingWorkspace, type Workspace } from './workspace.ts';

/** Groups of rows with the name of each. */
export type NamedGroups = Groups & { readonly labels: readonly string[] };

export type Context = Omit<FormulaContext, 'groups'> & {
  readonly rows: number;
  /** Where the columns computed from here are put. */
  readonly workspace: Workspace;
  /** Computes a formula into a column that is none of the context's own. */
  readonly fill: (expr: Expr, out: Float64Array) => void;
  /** A formula as a column. */
  readonly column: (expr: Expr) => Float64Array;
  /** A condition as one byte per row: 1 where it holds. Absent counts as "does not hold". */
  readonly mask: (expr: Expr) => Uint8Array;
  /** Puts a number column in place: a computed value, or an input that a simulation varies. */
  readonly define: (name: string, values: Float64Array) => void;
  readonly groups: (names: readonly string[]) => NamedGroups;
  /** The context of the period `lag` before this one, over all its own subjects. */
  readonly past: (lag: number) => Context;
};

export function createContext(plan: Plan, dataset: Dataset, columns: ReadonlyMap<string, Column>): Context {
  const { rows } = dataset.table;
  const numbers = new Map<string, Float64Array>();
  for (const [name, column] of columns) if (column.kind === 'number') numbers.set(name, column.values);
  const workspace = lastingWorkspace(rows);
  const formulas = new Map<Expr, ReturnType<typeof compileFormula>>();
  const groupCache = new Map<string, NamedGroups>();
  const pastCache = new Map<number, Context>();
  const pastNumbers = new Map<string, Float64Array>();
  const joinCache = new Map<number, Int32Array>();

  const context: Context = {
    rows,
    workspace,
    fill: (expr, out) => formulaOf(expr)(context, out),
    column: (expr) => columnIn(workspace, expr, context),
    mask: (expr) => maskIn(workspace, expr, context),
    define: (name, values) => void numbers.set(name, values),
    numbers: (name, lag) => {
      if (lag > 0) return pastNumbersOf(name, lag);
      const values = numbers.get(name);
      invariant(values !== undefined, `no number column ${name}`);
      return values;
    },
    category: (name, lag) => {
      if (lag > 0) return alignedCategory(context.past(lag).category(name, 0), joinOf(lag));
      const column = columns.get(name);
      invariant(column?.kind === 'category', `no category column ${name}`);
      return column;
    },
    text: (name) => {
      const column = columns.get(name);
      invariant(column?.kind === 'text', `no text column ${name}`);
      return column;
    },
    groups: (names) => groupsOf(names),
    past: (lag) => {
      const known = pastCache.get(lag);
      if (known !== undefined) return known;
      const earlier = dataset.history?.[lag - 1];
      invariant(earlier !== undefined, `no period ${lag} before this one`);
      const past = pastContext(plan, earlier, dataset.history?.slice(lag) ?? []);
      pastCache.set(lag, past);
      return past;
    },
  };
  return context;

  function formulaOf(expr: Expr): ReturnType<typeof compileFormula> {
    const known = formulas.get(expr);
    if (known !== undefined) return known;
    const formula = compileFormula(expr);
    formulas.set(expr, formula);
    return formula;
  }

  /** Earlier periods do not change while this one is varied. */
  function pastNumbersOf(name: string, lag: number): Float64Array {
    const key = `${name} ${lag}`;
    const known = pastNumbers.get(key);
    if (known !== undefined) return known;
    const values = aligned(context.past(lag).numbers(name, 0), joinOf(lag));
    pastNumbers.set(key, values);
    return values;
  }

  function joinOf(lag: number): Int32Array {
    const known = joinCache.get(lag);
    if (known !== undefined) return known;
    const earlier = dataset.history?.[lag - 1];
    invariant(earlier !== undefined, `no period ${lag} before this one`);
    const join = joinById(dataset.ids, earlier.ids, rows, earlier.table.rows);
    joinCache.set(lag, join);
    return join;
  }

  function groupsOf(names: readonly string[]): NamedGroups {
    const key = names.join(' ');
    const known = groupCache.get(key);
    if (known !== undefined) return known;
    const groups = combineGroups(names.map((name) => groupColumn(name)));
    groupCache.set(key, groups);
    return groups;
  }

  function groupColumn(name: string): CategoryColumn {
    const values = numbers.get(name);
    if (values === undefined) return context.category(name, 0);
    const codes = Int32Array.from(values, (v) => (Number.isNaN(v) ? -1 : v === 0 ? 0 : 1));
    return { kind: 'category', codes, labels: ['否', '是'] };
  }
}

/** Computes measures and indicator values, in their order. */
export function computeValues(values: readonly ValuePlan[], context: Context): void {
  for (const value of values) context.define(value.name, context.column(value.expr));
}

/**
 * The context for runs that follow one another. What reads nothing that varies is computed once; the rest goes into the
 * workspace, which the caller rewinds between runs.
 */
export function repeatedContext(
  context: Context,
  workspace: Workspace,
  isVaried: (expr: Expr) => boolean,
): Context {
  const columns = new Map<Expr, Float64Array>();
  const masks = new Map<Expr, Uint8Array>();
  return {
    ...context,
    workspace,
    column: (expr) => {
      if (isVaried(expr)) return columnIn(workspace, expr, context);
      const column = columns.get(expr) ?? context.column(expr);
      columns.set(expr, column);
      return column;
    },
    mask: (expr) => {
      if (isVaried(expr)) return maskIn(workspace, expr, context);
      const mask = masks.get(expr) ?? context.mask(expr);
      masks.set(expr, mask);
      return mask;
    },
  };
}

function columnIn(workspace: Workspace, expr: Expr, context: Context): Float64Array {
  const values = workspace.numbers();
  context.fill(expr, values);
  return values;
}

function maskIn(workspace: Workspace, expr: Expr, context: Context): Uint8Array {
  const values = columnIn(workspace, expr, context);
  const mask = workspace.bytes();
  for (let row = 0; row < mask.length; row++) mask[row] = (values[row] as number) > 0 ? 1 : 0;
  return mask;
}

function pastContext(plan: Plan, earlier: Dataset, history: readonly Dataset[]): Context {
  const { columns } = bindDataset(plan, { ...earlier, history });
  const context = createContext(plan, { ...earlier, history }, columns);
  const reachable = plan.values.filter((value) => maxLag(value) <= history.length);
  computeValues(reachable, context);
  return context;
}

function maxLag(value: ValuePlan): number {
  return Math.max(0, ...value.lags);
}

function joinById(ids: TextColumn, earlierIds: TextColumn, rows: number, earlierRows: number): Int32Array {
  const rowOf = new Map<string, number>();
  for (let row = 0; row < earlierRows; row++) rowOf.set(textAt(earlierIds, row), row);
  const join = new Int32Array(rows);
  for (let row = 0; row < rows; row++) join[row] = rowOf.get(textAt(ids, row)) ?? -1;
  return join;
}

function aligned(values: Float64Array, join: Int32Array): Float64Array {
  return Float64Array.from(join, (row) => (row < 0 ? Number.NaN : (values[row] as number)));
}

function alignedCategory(column: CategoryColumn, join: Int32Array): CategoryColumn {
  const codes = join.map((row) => (row < 0 ? -1 : (column.codes[row] as number)));
  return { kind: 'category', codes, labels: column.labels };
}

function combineGroups(columns: readonly CategoryColumn[]): NamedGroups {
  const [first, ...others] = columns;
  invariant(first !== undefined, 'a group needs a name');
  if (others.length === 0) return { codes: first.codes, count: first.labels.length, labels: first.labels };
  const codeOf = new Map<string, number>();
  const labels: string[] = [];
  const codes = first.codes.map((_, row) => {
    const parts = columns.map((column) => column.codes[row] as number);
    if (parts.some((part) => part < 0)) return -1;
    const label = parts.map((part, i) => columns[i]?.labels[part] ?? '').join(' · ');
    const code = codeOf.get(label) ?? labels.push(label) - 1;
    codeOf.set(label, code);
    return code;
  });
  return { codes, count: labels.length, labels };
}
