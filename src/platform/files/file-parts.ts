// Files too large to be held as a whole: written and read piece by piece, in the database like all others, so that every
// server has them and a backup too.
import { createHash, type Hash } from 'node:crypto';
import { type Caller, type Ctx, transact } from '../ctx.ts';
import type { FileTable } from './file-table.ts';

type PartTables = {
  file_part: { zone_id: string; file_id: string; seq: number; content: Buffer };
  file: FileTable;
};

const PART_BYTES = 2 * 1024 * 1024;

const parts = (ctx: Ctx) => ctx.trx.withTables<PartTables>();

export type PartWriter = {
  readonly write: (bytes: Uint8Array) => Promise<void>;
  /** Makes it a file that can be asked for, in the transaction of `ctx`. */
  readonly finish: (ctx: Ctx, name: string, mediaType: string) => Promise<{ sha256: string; bytes: number }>;
};

/** Begins anew: what an earlier try left under this id is taken away. */
export async function openPartWriter(caller: Caller, id: string): Promise<PartWriter> {
  await transact(caller, (ctx) => deleteFileParts(ctx, id));
  const hash: Hash = createHash('sha256');
  let waiting: Uint8Array[] = [];
  let waitingBytes = 0;
  let bytes = 0;
  let seq = 0;
  const takeWaiting = (): Buffer => {
    const content = Buffer.concat(waiting);
    [waiting, waitingBytes] = [[], 0];
    return content;
  };
  const insert = async (ctx: Ctx): Promise<void> => {
    seq += 1;
    await parts(ctx)
      .insertInto('file_part')
      .values({ zone_id: ctx.zone, file_id: id, seq, content: takeWaiting() })
      .execute();
  };
  return {
    write: async (piece) => {
      hash.update(piece);
      waiting.push(piece);
      waitingBytes += piece.length;
      bytes += piece.length;
      if (waitingBytes >= PART_BYTES) await transact(caller, insert);
    },
    finish: async (ctx, name, mediaType) => {
      if (waitingBytes > 0) await insert(ctx);
      const sha256 = hash.digest('hex');
      await parts(ctx)
        .insertInto('file')
        .values({
          zone_id: ctx.zone,
          file_id: id,
          name,
          media_type: mediaType,
          sha256,
          bytes,
          content: Buffer.alloc(0),
          created_by: ctx.actor.userId,
          created_at: ctx.services.now(),
        })
        .execute();
      return { sha256, bytes };
    },
  };
}

/** The file too, where it was finished. */
export async function deleteFileParts(ctx: Ctx, id: string): Promise<void> {
  for (const table of ['file_part', 'file'] as const)
    await parts(ctx).deleteFrom(table).where('zone_id', '=', ctx.zone).where('file_id', '=', id).execute();
}

/** Files in pieces that were finished before an instant: what can be made again is not kept for ever. */
export async function deletePartedFilesBefore(ctx: Ctx, instant: Date): Promise<void> {
  const old = await parts(ctx)
    .selectFrom('file')
    .select('file_id')
    .where('zone_id', '=', ctx.zone)
    .where('created_at', '<', instant)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('file_part')
          .select('file_part.seq')
          .whereRef('file_part.zone_id', '=', 'file.zone_id')
          .whereRef('file_part.file_id', '=', 'file.file_id'),
      ),
    )
    .execute();
  for (const { file_id } of old) await deleteFileParts(ctx, file_id);
}

export type PartedFile = { readonly name: string; readonly media_type: string; readonly bytes: number };

export function findPartedFile(ctx: Ctx, id: string): Promise<PartedFile | undefined> {
  return parts(ctx)
    .selectFrom('file')
    .select(['name', 'media_type', 'bytes'])
    .where('zone_id', '=', ctx.zone)
    .where('file_id', '=', id)
    .executeTakeFirst();
}

/** By id; those that were never finished, or are gone, are not in it. */
export async function findPartedFiles(
  ctx: Ctx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, PartedFile>> {
  if (ids.length === 0) return new Map();
  const rows = await parts(ctx)
    .selectFrom('file')
    .select(['file_id', 'name', 'media_type', 'bytes'])
    .where('zone_id', '=', ctx.zone)
    .where('file_id', 'in', ids)
    .execute();
  return new Map(rows.map(({ file_id, ...file }) => [file_id, file]));
}

/** A transaction for each piece: none is held while somebody slow receives the file. */
export async function* readFileParts(caller: Caller, id: string): AsyncGenerator<Uint8Array> {
  for (let seq = 1; ; seq++) {
    const row = await transact(caller, (ctx) =>
      parts(ctx)
        .selectFrom('file_part')
        .select('content')
        .where('zone_id', '=', ctx.zone)
        .where('file_id', '=', id)
        .where('seq', '=', seq)
        .executeTakeFirst(),
    );
    if (row === undefined) return;
    yield row.content;
  }
}
