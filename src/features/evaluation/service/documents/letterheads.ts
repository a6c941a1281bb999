// Who issues a published list on paper: what was written for it, else what was written last in the zone.
import { AppError } from '#core/app-error.ts';
import { recordEvent } from '#capabilities/audit/service/record.ts';
import { getZone } from '#capabilities/registry/service/places.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Letterhead } from '#features/evaluation/contract/documents.ts';
import {
  saveLetterhead,
  selectLastLetterhead,
  selectLetterhead,
} from '#features/evaluation/store/documents.ts';
import { getPublication } from '../publications.ts';

/** The number of a document is its own; office and contact stay the same for years. */
export async function getLetterhead(ctx: Ctx, publicationId: string): Promise<Letterhead> {
  await getPublication(ctx, publicationId);
  const own = await selectLetterhead(ctx, publicationId);
  if (own !== undefined) return own;
  const last = await selectLastLetterhead(ctx);
  return {
    publication_id: publicationId,
    issuer: last?.issuer ?? (await getZone(ctx)).name,
    number: null,
    contact: last?.contact ?? null,
    phone: last?.phone ?? null,
    address: last?.address ?? null,
    version: 0,
  };
}

/** Throws `changed_meanwhile` when somebody was faster. */
export async function setLetterhead(ctx: Ctx, input: Letterhead): Promise<Letterhead> {
  const { publication_id: id, issuer, number, contact, phone, address, version } = input;
  await getPublication(ctx, id);
  const saved = await saveLetterhead(ctx, {
    publication_id: id,
    issuer,
    number,
    contact,
    phone,
    address,
    version,
  });
  if (saved === undefined) throw new AppError('changed_meanwhile');
  await recordEvent(ctx, {
    action: 'set_letterhead',
    object: ['publication', id],
    details: { issuer, number, contact, phone, address },
  });
  return saved;
}
