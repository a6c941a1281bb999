// The HTTP application: who is asking, which endpoint, and every failure as one kind of answer. Opens no port.
import { OpenAPIHandler } from '@orpc/openapi/fetch';
import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { secureHeaders } from 'hono/secure-headers';
import { AppError } from '#core/app-error.ts';
import { authFailure, wayBackFailure } from '#platform/auth/auth-failure.ts';
import type { Actor, Services } from '#platform/ctx.ts';
import { addressKey } from '#platform/http/address-key.ts';
import { NotAMember } from '#platform/http/access.ts';
import { authorisedCaller, routerFailure } from '#platform/http/endpoint-work.ts';
import type { FileEndpoint } from '#platform/http/file-endpoint.ts';
import { type Failure, langOf, problemResponse, type Wordings } from '#platform/http/problem.ts';
import type { RequestContext } from '#platform/http/request-context.ts';
import { clientAddress } from './client-address.ts';
import { compressJson } from './compress-json.ts';
import { refuseCrossSite } from './cross-site.ts';
import { docsPage } from './docs-page.ts';
import type { Metrics } from './metrics.ts';
import { openApiDocument } from './openapi.ts';
import type { ProductContext, ProductFacts } from './product.ts';
import { createLimiter, type RateLimit } from './rate-limit.ts';
import type { Refusal } from './refusal-log.ts';
import { router } from './slices.ts';
import { mountPages } from './web-pages.ts';

export type RequestEntry = {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly ms: number;
  readonly address: string;
};

export type AppParts = {
  readonly services: Services;
  readonly wordings: Wordings;
  readonly fileEndpoints: readonly FileEndpoint[];
  /** The actor of a request in a zone, by its session cookie or token. */
  readonly identify: (headers: Headers, zone: string | undefined) => Promise<Actor | undefined>;
  /** Everything below /api/auth. */
  readonly authenticate: (request: Request) => Promise<Response>;
  readonly product: ProductFacts;
  /** Where the built pages lie. */
  readonly pagesFolder: string;
  readonly metrics: Metrics;
  readonly metricsToken: string | undefined;
  readonly limits: { readonly perUser: RateLimit; readonly signIn: RateLimit };
  /** The number of proxies whose X-Forwarded-For is believed. */
  readonly proxies: number;
  /** After somebody known was refused; what it throws is reported and changes no answer. */
  readonly onRefused: (refusal: Refusal) => Promise<void>;
  readonly onRequest: (entry: RequestEntry) => void;
  readonly onInternalError: (error: unknown, requestId: string) => void;
};

type Variables = {
  requestId: string;
  address: string;
  actor: Actor | undefined;
  /** Counts the request by its address, unless it was counted so before. */
  countAsNobody: () => void;
};
export type AppEnv = { Variables: Variables };
type App = Hono<AppEnv>;
type AppContext = Context<AppEnv>;

const JSON_LIMIT_MB = 8;

export function createApp(parts: AppParts): App {
  const app: App = new Hono<AppEnv>();
  const fail: Fail = (c, failure) =>
    problemResponse(failure, langOf(c.req.header('accept-language')), c.get('requestId'), parts.wordings);

  app.use(secureHeaders());
  app.use(async (c, next) => {
    const start = performance.now();
    const given = c.req.header('x-request-id');
    const id = given !== undefined && /^[\w.-]{8,64}$/.test(given) ? given : parts.services.newId();
    c.set('requestId', id);
    c.set('address', clientAddress(c, parts.proxies));
    await next();
    // Nobody will read it, and a file on its way out would stay open for ever.
    if (c.req.raw.method === 'HEAD') await c.res.body?.cancel();
    c.header('x-request-id', id);
    const ms = Math.round(performance.now() - start);
    const { method, path } = c.req;
    parts.onRequest({ id, method, path, status: c.res.status, ms, address: c.get('address') });
  });
  app.onError(async (error, c) => {
    const failure = routerFailure(error);
    if (failure.status === 500) parts.onInternalError(error, c.get('requestId'));
    if (REFUSALS.has(failure.code)) await reportRefusal(parts, c, failure.code);
    return fail(c, failure);
  });
  app.notFound((c) => fail(c, { code: 'endpoint_not_found', status: 404 }));

  mountOperations(app, parts);
  app.use('/api/*', compressJson);
  app.use('/api/*', parts.metrics.middleware);
  app.use('/api/*', countRequests(parts.limits.perUser));
  app.use('/api/*', refuseCrossSite);
  mountDescription(app);
  mountAuth(app, parts, fail);
  mountFiles(app, parts);
  mountRouter(app, parts, fail);
  mountPages(app, parts.pagesFolder);
  return app;
}

/** What nobody may do who asks for it. That a password is old, say, is no attempt at anything. */
const REFUSALS = new Set(['forbidden', 'not_a_member']);

async function reportRefusal(parts: AppParts, c: AppContext, code: string): Promise<void> {
  const actor = c.get('actor');
  const zone = zoneOf(c);
  if (actor === undefined || zone === undefined) return;
  const { method, path } = c.req;
  const requestId = c.get('requestId');
  try {
    await parts.onRefused({ actor, zone, code, method, path, requestId, address: c.get('address') });
  } catch (error) {
    parts.onInternalError(error, requestId);
  }
}

/**
 * A signed-in person is counted by the session, everybody else by the address. That a cookie or a token is somebody’s is known
 * only later: until then it is believed, and who made it up is counted by the address after all.
 */
function countRequests(limit: RateLimit): MiddlewareHandler<AppEnv> {
  const limiter = createLimiter(limit);
  return async (c, next) => {
    const address = addressKey(c.get('address'));
    const claimed = claimedSession(c);
    limiter.take(c, claimed ?? address);
    c.set('countAsNobody', () => {
      if (claimed !== undefined) limiter.take(c, address);
    });
    await next();
  };
}

/** Only in a zone somebody looks who it is. */
function claimedSession(c: AppContext): string | undefined {
  if (zoneOf(c) === undefined) return undefined;
  const cookie = /session_token=([^;]+)/.exec(c.req.header('cookie') ?? '')?.[1];
  return cookie ?? c.req.header('authorization');
}

function mountOperations(app: App, parts: AppParts): void {
  app.get('/healthz', (c) => c.json({ status: 'ok' }));
  app.get('/readyz', async (c) => {
    try {
      await parts.services.database.pool.query('select 1 from schema_migration limit 1');
      return c.json({ status: 'ready' });
    } catch {
      return c.json({ status: 'not ready' }, 503);
    }
  });
  app.get('/metrics', async (c) => {
    const local = ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(c.get('address'));
    const known =
      parts.metricsToken !== undefined && c.req.header('authorization') === `Bearer ${parts.metricsToken}`;
    if (!local && !known) throw new AppError('forbidden');
    return c.text(await parts.metrics.text());
  });
}

/** Made once: they are the same for everybody for as long as the process runs. */
function mountDescription(app: App): void {
  let described: ReturnType<typeof openApiDocument> | undefined;
  let page: string | undefined;
  app.get('/api/openapi.json', async (c) => c.json(await (described ??= openApiDocument())));
  app.get('/api/docs', (c) => c.html((page ??= docsPage())));
}

type Fail = (c: AppContext, failure: Failure) => Response;

function mountAuth(app: App, parts: AppParts, fail: Fail): void {
  app.use(
    '/api/auth/sign-in/*',
    createLimiter(parts.limits.signIn).middleware((c) => addressKey((c as AppContext).get('address'))),
  );
  app.use('/api/auth/*', bodyLimit({ maxSize: 65_536, onError: tooLarge }));
  app.get('/api/auth/error', (c) => fail(c, wayBackFailure(new URL(c.req.url).searchParams)));
  app.all('/api/auth/*', async (c) => {
    const headers = new Headers(c.req.raw.headers);
    headers.set('x-mujun-address', c.get('address'));
    const answer = await parts.authenticate(new Request(c.req.raw, { headers }));
    if (answer.status < 400) return answer;
    const failure = await authFailure(answer);
    if (failure.status === 500)
      parts.onInternalError(new Error(`sign-in: ${c.req.path}`), c.get('requestId'));
    const problem = fail(c, failure);
    // A refusal may take cookies away.
    for (const cookie of answer.headers.getSetCookie()) problem.headers.append('set-cookie', cookie);
    return problem;
  });
}

function mountFiles(app: App, parts: AppParts): void {
  for (const endpoint of parts.fileEndpoints) {
    app.on(endpoint.method, honoPath(endpoint.path), async (c) =>
      endpoint.handle({
        caller: await authorisedCaller(requestContext(parts, c), endpoint.access),
        params: c.req.param(),
        query: new URL(c.req.url).searchParams,
        headers: c.req.raw.headers,
        body: c.req.raw.body,
      }),
    );
  }
}

function mountRouter(app: App, parts: AppParts, fail: Fail): void {
  // The router turns what is thrown into an answer of its own; ours is made from the error itself.
  const failures = new WeakMap<Headers, Error>();
  const handler = new OpenAPIHandler(router, {
    interceptors: [
      async (call) => {
        try {
          return await call.next();
        } catch (error) {
          if (error instanceof Error) failures.set(call.context.headers, error);
          throw error;
        }
      },
    ],
  });
  app.use('/api/*', bodyLimit({ maxSize: JSON_LIMIT_MB * 1024 * 1024, onError: tooLarge }));
  app.all('/api/*', async (c) => {
    const context: ProductContext = { ...requestContext(parts, c), product: parts.product };
    const { matched, response } = await handler.handle(c.req.raw, { prefix: '/api', context });
    if (!matched) return fail(c, { code: 'endpoint_not_found', status: 404 });
    const error = failures.get(context.headers);
    if (error === undefined) return response;
    throw error;
  });
}

function tooLarge(): never {
  throw new AppError('upload_too_large', { limit: JSON_LIMIT_MB });
}

const honoPath = (path: string): string => `/api${path.replace(/\{(\w+)\}/g, ':$1')}`;

function requestContext(parts: AppParts, c: AppContext): RequestContext {
  const zone = zoneOf(c);
  const headers = c.req.raw.headers;
  const address = c.get('address');
  return {
    zone,
    requestId: c.get('requestId'),
    address,
    headers,
    idempotencyKey: c.req.method === 'GET' ? undefined : headers.get('idempotency-key')?.slice(0, 200),
    identify: async () => {
      try {
        const actor = await parts.identify(headers, zone);
        if (actor === undefined) c.get('countAsNobody')();
        c.set('actor', actor);
        return actor;
      } catch (error) {
        if (error instanceof NotAMember) c.set('actor', error.actor);
        if (error instanceof AppError && error.code === 'token_not_valid') c.get('countAsNobody')();
        throw error;
      }
    },
    services: parts.services,
  };
}

const zoneOf = (c: AppContext): string | undefined => /^\/api\/zones\/([^/]+)/.exec(c.req.path)?.[1];
