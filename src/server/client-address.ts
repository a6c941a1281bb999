// The address a request comes from. X-Forwarded-For is anybody's claim, so only as many entries count as there are proxies.
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';

/** Empty when the request did not come through a socket. */
export function clientAddress(c: Context, proxies: number): string {
  const forwarded =
    c.req
      .header('x-forwarded-for')
      ?.split(',')
      .map((part) => part.trim()) ?? [];
  if (proxies > 0 && forwarded.length > 0) return forwarded.at(-proxies) ?? forwarded[0] ?? '';
  return c.env?.incoming === undefined ? '' : (getConnInfo(c).remote.address ?? '');
}
