// Documents: reports for enterprises and parks, notices and lists on paper, and whether a paper is what it says.
import { z } from 'zod';
import { InZone } from '#core/endpoint.ts';
import { Uuid } from '#core/ids.ts';
import { Job } from '#capabilities/jobs/contract.ts';
import { JobStarted, OFFICER, PublicationPath, route, RunPath } from './paths.ts';
import { Publication } from './shapes.ts';

export const Format = z.enum(['pdf', 'docx']);
export const ReportLang = z.enum(['zh', 'en']);

const Line = (most: number) => z.string().trim().min(1).max(most);

/** Reports of many enterprises that somebody asked for: how far they are, and whether the archive is still there. */
export const ReportsBatch = z.strictObject({
  job_id: Uuid,
  evaluation_id: Uuid,
  format: Format,
  lang: ReportLang,
  /** Null where all classes, or all parks within reach, were asked for. */
  class: z.string().nullable(),
  park_id: Uuid.nullable(),
  state: Job.shape.state,
  progress: z.number(),
  requested_by: z.string(),
  requested_at: z.iso.datetime(),
  /** Null before it is made, and once it is gone. */
  archive: z.strictObject({ name: z.string(), bytes: z.number().int() }).nullable(),
  error: z.unknown(),
});
export type ReportsBatch = z.infer<typeof ReportsBatch>;

/** Who issues a list on paper. What is null is left out of the paper. */
export const Letterhead = z.strictObject({
  publication_id: Uuid,
  issuer: Line(60),
  /** 发文字号: 云高管〔2026〕12号. */
  number: Line(40).nullable(),
  contact: Line(40).nullable(),
  phone: Line(40).nullable(),
  address: Line(100).nullable(),
  /** 0 as long as nobody wrote one. */
  version: z.number().int(),
});
export type Letterhead = z.infer<typeof Letterhead>;

/** What is on a paper with this code, to be held against the paper itself. */
export const VerifiedDocument = z.strictObject({
  kind: z.enum(['enterprise_report', 'park_report', 'publication']),
  title: z.string(),
  issued_at: z.iso.datetime(),
  facts: z.array(z.strictObject({ zh: z.string(), en: z.string(), value: z.string() })),
  /** The run behind a report. */
  result_hash: z.string().nullable(),
  /** The published list itself, and whether another one replaced it. */
  publication: Publication.nullable(),
  replaced: z.boolean(),
});
export type VerifiedDocument = z.infer<typeof VerifiedDocument>;

const READERS = ['leader', 'evaluation_officer', 'park_manager', 'enterprise_user'] as const;
const PARK_READERS = ['leader', 'evaluation_officer', 'park_manager'] as const;
const form = { format: Format.default('pdf'), lang: ReportLang.default('zh') };

export const documentsContract = {
  downloadEnterpriseReport: route
    .route({
      method: 'GET',
      path: '/zones/{zone}/runs/{run_id}/results/{enterprise_id}/report',
      summary: '企业体检报告（PDF、Word） · Report for an enterprise',
    })
    .meta({ allow: READERS, raw: true })
    .input(RunPath.extend({ enterprise_id: Uuid, ...form })),
  downloadParkReport: route
    .route({
      method: 'GET',
      path: '/zones/{zone}/runs/{run_id}/parks/{park_id}/report',
      summary: '园区体检报告（PDF、Word） · Report for a park',
    })
    .meta({ allow: PARK_READERS, raw: true })
    .input(RunPath.extend({ park_id: Uuid, format: Format.default('pdf') })),
  makeReports: route
    .route({
      method: 'POST',
      path: '/zones/{zone}/runs/{run_id}/reports',
      summary: '批量生成企业体检报告 · Reports for many enterprises',
      description: 'Runs as a job; the ZIP it makes is downloaded with the id of the job.',
      successStatus: 202,
    })
    .meta({ allow: PARK_READERS })
    .input(
      RunPath.extend({
        ...form,
        class: z.string().max(20).optional(),
        park_id: Uuid.optional(),
      }),
    )
    .output(JobStarted),
  listReports: route
    .route({
      method: 'GET',
      path: '/zones/{zone}/reports',
      summary: '近期批量报告 · Recent reports for many enterprises',
      description: 'The latest twenty that the caller may follow and fetch, newest first.',
    })
    .meta({ allow: PARK_READERS })
    .input(InZone)
    .output(z.strictObject({ items: z.array(ReportsBatch) })),
  downloadReports: route
    .route({
      method: 'GET',
      path: '/zones/{zone}/reports/{job_id}',
      summary: '下载批量报告（ZIP） · Download the reports of a job',
    })
    .meta({ allow: PARK_READERS, raw: true })
    .input(InZone.extend({ job_id: Uuid })),
  downloadPublication: route
    .route({
      method: 'GET',
      path: '/zones/{zone}/publications/{publication_id}/document',
      summary: '公示、公布文件（PDF、Word） · A published list on paper',
    })
    .meta({ allow: 'public', raw: true })
    .input(PublicationPath.extend({ format: Format.default('pdf') })),
  getLetterhead: route
    .route({
      method: 'GET',
      path: '/zones/{zone}/publications/{publication_id}/letterhead',
      summary: '发文信息 · Letterhead of a list',
    })
    .meta({ allow: 'public' })
    .input(PublicationPath)
    .output(Letterhead),
  setLetterhead: route
    .route({
      method: 'PUT',
      path: '/zones/{zone}/publications/{publication_id}/letterhead',
      summary: '设置发文信息 · Set the letterhead of a list',
    })
    .meta({ allow: OFFICER })
    .input(PublicationPath.extend(Letterhead.shape))
    .output(Letterhead),
  verifyDocument: route
    .route({
      method: 'GET',
      path: '/zones/{zone}/documents/verify',
      summary: '核验文件 · Verify a document by its code',
    })
    .meta({ allow: 'public' })
    .input(InZone.extend({ code: z.string().trim().min(1).max(40) }))
    .output(VerifiedDocument),
};
