// Every error an endpoint can end with, as RFC 9457 problem+json in the caller's language.
import { z } from 'zod';
import { AppError } from '#core/app-error.ts';
import { type Diagnostic, fillTemplate, type Lang, type Params, type Wording } from '#core/diagnostic.ts';

export type Wordings = Readonly<Record<string, Wording>>;

/** What went wrong, before it is put into words. */
export type Failure = {
  readonly code: string;
  readonly status: number;
  readonly params?: Params;
  readonly diagnostics?: readonly Diagnostic[];
  readonly issues?: readonly z.core.$ZodIssue[];
};

const STATUS: Readonly<Record<string, number>> = {
  invalid_input: 400,
  not_signed_in: 401,
  forbidden: 403,
  inputs_hidden: 403,
  not_a_member: 403,
  cross_site: 403,
  password_change_required: 403,
  second_factor_required: 403,
  token_not_valid: 401,
  changed_meanwhile: 409,
  upload_too_large: 413,
  idempotency_key_reused: 422,
  too_many_requests: 429,
  too_many_documents: 429,
  internal_error: 500,
  database_unavailable: 503,
  documents_busy: 503,
  disk_full: 507,
};

/** By the table, else by how the code ends; what remains is a request we understood but cannot follow. */
function statusOf(code: string): number {
  const known = STATUS[code];
  if (known !== undefined) return known;
  if (code.endsWith('_not_found')) return 404;
  return /_(?:exists|conflict|taken)$/.test(code) ? 409 : 422;
}

export function failureOf(error: unknown): Failure {
  if (!(error instanceof AppError)) return { code: 'internal_error', status: 500 };
  const { code, params, diagnostics } = error;
  return { code, status: statusOf(code), params, diagnostics };
}

/** The language asked for by Accept-Language; Chinese unless English comes first. */
export function langOf(header: string | undefined): Lang {
  return /^\s*en\b/i.test(header ?? '') ? 'en' : 'zh';
}

export function problemResponse(
  failure: Failure,
  lang: Lang,
  requestId: string,
  wordings: Wordings,
): Response {
  const { code, status, params = {}, diagnostics = [], issues = [] } = failure;
  const wording = wordings[code];
  const text = (w: { zh: string; en: string } | undefined, values: Params) =>
    w === undefined ? undefined : fillTemplate(w[lang], values);
  const body = {
    type: `urn:mujun:problem:${code}`,
    title: text(wording, params) ?? code,
    status,
    code,
    detail: text(wording?.hint, params),
    params,
    request_id: requestId,
    findings: diagnostics.map((finding) => ({
      code: finding.code,
      severity: finding.severity,
      message: text(wordings[finding.code], finding.params) ?? finding.code,
      hint: text(wordings[finding.code]?.hint, finding.params),
      path: finding.path,
      place: finding.place,
    })),
    errors: issues.map((issue) => ({ path: issue.path, message: issueText(issue, lang) })),
  };
  const headers = new Headers({
    'content-type': 'application/problem+json; charset=utf-8',
    'x-request-id': requestId,
  });
  const retry = params['seconds'];
  if ((status === 429 || status === 503) && retry !== undefined) headers.set('retry-after', String(retry));
  return new Response(JSON.stringify(body), { status, headers });
}

const LOCALES = { zh: z.locales.zhCN(), en: z.locales.en() };

function issueText(issue: z.core.$ZodIssue, lang: Lang): string {
  // Our own refinements carry a code of ours in `message`; the library's issues are worded by its locale.
  if (issue.code === 'custom') return issue.message;
  const worded = LOCALES[lang].localeError(issue as z.core.$ZodRawIssue);
  return (typeof worded === 'string' ? worded : worded?.message) ?? issue.message;
}
