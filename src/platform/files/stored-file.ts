// Files people sent, kept in the database: a row and its file are saved or lost together.
import { createHash } from 'node:crypto';
import type { ColumnType } from 'kysely';
import type { Ctx } from '../ctx.ts';

type FileTables = {
  file: {
    zone_id: string;
    file_id: string;
    name: string;
    media_type: string;
    sha256: string;
    bytes: number;
    content: Buffer;
    created_by: string;
    created_at: ColumnType<Date, Date, never>;
  };
};

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
