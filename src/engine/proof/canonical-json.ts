// One text for one value: keys in order, no spaces. What is hashed must not depend on who wrote it down.
import { invariant } from '#core/app-error.ts';

/**
 * As RFC 8785 for the values we hash: objects, arrays, texts, booleans, null, finite numbers. A field that is
 * `undefined` is left out, as in JSON.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object' && value !== null) return canonicalObject(value);
  invariant(typeof value !== 'number' || Number.isFinite(value), 'a number that JSON can hold');
  return value === undefined ? 'null' : JSON.stringify(value);
}

function canonicalObject(value: object): string {
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  const sorted = fields.toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${sorted.map(([key, field]) => `${JSON.stringify(key)}:${canonicalJson(field)}`).join(',')}}`;
}
