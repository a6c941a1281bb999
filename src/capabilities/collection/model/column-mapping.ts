// What people say the headers of a file mean, where the product did not understand them.
import type { Import } from '../contract/imports.ts';
import type { Item } from '../contract/items.ts';

/** Columns that say whose a row is. */
const KEY_COLUMN_IDS = ['credit_code', 'enterprise_name'] as const;

/** From a header, as it stands in the file, to an item or one of the columns above. */
export type Mapping = Readonly<Record<string, string>>;

export type MappingFault = {
  readonly code: 'mapping_header_unknown' | 'mapping_item_foreign' | 'mapping_item_twice';
  readonly params: Readonly<Record<string, string>>;
};

/**
 * Only headers nobody understood can be given a meaning, only items of the sender can be meant, and no item by two columns:
 * the reader would not know which of them counts.
 */
export function mappingFault(
  found: Pick<Import, 'unknown_headers' | 'mapping' | 'columns'>,
  items: readonly Pick<Item, 'item_id'>[],
  mapping: Mapping,
): MappingFault | undefined {
  const open = new Set([...found.unknown_headers, ...Object.keys(found.mapping)]);
  const own = new Set<string>([...items.map((item) => item.item_id), ...KEY_COLUMN_IDS]);
  const understood = found.columns.filter(({ header }) => found.mapping[header] === undefined);
  const taken = new Map(understood.map(({ item_id, header }) => [item_id, header]));
  for (const [header, item] of Object.entries(mapping)) {
    if (!open.has(header)) return { code: 'mapping_header_unknown', params: { header } };
    if (!own.has(item)) return { code: 'mapping_item_foreign', params: { item } };
    const other = taken.get(item);
    if (other !== undefined)
      return { code: 'mapping_item_twice', params: { item, first: other, second: header } };
    taken.set(item, header);
  }
  return undefined;
}

/** The headers given for one item or key column. */
export function headersFor(mapping: Mapping, id: string): string[] {
  return Object.entries(mapping).flatMap(([header, item]) => (item === id ? [header] : []));
}
