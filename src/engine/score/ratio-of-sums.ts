// The weighted average of a ratio: Σ numerator ÷ Σ denominator, the usual baseline of a per-mu indicator.
import { combine, perGroup, type Groups, type PerGroup } from './per-group.ts';
import { sum } from './statistics.ts';

/**
 * Σ numerator ÷ Σ denominator over the rows that have both, for all rows or per group; a sum of zero below gives absent.
 * Rows without one of the two are left out of both sums, so that neither side counts firms the other does not.
 */
export function ratioOfSums(numerator: Float64Array, denominator: Float64Array, groups?: Groups): PerGroup {
  const above = numerator.map((value, i) => (Number.isNaN(denominator[i]) ? Number.NaN : value));
  const below = denominator.map((value, i) => (Number.isNaN(numerator[i]) ? Number.NaN : value));
  return combine(perGroup(above, sum, groups), perGroup(below, sum, groups), (a, b) => {
    const ratio = a / b;
    return Number.isFinite(ratio) ? ratio : Number.NaN;
  });
}
