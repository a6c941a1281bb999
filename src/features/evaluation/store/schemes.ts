// SQL on schemes. A version's text never changes; only its state does.
import type { Ctx } from '#platform/ctx.ts';
import type { Scheme } from '../contract/shapes.ts';
import { evaluations } from './tables.ts';

const SCHEME = [
  'scheme_id',
  'version',
  'title',
  'hash',
  'state',
  'created_by',
  'decided_by',
  'reason',
] as const;

export function selectSchemes(ctx: Ctx): Promise<Scheme[]> {
  return evaluations(ctx)
    .selectFrom('scheme')
    .select(SCHEME)
    .where('zone_id', '=', ctx.zone)
    .orderBy('scheme_id')
    .orderBy('version', 'desc')
    .execute();
}

export function selectScheme(
  ctx: Ctx,
  id: string,
  version: number,
): Promise<(Scheme & { text: string }) | undefined> {
  return evaluations(ctx)
    .selectFrom('scheme')
    .select([...SCHEME, 'text'])
    .where('zone_id', '=', ctx.zone)
    .where('scheme_id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
}

/** The next version of the scheme. Two at once collide on the key, and one of them fails. */
export async function insertScheme(
  ctx: Ctx,
  scheme: Pick<Scheme, 'scheme_id' | 'title' | 'hash'> & { readonly text: string },
): Promise<Scheme> {
  const { latest } = await evaluations(ctx)
    .selectFrom('scheme')
    .select(({ fn }) => fn.max<number | null>('version').as('latest'))
    .where('zone_id', '=', ctx.zone)
    .where('scheme_id', '=', scheme.scheme_id)
    .executeTakeFirstOrThrow();
  return evaluations(ctx)
    .insertInto('scheme')
    .values({
      zone_id: ctx.zone,
      ...scheme,
      version: (latest ?? 0) + 1,
      state: 'draft',
      created_by: ctx.actor.userId,
      created_at: ctx.services.now(),
      decided_by: null,
      decided_at: null,
      reason: null,
    })
    .returning(SCHEME)
    .executeTakeFirstOrThrow();
}

/** Undefined when the version is not in one of the states any more. */
export function setSchemeState(
  ctx: Ctx,
  which: Pick<Scheme, 'scheme_id' | 'version'>,
  from: readonly Scheme['state'][],
  change: {
    readonly state: Scheme['state'];
    readonly reason: string | null;
    readonly decided_by: string | null;
  },
): Promise<Scheme | undefined> {
  return evaluations(ctx)
    .updateTable('scheme')
    .set({ ...change, decided_at: ctx.services.now() })
    .where('zone_id', '=', ctx.zone)
    .where('scheme_id', '=', which.scheme_id)
    .where('version', '=', which.version)
    .where('state', 'in', from)
    .returning(SCHEME)
    .executeTakeFirst();
}
