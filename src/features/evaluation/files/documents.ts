// Documents on their way out: one at a time as PDF or Word, many as a ZIP.
import { Readable } from 'node:stream';
import { AppError } from '#core/app-error.ts';
import { Uuid } from '#core/ids.ts';
import { transact } from '#platform/ctx.ts';
import type { DocumentFormat } from '#platform/documents/document.ts';
import { renderDocument } from '#platform/documents/render.ts';
import { createTurns, LIMITS } from '#platform/documents/turns.ts';
import { readFileParts } from '#platform/files/file-parts.ts';
import { addressKey } from '#platform/http/address-key.ts';
import type { FileRequest } from '#platform/http/file-endpoint.ts';
import { Format, ReportLang } from '../contract/documents.ts';
import { contentHash } from '../service/documents/codes.ts';
import { findReports } from '../service/documents/make-reports.ts';
import { enterprisePaper, type Paper, parkPaper, publicationPaper } from '../service/documents/papers.ts';

export async function downloadEnterpriseReport({ caller, params, query }: FileRequest): Promise<Response> {
  const run_id = idOf(params['run_id'], 'run_not_found');
  const enterprise_id = idOf(params['enterprise_id'], 'result_not_found');
  const format = formatOf(query);
  const lang = ReportLang.safeParse(query.get('lang') ?? 'zh');
  if (!lang.success) throw new AppError('document_form_unknown');
  return inTurn(caller, async () => {
    const paper = await transact(caller, (ctx) =>
      enterprisePaper(ctx, { run_id, enterprise_id, lang: lang.data }),
    );
    return send(caller, paper, format);
  });
}

export async function downloadParkReport({ caller, params, query }: FileRequest): Promise<Response> {
  const run_id = idOf(params['run_id'], 'run_not_found');
  const park_id = idOf(params['park_id'], 'park_not_found');
  const format = formatOf(query);
  return inTurn(caller, async () =>
    send(caller, await transact(caller, (ctx) => parkPaper(ctx, { run_id, park_id })), format),
  );
}

export async function downloadPublication({ caller, params, query }: FileRequest): Promise<Response> {
  const id = idOf(params['publication_id'], 'publication_not_found');
  const format = formatOf(query);
  return inTurn(caller, async () => {
    const paper = await transact(caller, (ctx) => publicationPaper(ctx, id));
    return attachment(await keptPaper(caller, paper, format), `${paper.name}.${format}`, TYPES[format]);
  });
}

export async function downloadReports({ caller, params }: FileRequest): Promise<Response> {
  const id = idOf(params['job_id'], 'job_not_found');
  const file = await transact(caller, (ctx) => findReports(ctx, id));
  const body = Readable.toWeb(Readable.from(readFileParts(caller, id))) as ReadableStream<Uint8Array>;
  return attachment(body, file.name, file.media_type, file.bytes);
}

type Caller = FileRequest['caller'];

/** Of this process: reading and laying out a list is work as well, so a place is taken before both. */
const TURNS = createTurns(LIMITS);

function inTurn(caller: Caller, make: () => Promise<Response>): Promise<Response> {
  const { actor, address } = caller;
  return TURNS.take(
    actor.role === 'public' ? `address ${addressKey(address)}` : `user ${actor.userId}`,
    make,
  );
}

const TYPES = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;

async function send(
  { services }: Caller,
  { document, name }: Paper,
  format: DocumentFormat,
): Promise<Response> {
  const bytes = await renderDocument(services.scratch, document, format, services.now());
  return attachment(bytes, `${name}.${format}`, TYPES[format]);
}

/** Lists that anybody may ask for, as they were made: thousands of lines take seconds. Ten of them at most. */
const KEPT = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();
const MOST_KEPT = 10;

function keptPaper(
  { services }: Caller,
  { document }: Paper,
  format: DocumentFormat,
): Promise<Uint8Array<ArrayBuffer>> {
  const key = `${format} ${contentHash(document)}`;
  const known = KEPT.get(key);
  if (known !== undefined) return known;
  const made = renderDocument(services.scratch, document, format, services.now());
  KEPT.set(key, made);
  const [oldest] = KEPT.keys();
  if (KEPT.size > MOST_KEPT && oldest !== undefined) KEPT.delete(oldest);
  made.catch(() => KEPT.delete(key));
  return made;
}

function attachment(
  body: Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>,
  name: string,
  type: string,
  length = body instanceof Uint8Array ? body.length : undefined,
): Response {
  return new Response(body, {
    headers: {
      'content-type': type,
      ...(length === undefined ? {} : { 'content-length': String(length) }),
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      'cache-control': 'private, no-store',
    },
  });
}

function formatOf(query: URLSearchParams): DocumentFormat {
  const format = Format.safeParse(query.get('format') ?? 'pdf');
  if (!format.success) throw new AppError('document_form_unknown');
  return format.data;
}

function idOf(text: string | undefined, code: string): string {
  const id = Uuid.safeParse(text);
  if (!id.success) throw new AppError(code);
  return id.data;
}
