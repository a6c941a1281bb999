// Signing in: better-auth with our tables, and around it what it does not do itself: rules for passwords, lockout, traces.
import { betterAuth } from 'better-auth';
import { APIError, createAuthMiddleware } from 'better-auth/api';
import { verifyPassword } from 'better-auth/crypto';
import { genericOAuth, twoFactor, username } from 'better-auth/plugins';
import type pg from 'pg';
import { countAttempt, forgetAttempts } from './attempts.ts';
import { LEAST_LENGTH, passwordFault } from './password-rules.ts';

export type SignInEvent = {
  readonly action: 'sign_in' | 'sign_in_failed' | 'sign_in_locked' | 'sign_out' | 'change_password';
  readonly account: string;
  readonly userId: string | undefined;
  readonly address: string;
};

export type OidcProvider = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
};

export type AuthOptions = {
  readonly pool: pg.Pool;
  readonly secret: string;
  /** As people type it; https makes cookies secure. */
  readonly url: string;
  readonly oidc?: OidcProvider | undefined;
  readonly now: () => Date;
  readonly addressOf: (headers: Headers | undefined) => string;
  readonly onEvent: (event: SignInEvent) => Promise<void>;
};

export const IDLE_MINUTES = 30;
const OLD_PASSWORDS = 5;

export type Auth = ReturnType<typeof createAuth>;

export function createAuth(options: AuthOptions) {
  const { pool, now } = options;
  return betterAuth({
    database: pool,
    secret: options.secret,
    baseURL: options.url,
    basePath: '/api/auth',
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false },
    user: { modelName: 'auth_user' },
    session: {
      modelName: 'auth_session',
      // Every use within the half hour prolongs it: who does nothing for so long is signed out.
      expiresIn: IDLE_MINUTES * 60,
      updateAge: 60,
    },
    account: { modelName: 'auth_account' },
    verification: { modelName: 'auth_verification' },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: LEAST_LENGTH,
      maxPasswordLength: 128,
    },
    plugins: [
      username({
        minUsernameLength: 2,
        maxUsernameLength: 64,
        usernameValidator: (name) => /^[\w.@-]+$/.test(name),
      }),
      twoFactor({ issuer: 'Mujun', schema: { twoFactor: { modelName: 'auth_two_factor' } } }),
      ...(options.oidc === undefined
        ? []
        : [
            genericOAuth({
              config: [
                {
                  providerId: 'gov',
                  discoveryUrl: `${options.oidc.issuer}/.well-known/openid-configuration`,
                  clientId: options.oidc.clientId,
                  clientSecret: options.oidc.clientSecret,
                  pkce: true,
                  // Who is known to the government's provider is not yet known to a zone.
                  disableSignUp: true,
                },
              ],
            }),
          ]),
    ],
    advanced: { ipAddress: { disableIpTracking: false }, useSecureCookies: options.url.startsWith('https:') },
    hooks: {
      before: createAuthMiddleware(async (context) => {
        const address = options.addressOf(context.headers);
        if (context.path.startsWith('/sign-in/')) {
          const account = accountOf(context.body);
          const minutes = await countAttempt(pool, account, address, now());
          if (minutes === 0) return;
          await options.onEvent({ action: 'sign_in_locked', account, userId: undefined, address });
          throw new APIError('TOO_MANY_REQUESTS', { code: 'sign_in_locked', message: String(minutes) });
        }
        if (context.path === '/change-password') await checkNewPassword(pool, context);
      }),
      after: createAuthMiddleware(async (context) => {
        const address = options.addressOf(context.headers);
        const { returned, newSession, session } = context.context;
        const failed = returned instanceof APIError;
        if (context.path.startsWith('/sign-in/')) {
          const account = accountOf(context.body);
          const userId = newSession?.user.id;
          if (!failed && userId !== undefined) await forgetAttempts(pool, account);
          await options.onEvent({ action: failed ? 'sign_in_failed' : 'sign_in', account, userId, address });
        }
        if (context.path === '/sign-out' && session !== null)
          await options.onEvent({
            action: 'sign_out',
            account: session.user.name,
            userId: session.user.id,
            address,
          });
        if (context.path === '/change-password' && !failed && session !== null) {
          await pool.query(
            `update auth_security set must_change = false, password_changed_at = $2 where user_id = $1`,
            [session.user.id, now()],
          );
          await options.onEvent({
            action: 'change_password',
            account: session.user.name,
            userId: session.user.id,
            address,
          });
        }
      }),
    },
  });
}

function accountOf(body: unknown): string {
  if (typeof body !== 'object' || body === null) return '';
  if ('username' in body && typeof body.username === 'string') return body.username;
  return 'email' in body && typeof body.email === 'string' ? body.email : '';
}

type HookContext = { readonly body?: unknown; readonly headers?: Headers | undefined };

/** Runs before the change; the old password is kept so that it cannot come back soon. */
async function checkNewPassword(pool: pg.Pool, context: HookContext): Promise<void> {
  const { body } = context;
  const wanted =
    typeof body === 'object' && body !== null && 'newPassword' in body ? String(body.newPassword) : '';
  const token = /(?:^|;\s*)(?:__Secure-)?better-auth\.session_token=([^;.]+)/.exec(
    context.headers?.get('cookie') ?? '',
  )?.[1];
  if (token === undefined) return;
  const { rows } = await pool.query<{ id: string; username: string | null; password: string; old: string[] }>(
    `select u.id, u.username, a.password, s.old_passwords as old from auth_session t
     join auth_user u on u.id = t."userId"
     join auth_account a on a."userId" = u.id and a."providerId" = 'credential'
     join auth_security s on s.user_id = u.id where t.token = $1`,
    [decodeURIComponent(token)],
  );
  const [account] = rows;
  if (account === undefined) return;
  const fault =
    passwordFault(wanted, account.username ?? '') ??
    (await usedBefore(wanted, [account.password, ...account.old]));
  if (fault !== undefined) throw new APIError('BAD_REQUEST', { code: fault, message: fault });
  await pool.query('update auth_security set old_passwords = $2 where user_id = $1', [
    account.id,
    [account.password, ...account.old].slice(0, OLD_PASSWORDS),
  ]);
}

async function usedBefore(password: string, hashes: readonly string[]) {
  for (const hash of hashes.slice(0, OLD_PASSWORDS))
    if (await verifyPassword({ hash, password })) return 'password_used_before' as const;
  return undefined;
}
