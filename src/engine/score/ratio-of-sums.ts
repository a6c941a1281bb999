// The weighted average of a ratio: Σ numerator ÷ Σ denominator, the usual baseline of a per-mu indicator.
import { type Groups, type PerGroup, sameForAll } from './per-group.ts';

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
  if (groups !== undefined) return byGroup(numerator, denominator, ratio, groups);
  return sameForAll(overAll(numerator, denominator, ratio));
}

// Both sums in one pass, compensated as `sum` in statistics.ts is, so that the order of the rows does not matter.
function overAll(numerator: Float64Array, denominator: Float64Array, ratio: Float64Array): number {
  let above = 0;
  let aboveLost = 0;
  let below = 0;
  let belowLost = 0;
  for (let row = 0; row < numerator.length; row++) {
    const a = numerator[row] as number;
    const b = denominator[row] as number;
    // Absent where one of them is; NaN is the only value that differs from itself.
    const any = a + b + (ratio[row] as number);
    if (any !== any) continue;
    const nextAbove = above + a;
    const takenAbove = nextAbove - above;
    aboveLost += above - (nextAbove - takenAbove) + (a - takenAbove);
    above = nextAbove;
    const nextBelow = below + b;
    const takenBelow = nextBelow - below;
    belowLost += below - (nextBelow - takenBelow) + (b - takenBelow);
    below = nextBelow;
  }
  return quotient(above + aboveLost, below + belowLost);
}

function byGroup(
  numerator: Float64Array,
  denominator: Float64Array,
  ratio: Float64Array,
  { codes, count }: Groups,
): PerGroup {
  const above = new Float64Array(2 * count);
  const below = new Float64Array(2 * count);
  for (let row = 0; row < numerator.length; row++) {
    const group = codes[row] as number;
    const a = numerator[row] as number;
    const b = denominator[row] as number;
    const any = a + b + (ratio[row] as number);
    if (any !== any || group < 0) continue;
    addTo(above, group, a);
    addTo(below, group, b);
  }
  const values = new Float64Array(count);
  for (let group = 0; group < count; group++) {
    values[group] = quotient(sumOf(above, group), sumOf(below, group));
  }
  return { values, codes };
}

/** `sums` holds a total and what it lost in rounding for each group. */
function addTo(sums: Float64Array, group: number, value: number): void {
  const total = sums[2 * group] as number;
  const next = total + value;
  const taken = next - total;
  sums[2 * group + 1] = (sums[2 * group + 1] as number) + (total - (next - taken) + (value - taken));
  sums[2 * group] = next;
}

function sumOf(sums: Float64Array, group: number): number {
  return (sums[2 * group] as number) + (sums[2 * group + 1] as number);
}

function quotient(above: number, below: number): number {
  const average = above / below;
  return Number.isFinite(average) ? average : Number.NaN;
}
