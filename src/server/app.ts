// The HTTP application: who is asking, which endpoint, and every failure as one kind of answer. Opens no port.
import { OpenAPIHandler } from '@orpc/openapi/fetch';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { secureHeaders } from 'hono/secure-headers';
import { AppError } from '#core/app-error.ts';
import type { Actor, Services } from '#platform/ctx.ts';
import { authorisedCaller, routerFailure } from '#platform/http/endpoint-work.ts';
import type { FileEndpoint } from '#platform/http/file-endpoint.ts';
import { type Failure, langOf, problemResponse, type Wordings } from '#platform/http/problem.ts';
import type { RequestContext } from '#platform/http/request-context.ts';
import { clientAddress } from './client-address.ts';
import { router } from './slices.ts';

export type AppParts = {
  readonly services: Services;
  readonly wordings: Wordings;
  readonly fileEndpoints: readonly FileEndpoint[];
  /** The actor of a request in a zone, by its session cookie or token. */
  readonly identify: (
    headers: Headers,
    zone: string | undefined,
    address: string,
  ) => Promise<Actor | undefined>;
  /** The number of proxies whose X-Forwarded-For is believed. */
  readonly proxies: number;
  readonly onInternalError: (error: unknown, requestId: string) => void;
};

type Variables = { requestId: string; address: string };
type AppContext = Context<{ Variables: Variables }>;

const JSON_LIMIT = 2 * 1024 * 1024;

export function createApp(parts: AppParts): Hono<{ Variables: Variables }> {
  const app = new Hono<{ Variables: Variables }>();
  const fail = (c: AppContext, failure: Failure) =>
    problemResponse(failure, langOf(c.req.header('accept-language')), c.get('requestId'), parts.wordings);

  app.use(secureHeaders());
  app.use(async (c, next) => {
    const given = c.req.header('x-request-id');
    c.set('requestId', given !== undefined && /^[\w.-]{8,64}$/.test(given) ? given : parts.services.newId());
    c.set('address', clientAddress(c, parts.proxies));
    await next();
    c.header('x-request-id', c.get('requestId'));
  });
  app.onError((error, c) => {
    const failure = routerFailure(error);
    if (failure.status === 500) parts.onInternalError(error, c.get('requestId'));
    return fail(c, failure);
  });
  app.notFound((c) => fail(c, { code: 'endpoint_not_found', status: 404 }));

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
  app.use('/api/*', bodyLimit({ maxSize: JSON_LIMIT, onError: () => tooLarge() }));
  app.all('/api/*', async (c) => {
    const context = requestContext(parts, c);
    const { matched, response } = await handler.handle(c.req.raw, { prefix: '/api', context });
    if (!matched) return fail(c, { code: 'endpoint_not_found', status: 404 });
    const error = failures.get(context.headers);
    if (error === undefined) return response;
    throw error;
  });
  return app;
}

function tooLarge(): never {
  throw new AppError('upload_too_large', { limit: JSON_LIMIT / 1024 / 1024 });
}

const honoPath = (path: string): string => `/api${path.replace(/\{(\w+)\}/g, ':$1')}`;

function requestContext(parts: AppParts, c: AppContext): RequestContext {
  const zone = /^\/api\/zones\/([^/]+)/.exec(c.req.path)?.[1];
  const headers = c.req.raw.headers;
  const address = c.get('address');
  return {
    zone,
    requestId: c.get('requestId'),
    address,
    headers,
    idempotencyKey: c.req.method === 'GET' ? undefined : headers.get('idempotency-key')?.slice(0, 200),
    identify: () => parts.identify(headers, zone, address),
    services: parts.services,
  };
}
