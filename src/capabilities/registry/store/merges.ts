// SQL on merges of enterprises: the record of each, the land that goes over, the status of the merged record.
import { type ColumnType, sql } from 'kysely';
import type { MovedFigures } from '#capabilities/collection/service/merge-figures.ts';
import type { MovedMember } from '#capabilities/identity/service/merged-enterprises.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Enterprise } from '../contract/enterprises.ts';

/** Ids of rows that named the merged record and name the kept one now. */
export type MovedLand = {
  readonly occupancies: readonly string[];
  readonly counterparts: readonly string[];
  readonly parcels: readonly string[];
};
/** Merges from before accounts went over say nothing of them. */
export type Moved = MovedLand & MovedFigures & { readonly members?: readonly MovedMember[] };

export type MergeRow = {
  readonly merge_id: string;
  readonly kept_id: string;
  readonly merged_id: string;
  readonly status: Exclude<Enterprise['status'], 'merged'>;
  readonly reason: string;
  readonly moved: Moved;
  readonly merged_by: string;
  readonly merged_at: Date;
  readonly undone_reason: string | null;
  readonly undone_by: string | null;
  readonly undone_at: Date | null;
};

type MergeTables = {
  enterprise_merge: Omit<MergeRow, 'moved'> & { zone_id: string; moved: ColumnType<Moved, string, never> };
};

const MERGE = [
  'merge_id',
  'kept_id',
  'merged_id',
  'status',
  'reason',
  'moved',
  'merged_by',
  'merged_at',
  'undone_reason',
  'undone_by',
  'undone_at',
] as const;

const merges = (ctx: Ctx) => ctx.trx.withTables<MergeTables>();

/** In the order of ids, so that two officers at once wait for each other instead of for ever. */
export async function lockEnterprises(ctx: Ctx, ids: readonly string[]): Promise<void> {
  await sql`
    select 1 from enterprise where zone_id = ${ctx.zone} and enterprise_id = any (${ids}::uuid[])
    order by enterprise_id for update`.execute(ctx.trx);
}

/** What `from` used or owned is `to`'s. */
export async function moveLand(ctx: Ctx, from: string, to: string): Promise<MovedLand> {
  const move = async (table: 'occupancy' | 'parcel', column: string): Promise<string[]> => {
    const { rows } = await sql<{ id: string }>`
      update ${sql.table(table)} set ${sql.ref(column)} = ${to}::uuid, version = version + 1
      where zone_id = ${ctx.zone} and ${sql.ref(column)} = ${from}::uuid
      returning ${sql.ref(`${table}_id`)} as id`.execute(ctx.trx);
    return rows.map(({ id }) => id);
  };
  return {
    occupancies: await move('occupancy', 'enterprise_id'),
    counterparts: await move('occupancy', 'counterpart_id'),
    parcels: await move('parcel', 'owner_id'),
  };
}

/** Of what went over, that which is still `from`'s is `to`'s again. Returns how many of them there are. */
export async function moveLandBack(ctx: Ctx, from: string, to: string, moved: MovedLand): Promise<number> {
  const back = async (
    table: 'occupancy' | 'parcel',
    column: string,
    ids: readonly string[],
  ): Promise<number> => {
    const { numAffectedRows } = await sql`
      update ${sql.table(table)} set ${sql.ref(column)} = ${to}::uuid, version = version + 1
      where zone_id = ${ctx.zone} and ${sql.ref(column)} = ${from}::uuid
        and ${sql.ref(`${table}_id`)} = any (${ids}::uuid[])`.execute(ctx.trx);
    return Number(numAffectedRows ?? 0);
  };
  const uses = await back('occupancy', 'enterprise_id', moved.occupancies);
  const counterparts = await back('occupancy', 'counterpart_id', moved.counterparts);
  return uses + counterparts + (await back('parcel', 'owner_id', moved.parcels));
}

export async function insertMerge(
  ctx: Ctx,
  merge: Pick<MergeRow, 'merge_id' | 'kept_id' | 'merged_id' | 'status' | 'reason' | 'moved'>,
): Promise<void> {
  const { moved, ...values } = merge;
  await merges(ctx)
    .insertInto('enterprise_merge')
    .values({
      ...values,
      zone_id: ctx.zone,
      moved: JSON.stringify(moved),
      merged_by: ctx.actor.userId,
      merged_at: ctx.services.now(),
      undone_reason: null,
      undone_by: null,
      undone_at: null,
    })
    .execute();
}

export async function selectMerges(
  ctx: Ctx,
  enterpriseId: string,
): Promise<(MergeRow & { readonly merged_name: string })[]> {
  return merges(ctx)
    .withTables<{ enterprise: Pick<Enterprise, 'enterprise_id' | 'name'> & { zone_id: string } }>()
    .selectFrom('enterprise_merge as m')
    .innerJoin('enterprise as e', (join) =>
      join.onRef('e.zone_id', '=', 'm.zone_id').onRef('e.enterprise_id', '=', 'm.merged_id'),
    )
    .select(MERGE.map((column) => `m.${column}` as const))
    .select('e.name as merged_name')
    .where('m.zone_id', '=', ctx.zone)
    .where((eb) => eb.or([eb('m.kept_id', '=', enterpriseId), eb('m.merged_id', '=', enterpriseId)]))
    .orderBy('m.merge_id', 'desc')
    .execute();
}

/** Nobody else takes it back until the transaction ends. */
export function lockMerge(ctx: Ctx, id: string): Promise<MergeRow | undefined> {
  return merges(ctx)
    .selectFrom('enterprise_merge')
    .select(MERGE)
    .where('zone_id', '=', ctx.zone)
    .where('merge_id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

export async function markUndone(ctx: Ctx, id: string, reason: string): Promise<MergeRow> {
  return merges(ctx)
    .updateTable('enterprise_merge')
    .set({ undone_reason: reason, undone_by: ctx.actor.userId, undone_at: ctx.services.now() })
    .where('zone_id', '=', ctx.zone)
    .where('merge_id', '=', id)
    .returning(MERGE)
    .executeTakeFirstOrThrow();
}

/** Of the codes given, those of merged records, with the record each is part of now. */
export async function selectKeptByCode(
  ctx: Ctx,
  codes: readonly string[],
): Promise<Pick<Enterprise, 'enterprise_id' | 'credit_code'>[]> {
  const { rows } = await sql<Pick<Enterprise, 'enterprise_id' | 'credit_code'>>`
    with recursive up as (
      select credit_code, merged_into as enterprise_id from enterprise
      where zone_id = ${ctx.zone} and status = 'merged' and credit_code = any (${codes}::text[])
      union
      select up.credit_code, e.merged_into from up
      join enterprise e on e.zone_id = ${ctx.zone} and e.enterprise_id = up.enterprise_id
      where e.status = 'merged')
    select up.credit_code, up.enterprise_id from up
    join enterprise e on e.zone_id = ${ctx.zone} and e.enterprise_id = up.enterprise_id and e.status <> 'merged'`.execute(
    ctx.trx,
  );
  return rows;
}
