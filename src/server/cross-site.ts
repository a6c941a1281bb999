// Refuses changes that another site makes a browser send with our cookie.
import type { MiddlewareHandler } from 'hono';
import { AppError } from '#core/app-error.ts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Programs send neither header and carry no cookie; browsers send at least one of the two with every change. */
export const refuseCrossSite: MiddlewareHandler = async (c, next) => {
  if (!SAFE.has(c.req.method) && c.req.header('cookie') !== undefined) {
    const site = c.req.header('sec-fetch-site');
    const origin = c.req.header('origin');
    const foreignSite = site !== undefined && site !== 'same-origin' && site !== 'none';
    if (foreignSite || (origin !== undefined && hostOf(origin) !== c.req.header('host')))
      throw new AppError('cross_site');
  }
  await next();
};

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
