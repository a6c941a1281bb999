// What a number comes to that is written as a formula over parameters and numbers, such as what other shares leave.
import type { Path } from '#core/diagnostic.ts';
import { parseFormula } from '#engine/formula/parse.ts';
import { compileScalar } from '#engine/formula/scalar.ts';
import { valueIn } from '#engine/scheme/edit.ts';
import { numberAt, textOf } from './form-context.ts';

/** NaN for what cannot be worked out from the scheme alone. */
export function workedOut(data: unknown, path: Path): number {
  const stated = numberAt(data, path);
  if (Number.isFinite(stated)) return stated;
  const parsed = parseFormula(textOf(valueIn(data, path)));
  if ('diagnostics' in parsed) return Number.NaN;
  const value = compileScalar(parsed.expr)((name) => numberAt(data, ['parameters', name, 'value']));
  // 1 - 0.2 - 0.4 - 0.35 is 0.05 for a reader.
  return Number(value.toPrecision(12));
}
