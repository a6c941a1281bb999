// A request sent twice with the same Idempotency-Key is done once: the answer is saved with the work itself.
import { createHash } from 'node:crypto';
import type { ColumnType } from 'kysely';
import { AppError } from '#core/app-error.ts';
import type { Ctx } from '../ctx.ts';

type IdempotencyTables = {
  idempotent_request: {
    zone_id: string;
    user_id: string;
    key: string;
    request_hash: string;
    status: number;
    body: ColumnType<{ output?: unknown }, string>;
  };
};

/** The output of an earlier request with this key; undefined when it is the first. */
export async function earlierAnswer(
  ctx: Ctx,
  key: string,
  fingerprint: string,
): Promise<{ readonly output: unknown } | undefined> {
  const row = await ctx.trx
    .withTables<IdempotencyTables>()
    .selectFrom('idempotent_request')
    .select(['request_hash', 'body'])
    .where('zone_id', '=', ctx.zone)
    .where('user_id', '=', ctx.actor.userId)
    .where('key', '=', key)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  if (row.request_hash !== hashOf(fingerprint)) throw new AppError('idempotency_key_reused', { key });
  return { output: row.body.output };
}

/** A second request at the same time fails on the key, so that its work is rolled back. */
export async function saveAnswer(ctx: Ctx, key: string, fingerprint: string, output: unknown): Promise<void> {
  await ctx.trx
    .withTables<IdempotencyTables>()
    .insertInto('idempotent_request')
    .values({
      zone_id: ctx.zone,
      user_id: ctx.actor.userId,
      key,
      request_hash: hashOf(fingerprint),
      status: 200,
      body: JSON.stringify({ output }),
    })
    .execute();
}

const hashOf = (fingerprint: string): string => createHash('sha256').update(fingerprint).digest('hex');
