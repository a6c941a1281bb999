import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { AppError } from '#core/app-error.ts';
import { type Actor, type Ctx, transact } from '#platform/ctx.ts';
import { enqueue } from '#platform/jobs/enqueue.ts';
import { jobKind } from '#platform/jobs/job-kind.ts';
import { type JobRunner, startJobs } from '#platform/jobs/runner.ts';
import { actor, type TestApp, testApp } from '#test/kit/app.ts';
import { Job } from './contract.ts';

const officer = actor('evaluation_officer');
function makeGate() {
  let open = (): void => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open: () => open() };
}

const Text = z.object({ text: z.string() });
let app: TestApp;
let runner: JobRunner;
let schema: string;
const gate = makeGate();
let tries = 0;
const errors: unknown[] = [];

const KINDS = [
  jobKind({
    kind: 'echo',
    input: Text,
    run: ({ input, caller }) => Promise.resolve(`${caller.zone}: ${input.text}`),
  }),
  jobKind({
    kind: 'refused',
    input: Text,
    run: () => Promise.reject(new AppError('park_exists', { code: 'P9' })),
  }),
  jobKind({
    kind: 'shaky',
    input: Text,
    run: () => {
      tries += 1;
      return tries < 2 ? Promise.reject(new Error('first time')) : Promise.resolve('second time');
    },
  }),
  jobKind({
    kind: 'long',
    input: Text,
    run: async ({ progress }) => {
      for (let i = 0; i < 400; i += 1) {
        await progress(i / 400);
        await setTimeout(25);
      }
      return 'never cancelled';
    },
  }),
  jobKind({
    kind: 'gated',
    input: Text,
    run: () => gate.opened,
  }),
];

beforeAll(async () => {
  app = await testApp();
  const { services } = app;
  schema = `boss_${Math.random().toString(36).slice(2, 10)}`;
  runner = await startJobs({
    services,
    kinds: KINDS,
    schema,
    onInternalError: (error) => errors.push(error),
  });
});
afterAll(async () => {
  await runner.stop();
  await app.close();
});

const caller = (who: Actor = officer) => ({
  zone: 'home',
  actor: who,
  requestId: 'r',
  address: '',
  services: app.services,
});

const ask = async (kind: string, who?: Actor): Promise<string> => {
  const id = await transact(caller(who), (ctx: Ctx) => enqueue(ctx, kind, { text: '你好' }));
  runner.wake();
  return id;
};

const look = async (id: string): Promise<Job> =>
  (await app.call(officer, 'GET', `/zones/home/jobs/${id}`)).as(Job);

async function until(id: string, wanted: (job: Job) => boolean): Promise<Job> {
  for (let i = 0; i < 300; i += 1) {
    const job = await look(id);
    if (wanted(job)) return job;
    await setTimeout(50);
  }
  throw new Error('the job did not get there');
}

const ended = (job: Job): boolean => ['done', 'failed', 'cancelled'].includes(job.state);

describe('background work', () => {
  test('runs as whoever asked, and its answer can be read', async () => {
    expect(await until(await ask('echo'), ended)).toMatchObject({
      state: 'done',
      result: 'home: 你好',
      progress: 1,
    });
  });

  test('a refusal is told with its code and not tried again', async () => {
    const job = await until(await ask('refused'), ended);
    expect(job).toMatchObject({ state: 'failed', error: { code: 'park_exists', params: { code: 'P9' } } });
  });

  test('an error of ours is tried again', async () => {
    expect(await until(await ask('shaky'), ended)).toMatchObject({ state: 'done', result: 'second time' });
    expect(errors).toHaveLength(1);
  });

  test('a transaction that fails leaves no job', async () => {
    const failed = transact(caller(), async (ctx) => {
      await enqueue(ctx, 'echo', { text: 'x' });
      throw new AppError('forbidden');
    });
    await expect(failed).rejects.toThrow('forbidden');
    const { body } = await app.call(officer, 'GET', '/zones/home/jobs?kind=echo');
    expect(body).toMatchObject({ items: [{ kind: 'echo', state: 'done' }], next: null });
  });

  test('a running job is cancelled where it reports its progress', async () => {
    const id = await ask('long');
    await until(id, (job) => job.progress > 0);
    await app.call(officer, 'POST', `/zones/home/jobs/${id}/cancel`);
    expect((await until(id, ended)).state).toBe('cancelled');
  });

  test('a waiting job is cancelled at once', async () => {
    // At most two run at a time, so the third waits.
    const ids = [await ask('gated'), await ask('gated'), await ask('gated')];
    const [first = '', second = '', third = ''] = ids;
    await until(first, (job) => job.state === 'running');
    const { body } = await app.call(officer, 'POST', `/zones/home/jobs/${third}/cancel`);
    expect(body).toMatchObject({ state: 'cancelled' });
    gate.open();
    expect((await until(first, ended)).state).toBe('done');
    expect((await until(second, ended)).state).toBe('done');
    expect((await look(third)).state).toBe('cancelled');
  });

  test('others do not see it', async () => {
    const id = await ask('echo');
    expect((await app.call(actor('data_officer'), 'GET', `/zones/home/jobs/${id}`)).status).toBe(404);
    expect((await app.call(officer, 'GET', `/zones/other/jobs/${id}`)).status).toBe(404);
  });
});

describe('a job', () => {
  test('that a process took from the queue and died before it began is done by another', async () => {
    const done = await until(await ask('echo'), ended);
    const id = app.services.newId();
    const { pool } = app.database;
    // As that process left it: taken from the queue long ago, and still waiting as far as everybody else knows.
    const taken = { id, state: 'active', started_on: '2020-01-01', completed_on: null, output: null };
    await pool.query(
      `insert into ${schema}.job
       select (jsonb_populate_record(j, $2::jsonb || jsonb_build_object('data', j.data || jsonb_build_object('jobId', $3::text)))).*
       from ${schema}.job j where id = $1`,
      [done.job_id, JSON.stringify(taken), id],
    );
    const left = {
      job_id: id,
      state: 'queued',
      requested_at: '2020-01-01',
      started_at: null,
      ended_at: null,
    };
    await pool.query(
      `insert into job select (jsonb_populate_record(j, $2::jsonb)).* from job j where job_id = $1`,
      [done.job_id, JSON.stringify({ ...left, heartbeat_at: null, result: null, attempts: 0 })],
    );
    runner.wake();
    expect(await until(id, ended)).toMatchObject({ state: 'done', result: 'home: 你好' });
  });
});
