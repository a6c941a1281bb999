// Starts the product: database, sign-in, jobs, application, port. In this order, and stops in the opposite one.
import { randomBytes } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { serve, type ServerType } from '@hono/node-server';
import pino from 'pino';
import { uuidV7 } from '#core/ids.ts';
import type { DemoSignIn } from '#capabilities/registry/contract/product.ts';
import { createIdentify } from '#capabilities/identity/service/identify.ts';
import { createAuth } from '#platform/auth/auth.ts';
import type { Services } from '#platform/ctx.ts';
import { type Database, openDatabase } from '#platform/db/database.ts';
import { migrate } from '#platform/db/migrate.ts';
import { packageRoot, productVersion } from '#platform/files/package-root.ts';
import { startJobs } from '#platform/jobs/runner.ts';
import { createApp } from './app.ts';
import type { Config } from './config.ts';
import { WORDINGS } from './messages.ts';
import { createMetrics } from './metrics.ts';
import { readSecret } from './secret.ts';
import { createRefusalLog } from './refusal-log.ts';
import { recordSignIn } from './sign-in-log.ts';
import { FILE_ENDPOINTS, JOB_KINDS } from './slices.ts';

export type Running = {
  /** Writes down what nobody handled. */
  readonly report: (error: unknown) => void;
  readonly url: string;
  readonly database: Database;
  readonly stop: () => Promise<void>;
};

export const migrationsFolder = (): string => path.join(packageRoot(), 'migrations');

/** `prepare` runs on the migrated database before anybody is served, and says who may sign in to a demonstration. */
export async function startServer(
  config: Config,
  prepare: (database: Database) => Promise<DemoSignIn | null> = () => Promise.resolve(null),
): Promise<Running> {
  const log = pino({ level: config.logLevel });
  const database = await openDatabase(config.database);
  try {
    await migrate(database.pool, migrationsFolder());
    const demo = await prepare(database);
    const scratch = path.join(config.dataDirectory, 'scratch');
    // What a killed process left there belongs to nobody.
    rmSync(scratch, { recursive: true, force: true });
    mkdirSync(scratch, { recursive: true });
    let wake = (): void => {};
    const services = createServices(database, scratch, () => wake());
    const onInternalError = (error: unknown, id: string): void =>
      log.error({ err: error, id }, 'internal error');
    const jobs = await startJobs({
      services,
      kinds: JOB_KINDS,
      silenceMs: config.jobSilenceMs,
      onInternalError,
    });
    wake = jobs.wake;
    const listening = await listen(config, services, { log, demo, onInternalError });
    const stop = async (): Promise<void> => {
      await new Promise<void>((resolve) => {
        listening.server.close(() => resolve());
      });
      await jobs.stop();
      await database.close();
    };
    log.info({ url: listening.url, database: database.kind }, 'listening');
    const report = (error: unknown): void => log.error({ err: error }, 'unhandled');
    return { url: listening.url, database, report, stop };
  } catch (error) {
    await database.close();
    throw error;
  }
}

export function createServices(database: Database, scratch: string, wakeJobs: () => void): Services {
  return {
    database,
    now: () => new Date(),
    newId: () => uuidV7(Date.now(), randomBytes(10)),
    scratch,
    wakeJobs,
  };
}

async function listen(
  config: Config,
  services: Services,
  {
    log,
    demo,
    onInternalError,
  }: {
    readonly log: pino.Logger;
    readonly demo: DemoSignIn | null;
    readonly onInternalError: (error: unknown, id: string) => void;
  },
): Promise<{ server: ServerType; url: string }> {
  const { database } = services;
  const auth = createAuth({
    pool: database.pool,
    secret: readSecret(config.secret, config.dataDirectory),
    url: config.url ?? `http://${config.host}:${config.port}`,
    oidc: config.oidc,
    now: services.now,
    // Set by the application, whatever the client sent.
    addressOf: (headers) => headers?.get('x-mujun-address') ?? '',
    onEvent: (event) => recordSignIn(services, event),
  });
  const app = createApp({
    services,
    wordings: WORDINGS,
    fileEndpoints: FILE_ENDPOINTS,
    identify: createIdentify(database, auth, services.now, config.secondFactor),
    authenticate: (request) => auth.handler(request),
    product: { version: productVersion(), demo, single_sign_on: config.oidc !== undefined },
    pagesFolder: path.join(packageRoot(), 'dist-web'),
    metrics: createMetrics(database),
    metricsToken: config.metricsToken,
    limits: { perUser: { burst: 200, perSecond: 50 }, signIn: { burst: 20, perSecond: 0.5 } },
    proxies: config.proxies,
    onRefused: createRefusalLog(services),
    onRequest: (entry) => log.info(entry, 'request'),
    onInternalError,
  });
  return new Promise((resolve, reject) => {
    const server = serve(
      {
        fetch: app.fetch,
        hostname: config.host,
        port: config.port,
        // Whoever sends a header a minute keeps no connection for long.
        serverOptions: { headersTimeout: 20_000, requestTimeout: 600_000, maxHeaderSize: 16_384 },
      },
      ({ port }) => resolve({ server, url: `http://${config.host}:${port}` }),
    );
    server.once('error', reject);
  });
}
