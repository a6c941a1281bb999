// A scheme that extends another: maps merge by key, lists and single values replace, null takes away.

type Data = Readonly<Record<string, unknown>>;

/** `base` overridden by `change`, neither touched. */
export function mergeSchemes(base: unknown, change: unknown): unknown {
  if (!isMap(base) || !isMap(change)) return change;
  const merged: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(change)) {
    if (value === null) delete merged[key];
    else setOwn(merged, key, replacesWhole(key, base[key]) ? value : mergeSchemes(merged[key], value));
  }
  return merged;
}

/** A score or a baseline is one choice among many: half of the old one must not linger in the new. */
const CHOICES: ReadonlySet<string> = new Set([
  'score',
  'ratio',
  'reverse_ratio',
  'treat',
  'missing',
  'zero',
  'negative',
  'quotas',
  'thresholds',
  'aggregate',
  'weighting',
  'coefficient',
]);

function replacesWhole(key: string, previous: unknown): boolean {
  return CHOICES.has(key) && previous !== undefined;
}

function isMap(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A plain assignment to `__proto__` would change the object instead of adding a key. */
function setOwn(target: Record<string, unknown>, key: string, value: unknown): void {
  Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
}
