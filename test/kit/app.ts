// The whole application on a test database, without a port, and callers of every role for it.
import { z } from 'zod';
import { uuidV7 } from '#core/ids.ts';
import { randomBytes } from 'node:crypto';
import type { Role } from '#core/roles.ts';
import { createZone } from '#capabilities/registry/service/zones.ts';
import type { Actor, Services } from '#platform/ctx.ts';
import { runJob } from '#platform/jobs/run-job.ts';
import { createApp } from '#server/app.ts';
import type { RateLimit } from '#server/rate-limit.ts';
import { createMetrics } from '#server/metrics.ts';
import { WORDINGS } from '#server/messages.ts';
import { FILE_ENDPOINTS, JOB_KINDS } from '#server/slices.ts';
import { testDatabase, type Through } from './database.ts';

export type TestApp = Awaited<ReturnType<typeof testApp>>;

const UNLIMITED: RateLimit = { burst: 1e6, perSecond: 1e6 };

/** Zones `home` and `other`; a caller names who asks in the header the test identity reads. */
export async function testApp(
  options: { readonly now?: () => Date; readonly through?: Through; readonly perUser?: RateLimit } = {},
) {
  const database = await testDatabase(options.through);
  const services: Services = {
    database,
    now: options.now ?? (() => new Date()),
    newId: () => uuidV7(Date.now(), randomBytes(10)),
    scratch: `/tmp/mujun-test-${process.pid}`,
    wakeJobs: () => {},
  };
  await createZone(database, { zone: 'home', name: '测试开发区', synthetic: true });
  await createZone(database, { zone: 'other', name: '另一个开发区', synthetic: true });
  const errors: unknown[] = [];
  const app = createApp({
    services,
    wordings: WORDINGS,
    fileEndpoints: FILE_ENDPOINTS,
    authenticate: () => Promise.resolve(new Response(null, { status: 404 })),
    product: { version: '0.0.0', demo: null, single_sign_on: false },
    pagesFolder: '',
    metrics: createMetrics(database),
    metricsToken: undefined,
    limits: { perUser: options.perUser ?? UNLIMITED, signIn: UNLIMITED },
    proxies: 0,
    onRefused: () => Promise.resolve(),
    onRequest: () => {},
    identify: (headers) => Promise.resolve(actorOf(headers.get('x-test-actor'))),
    onInternalError: (error) => errors.push(error),
  });

  /** Sends a request as `caller`; JSON in, JSON out. */
  async function call(caller: Partial<Actor> | undefined, method: string, path: string, body?: unknown) {
    const response = await app.request(`/api${path}`, {
      method,
      headers: {
        ...(caller === undefined ? {} : { 'x-test-actor': encodeURIComponent(JSON.stringify(caller)) }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = (response.headers.get('content-type') ?? '').includes('json');
    const answer: unknown = isJson && text !== '' ? JSON.parse(text) : undefined;
    return {
      status: response.status,
      headers: response.headers,
      body: answer,
      /** The body, held to a schema: an answer with a field too many or too few fails the test. */
      as: <T>(schema: z.ZodType<T>): T => schema.parse(answer),
    };
  }

  /** Runs what waits in the job table, in order, as the runner would. Returns the number of jobs. */
  async function runJobs(): Promise<number> {
    const kinds = new Map(JOB_KINDS.map((kind) => [kind.kind, kind]));
    const waiting = await database.pool.query<{ zone: string; jobId: string }>(
      `select zone_id as zone, job_id as "jobId" from job where state = 'queued' order by requested_at, job_id`,
    );
    for (const name of waiting.rows) await runJob(services, kinds, name, (error) => errors.push(error));
    return waiting.rows.length === 0 ? 0 : waiting.rows.length + (await runJobs());
  }

  return { app, services, database, errors, call, runJobs, close: () => database.close() };
}

/** An actor of a role in zone `home`; give `parkIds`, `enterpriseIds` or `officeId` where the role needs them. */
export function actor(role: Role, more: Partial<Actor> = {}): Actor {
  return {
    userId: `user-${role}`,
    name: role,
    role,
    via: 'session',
    parkIds: [],
    enterpriseIds: [],
    ...more,
  };
}

function actorOf(header: string | null): Actor | undefined {
  if (header === null) return undefined;
  const named = JSON.parse(decodeURIComponent(header)) as Partial<Actor>;
  return { ...actor('leader'), ...named };
}
