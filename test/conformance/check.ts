// One comparison of numbers of ours with numbers of others, and what such a comparison comes to.

export type Check = {
  /** Whose numbers they are: a program with its version, or a publication. */
  readonly source: string;
  readonly item: string;
  /** How many numbers were compared. */
  readonly compared: number;
  /**
   * The largest absolute difference; infinite where one side is absent and the other is not, or lengths
   * differ.
   */
  readonly maxDifference: number;
  readonly tolerance: number;
};

/** Reference numbers we do not reproduce, and why. */
export type NotClaimed = {
  readonly source: string;
  readonly item: string;
  readonly count: number;
  readonly reason: string;
};

export function passes(check: Check): boolean {
  return check.compared > 0 && check.maxDifference <= check.tolerance;
}

/** A number, or absent however either side writes it. */
export type Comparable = number | null | undefined;

/** Makes the checks of one source, all with the same tolerance. */
export function checker(
  source: string,
  tolerance: number,
): (item: string, actual: ArrayLike<Comparable>, expected: ArrayLike<Comparable>) => Check {
  return (item, actual, expected) => ({
    source,
    item,
    compared: expected.length,
    maxDifference: largestDifference(actual, expected),
    tolerance,
  });
}

function largestDifference(actual: ArrayLike<Comparable>, expected: ArrayLike<Comparable>): number {
  if (actual.length !== expected.length) return Number.POSITIVE_INFINITY;
  return Array.from(expected, (value, i) => difference(actual[i], value)).reduce((a, b) => Math.max(a, b), 0);
}

function difference(actual: Comparable, expected: Comparable): number {
  const [a, b] = [actual ?? Number.NaN, expected ?? Number.NaN];
  if (Number.isNaN(a) || Number.isNaN(b)) {
    return Number.isNaN(a) && Number.isNaN(b) ? 0 : Number.POSITIVE_INFINITY;
  }
  // Subtracting would turn two infinities of one sign into absent.
  return a === b ? 0 : Math.abs(a - b);
}
