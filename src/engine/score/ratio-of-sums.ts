// The weighted average of a ratio: Σ numerator ÷ Σ denominator, the usual baseline of a per-mu indicator.
import type { Groups, PerGroup } from './per-group.ts';

/**
 * Σ numerator ÷ Σ denominator over the rows that have both and a ratio, for all rows or per group; a sum of zero
 * below gives absent. Other rows are left out of both sums, so that neither side counts firms the other does not;
 * a ratio is absent where the denominator is zero, and where the scheme does not count the row.
 */
export function ratioOfSums(
  numerator: Float64Array,
  denominator: Float64Array,
  ratio: Float64Array,
  groups?: Groups,
): PerGroup {
  const codes = groups?.codes;
  const count = groups?.count ?? 1;
  const values = new Float64Array(count);
  if (codes === undefined) values[0] = ratioOver(numerator, denominator, ratio, undefined, 0);
  else
    for (let group = 0; group < count; group++)
      values[group] = ratioOver(numerator, denominator, ratio, codes, group);
  return { values, codes };
}

// Both sums in one pass, compensated as `sum` in statistics.ts is, so that the order of the rows does not matter.
function ratioOver(
  numerator: Float64Array,
  denominator: Float64Array,
  ratio: Float64Array,
  codes: Int32Array | undefined,
  group: number,
): number {
  let above = 0;
  let aboveLost = 0;
  let below = 0;
  let belowLost = 0;
  for (let row = 0; row < numerator.length; row++) {
    const a = numerator[row] as number;
    const b = denominator[row] as number;
    // Absent where one of them is; NaN is the only value that differs from itself.
    const any = a + b + (ratio[row] as number);
    if (any !== any || (codes !== undefined && codes[row] !== group)) continue;
    const nextAbove = above + a;
    const takenAbove = nextAbove - above;
    aboveLost += above - (nextAbove - takenAbove) + (a - takenAbove);
    above = nextAbove;
    const nextBelow = below + b;
    const takenBelow = nextBelow - below;
    belowLost += below - (nextBelow - takenBelow) + (b - takenBelow);
    below = nextBelow;
  }
  const average = (above + aboveLost) / (below + belowLost);
  return Number.isFinite(average) ? average : Number.NaN;
}
