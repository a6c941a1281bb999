// SQL on what was handed out on paper: reports with their codes, and the letterheads of published lists.
import type { ColumnType } from 'kysely';
import type { Ctx } from '#platform/ctx.ts';
import type { Letterhead, VerifiedDocument } from '../contract/documents.ts';

export type IssuedReport = {
  readonly document_id: string;
  readonly code: string;
  readonly kind: 'enterprise_report' | 'park_report';
  readonly lang: 'zh' | 'en';
  readonly run_id: string;
  readonly enterprise_id: string | null;
  readonly park_id: string | null;
  readonly title: string;
  readonly facts: VerifiedDocument['facts'];
  readonly content_hash: string;
  readonly issued_at: Date;
};

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

type DocumentTables = {
  document: Mutable<Omit<IssuedReport, 'facts'>> & {
    zone_id: string;
    facts: ColumnType<VerifiedDocument['facts'], string, never>;
    issued_by: string;
  };
  letterhead: Letterhead & { zone_id: string; updated_by: string; updated_at: Date };
};

const documents = (ctx: Ctx) => ctx.trx.withTables<DocumentTables>();

const REPORT = [
  'document_id',
  'code',
  'kind',
  'lang',
  'run_id',
  'enterprise_id',
  'park_id',
  'title',
  'facts',
  'content_hash',
  'issued_at',
] as const;

export function selectReportByCode(ctx: Ctx, code: string): Promise<IssuedReport | undefined> {
  return documents(ctx)
    .selectFrom('document')
    .select(REPORT)
    .where('zone_id', '=', ctx.zone)
    .where('code', '=', code)
    .executeTakeFirst();
}

/** The first one issued with this content. */
export function selectReportByContent(ctx: Ctx, hash: string): Promise<IssuedReport | undefined> {
  return documents(ctx)
    .selectFrom('document')
    .select(REPORT)
    .where('zone_id', '=', ctx.zone)
    .where('content_hash', '=', hash)
    .orderBy('document_id')
    .limit(1)
    .executeTakeFirst();
}

export async function insertReport(ctx: Ctx, report: IssuedReport): Promise<void> {
  await documents(ctx)
    .insertInto('document')
    .values({
      zone_id: ctx.zone,
      ...report,
      facts: JSON.stringify(report.facts),
      issued_by: ctx.actor.userId,
    })
    .execute();
}

const LETTERHEAD = ['publication_id', 'issuer', 'number', 'contact', 'phone', 'address', 'version'] as const;

export function selectLetterhead(ctx: Ctx, publicationId: string): Promise<Letterhead | undefined> {
  return documents(ctx)
    .selectFrom('letterhead')
    .select(LETTERHEAD)
    .where('zone_id', '=', ctx.zone)
    .where('publication_id', '=', publicationId)
    .executeTakeFirst();
}

/** The one written last in the zone: offices rarely change. */
export function selectLastLetterhead(ctx: Ctx): Promise<Letterhead | undefined> {
  return documents(ctx)
    .selectFrom('letterhead')
    .select(LETTERHEAD)
    .where('zone_id', '=', ctx.zone)
    .orderBy('updated_at', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** Undefined where somebody else was faster; a first one is inserted with version 1. */
export async function saveLetterhead(ctx: Ctx, letterhead: Letterhead): Promise<Letterhead | undefined> {
  const { publication_id, version, ...said } = letterhead;
  const by = { updated_by: ctx.actor.userId, updated_at: ctx.services.now() };
  if (version === 0) {
    if ((await selectLetterhead(ctx, publication_id)) !== undefined) return undefined;
    return documents(ctx)
      .insertInto('letterhead')
      .values({ zone_id: ctx.zone, publication_id, ...said, ...by, version: 1 })
      .returning(LETTERHEAD)
      .executeTakeFirst();
  }
  return documents(ctx)
    .updateTable('letterhead')
    .set({ ...said, ...by, version: version + 1 })
    .where('zone_id', '=', ctx.zone)
    .where('publication_id', '=', publication_id)
    .where('version', '=', version)
    .returning(LETTERHEAD)
    .executeTakeFirst();
}
