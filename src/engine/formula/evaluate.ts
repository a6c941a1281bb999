// Evaluation by column: one tight loop per operator, intermediate results in a few buffers that are used again and again.
import { type CategoryColumn, type TextColumn, textAt } from '../table/column.ts';
import { perGroup } from '../score/per-group.ts';
import * as statistics from '../score/statistics.ts';
import type { Expr, NameExpr, StatisticExpr } from './expr.ts';
import { choose, finite, type Vector } from './operators.ts';
import { type Program, programOf } from './program.ts';

/** What formulas read. `lag` is 0 for this period, 1 for the one before it, and so on; columns have at least `rows` values. */
export type FormulaContext = {
  readonly rows: number;
  /** Numbers, flags (0/1) and dates; absent is NaN. */
  readonly numbers: (name: string, lag: number) => Float64Array;
  readonly category: (name: string, lag: number) => CategoryColumn;
  readonly text: (name: string, lag: number) => TextColumn;
  /** Rows by the combinations of these categories or flags: `codes[i]` in 0 … count−1, −1 for a row without group. */
  readonly groups: (names: readonly string[]) => { readonly codes: Int32Array; readonly count: number };
};

/** Slot 0 is the output itself; the other slots have buffers of their own. */
type Run = { readonly context: FormulaContext; readonly out: Float64Array; readonly buffers: Float64Array[] };
type Step = (run: Run) => Vector;

/**
 * Turns an expression into a function that fills `out[0 .. rows)`; flags come out as 0, 1 or NaN, absent numbers as NaN,
 * nothing ever as infinity. `out` must not be one of the context's columns. An expression whose value is a category or a
 * text has no number: absent throughout.
 */
export function compileFormula(expr: Expr): (context: FormulaContext, out: Float64Array) => void {
  const step = compileStep(programOf(expr), 0);
  let spare: Float64Array[] = [];
  return (context, out) => {
    const { rows } = context;
    if (rows === 0) return;
    // A context may compute one of its columns by this very formula, for another period: each call owns its buffers.
    const buffers = spare;
    spare = [];
    const { values, mask } = step({ context, out, buffers });
    if (mask === 0) out.fill(values[0] as number, 0, rows);
    else if (values !== out) out.set(values.length === rows ? values : values.subarray(0, rows));
    spare = buffers;
  };
}

function bufferOf({ context, out, buffers }: Run, slot: number): Float64Array {
  if (slot === 0) return out;
  const known = buffers[slot];
  if (known !== undefined && known.length >= context.rows) return known;
  const fresh = new Float64Array(context.rows);
  buffers[slot] = fresh;
  return fresh;
}

function compileStep(program: Program, slot: number): Step {
  switch (program.kind) {
    case 'constant': {
      const constant: Vector = { values: Float64Array.of(program.value), mask: 0 };
      return () => constant;
    }
    case 'column':
      return ({ context }) => ({ values: context.numbers(program.name, program.lag), mask: -1 });
    case 'unary': {
      const { operator } = program;
      const of = compileStep(program.of, slot);
      return (run) => {
        const x = of(run);
        return into(run, slot, x.mask, (out, rows) => operator.column(x, out, rows));
      };
    }
    case 'binary': {
      const { operator } = program;
      const left = compileStep(program.left, slot);
      const right = compileStep(program.right, slot + 1);
      return (run) => {
        const x = left(run);
        const y = right(run);
        return into(run, slot, either(x, y), (out, rows) => operator.column(x, y, out, rows));
      };
    }
    case 'choice': {
      const condition = compileStep(program.condition, slot);
      const yes = compileStep(program.yes, slot + 1);
      const no = compileStep(program.no, slot + 2);
      return (run) => {
        const c = condition(run);
        const x = yes(run);
        const y = no(run);
        const mask = either(c, { values: x.values, mask: either(x, y) });
        return into(run, slot, mask, (out, rows) => choose.column(c, x, y, out, rows));
      };
    }
    case 'label':
      return (run) =>
        into(run, slot, -1, (out, rows) => testLabels(run.context, program.of, program.test, out, rows));
    case 'labels':
      return (run) =>
        into(run, slot, -1, (out, rows) =>
          compareLabels(run.context, program.left, program.right, out, rows),
        );
    case 'statistic': {
      const of = compileStep(program.of, slot);
      return (run) => statistic(run, slot, program.expr, of(run));
    }
  }
}

function either(x: Vector, y: Vector): -1 | 0 {
  return x.mask === 0 && y.mask === 0 ? 0 : -1;
}

/** One value for all rows gets a cell of its own, because a column computed into the same buffer would run over it. */
function into(run: Run, slot: number, mask: -1 | 0, fill: (out: Float64Array, rows: number) => void): Vector {
  const values = mask === 0 ? new Float64Array(1) : bufferOf(run, slot);
  fill(values, mask === 0 ? 1 : run.context.rows);
  return { values, mask };
}

const STATISTICS = {
  mean: statistics.mean,
  sum: statistics.sum,
  median: statistics.median,
  count: statistics.countPresent,
  min: statistics.min,
  max: statistics.max,
} as const;

function statistic(run: Run, slot: number, { name, by }: StatisticExpr, x: Vector): Vector {
  const { context } = run;
  const { rows } = context;
  const column =
    x.mask === 0 ? new Float64Array(rows).fill(x.values[0] as number) : x.values.subarray(0, rows);
  const groups = by.length === 0 ? undefined : context.groups(by);
  const { values, codes } = perGroup(column, (present) => finite(STATISTICS[name](present)), groups);
  if (codes === undefined) return { values, mask: 0 };
  return into(run, slot, -1, (out) => {
    for (let i = 0; i < rows; i++) {
      const code = codes[i] as number;
      out[i] = code < 0 ? Number.NaN : (values[code] as number);
    }
  });
}

function testLabels(
  context: FormulaContext,
  of: NameExpr,
  test: (label: string | undefined) => number,
  out: Float64Array,
  rows: number,
): void {
  if (of.holds === 'text') {
    const read = labelReader(context, of);
    for (let i = 0; i < rows; i++) out[i] = test(read(i));
    return;
  }
  // Few labels, many rows: each label is tested once.
  const { codes, labels } = context.category(of.name, of.lag);
  const absent = test(undefined);
  const answers = Float64Array.from(labels, test);
  for (let i = 0; i < rows; i++) {
    const code = codes[i] as number;
    out[i] = code < 0 ? absent : (answers[code] as number);
  }
}

function compareLabels(
  context: FormulaContext,
  left: NameExpr,
  right: NameExpr,
  out: Float64Array,
  rows: number,
): void {
  const [readLeft, readRight] = [labelReader(context, left), labelReader(context, right)];
  for (let i = 0; i < rows; i++) {
    const [a, b] = [readLeft(i), readRight(i)];
    out[i] = a === undefined || b === undefined ? Number.NaN : Number(a === b);
  }
}

function labelReader(
  context: FormulaContext,
  { name, lag, holds }: NameExpr,
): (row: number) => string | undefined {
  if (holds === 'category') {
    const { codes, labels } = context.category(name, lag);
    return (row) => labels[codes[row] as number];
  }
  const column = context.text(name, lag);
  return (row) => {
    const found = textAt(column, row);
    return found === '' ? undefined : found;
  };
}
