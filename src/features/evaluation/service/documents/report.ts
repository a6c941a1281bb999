// What a report is before it has a code, and how it gets one: the same content always has the same.
import type { OfficialDocument } from '#platform/documents/document.ts';
import { atZoneReach, type Ctx } from '#platform/ctx.ts';
import type { VerifiedDocument } from '#features/evaluation/contract/documents.ts';
import { insertReport, selectReportByContent } from '#features/evaluation/store/documents.ts';
import { contentHash, newCode, printedCode } from './codes.ts';

export type ReportContent = {
  readonly kind: 'enterprise_report' | 'park_report';
  readonly enterprise_id: string | null;
  readonly park_id: string | null;
  readonly facts: VerifiedDocument['facts'];
  readonly content: Omit<OfficialDocument, 'verification'>;
};

/** Keeps the code of the report, or finds the one it got before. `runId` is the run it tells of. */
export async function issueReport(
  ctx: Ctx,
  runId: string,
  resultHash: string,
  report: ReportContent,
): Promise<{ readonly document: OfficialDocument; readonly code: string }> {
  const { content, ...about } = report;
  const hash = contentHash({ run: runId, content });
  const code = await atZoneReach(ctx, async () => {
    const known = await selectReportByContent(ctx, hash);
    if (known !== undefined) return known.code;
    const made = newCode();
    await insertReport(ctx, {
      ...about,
      document_id: ctx.services.newId(),
      code: made,
      lang: content.lang,
      run_id: runId,
      title: content.title.replaceAll('\n', content.lang === 'zh' ? '' : ' '),
      content_hash: hash,
      issued_at: ctx.services.now(),
    });
    return made;
  });
  return { document: { ...content, verification: verificationOf(code, resultHash, content.lang) }, code };
}

function verificationOf(
  code: string,
  resultHash: string,
  lang: OfficialDocument['lang'],
): OfficialDocument['verification'] {
  const printed = printedCode(code);
  const lines =
    lang === 'zh'
      ? [
          `核验码：${printed}。在平台“公开核验”页输入核验码，可查验本报告与平台记录是否一致。`,
          `结果指纹（SHA-256）：${resultHash}`,
        ]
      : [
          `Verification code: ${printed}. Enter it on the platform’s public verification page to see whether this report agrees with the record.`,
          `Fingerprint of the result (SHA-256): ${resultHash}`,
        ];
  return { code: printed, lines };
}
