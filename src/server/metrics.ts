// What monitoring asks: how many requests, how long, how many connections and jobs. For Prometheus.
import type { MiddlewareHandler } from 'hono';
import { Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { Database } from '#platform/db/database.ts';

export type Metrics = { readonly middleware: MiddlewareHandler; readonly text: () => Promise<string> };

export function createMetrics(database: Database): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const durations = new Histogram({
    name: 'mujun_http_request_seconds',
    help: 'Time to answer a request',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  });
  const connections = new Gauge({
    name: 'mujun_db_connections',
    help: 'Connections to the database',
    labelNames: ['state'],
    registers: [registry],
  });
  const jobs = new Gauge({
    name: 'mujun_jobs',
    help: 'Jobs by state',
    labelNames: ['state'],
    registers: [registry],
  });
  return {
    middleware: async (c, next) => {
      const end = durations.startTimer({ method: c.req.method, route: routeOf(c.req.path) });
      await next();
      end({ status: c.res.status });
    },
    text: async () => {
      const { totalCount, idleCount, waitingCount } = database.pool;
      connections.set({ state: 'open' }, totalCount);
      connections.set({ state: 'idle' }, idleCount);
      connections.set({ state: 'waited_for' }, waitingCount);
      const { rows } = await database.pool.query<{ state: string; count: number }>(
        `select state, count(*)::int as count from job where state in ('queued', 'running') group by state`,
      );
      jobs.reset();
      for (const { state, count } of rows) jobs.set({ state }, count);
      return registry.metrics();
    },
  };
}

/** Ids and names in a path would make a time series of each. */
function routeOf(path: string): string {
  return path
    .replace(/^\/api\/zones\/[^/]+/, '/api/zones/:zone')
    .replace(/\/[0-9a-f]{8}-[0-9a-f-]{27}/g, '/:id')
    .replace(/\/(periods|schemes|members|items)\/[^/]+/g, '/$1/:id')
    .slice(0, 120);
}
