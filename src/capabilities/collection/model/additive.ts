// Which figures of two enterprises add up when they are evaluated as one.
import { parseUnit } from '#core/units.ts';
import type { Item } from '../contract/items.ts';

/** Points are marks: two of them make no better mark. */
const MARKS = 'point';

/**
 * What the item says; else what its unit says. Money, tonnes and people add up. Shares, quotients such as 万元/亩, marks and
 * numbers without a unit do not, nor does anything that is no number.
 */
export function isAdditive({ kind, unit, additive }: Pick<Item, 'kind' | 'unit' | 'additive'>): boolean {
  if (kind !== 'number') return false;
  if (additive !== null) return additive;
  const parsed = unit === null ? undefined : parseUnit(unit);
  if (parsed === undefined) return false;
  const exponents = Object.entries(parsed.dims).filter(([, exponent]) => exponent !== 0);
  return exponents.length > 0 && exponents.every(([name, exponent]) => exponent > 0 && name !== MARKS);
}
