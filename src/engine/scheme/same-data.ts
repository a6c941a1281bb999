// Whether two pieces of plain data are the same, keys in the same order: in a scheme the order of classes is their ranking.

export function isSameData(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [mine, other] = [Object.entries(a), Object.entries(b)];
  return (
    mine.length === other.length &&
    mine.every(([key, value], i) => key === other[i]?.[0] && isSameData(value, other[i]?.[1]))
  );
}
