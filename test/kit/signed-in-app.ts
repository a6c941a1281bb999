// The application with the real sign-in: people with passwords and cookies, as a browser would come to it.
import { createIdentify } from '#capabilities/identity/service/identify.ts';
import type { Role } from '#core/roles.ts';
import { createAccount } from '#platform/auth/accounts.ts';
import { createAuth, type OidcProvider } from '#platform/auth/auth.ts';
import { createApp } from '#server/app.ts';
import { createMetrics } from '#server/metrics.ts';
import { WORDINGS } from '#server/messages.ts';
import { createRefusalLog } from '#server/refusal-log.ts';
import { recordSignIn } from '#server/sign-in-log.ts';
import { FILE_ENDPOINTS } from '#server/slices.ts';
import { testApp } from './app.ts';

export const PASSWORD = 'Quiet-Lantern-42';
const UNLIMITED = { burst: 1e6, perSecond: 1e6 };

export type Answer = {
  readonly status: number;
  readonly body: unknown;
  readonly cookies: readonly string[];
  readonly headers: Headers;
};

export type Client = ReturnType<Awaited<ReturnType<typeof signedInApp>>['client']>;

/** `clock.now` may be moved; the sign-in library itself goes by the real time. */
export async function signedInApp(
  options: { readonly secondFactor?: readonly Role[]; readonly oidc?: OidcProvider } = {},
) {
  const clock = { now: () => new Date() };
  const base = await testApp({ now: () => clock.now() });
  const { database, services } = base;
  const auth = createAuth({
    pool: database.pool,
    secret: 'a secret of this test that is long enough',
    url: 'http://localhost',
    oidc: options.oidc,
    now: services.now,
    addressOf: (headers) => headers?.get('x-mujun-address') ?? '',
    onEvent: (event) => recordSignIn(services, event),
  });
  const app = createApp({
    services,
    wordings: WORDINGS,
    fileEndpoints: FILE_ENDPOINTS,
    identify: createIdentify(database, auth, services.now, options.secondFactor),
    authenticate: (request) => auth.handler(request),
    product: { version: '0.0.0', demo: null, single_sign_on: false },
    pagesFolder: '',
    metrics: createMetrics(database),
    metricsToken: undefined,
    limits: { perUser: UNLIMITED, signIn: UNLIMITED },
    proxies: 1,
    onRefused: createRefusalLog(services),
    onRequest: () => {},
    onInternalError: (error) => base.errors.push(error),
  });

  /** A browser: keeps its cookies. */
  function client(address = '192.0.2.1') {
    const jar = new Map<string, string>();
    async function send(
      method: string,
      path: string,
      body?: unknown,
      headers: Readonly<Record<string, string>> = {},
    ): Promise<Answer> {
      const all = new Headers(headers);
      all.set('x-forwarded-for', address);
      if (jar.size > 0) all.set('cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '));
      if (body !== undefined) all.set('content-type', 'application/json');
      const response = await app.request(`http://localhost/api${path}`, {
        method,
        headers: all,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const cookies = response.headers.getSetCookie();
      for (const cookie of cookies) keep(jar, cookie);
      const text = await response.text();
      return { status: response.status, body: readBody(text), cookies, headers: response.headers };
    }
    return {
      jar,
      send,
      get: (path: string, headers?: Readonly<Record<string, string>>) =>
        send('GET', path, undefined, headers),
      post: (path: string, body: unknown = {}, headers?: Readonly<Record<string, string>>) =>
        send('POST', path, body, headers),
      signIn: (username: string, password = PASSWORD) =>
        send('POST', '/auth/sign-in/username', { username, password }),
    };
  }

  /** An account with a role in a zone and a password that need not be changed. */
  async function member(username: string, role: Role, zone = 'home'): Promise<string> {
    const { userId } = await createAccount(database.pool, { username, name: username, password: PASSWORD });
    await join(userId, role, zone);
    return userId;
  }

  async function join(userId: string, role: Role, zone: string): Promise<void> {
    await database.pool.query(
      `insert into membership (zone_id, user_id, role, state, proposed_by, approved_by)
       values ($1, $2, $3, 'active', 'operator', 'founding')`,
      [zone, userId, role],
    );
  }

  async function audit(zone: string): Promise<string[]> {
    const { rows } = await database.pool.query<{ line: string }>(
      `select action || ' ' || outcome || ' ' || actor_name as line from audit_entry where zone_id = $1 order by seq`,
      [zone],
    );
    return rows.map(({ line }) => line);
  }

  return { ...base, app, clock, client, member, join, audit };
}

function readBody(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function keep(jar: Map<string, string>, cookie: string): void {
  const [pair = ''] = cookie.split(';');
  const [name, value] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
  if (value === '' || /max-age=0/i.test(cookie)) jar.delete(name);
  else jar.set(name, value);
}
