// Middles of columns in which values may be absent (NaN).

export const present = (values: Float64Array): Float64Array => values.filter((value) => !Number.isNaN(value));

/** Undefined when nothing is there. */
export function medianOfPresent(values: Float64Array): number | undefined {
  const sorted = present(values).sort();
  if (sorted.length === 0) return undefined;
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] as number) + (sorted[Math.ceil(middle)] as number)) / 2;
}
