// Signing in: better-auth with our tables. What it does not do itself is in the hooks.
import { createHash } from 'node:crypto';
import { betterAuth } from 'better-auth';
import { genericOAuth, twoFactor, username } from 'better-auth/plugins';
import { z } from 'zod';
import { createHooks, type HookOptions } from './hooks.ts';
import { LEAST_LENGTH } from './password-rules.ts';

export type OidcProvider = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
};

export type AuthOptions = HookOptions & {
  readonly secret: string;
  /** As people type it; https makes cookies secure. */
  readonly url: string;
  readonly oidc?: OidcProvider | undefined;
};

const IDLE_MINUTES = 30;
const GOVERNMENT = 'gov';

/** The application writes the address it believes into it, whatever the client sent. */
const ADDRESS_HEADER = 'x-mujun-address';

/** What administrators do for people, what would tell which accounts there are, and a second way past the lock. */
const CLOSED = [
  '/sign-in/email',
  '/sign-up/email',
  '/is-username-available',
  '/update-user',
  '/update-session',
  '/change-email',
  '/delete-user',
  '/delete-user/callback',
  '/request-password-reset',
  '/reset-password',
  '/send-verification-email',
  '/verify-email',
  '/verify-password',
  // Tokens of the government's provider are of no use to anybody here.
  '/get-access-token',
  '/refresh-token',
  '/account-info',
  '/two-factor/send-otp',
  '/two-factor/verify-otp',
];

export type Auth = ReturnType<typeof createAuth>;

export function createAuth(options: AuthOptions) {
  const { pool, url } = options;
  const auth = betterAuth({
    database: pool,
    secret: options.secret,
    baseURL: url,
    basePath: '/api/auth',
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false },
    disabledPaths: CLOSED,
    // The page and the server have one origin, under whichever of its names people reach it.
    trustedOrigins: (request) => [`${new URL(url).protocol}//${request?.headers.get('host') ?? ''}`],
    user: { modelName: 'auth_user' },
    session: {
      modelName: 'auth_session',
      // Every use within the half hour prolongs it: who does nothing for so long is signed out.
      expiresIn: IDLE_MINUTES * 60,
      updateAge: 60,
    },
    account: {
      modelName: 'auth_account',
      // A person joins the government's identity to the account while signed in; a like address never joins them.
      accountLinking: {
        disableImplicitLinking: true,
        allowDifferentEmails: true,
        trustedProviders: [GOVERNMENT],
      },
    },
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
      twoFactor({
        issuer: 'Mujun',
        schema: { twoFactor: { modelName: 'auth_two_factor' } },
        accountLockout: { maxFailedAttempts: 5, durationSeconds: 900 },
      }),
      ...(options.oidc === undefined ? [] : [governmentSignIn(options.oidc)]),
    ],
    advanced: {
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
      useSecureCookies: url.startsWith('https:'),
    },
    hooks: createHooks(options),
  });
  return { ...auth, handler: async (request: Request) => untilClosed(await auth.handler(request)) };
}

function governmentSignIn({ issuer, clientId, clientSecret }: OidcProvider) {
  return genericOAuth({
    config: [
      {
        providerId: GOVERNMENT,
        discoveryUrl: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
        clientId,
        clientSecret,
        pkce: true,
        requireIdTokenVerification: true,
        // Who is known to the government's provider is not yet known to a zone.
        disableSignUp: true,
        getUserInfo: ({ idToken }) => Promise.resolve(personOf(idToken)),
      },
    ],
  });
}

const Claims = z.object({ sub: z.string().min(1), name: z.string().optional() });

/**
 * Of a token the library has verified: the subject and nothing that could be mistaken for an account. The library wants
 * an address, which such providers often have not; this one belongs to nobody.
 */
function personOf(idToken: string | undefined) {
  const claims = Claims.safeParse(
    parseJson(Buffer.from(idToken?.split('.')[1] ?? '', 'base64url').toString()),
  );
  if (!claims.success) return null;
  const { sub, name = '' } = claims.data;
  const email = `${createHash('sha256').update(sub).digest('hex')}@identities.invalid`;
  return { id: sub, sub, name, email, emailVerified: false };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * The cookie lives until the browser is closed; only the server counts idle time. With an age of its own it would end
 * in the middle of work, because the server's answers elsewhere do not renew it.
 */
function untilClosed(response: Response): Response {
  const cookies = response.headers.getSetCookie();
  if (cookies.length === 0) return response;
  const headers = new Headers(response.headers);
  headers.delete('set-cookie');
  for (const cookie of cookies) {
    const isSession = /^[^=]*session_token=[^;]/.test(cookie);
    headers.append('set-cookie', isSession ? cookie.replace(/;\s*Max-Age=[1-9]\d*/i, '') : cookie);
  }
  return new Response(response.body, { status: response.status, headers });
}
