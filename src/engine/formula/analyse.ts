// Questions about an expression that need no data: what it reads, whether it divides, which way an input pushes it.
import { type Expr, partsOf } from './expr.ts';
import { compileScalar } from './scalar.ts';
import { scaleBy } from './substitute.ts';

export type Reference = { readonly name: string; readonly lag: number };

/** Every name the expression reads, once per period, groups of statistics included; in order of appearance. */
export function references(expr: Expr): Reference[] {
  const found = new Map<string, Reference>();
  const visit = (part: Expr): void => {
    if (part.node === 'name') found.set(`${part.name} ${part.lag}`, { name: part.name, lag: part.lag });
    partsOf(part).forEach(visit);
    if (part.node === 'statistic') for (const name of part.by) found.set(`${name} 0`, { name, lag: 0 });
  };
  visit(expr);
  return [...found.values()];
}

/** Whether a row's value depends on other rows. */
export function hasGroupStatistics(expr: Expr): boolean {
  return expr.node === 'statistic' || partsOf(expr).some(hasGroupStatistics);
}

/** The value of an expression over parameters alone, such as `ln(100)`; absent (NaN) when it reads anything else. */
export function constantValue(expr: Expr, parameters: ReadonlyMap<string, number>): number {
  return compileScalar(expr)((name, lag) => (lag === 0 ? parameters.get(name) : undefined) ?? Number.NaN);
}

/** The two sides of an outermost division; a change of units around it goes to the numerator. For Σ numerator ÷ Σ denominator. */
export function divisionParts(expr: Expr): { numerator: Expr; denominator: Expr } | undefined {
  if (expr.node === 'arithmetic' && expr.op === '/') return { numerator: expr.left, denominator: expr.right };
  if (expr.node !== 'scale') return undefined;
  const inner = divisionParts(expr.operand);
  return inner && { ...inner, numerator: scaleBy(inner.numerator, { num: expr.num, den: expr.den }) };
}
