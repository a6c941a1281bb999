// What the router knows of a request before it knows who sent it.
import type { Actor, Services } from '../ctx.ts';

export type RequestContext = {
  /** From the path; undefined for the few endpoints that belong to no zone. */
  readonly zone: string | undefined;
  readonly requestId: string;
  readonly address: string;
  readonly headers: Headers;
  readonly idempotencyKey: string | undefined;
  /** The actor in that zone, or undefined when nobody is signed in. Throws `not_a_member` for strangers. */
  readonly identify: () => Promise<Actor | undefined>;
  readonly services: Services;
};
