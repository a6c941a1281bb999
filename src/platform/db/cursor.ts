// Where a page of a list ended, as an opaque text: the sort key of its last row, and its id to part equals.
import { z } from 'zod';
import { AppError } from '#core/app-error.ts';

const Cursor = z.tuple([z.union([z.string(), z.number(), z.null()]), z.string()]);
export type CursorKey = string | number | null;

export function writeCursor(key: CursorKey, id: string): string {
  return Buffer.from(JSON.stringify([key, id])).toString('base64url');
}

/** Throws `cursor_not_understood` for anything that `writeCursor` did not write. */
export function readCursor(text: string): { readonly key: CursorKey; readonly id: string } {
  const parsed = Cursor.safeParse(parseJson(Buffer.from(text, 'base64url').toString('utf8')));
  if (!parsed.success || parsed.data[1].includes('\0')) throw new AppError('cursor_not_understood');
  return { key: parsed.data[0], id: parsed.data[1] };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A page out of one row more than it holds. */
export function pageFrom<Row>(
  rows: readonly Row[],
  limit: number,
  cursorOf: (row: Row) => string,
): { readonly items: Row[]; readonly next: string | null } {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last !== undefined ? cursorOf(last) : null };
}
