// Ids that appear more than once.
import { compareBytes, type TextColumn } from './column.ts';

export type DuplicateId = { readonly row: number; readonly firstRow: number };

/** Every row whose id an earlier row already has. Ids in ascending order, the usual case, need no table. */
export function findDuplicateIds(ids: TextColumn): DuplicateId[] {
  const rows = ids.offsets.length - 1;
  return isStrictlyAscending(ids, rows) ? [] : findByHash(ids, rows);
}

function isStrictlyAscending(ids: TextColumn, rows: number): boolean {
  for (let row = 1; row < rows; row++) if (compareBytes(ids, row - 1, row) >= 0) return false;
  return true;
}

/** Open addressing over the bytes: no text is made for any of the rows. */
function findByHash(ids: TextColumn, rows: number): DuplicateId[] {
  let size = 16;
  while (size < rows * 2) size *= 2;
  const slots = new Int32Array(size).fill(-1);
  const duplicates: DuplicateId[] = [];
  for (let row = 0; row < rows; row++) {
    let slot = hashAt(ids, row) & (size - 1);
    while ((slots[slot] as number) >= 0 && compareBytes(ids, slots[slot] as number, row) !== 0) {
      slot = (slot + 1) & (size - 1);
    }
    const first = slots[slot] as number;
    if (first >= 0) duplicates.push({ row, firstRow: first });
    else slots[slot] = row;
  }
  return duplicates;
}

/** FNV-1a, with its upper bits folded in: the table size is a power of two. */
function hashAt({ bytes, offsets }: TextColumn, row: number): number {
  let hash = 0x811c9dc5;
  const end = offsets[row + 1] as number;
  for (let i = offsets[row] as number; i < end; i++)
    hash = Math.imul(hash ^ (bytes[i] as number), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}
