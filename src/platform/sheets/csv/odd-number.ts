// Numbers outside the scanner's fast path: long ones, exponents, and all that people type.
import { readNumber } from '#core/number-text.ts';

export type NumberProblem = 'not_a_number' | 'number_with_unit_suffix';

/** The number, NaN when absent, or what is wrong. A percent sign divides by 100 unless the column's unit is `%` itself. */
export function oddNumber(text: string, unitIsPercent: boolean): number | NumberProblem {
  const read = readNumber(text);
  if (read.kind === 'absent') return Number.NaN;
  if (read.kind === 'bad') return read.problem === 'with_unit' ? 'number_with_unit_suffix' : 'not_a_number';
  // Shifted in decimal: 1.1 / 100 is not the number nearest to 0.011.
  return read.percent && !unitIsPercent ? Number(`${read.value}e-2`) : read.value;
}
