// Writes what somebody known was refused into the audit log of the zone it was asked of.
import { recordEvent } from '#capabilities/audit/service/record.ts';
import { type Actor, type Services, transact } from '#platform/ctx.ts';
import { listEndpoints } from './openapi.ts';

export type Refusal = {
  readonly actor: Actor;
  readonly zone: string;
  readonly code: string;
  readonly method: string;
  readonly path: string;
  readonly requestId: string;
  readonly address: string;
};

/** The first of a minute is written, the others are counted: a loop must not fill the log. */
const MINUTE_MS = 60_000;
/** Beyond it the oldest are forgotten, which only writes an entry more. */
const MOST_KEYS = 10_000;

type Counted = { readonly since: number; more: number };

/** Own short transactions, after that of the request came to its end. */
export function createRefusalLog(services: Services): (refusal: Refusal) => Promise<void> {
  const endpointOf = createEndpointFinder();
  const counted = new Map<string, Counted>();

  /** How many of the same kind went unwritten before; undefined when this one is not written either. */
  function countOf(key: string): number | undefined {
    const now = services.now().getTime();
    const before = counted.get(key);
    if (before !== undefined && now - before.since < MINUTE_MS) {
      before.more += 1;
      return undefined;
    }
    counted.delete(key);
    counted.set(key, { since: now, more: 0 });
    const [oldest] = counted.keys();
    if (counted.size > MOST_KEYS && oldest !== undefined) counted.delete(oldest);
    return before?.more ?? 0;
  }

  return async ({ actor, zone: asked, code, method, path, requestId, address }) => {
    const endpoint = endpointOf(method, path);
    const { rowCount } = await services.database.pool.query('select 1 from audit_head where zone_id = $1', [
      asked,
    ]);
    // Of a zone that is not there nobody reads the log but the operator; made-up names count as one.
    const zone = rowCount === 1 ? asked : 'system';
    const unwritten = countOf(JSON.stringify([actor.userId, zone, endpoint]));
    if (unwritten === undefined) return;
    const caller = { zone, actor, requestId, address, services };
    await transact(caller, (ctx) =>
      recordEvent(ctx, {
        action: 'call_endpoint',
        object: ['endpoint', endpoint],
        outcome: 'refused',
        details: { code, path: path.slice(0, 200), unwritten },
      }),
    );
  };
}

/** Paths have ids in them without end; the endpoints are few. */
function createEndpointFinder(): (method: string, path: string) => string {
  const known = listEndpoints().map((endpoint) => ({
    name: `${endpoint.method} ${endpoint.path}`,
    method: endpoint.method,
    pattern: new RegExp(`^/api${endpoint.path.replace(/\{\w+\}/g, '[^/]+')}$`),
  }));
  return (method, path) =>
    known.find((one) => one.method === method && one.pattern.test(path))?.name ?? method;
}
