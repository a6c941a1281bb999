// Conditions of a scheme as one byte per row: 1 where it holds. Absent counts as "does not hold".
import { compileFormula } from '../formula/evaluate.ts';
import type { Expr } from '../formula/expr.ts';
import type { Context } from './context.ts';

export function maskOf(expr: Expr, context: Context): Uint8Array {
  const values = new Float64Array(context.rows);
  compileFormula(expr)(context, values);
  const mask = new Uint8Array(context.rows);
  for (let row = 0; row < mask.length; row++) mask[row] = (values[row] as number) > 0 ? 1 : 0;
  return mask;
}
