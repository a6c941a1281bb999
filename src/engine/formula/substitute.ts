// Expressions made out of expressions.
import { conversionRatio, type Ratio, type Unit } from '#core/units.ts';
import { type Expr, mapParts } from './expr.ts';

/** The expression with these names replaced by their numbers, in this and every other period. */
export function substituteNumbers(expr: Expr, numbers: ReadonlyMap<string, number>): Expr {
  if (expr.node !== 'name') return mapParts(expr, (part) => substituteNumbers(part, numbers));
  const value = numbers.get(expr.name);
  if (value === undefined) return expr;
  return expr.at === undefined ? { node: 'number', value } : { node: 'number', value, at: expr.at };
}

/** `expr × num ÷ den`; expr itself when that is the same. */
export function scaleBy(expr: Expr, { num, den }: Ratio): Expr {
  if (num === den) return expr;
  const scale: Expr = { node: 'scale', num, den, operand: expr };
  return expr.at === undefined ? scale : { ...scale, at: expr.at };
}

/** An expression with values in `from`, made to give them in `to`, exactly; undefined when the dimensions differ. */
export function convertUnit(expr: Expr, from: Unit, to: Unit): Expr | undefined {
  const ratio = conversionRatio(from, to);
  return ratio && scaleBy(expr, ratio);
}
