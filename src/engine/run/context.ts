// What formulas read: bound inputs, values computed so far, groups, and the same of earlier periods by subject.
import { invariant } from '#core/app-error.ts';
import { compileFormula, type FormulaContext } from '../formula/evaluate.ts';
import type { Plan, ValuePlan } from '../scheme/plan.ts';
import { type CategoryColumn, type Column, textAt, type TextColumn } from '../table/column.ts';
import { bindDataset } from './bind.ts';
import type { Dataset } from './dataset.ts';

export type Groups = { readonly codes: Int32Array; readonly count: number };

export type Context = FormulaContext & {
  readonly rows: number;
  /** Puts a number column in place: a computed value, or an input that a simulation varies. */
  readonly define: (name: string, values: Float64Array) => void;
  readonly groupLabel: (names: readonly string[], code: number) => string;
  /** The context of the period `lag` before this one, over all its own subjects. */
  readonly past: (lag: number) => Context;
};

export function createContext(plan: Plan, dataset: Dataset, columns: ReadonlyMap<string, Column>): Context {
  const { rows } = dataset.table;
  const numbers = new Map<string, Float64Array>();
  for (const [name, column] of columns) if (column.kind === 'number') numbers.set(name, column.values);
  const groupCache = new Map<string, Groups & { labels: string[] }>();
  const pastCache = new Map<number, Context>();
  const joinCache = new Map<number, Int32Array>();

  const context: Context = {
    rows,
    define: (name, values) => void numbers.set(name, values),
    numbers: (name, lag) => {
      if (lag > 0) return aligned(context.past(lag).numbers(name, 0), joinOf(lag));
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
    groupLabel: (names, code) => groupsOf(names).labels[code] ?? '',
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

  function joinOf(lag: number): Int32Array {
    const known = joinCache.get(lag);
    if (known !== undefined) return known;
    const earlier = dataset.history?.[lag - 1];
    invariant(earlier !== undefined, `no period ${lag} before this one`);
    const join = joinById(dataset.ids, earlier.ids, rows, earlier.table.rows);
    joinCache.set(lag, join);
    return join;
  }

  function groupsOf(names: readonly string[]): Groups & { labels: string[] } {
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

/** Computes measures and indicator values in order; `only` limits it to those that depend on one of these inputs. */
export function computeValues(values: readonly ValuePlan[], context: Context): void {
  for (const value of values) {
    const out = new Float64Array(context.rows);
    compileFormula(value.expr)(context, out);
    context.define(value.name, out);
  }
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

function combineGroups(columns: readonly CategoryColumn[]): Groups & { labels: string[] } {
  const [first, ...others] = columns;
  invariant(first !== undefined, 'a group needs a name');
  if (others.length === 0) return { codes: first.codes, count: first.labels.length, labels: [...first.labels] };
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
