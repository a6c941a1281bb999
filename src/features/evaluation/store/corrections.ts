// SQL on corrections of published lists, and on what the proposed run changes against the published one.
import { sql } from 'kysely';
import type { Ctx } from '#platform/ctx.ts';
import type { ListCorrection } from '../contract/corrections.ts';
import type { Move } from '../contract/shapes.ts';
import { evaluations } from './tables.ts';

const CORRECTION = [
  'correction_id',
  'evaluation_id',
  'publication_id',
  'run_id',
  'reason',
  'state',
  'proposed_by',
  'proposed_at',
  'decided_by',
  'decided_at',
  'decision_reason',
  'version',
] as const;

type Row = Omit<ListCorrection, 'proposed_at' | 'decided_at'> & {
  proposed_at: Date;
  decided_at: Date | null;
};
const correctionOf = (row: Row): ListCorrection => ({
  ...row,
  proposed_at: row.proposed_at.toISOString(),
  decided_at: row.decided_at?.toISOString() ?? null,
});

export async function selectCorrections(ctx: Ctx): Promise<ListCorrection[]> {
  const rows = await evaluations(ctx)
    .selectFrom('correction')
    .select(CORRECTION)
    .where('zone_id', '=', ctx.zone)
    .orderBy('correction_id', 'desc')
    .execute();
  return rows.map(correctionOf);
}

export async function selectCorrection(ctx: Ctx, id: string): Promise<ListCorrection | undefined> {
  const row = await evaluations(ctx)
    .selectFrom('correction')
    .select(CORRECTION)
    .where('zone_id', '=', ctx.zone)
    .where('correction_id', '=', id)
    .executeTakeFirst();
  return row && correctionOf(row);
}

/** The one that waits for its signature; there is one at most. */
export function selectOpenCorrection(
  ctx: Ctx,
  evaluationId: string,
): Promise<Pick<ListCorrection, 'correction_id' | 'publication_id' | 'reason' | 'proposed_by'> | undefined> {
  return evaluations(ctx)
    .selectFrom('correction')
    .select(['correction_id', 'publication_id', 'reason', 'proposed_by'])
    .where('zone_id', '=', ctx.zone)
    .where('evaluation_id', '=', evaluationId)
    .where('state', '=', 'proposed')
    .executeTakeFirst();
}

export async function insertCorrection(
  ctx: Ctx,
  correction: Pick<
    ListCorrection,
    'correction_id' | 'evaluation_id' | 'publication_id' | 'run_id' | 'reason'
  >,
): Promise<void> {
  await evaluations(ctx)
    .insertInto('correction')
    .values({
      zone_id: ctx.zone,
      ...correction,
      state: 'proposed',
      proposed_by: ctx.actor.userId,
      proposed_at: ctx.services.now(),
      decided_by: null,
      decided_at: null,
      decision_reason: null,
    })
    .execute();
}

/** Undefined where it was decided, or changed, meanwhile. */
export async function decideCorrectionRow(
  ctx: Ctx,
  { correction_id: id, version }: Pick<ListCorrection, 'correction_id' | 'version'>,
  decision: { readonly state: 'signed' | 'sent_back'; readonly reason: string },
): Promise<ListCorrection | undefined> {
  const row = await evaluations(ctx)
    .updateTable('correction')
    .set({
      state: decision.state,
      decision_reason: decision.reason,
      decided_by: ctx.actor.userId,
      decided_at: ctx.services.now(),
      version: version + 1,
    })
    .where('zone_id', '=', ctx.zone)
    .where('correction_id', '=', id)
    .where('version', '=', version)
    .where('state', '=', 'proposed')
    .returning(CORRECTION)
    .executeTakeFirst();
  return row && correctionOf(row);
}

export type RunPair = { readonly before: string; readonly after: string };

/** Both runs, row beside row of the same enterprise. */
const sideBySide = (ctx: Ctx, { before, after }: RunPair) => sql`
  (select * from run_row where zone_id = ${ctx.zone} and run_id = ${before}::uuid) b
  full join (select * from run_row where zone_id = ${ctx.zone} and run_id = ${after}::uuid) a
    on a.zone_id = b.zone_id and a.enterprise_id = b.enterprise_id`;

type Counts = { readonly moved: number; readonly ranks_moved: number; readonly scores_moved: number };

export async function countChanges(ctx: Ctx, pair: RunPair): Promise<Counts> {
  const { rows } = await sql<Counts>`
    select count(*) filter (where a.final_class is distinct from b.final_class)::int as moved,
           count(*) filter (where a.rank is distinct from b.rank)::int as ranks_moved,
           count(*) filter (where a.score is distinct from b.score)::int as scores_moved
    from ${sideBySide(ctx, pair)}`.execute(ctx.trx);
  return rows[0] ?? { moved: 0, ranks_moved: 0, scores_moved: 0 };
}

/** Who has another class, best first; the class is empty and the rank 0 where an enterprise is not in the run. */
export async function selectMoves(ctx: Ctx, pair: RunPair, most: number): Promise<Move[]> {
  const { rows } = await sql<Move>`
    select coalesce(a.enterprise_id, b.enterprise_id) as enterprise_id, coalesce(a.name, b.name) as name,
           coalesce(b.final_class, '') as class_before, coalesce(a.final_class, '') as class_after,
           b.score as score_before, a.score as score_after,
           coalesce(b.rank, 0) as rank_before, coalesce(a.rank, 0) as rank_after
    from ${sideBySide(ctx, pair)}
    where a.final_class is distinct from b.final_class
    order by a.position nulls last, b.position
    limit ${most}`.execute(ctx.trx);
  return rows;
}
