// Around the sign-in library: lockout, rules for passwords, few sessions at a time, and a trace of everything.
import { APIError, createAuthMiddleware, getSessionFromCtx, isAPIError } from 'better-auth/api';
import type pg from 'pg';
import { countAttempt, forgetAttempts } from './attempts.ts';
import { keepPassword, newPasswordFault } from './password-history.ts';

export type SignInAction =
  | 'sign_in'
  | 'sign_in_failed'
  | 'sign_in_locked'
  | 'sign_out'
  | 'change_password'
  | 'change_password_failed'
  | 'two_factor_on'
  | 'two_factor_off'
  | 'two_factor_codes'
  | 'link_identity'
  | 'link_identity_failed'
  | 'unlink_identity';

export type SignInEvent = {
  readonly action: SignInAction;
  readonly account: string;
  readonly userId: string | undefined;
  readonly address: string;
};

export type HookOptions = {
  readonly pool: pg.Pool;
  readonly now: () => Date;
  readonly addressOf: (headers: Headers | undefined) => string;
  readonly onEvent: (event: SignInEvent) => Promise<void>;
};

/** Of one account at a time; the oldest ends when one more begins. */
const MOST_SESSIONS = 3;

const SIGN_IN = '/sign-in/username';
/** They ask for the password again, so they must not be a way to guess it. */
const PASSWORD_ASKED = new Set([
  '/change-password',
  '/two-factor/enable',
  '/two-factor/disable',
  '/two-factor/generate-backup-codes',
  '/two-factor/get-totp-uri',
]);
const SECOND_FACTOR = new Set(['/two-factor/verify-totp', '/two-factor/verify-backup-code']);
const TRACED: Readonly<Record<string, SignInAction>> = {
  '/sign-out': 'sign_out',
  '/change-password': 'change_password',
  '/two-factor/verify-totp': 'two_factor_on',
  '/two-factor/disable': 'two_factor_off',
  '/two-factor/generate-backup-codes': 'two_factor_codes',
  '/unlink-account': 'unlink_identity',
};
/** They send people to the government's provider; a token brought along instead would pass the rest of this file. */
const TO_PROVIDER = new Set(['/sign-in/social', '/link-social']);

type HookContext = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0];
type Person = { readonly id: string; readonly name: string; readonly username?: unknown };
const accountName = (person: Person): string =>
  typeof person.username === 'string' ? person.username : person.name;

export function createHooks(options: HookOptions) {
  return {
    before: createAuthMiddleware((context) => beforeEndpoint(options, context)),
    after: createAuthMiddleware((context) => afterEndpoint(options, context)),
  };
}

async function beforeEndpoint(options: HookOptions, context: HookContext) {
  const { path } = context;
  // A cookie remembered for long would have no idle limit, and a trusted device no second factor.
  if (path === SIGN_IN) {
    await countOrRefuse(options, context, typedAccount(context.body), undefined);
    return { context: { body: { rememberMe: true } } };
  }
  if (TO_PROVIDER.has(path) && hasField(context.body, 'idToken'))
    throw new APIError('BAD_REQUEST', { code: 'VALIDATION_ERROR', message: '[body.idToken]' });
  if (!PASSWORD_ASKED.has(path) && TRACED[path] === undefined && !SECOND_FACTOR.has(path)) return undefined;
  const person = (await getSessionFromCtx(context))?.user;
  if (SECOND_FACTOR.has(path)) return { context: { body: { trustDevice: false } } };
  if (path === '/unlink-account')
    await refuseUnlinkingPassword(options.pool, textOf(context.body, 'accountId'));
  if (person === undefined || !PASSWORD_ASKED.has(path)) return undefined;
  await countOrRefuse(options, context, accountName(person), person.id);
  if (path !== '/change-password') return undefined;
  const fault = await newPasswordFault(options.pool, person.id, textOf(context.body, 'newPassword'));
  if (fault !== undefined) throw new APIError('BAD_REQUEST', { code: fault, message: fault });
  return { context: { body: { revokeOtherSessions: false } } };
}

async function countOrRefuse(
  { pool, now, addressOf, onEvent }: HookOptions,
  context: HookContext,
  account: string,
  userId: string | undefined,
): Promise<void> {
  const address = addressOf(context.headers);
  const minutes = await countAttempt(pool, account, address, now());
  if (minutes === 0) return;
  await onEvent({ action: 'sign_in_locked', account, userId, address });
  throw new APIError('TOO_MANY_REQUESTS', { code: 'sign_in_locked', message: String(minutes) });
}

async function afterEndpoint(options: HookOptions, context: HookContext): Promise<void> {
  const { path } = context;
  const { returned, newSession, session } = context.context;
  const failed = isAPIError(returned);
  const report: Report = (action, account, userId) =>
    options.onEvent({ action, account, userId, address: options.addressOf(context.headers) });

  if (path.startsWith('/callback/') && newSession === null) return reportWayBack(report, context);
  const isSecond = SECOND_FACTOR.has(path) && session === null;
  if (newSession !== null && (path === SIGN_IN || isSecond || path.startsWith('/callback/')))
    return letIn(options, report, context, newSession);
  if (path === SIGN_IN || isSecond) {
    if (!failed) return;
    if (path === SIGN_IN) await report('sign_in_failed', typedAccount(context.body), undefined);
    else await report('sign_in_failed', '', await challenged(context));
    return;
  }
  if (session === null) return;
  const { user } = session;
  if (failed) {
    if (path === '/change-password') await report('change_password_failed', accountName(user), user.id);
    return;
  }
  if (PASSWORD_ASKED.has(path))
    await forgetAttempts(options.pool, accountName(user), options.addressOf(context.headers));
  if (path === '/change-password') {
    await keepPassword(options.pool, user.id, options.now());
    await options.pool.query('delete from auth_session where "userId" = $1 and id <> $2', [
      user.id,
      session.session.id,
    ]);
  }
  const action = TRACED[path];
  if (action !== undefined) await report(action, accountName(user), user.id);
}

type Begun = Signed & { readonly user: { readonly twoFactorEnabled?: unknown } };

async function letIn(
  options: HookOptions,
  report: Report,
  context: HookContext,
  begun: Begun,
): Promise<void> {
  const { user } = begun;
  // The password alone is not yet a sign-in for those with a second factor.
  if (context.path === SIGN_IN && user.twoFactorEnabled === true) return;
  if (await refuseDisabled(options.pool, begun)) {
    await report('sign_in_failed', accountName(user), user.id);
    throw disabled(context);
  }
  await settleSignIn(options, context, begun);
  await report('sign_in', accountName(user), user.id);
}

/** Without its password an account could not be reset any more; its own administrators know no other way. */
async function refuseUnlinkingPassword(pool: pg.Pool, id: string): Promise<void> {
  const { rowCount } = await pool.query(
    `select 1 from auth_account where id = $1 and "providerId" = 'credential'`,
    [id],
  );
  if (rowCount === 1) throw new APIError('BAD_REQUEST', { code: 'password_stays' });
}

type Signed = { readonly session: { readonly id: string }; readonly user: Person };

async function settleSignIn(
  { pool, addressOf }: HookOptions,
  context: HookContext,
  { session, user }: Signed,
): Promise<void> {
  await forgetAttempts(pool, accountName(user), addressOf(context.headers));
  await pool.query(
    `delete from auth_session where "userId" = $1 and id not in (
       select id from auth_session where "userId" = $1 and "expiresAt" > now()
       order by id = $2 desc, "createdAt" desc limit ${MOST_SESSIONS})`,
    [user.id, session.id],
  );
}

/** Whose second factor is asked for, by the cookie of the first. */
async function challenged(context: HookContext): Promise<string | undefined> {
  const { createAuthCookie, secret, internalAdapter } = context.context;
  const challenge = await context.getSignedCookie(createAuthCookie('two_factor').name, secret);
  if (typeof challenge !== 'string') return undefined;
  return (await internalAdapter.findVerificationValue(challenge))?.value;
}

/**
 * For a disabled account no session stays, however the person proved who it is. Asked after the library's work, because
 * that may be a transaction, which on the embedded database holds the only connection.
 */
async function refuseDisabled(pool: pg.Pool, { session, user }: Signed): Promise<boolean> {
  const { rowCount } = await pool.query(
    'select 1 from auth_security where user_id = $1 and disabled_at is null',
    [user.id],
  );
  if (rowCount === 1) return false;
  await pool.query('delete from auth_session where id = $1', [session.id]);
  return true;
}

/** A browser on its way back from the provider is led somewhere in any case. */
const disabled = (context: HookContext): Error =>
  context.path.startsWith('/callback/')
    ? context.redirect(`${context.context.baseURL}/error?error=account_disabled`)
    : new APIError('FORBIDDEN', { code: 'account_disabled' });

type Report = (action: SignInAction, account: string, userId: string | undefined) => Promise<void>;

/** From the provider without a new session: an identity was joined to the account, or something went wrong. */
async function reportWayBack(report: Report, context: HookContext): Promise<void> {
  const person = (await getSessionFromCtx(context))?.user;
  const isRefused = leadsToError(context.context.returned);
  if (person === undefined) await report('sign_in_failed', '', undefined);
  else await report(isRefused ? 'link_identity_failed' : 'link_identity', accountName(person), person.id);
}

/** The library ends every way back with a redirect, which it throws. */
function leadsToError(returned: unknown): boolean {
  if (!(returned instanceof Error && 'headers' in returned && returned.headers instanceof Headers))
    return true;
  return /[?&]error=/.test(returned.headers.get('location') ?? '');
}

const hasField = (body: unknown, key: string): boolean =>
  typeof body === 'object' && body !== null && Object.hasOwn(body, key);

function textOf(body: unknown, key: string): string {
  if (typeof body !== 'object' || body === null) return '';
  const value: unknown = Object.entries(body).find(([name]) => name === key)?.[1];
  return typeof value === 'string' ? value : '';
}

/** It ends up in keys and in the log, so no control signs. */
const typedAccount = (body: unknown): string => textOf(body, 'username').replace(/\p{Cc}/gu, '');
