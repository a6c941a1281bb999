// Files people sent, kept in the database: a row and its file are saved or lost together.
import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { sql } from 'kysely';
import type { Ctx } from '../ctx.ts';
import type { FileTable } from './file-table.ts';

type FileTables = { file: FileTable };

export async function storeFile(
  ctx: Ctx,
  file: { readonly name: string; readonly mediaType: string; readonly content: Buffer },
): Promise<{ readonly file_id: string; readonly sha256: string }> {
  const sha256 = createHash('sha256').update(file.content).digest('hex');
  const id = ctx.services.newId();
  await ctx.trx
    .withTables<FileTables>()
    .insertInto('file')
    .values({
      zone_id: ctx.zone,
      file_id: id,
      name: file.name,
      media_type: file.mediaType,
      sha256,
      bytes: file.content.length,
      content: file.content,
      created_by: ctx.actor.userId,
      created_at: ctx.services.now(),
    })
    .execute();
  return { file_id: id, sha256 };
}

export function loadFile(ctx: Ctx, id: string): Promise<{ name: string; content: Buffer } | undefined> {
  return ctx.trx
    .withTables<FileTables>()
    .selectFrom('file')
    .select(['name', 'content'])
    .where('zone_id', '=', ctx.zone)
    .where('file_id', '=', id)
    .executeTakeFirst();
}

const PIECE_BYTES = 4 * 1024 * 1024;

/**
 * The same to a file on disk, piece by piece: the database sends bytes as a text twice as long, so that a large file at
 * once takes four times its size. Returns whether there is such a file.
 */
export async function unloadFile(ctx: Ctx, id: string, target: string): Promise<boolean> {
  const file = await open(target, 'w', 0o600);
  try {
    for (let done = 0; ;) {
      const { rows } = await sql<{ bytes: number; piece: Buffer }>`
        select bytes, substring(content from ${done + 1}::int for ${PIECE_BYTES}::int) as piece
        from file where zone_id = ${ctx.zone} and file_id = ${id}::uuid`.execute(ctx.trx);
      const [row] = rows;
      if (row === undefined) return false;
      await file.writeFile(row.piece);
      done += row.piece.length;
      if (row.piece.length === 0 || done >= row.bytes) return true;
    }
  } finally {
    await file.close();
  }
}
