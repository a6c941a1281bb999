// What the sign-in library refused, in the words of our own errors: its codes and statuses become failures like all others.
import { z } from 'zod';
import type { Failure } from '../http/problem.ts';

/** Ours are thrown through the library as they are; what is in neither table is told by its status alone. */
const OWN = new Set([
  'sign_in_locked',
  'account_disabled',
  'password_stays',
  'password_too_short',
  'password_too_simple',
  'password_has_name',
  'password_common',
  'password_used_before',
]);

const OF_LIBRARY: Readonly<Record<string, string>> = {
  INVALID_USERNAME_OR_PASSWORD: 'credentials_not_valid',
  INVALID_USERNAME: 'credentials_not_valid',
  USERNAME_TOO_SHORT: 'credentials_not_valid',
  USERNAME_TOO_LONG: 'credentials_not_valid',
  INVALID_PASSWORD: 'password_not_valid',
  PASSWORD_TOO_SHORT: 'password_too_short',
  PASSWORD_TOO_LONG: 'password_too_long',
  INVALID_CODE: 'second_factor_not_valid',
  INVALID_BACKUP_CODE: 'second_factor_not_valid',
  INVALID_TWO_FACTOR_COOKIE: 'second_factor_too_late',
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: 'second_factor_too_late',
  ACCOUNT_TEMPORARILY_LOCKED: 'second_factor_locked',
  TWO_FACTOR_NOT_ENABLED: 'second_factor_not_enrolled',
  TOTP_NOT_ENABLED: 'second_factor_not_enrolled',
  BACKUP_CODES_NOT_ENABLED: 'second_factor_not_enrolled',
  TOTP_ALREADY_ENABLED: 'second_factor_enrolled',
  PROVIDER_NOT_FOUND: 'single_sign_on_not_set_up',
  SOCIAL_ACCOUNT_ALREADY_LINKED: 'identity_linked_elsewhere',
  LINKED_ACCOUNT_ALREADY_EXISTS: 'identity_linked_elsewhere',
  ACCOUNT_NOT_FOUND: 'identity_not_found',
  FAILED_TO_UNLINK_LAST_ACCOUNT: 'password_stays',
  SESSION_EXPIRED: 'not_signed_in',
  FAILED_TO_GET_SESSION: 'database_unavailable',
  INVALID_ORIGIN: 'cross_site',
  MISSING_OR_NULL_ORIGIN: 'cross_site',
  CROSS_SITE_NAVIGATION_LOGIN_BLOCKED: 'cross_site',
};

/** Where the library's own status would say something else than ours do. */
const STATUS: Readonly<Record<string, number>> = { database_unavailable: 503, identity_not_found: 404 };

/** Reasons with which the library sends a browser to its page of errors. */
const ON_THE_WAY_BACK: Readonly<Record<string, Failure>> = {
  account_disabled: { code: 'account_disabled', status: 403 },
  signup_disabled: { code: 'identity_unknown', status: 403 },
  account_already_linked_to_different_user: { code: 'identity_linked_elsewhere', status: 409 },
};

/** Of the address of that page. */
export function wayBackFailure(query: URLSearchParams): Failure {
  const reason = query.get('error') ?? '';
  const shown = /^\w{1,60}$/.test(reason) ? reason : 'unknown';
  return ON_THE_WAY_BACK[reason] ?? { code: 'single_sign_on_failed', status: 400, params: { reason: shown } };
}

const BY_STATUS: Readonly<Record<number, string>> = {
  401: 'not_signed_in',
  403: 'forbidden',
  404: 'endpoint_not_found',
  405: 'endpoint_not_found',
};

const Refusal = z.object({ code: z.string().optional(), message: z.string().optional() });

/** Of an answer of the library with a status of 400 or more. Reads its body. */
export async function authFailure(response: Response): Promise<Failure> {
  const parsed = Refusal.safeParse(parseJson(await response.text()));
  const { code = '', message = '' } = parsed.data ?? {};
  const { status } = response;
  // The hook puts the minutes into the only field the library leaves to it.
  if (code === 'sign_in_locked') {
    const minutes = Number(message);
    return { code, status, params: { minutes, seconds: minutes * 60 } };
  }
  const known = OWN.has(code) ? code : OF_LIBRARY[code];
  if (known !== undefined) return { code: known, status: STATUS[known] ?? status };
  if (status >= 500) return { code: 'internal_error', status: 500 };
  const byStatus = BY_STATUS[status];
  if (byStatus !== undefined) return { code: byStatus, status };
  return { code: 'invalid_input', status: 400, issues: issuesOf(message) };
}

/** The library names the fields in its message, `[body.password] …`, and nowhere else. */
function issuesOf(message: string): z.core.$ZodIssue[] {
  return [...message.matchAll(/\[body\.([\w.]+)\]/g)].map(([, field = '']) => ({
    code: 'custom',
    path: field.split('.'),
    message: 'invalid_input',
    input: undefined,
  }));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
