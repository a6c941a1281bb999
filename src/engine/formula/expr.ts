// A formula as plain data: a closed tree that is stored in a plan, sent to a browser and hashed as it is.
import type { CallName, StatisticName } from './functions.ts';

export type ArithmeticOperator = '+' | '-' | '*' | '/' | '^';
export type CompareOperator = '==' | '!=' | '<' | '<=' | '>' | '>=';

/** What a name stands for; the parser writes 'number', the checker corrects it. Flags and dates are numbers. */
export type Holds = 'number' | 'category' | 'text';

/** Offset of the first character in the formula's text; absent in nodes that no text stands for. */
type Placed = { readonly at?: number };

export type NumberExpr = Placed & { readonly node: 'number'; readonly value: number };
export type FlagExpr = Placed & { readonly node: 'flag'; readonly value: boolean };
export type TextExpr = Placed & { readonly node: 'text'; readonly value: string };
/** `lag` counts periods back: `x` is 0, `x[-1]` is 1. */
export type NameExpr = Placed & {
  readonly node: 'name';
  readonly name: string;
  readonly lag: number;
  readonly holds: Holds;
};
/** `operand × num ÷ den`: a change of units, put in by the checker. */
export type ScaleExpr = Placed & {
  readonly node: 'scale';
  readonly num: number;
  readonly den: number;
  readonly operand: Expr;
};
export type ArithmeticExpr = Placed & {
  readonly node: 'arithmetic';
  readonly op: ArithmeticOperator;
  readonly left: Expr;
  readonly right: Expr;
};
export type CompareExpr = Placed & {
  readonly node: 'compare';
  readonly op: CompareOperator;
  readonly left: Expr;
  readonly right: Expr;
};
export type InExpr = Placed & {
  readonly node: 'in';
  readonly operand: Expr;
  readonly values: readonly (number | string)[];
};
export type CallExpr = Placed & {
  readonly node: 'call';
  readonly name: CallName;
  readonly args: readonly Expr[];
};
/** Over the rows of the same group; over all rows when `by` is empty. */
export type StatisticExpr = Placed & {
  readonly node: 'statistic';
  readonly name: StatisticName;
  readonly operand: Expr;
  readonly by: readonly string[];
};

export type Expr =
  | NumberExpr
  | FlagExpr
  | TextExpr
  | NameExpr
  | ScaleExpr
  | ArithmeticExpr
  | CompareExpr
  | InExpr
  | CallExpr
  | StatisticExpr
  | (Placed & { readonly node: 'negate' | 'not'; readonly operand: Expr })
  | (Placed & { readonly node: 'and' | 'or'; readonly left: Expr; readonly right: Expr });

/** The same node over other parts: `change` is applied to each direct part. */
export function mapParts(expr: Expr, change: (part: Expr) => Expr): Expr {
  switch (expr.node) {
    case 'number':
    case 'flag':
    case 'text':
    case 'name':
      return expr;
    case 'scale':
    case 'negate':
    case 'not':
    case 'in':
    case 'statistic':
      return { ...expr, operand: change(expr.operand) };
    case 'arithmetic':
    case 'compare':
    case 'and':
    case 'or':
      return { ...expr, left: change(expr.left), right: change(expr.right) };
    case 'call':
      return { ...expr, args: expr.args.map(change) };
  }
}

/** Direct parts, from left to right. */
export function partsOf(expr: Expr): readonly Expr[] {
  switch (expr.node) {
    case 'number':
    case 'flag':
    case 'text':
    case 'name':
      return [];
    case 'scale':
    case 'negate':
    case 'not':
    case 'in':
    case 'statistic':
      return [expr.operand];
    case 'arithmetic':
    case 'compare':
    case 'and':
    case 'or':
      return [expr.left, expr.right];
    case 'call':
      return expr.args;
  }
}
