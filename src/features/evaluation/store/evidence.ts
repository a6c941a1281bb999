// SQL on the evidence of appeals. The files themselves lie with all others.
import type { Ctx } from '#platform/ctx.ts';
import type { Evidence } from '../contract/evidence.ts';
import type { Appeal } from '../contract/shapes.ts';
import { evaluations } from './tables.ts';

const EVIDENCE = [
  'evidence_id',
  'appeal_id',
  'name',
  'kind',
  'bytes',
  'sha256',
  'uploaded_by',
  'uploaded_at',
] as const;

type Row = Omit<Evidence, 'uploaded_at'> & { uploaded_at: Date };
const evidenceOf = (row: Row): Evidence => ({ ...row, uploaded_at: row.uploaded_at.toISOString() });

export async function selectEvidence(ctx: Ctx, appealId: string): Promise<Evidence[]> {
  const rows = await evaluations(ctx)
    .selectFrom('appeal_evidence')
    .select(EVIDENCE)
    .where('zone_id', '=', ctx.zone)
    .where('appeal_id', '=', appealId)
    .orderBy('evidence_id')
    .execute();
  return rows.map(evidenceOf);
}

/** Of all appeals of an enterprise in an evaluation, withdrawn ones included. */
export async function countEvidence(
  ctx: Ctx,
  { evaluation_id, enterprise_id }: Pick<Appeal, 'evaluation_id' | 'enterprise_id'>,
): Promise<number> {
  const { count } = await evaluations(ctx)
    .selectFrom('appeal_evidence')
    .innerJoin('appeal', (join) =>
      join
        .onRef('appeal.zone_id', '=', 'appeal_evidence.zone_id')
        .onRef('appeal.appeal_id', '=', 'appeal_evidence.appeal_id'),
    )
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('appeal.zone_id', '=', ctx.zone)
    .where('appeal.evaluation_id', '=', evaluation_id)
    .where('appeal.enterprise_id', '=', enterprise_id)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** The file of one piece of evidence; undefined where the appeal has none of this id. */
export async function selectEvidenceFile(
  ctx: Ctx,
  appealId: string,
  evidenceId: string,
): Promise<(Pick<Evidence, 'name' | 'kind'> & { file_id: string }) | undefined> {
  return evaluations(ctx)
    .selectFrom('appeal_evidence')
    .select(['name', 'kind', 'file_id'])
    .where('zone_id', '=', ctx.zone)
    .where('appeal_id', '=', appealId)
    .where('evidence_id', '=', evidenceId)
    .executeTakeFirst();
}

export async function insertEvidence(
  ctx: Ctx,
  evidence: Omit<Evidence, 'uploaded_by' | 'uploaded_at'> & { enterprise_id: string; file_id: string },
): Promise<Evidence> {
  const row = await evaluations(ctx)
    .insertInto('appeal_evidence')
    .values({
      zone_id: ctx.zone,
      ...evidence,
      uploaded_by: ctx.actor.userId,
      uploaded_at: ctx.services.now(),
    })
    .returning(EVIDENCE)
    .executeTakeFirstOrThrow();
  return evidenceOf(row);
}
