// Whether two pieces of plain data are the same, keys in the same order: in a scheme the order of classes is their ranking.

export function isSameData(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const mine: [string, unknown][] = Object.entries(a);
  const other: [string, unknown][] = Object.entries(b);
  if (mine.length !== other.length) return false;
  return mine.every(([key, value], i) => {
    const [otherKey, otherValue] = other[i] ?? [];
    return key === otherKey && isSameData(value, otherValue);
  });
}
