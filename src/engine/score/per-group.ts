// A parameter that holds for all rows or differs by group (industry, park, size band), as the kernels read
// it.
import { invariant } from '#core/app-error.ts';

/** Rows by group: `codes[i]` is row i's group in 0 … count−1; −1 is a row that belongs to none. */
export type Groups = { readonly codes: Int32Array; readonly count: number };

/** One value for all rows (`codes` undefined, `values[0]`) or `values[codes[row]]`; absent is NaN. */
export type PerGroup = { readonly values: Float64Array; readonly codes: Int32Array | undefined };

/** A number out of a column; absent values are skipped, and nothing to measure gives NaN. */
export type Statistic = (x: Float64Array) => number;

export function sameForAll(value: number): PerGroup {
  return { values: Float64Array.of(value), codes: undefined };
}

/** A row without a group has no value: NaN. */
export function valueAt(parameter: PerGroup, row: number): number {
  const group = parameter.codes === undefined ? 0 : (parameter.codes[row] as number);
  return group < 0 ? Number.NaN : (parameter.values[group] as number);
}

/**
 * A statistic of a column of n values, over all rows or once per group.
 * A group without a present value, and rows outside every group, get NaN.
 */
export function perGroup(x: Float64Array, statistic: Statistic, groups?: Groups): PerGroup {
  if (groups === undefined) return sameForAll(statistic(x));
  const { starts, gathered } = gatherByGroup(x, groups);
  const values = new Float64Array(groups.count);
  for (let g = 0; g < groups.count; g++) {
    values[g] = statistic(gathered.subarray(starts[g], starts[g + 1]));
  }
  return { values, codes: groups.codes };
}

/** Both parameters must be grouped alike; one that holds for all rows combines with any. */
export function combine(a: PerGroup, b: PerGroup, f: (a: number, b: number) => number): PerGroup {
  const codes = sharedCodes(a, b);
  const count = Math.max(a.values.length, b.values.length);
  const left = spread(a, count);
  const right = spread(b, count);
  return { values: left.map((value, g) => f(value, right[g] as number)), codes };
}

/** The grouping two parameters have in common, or undefined where both hold for all rows. */
export function sharedCodes(a: PerGroup, b: PerGroup): Int32Array | undefined {
  const alike = a.codes === undefined || b.codes === undefined || a.codes === b.codes;
  invariant(alike, 'parameters of one kernel share their groups');
  return a.codes ?? b.codes;
}

/** The parameter's values, repeated to `count` where it holds for all rows. */
export function spread(parameter: PerGroup, count: number): Float64Array {
  if (parameter.codes !== undefined || count === 1) return parameter.values;
  return new Float64Array(count).fill(parameter.values[0] as number);
}

// Present values of each group side by side, in row order: group g holds gathered[starts[g] .. starts[g+1]).
function gatherByGroup(
  x: Float64Array,
  { codes, count }: Groups,
): { starts: Uint32Array; gathered: Float64Array } {
  const starts = new Uint32Array(count + 1);
  for (let i = 0; i < x.length; i++) {
    const g = codes[i] as number;
    if (g >= 0 && !Number.isNaN(x[i])) starts[g + 1] = (starts[g + 1] as number) + 1;
  }
  for (let g = 0; g < count; g++) {
    starts[g + 1] = (starts[g + 1] as number) + (starts[g] as number);
  }
  const next = starts.slice(0, count);
  const gathered = new Float64Array(starts[count] as number);
  for (let i = 0; i < x.length; i++) {
    const g = codes[i] as number;
    if (g < 0 || Number.isNaN(x[i])) continue;
    const at = next[g] as number;
    gathered[at] = x[i] as number;
    next[g] = at + 1;
  }
  return { starts, gathered };
}
