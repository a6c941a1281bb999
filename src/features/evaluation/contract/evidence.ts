// What an enterprise brings to prove its appeal, and the second signature under a decision.
import { z } from 'zod';
import { InZone } from '#core/endpoint.ts';
import { Uuid } from '#core/ids.ts';
import { APPEAL_READERS } from './appeals.ts';
import { Reason, route, STAFF } from './paths.ts';
import { Appeal } from './shapes.ts';

export const EvidenceKind = z.enum(['pdf', 'jpg', 'png', 'docx', 'xlsx']);
export type EvidenceKind = z.infer<typeof EvidenceKind>;

export const Evidence = z.strictObject({
  evidence_id: Uuid,
  appeal_id: Uuid,
  name: z.string(),
  kind: EvidenceKind,
  bytes: z.number().int(),
  sha256: z.string(),
  uploaded_by: z.string(),
  uploaded_at: z.iso.datetime(),
});
export type Evidence = z.infer<typeof Evidence>;

const AppealPath = InZone.extend({ appeal_id: Uuid });
const path = '/zones/{zone}/appeals/{appeal_id}/evidence' as const;

export const evidenceContract = {
  signAppeal: route
    .route({
      method: 'POST',
      path: '/zones/{zone}/appeals/{appeal_id}/sign',
      summary: '申诉会签 · Sign a decision',
      description:
        'By somebody else than who proposed it: signed, it takes effect; sent back, the appeal waits for another proposal.',
    })
    .meta({ allow: STAFF })
    .input(
      AppealPath.extend({
        signature: z.enum(['signed', 'sent_back']),
        reason: Reason.optional(),
        version: z.number().int(),
      }),
    )
    .output(Appeal),
  uploadEvidence: route
    .route({
      method: 'POST',
      path,
      summary: '上传申诉材料 · Upload evidence',
      description:
        'The body is the file itself: PDF, JPG, PNG, DOCX or XLSX up to 20 MB, at most ten per appeal, while nothing is decided.',
      successStatus: 201,
    })
    .meta({ allow: ['enterprise_user'], raw: true })
    .input(AppealPath.extend({ file_name: z.string().min(1).max(200) })),
  listEvidence: route
    .route({ method: 'GET', path, summary: '申诉材料 · Evidence' })
    .meta({ allow: APPEAL_READERS })
    .input(AppealPath)
    .output(z.strictObject({ items: z.array(Evidence) })),
  downloadEvidence: route
    .route({ method: 'GET', path: `${path}/{evidence_id}`, summary: '下载申诉材料 · Download evidence' })
    .meta({ allow: APPEAL_READERS, raw: true })
    .input(AppealPath.extend({ evidence_id: Uuid })),
};
