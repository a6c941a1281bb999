// Pairs out of a set, each with the lesser id first.

export type Pair = readonly [one: string, other: string];

export function pairsOf(ids: readonly string[]): Pair[] {
  const sorted = ids.toSorted();
  return sorted.flatMap((one, i) => sorted.slice(i + 1).map((other): Pair => [one, other]));
}
