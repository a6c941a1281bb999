// The address a request comes from. X-Forwarded-For is anybody's claim, so only as many entries count as there are proxies.
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context, Env } from 'hono';

/** Empty when the request did not come through a socket. */
export function clientAddress<E extends Env>(c: Context<E>, proxies: number): string {
  const forwarded =
    c.req
      .header('x-forwarded-for')
      ?.split(',')
      .map((part) => part.trim()) ?? [];
  if (proxies > 0 && forwarded.length > 0) return forwarded.at(-proxies) ?? forwarded[0] ?? '';
  const bindings: unknown = c.env;
  return !isServed(bindings) ? '' : (getConnInfo(c).remote.address ?? '');
}

const isServed = (bindings: unknown): boolean =>
  typeof bindings === 'object' && bindings !== null && 'incoming' in bindings;
