// What is kept about the paper with a code: for whoever holds it, to be held against what it says.
import { AppError } from '#core/app-error.ts';
import { atZoneReach, type Ctx } from '#platform/ctx.ts';
import type { VerifiedDocument } from '#features/evaluation/contract/documents.ts';
import { selectReportByCode } from '#features/evaluation/store/documents.ts';
import { selectPublications } from '#features/evaluation/store/publications.ts';
import { selectRun } from '#features/evaluation/store/runs.ts';
import { publicationCode, typedCode } from './codes.ts';

/**
 * Open to everybody: eighty random bits cannot be guessed, so whoever has the code of a report has seen the report.
 * Throws `document_not_found`.
 */
export async function verifyDocument(ctx: Ctx, text: string): Promise<VerifiedDocument> {
  const code = typedCode(text);
  const found = (await verifyPublication(ctx, code)) ?? (await verifyReport(ctx, code));
  if (found === undefined) throw new AppError('document_not_found');
  return found;
}

async function verifyPublication(ctx: Ctx, code: string): Promise<VerifiedDocument | undefined> {
  const publications = await selectPublications(ctx);
  const publication = publications.find((one) => publicationCode(one) === code);
  if (publication === undefined) return undefined;
  return {
    kind: 'publication',
    title: publication.title,
    issued_at: publication.published_at,
    facts: [
      { zh: '名单行数', en: 'Rows of the list', value: String(publication.row_count) },
      { zh: '默克尔根', en: 'Merkle root', value: publication.merkle_root },
    ],
    result_hash: null,
    publication,
    replaced: publications.some(({ replaces }) => replaces === publication.publication_id),
  };
}

async function verifyReport(ctx: Ctx, code: string): Promise<VerifiedDocument | undefined> {
  return atZoneReach(ctx, async () => {
    const report = await selectReportByCode(ctx, code);
    if (report === undefined) return undefined;
    const run = await selectRun(ctx, report.run_id);
    return {
      kind: report.kind,
      title: report.title,
      issued_at: report.issued_at.toISOString(),
      facts: report.facts,
      result_hash: run?.result_hash ?? null,
      publication: null,
      replaced: false,
    };
  });
}
