// Use cases of evidence: an enterprise adds files to its appeal while nothing is decided; those who decide read them.
import { AppError } from '#core/app-error.ts';
import { recordEvent } from '#capabilities/audit/service/record.ts';
import type { Ctx } from '#platform/ctx.ts';
import { DOCUMENT_TYPES } from '#platform/files/document-kind.ts';
import { loadFile, storeFile } from '#platform/files/stored-file.ts';
import type { Evidence, EvidenceKind } from '../contract/evidence.ts';
import { isOpen } from '../model/appeal-state.ts';
import { MOST_EVIDENCE } from '../model/evidence-limits.ts';
import { lockAppeal, selectAppeal } from '../store/appeals.ts';
import { countEvidence, insertEvidence, selectEvidence, selectEvidenceFile } from '../store/evidence.ts';

/** An appeal can be withdrawn and made again any number of times; its files stay. */
const MOST_FILES_IN_ALL = 40;

export async function listEvidence(ctx: Ctx, appealId: string): Promise<{ items: Evidence[] }> {
  if ((await selectAppeal(ctx, appealId)) === undefined) throw new AppError('appeal_not_found');
  return { items: await selectEvidence(ctx, appealId) };
}

/** Throws `appeal_not_found`, `appeal_too_late_conflict`: asked before a file is taken from the wire. */
export async function requireOpenAppeal(ctx: Ctx, appealId: string): Promise<void> {
  const appeal = await lockAppeal(ctx, appealId);
  if (appeal === undefined) throw new AppError('appeal_not_found');
  if (!isOpen(appeal)) throw new AppError('appeal_too_late_conflict');
}

export async function addEvidence(
  ctx: Ctx,
  appealId: string,
  file: { readonly name: string; readonly kind: EvidenceKind; readonly content: Buffer },
): Promise<Evidence> {
  await requireOpenAppeal(ctx, appealId);
  const appeal = await selectAppeal(ctx, appealId);
  if (appeal === undefined) throw new AppError('appeal_not_found');
  const before = await selectEvidence(ctx, appealId);
  if (before.length >= MOST_EVIDENCE) throw new AppError('evidence_too_many', { limit: MOST_EVIDENCE });
  if ((await countEvidence(ctx, appeal)) >= MOST_FILES_IN_ALL)
    throw new AppError('evidence_too_many_in_all', { limit: MOST_FILES_IN_ALL });
  const { name, kind, content } = file;
  const { file_id, sha256 } = await storeFile(ctx, { name, mediaType: DOCUMENT_TYPES[kind], content });
  const evidence = await insertEvidence(ctx, {
    evidence_id: ctx.services.newId(),
    appeal_id: appealId,
    enterprise_id: appeal.enterprise_id,
    file_id,
    name,
    kind,
    bytes: content.length,
    sha256,
  });
  await recordEvent(ctx, {
    action: 'upload_evidence',
    object: ['appeal', appealId],
    details: { name, bytes: content.length, sha256 },
  });
  return evidence;
}

export async function readEvidence(
  ctx: Ctx,
  appealId: string,
  evidenceId: string,
): Promise<{ name: string; kind: EvidenceKind; content: Buffer }> {
  const found = await selectEvidenceFile(ctx, appealId, evidenceId);
  const file = found && (await loadFile(ctx, found.file_id));
  if (found === undefined || file === undefined) throw new AppError('evidence_not_found');
  return { name: found.name, kind: found.kind, content: file.content };
}
