// Runs jobs through pg-boss. The job table is the truth; the queue only hands each job to one process at a time.
import PgBoss from 'pg-boss';
import type { Services } from '../ctx.ts';
import { askForDaily } from './daily.ts';
import type { JobKind } from './job-kind.ts';
import type { JobTables } from './job-table.ts';
import { type JobName, MOST_TRIES, runJob } from './run-job.ts';

export type JobRunner = {
  /** Looks for new jobs at once. */
  readonly wake: () => void;
  readonly stop: () => Promise<void>;
};

export type RunnerOptions = {
  readonly services: Services;
  readonly kinds: readonly JobKind[];
  /** Schema of the queue's own tables. */
  readonly schema?: string;
  /** A running job whose process has been silent for this long is given to another one. */
  readonly silenceMs?: number;
  readonly onInternalError: (error: unknown, jobId: string) => void;
};

const QUEUE = 'work';
const LOOK_EVERY_MS = 2000;
/** How late daily work may start. */
const DAILY_EVERY_MS = 60_000;
const SILENCE_MS = 45_000;

export async function startJobs(options: RunnerOptions): Promise<JobRunner> {
  const { services, onInternalError, schema = 'pgboss', silenceMs = SILENCE_MS } = options;
  const { database } = services;
  const kinds = new Map(options.kinds.map((kind) => [kind.kind, kind]));
  const executeSql = (text: string, values: unknown[]) => database.pool.query<object>(text, values);
  const boss = new PgBoss({ db: { executeSql }, schema, schedule: false });
  // While the database is away the queue reports every poll; requests report it to those it concerns.
  boss.on('error', () => {});
  await boss.start();
  await boss.createQueue(QUEUE, { name: QUEUE, retryLimit: MOST_TRIES + 2, retryDelay: 1, expireInHours: 2 });

  const running = new Map<string, JobName>();
  const work = async ([job]: PgBoss.Job<JobName>[]): Promise<void> => {
    if (job === undefined) return;
    running.set(job.id, job.data);
    try {
      await runJob(services, kinds, job.data, onInternalError);
    } finally {
      running.delete(job.id);
    }
  };
  const workers: string[] = [];
  // The embedded database has one connection, so two jobs at once would only wait for each other.
  for (let i = 0; i < (database.kind === 'embedded' ? 1 : 2); i += 1)
    workers.push(await boss.work<JobName>(QUEUE, { pollingIntervalSeconds: 1, batchSize: 1 }, work));

  let nextDaily = 0;
  const look = quietly(async () => {
    if (Date.now() >= nextDaily) {
      nextDaily = Date.now() + DAILY_EVERY_MS;
      await askForDaily(services, options.kinds);
    }
    await Promise.all([...running.values()].map((name) => beat(services, name)));
    await sendQueued(services, boss);
    await freeSilent(services, boss, schema, silenceMs, running);
    for (const id of workers) boss.notifyWorker(id);
  });
  // Nobody else works on an embedded database: what is marked as running there was cut off.
  if (database.kind === 'embedded') await freeSilent(services, boss, schema, 0, running);
  const timer = setInterval(look, LOOK_EVERY_MS);
  look();

  return {
    // After the transaction that asked is committed.
    wake: () => void setTimeout(look, 20),
    stop: async () => {
      clearInterval(timer);
      await boss.stop({ graceful: true, wait: true, close: false, timeout: 10_000 });
    },
  };
}

/** One look at a time; a failed one is repeated by the timer. */
function quietly(look: () => Promise<void>): () => void {
  let busy = false;
  let again = false;
  const run = async (): Promise<void> => {
    if (busy) {
      again = true;
      return;
    }
    busy = true;
    try {
      await look();
    } catch {
      again = false;
    } finally {
      busy = false;
    }
    if (again) {
      again = false;
      await run();
    }
  };
  return () => void run();
}

const jobs = (services: Services) => services.database.kysely.withTables<JobTables>();

async function beat(services: Services, { zone, jobId }: JobName): Promise<void> {
  await jobs(services)
    .updateTable('job')
    .set({ heartbeat_at: services.now() })
    .where('zone_id', '=', zone)
    .where('job_id', '=', jobId)
    .where('state', '=', 'running')
    .execute();
}

/** A job has the same id in the queue, which takes no id twice: sending again is harmless. */
async function sendQueued(services: Services, boss: PgBoss): Promise<void> {
  const queued = await jobs(services)
    .selectFrom('job')
    .select(['zone_id', 'job_id'])
    .where('state', '=', 'queued')
    .orderBy('requested_at')
    .limit(100)
    .execute();
  await send(boss, queued);
}

async function send(
  boss: PgBoss,
  names: readonly { readonly zone_id: string; readonly job_id: string }[],
): Promise<void> {
  for (const { zone_id: zone, job_id: jobId } of names)
    await boss.send(QUEUE, { zone, jobId } satisfies JobName, { id: jobId });
}

async function freeSilent(
  services: Services,
  boss: PgBoss,
  schema: string,
  silenceMs: number,
  /** Those at work here are not silent, whatever the database has heard yet. */
  own: ReadonlyMap<string, JobName>,
): Promise<void> {
  const before = new Date(services.now().getTime() - silenceMs);
  const silent = await jobs(services)
    .selectFrom('job')
    .select(['zone_id', 'job_id'])
    .where('state', '=', 'running')
    .where('heartbeat_at', '<=', before)
    .execute();
  // A process may die after the queue gave it a job and before it said that the job is running.
  const waiting = await jobs(services)
    .selectFrom('job')
    .select(['zone_id', 'job_id'])
    .where('state', '=', 'queued')
    .where('requested_at', '<=', before)
    .execute();
  if (silent.length + waiting.length === 0) return;
  const idsOf = (found: readonly { readonly job_id: string }[]): string[] =>
    found.map(({ job_id: id }) => id).filter((id) => !own.has(id));
  await services.database.pool.query(
    `update ${schema}.job set state = 'retry', start_after = now()
     where name = $1 and state = 'active' and (id = any ($2::uuid[]) or (id = any ($3::uuid[]) and started_on <= $4))`,
    [QUEUE, idsOf(silent), idsOf(waiting), before],
  );
  // After a restore the queue does not know them at all.
  await send(boss, silent);
}
