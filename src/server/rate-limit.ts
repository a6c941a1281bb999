// How often somebody may ask: a bucket per user or address that fills again by and by.
import type { MiddlewareHandler } from 'hono';
import { AppError } from '#core/app-error.ts';

export type RateLimit = { readonly burst: number; readonly perSecond: number };

type Bucket = { tokens: number; at: number };

/** Far more than there are people; beyond it the oldest are forgotten, which only errs in their favour. */
const MOST_BUCKETS = 50_000;

export type Limiter = {
  /** Throws `too_many_requests`. */
  readonly take: (c: Asked, key: string) => void;
  readonly middleware: (keyOf: (c: Asked) => string) => MiddlewareHandler;
};

type Asked = Parameters<MiddlewareHandler>[0];

export function createLimiter(limit: RateLimit): Limiter {
  const buckets = new Map<string, Bucket>();
  const take = (c: Asked, key: string): void => {
    const now = performance.now();
    const bucket = buckets.get(key) ?? { tokens: limit.burst, at: now };
    bucket.tokens = Math.min(limit.burst, bucket.tokens + ((now - bucket.at) / 1000) * limit.perSecond);
    bucket.at = now;
    buckets.delete(key);
    buckets.set(key, bucket);
    const [oldest] = buckets.keys();
    if (buckets.size > MOST_BUCKETS && oldest !== undefined) buckets.delete(oldest);
    if (bucket.tokens < 1) {
      const seconds = Math.ceil((1 - bucket.tokens) / limit.perSecond);
      c.header('retry-after', String(seconds));
      throw new AppError('too_many_requests', { seconds });
    }
    bucket.tokens -= 1;
  };
  return {
    take,
    middleware: (keyOf) => async (c, next) => {
      take(c, keyOf(c));
      await next();
    },
  };
}
