// Where the story of the demonstration zone is played: who acts, on which day, through the same doors as people use.
import { type Actor, type Caller, type Ctx, type Services, transact } from '#platform/ctx.ts';
import { runJob } from '#platform/jobs/run-job.ts';
import { JOB_KINDS } from '#server/slices.ts';

export const DEMO_ZONE = 'demo';

export type Stage = {
  /** A use case in a transaction of its own. */
  readonly as: <T>(actor: Actor, work: (ctx: Ctx) => Promise<T>) => Promise<T>;
  readonly caller: (actor: Actor) => Caller;
  /** What is done from now on is done on this day. */
  readonly on: (day: Date) => void;
  /** Runs the jobs that wait, as the server would. */
  readonly runJobs: () => Promise<void>;
  /** Nobody does it on an embedded database, and a planner without statistics compares each row with each. */
  readonly analyze: () => Promise<void>;
};

export function openStage(services: Services, first: Date): Stage {
  let today = first;
  const then: Services = { ...services, now: () => today };
  const caller = (actor: Actor): Caller => ({
    zone: DEMO_ZONE,
    actor,
    requestId: 'demo',
    address: '',
    services: then,
  });
  const kinds = new Map(JOB_KINDS.map((kind) => [kind.kind, kind]));
  return {
    as: (actor, work) => transact(caller(actor), work),
    caller,
    on: (day) => {
      today = day;
    },
    analyze: async () => {
      await services.database.pool.query('analyze');
    },
    runJobs: async () => {
      const { rows } = await services.database.pool.query<{ jobId: string }>(
        `select job_id as "jobId" from job where zone_id = $1 and state = 'queued' order by requested_at, job_id`,
        [DEMO_ZONE],
      );
      for (const { jobId } of rows)
        await runJob(then, kinds, { zone: DEMO_ZONE, jobId }, (error) => {
          throw error;
        });
    },
  };
}

const DAY_MS = 86_400_000;

/** Days before (or, below zero, after) an instant. */
export const daysBefore = (instant: Date, days: number): Date => new Date(instant.getTime() - days * DAY_MS);

/** Something that happened so many days before today. */
export type Scene = { readonly before: number; readonly play: () => Promise<unknown> };

/** In the order of the days, whoever's story they belong to; what is of one day in the order given. */
export async function playAll(stage: Stage, today: Date, scenes: readonly Scene[]): Promise<void> {
  for (const { before, play } of scenes.toSorted((a, b) => b.before - a.before)) {
    stage.on(daysBefore(today, before));
    await play();
  }
}
