// The built pages: files with their compressed copies, and the one page for every address that is not a file.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import type { Hono, MiddlewareHandler } from 'hono';
import type { AppEnv } from './app.ts';

/** Everything comes from here; styles of the controls are written by script, maps decode in workers. */
const POLICY = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "worker-src 'self' blob:",
  "connect-src 'self' blob:",
  "font-src 'self' data:",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

const YEAR = 'public, max-age=31536000, immutable';

/** Without built pages the server is an API only, and says so at its root. */
export function mountPages(app: Hono<AppEnv>, folder: string): void {
  if (!existsSync(path.join(folder, 'index.html'))) {
    app.get('/', (c) => c.redirect('/api/docs'));
    return;
  }
  const page = headers('no-cache');
  app.use('/assets/*', headers(YEAR), serveStatic({ root: folder, precompressed: true }));
  app.get(
    '/:file{[a-z0-9-]+\\.[a-z0-9]+}',
    headers('no-cache'),
    serveStatic({ root: folder, precompressed: true }),
  );
  app.get('*', page, async (c, next) => {
    // An address of the API or a missing part is no page.
    if (/^\/(?:api|assets|metrics|healthz|readyz)(?:\/|$)/.test(c.req.path)) return next();
    return serveStatic({ root: folder, path: 'index.html', precompressed: true })(c, next);
  });
}

const headers =
  (caching: string): MiddlewareHandler =>
  async (c, next) => {
    await next();
    if (c.res.status !== 200) return;
    c.header('cache-control', caching);
    c.header('content-security-policy', POLICY);
  };
