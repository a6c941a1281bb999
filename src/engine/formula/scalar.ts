// Evaluation of a single row, for searches that change one subject's figures: the same operators as by column, without columns.
import type { Expr, StatisticExpr } from './expr.ts';
import { choose } from './operators.ts';
import { type Program, programOf } from './program.ts';

/** A number, flag (0/1) or date of the row; absent is NaN. */
export type ReadNumber = (name: string, lag: number) => number;
/** A category's label or a text of the row; undefined when absent. */
export type ReadLabel = (name: string, lag: number) => string | undefined;
/** What a group statistic is for the row, given its own numbers. */
export type ReadStatistic = (node: StatisticExpr, read: ReadNumber) => number;

export type ScalarFormula = (read: ReadNumber, label?: ReadLabel, statistic?: ReadStatistic) => number;

type Row = { readonly read: ReadNumber; readonly label: ReadLabel; readonly statistic: ReadStatistic };

/**
 * Turns an expression into a function of one row's figures; bit for bit what `compileFormula` gives in that row.
 * Group statistics depend on other rows and are asked for; without `statistic` they are absent, as labels are without `label`.
 */
export function compileScalar(expr: Expr): ScalarFormula {
  const evaluate = compileRow(programOf(expr));
  return (read, label = () => undefined, statistic = () => Number.NaN) =>
    evaluate({ read, label, statistic });
}

function compileRow(program: Program): (row: Row) => number {
  switch (program.kind) {
    case 'constant':
      return () => program.value;
    case 'column':
      return ({ read }) => read(program.name, program.lag);
    case 'unary': {
      const apply = program.operator.row;
      const of = compileRow(program.of);
      return (row) => apply(of(row));
    }
    case 'binary': {
      const apply = program.operator.row;
      const left = compileRow(program.left);
      const right = compileRow(program.right);
      return (row) => apply(left(row), right(row));
    }
    case 'choice': {
      const condition = compileRow(program.condition);
      const yes = compileRow(program.yes);
      const no = compileRow(program.no);
      return (row) => choose.row(condition(row), yes(row), no(row));
    }
    case 'label':
      return ({ label }) => program.test(label(program.of.name, program.of.lag));
    case 'labels':
      return ({ label }) => {
        const a = label(program.left.name, program.left.lag);
        const b = label(program.right.name, program.right.lag);
        return a === undefined || b === undefined ? Number.NaN : Number(a === b);
      };
    case 'statistic':
      return ({ read, statistic }) => statistic(program.expr, read);
  }
}
