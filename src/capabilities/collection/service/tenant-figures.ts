// Figures of tenants that are evaluated as a part of their landlord, added to the landlord's.
import { isAdditive } from '../model/additive.ts';
import type { EffectiveFigures, FigureColumn } from './effective-figures.ts';

export type Tenancy = { readonly enterprise_id: string; readonly landlord_id: string };

/**
 * Item by item, where figures add up; of the other items the landlord's own stays. What a tenant has no figure of adds
 * nothing, and only where none of them has one is it absent.
 */
export function withTenants(figures: EffectiveFigures, tenants: readonly Tenancy[]): EffectiveFigures {
  const rowOf = new Map(figures.enterpriseIds.map((id, row) => [id, row]));
  const stated = tenants.flatMap(({ enterprise_id, landlord_id }) => {
    const from = rowOf.get(enterprise_id);
    return from === undefined ? [] : [{ from, landlord_id }];
  });
  if (stated.length === 0) return figures;
  const missing = new Set(stated.map((one) => one.landlord_id).filter((id) => !rowOf.has(id)));
  const enterpriseIds = [...figures.enterpriseIds, ...missing];
  for (const [i, id] of [...missing].entries()) rowOf.set(id, figures.enterpriseIds.length + i);
  const sums = stated.map(({ from, landlord_id }) => ({ from, to: rowOf.get(landlord_id) ?? from }));
  const columns = new Map(
    figures.items.flatMap((item) => {
      const column = figures.columns.get(item.item_id);
      if (column === undefined) return [];
      const longer = lengthened(column, enterpriseIds.length);
      if (longer instanceof Float64Array && isAdditive(item)) addRows(longer, sums);
      return [[item.item_id, longer] as const];
    }),
  );
  return { enterpriseIds, items: figures.items, columns };
}

/** A copy, with absent figures at its end. */
function lengthened(column: FigureColumn, length: number): FigureColumn {
  if (!(column instanceof Float64Array)) return Array.from({ length }, (_, row) => column[row] ?? null);
  const longer = new Float64Array(length).fill(Number.NaN);
  longer.set(column);
  return longer;
}

/** A landlord is no tenant itself, so the order does not matter. */
function addRows(
  values: Float64Array,
  sums: readonly { readonly from: number; readonly to: number }[],
): void {
  for (const { from, to } of sums) {
    const [own, added] = [values[to] ?? Number.NaN, values[from] ?? Number.NaN];
    if (!Number.isNaN(added)) values[to] = Number.isNaN(own) ? added : own + added;
  }
}
