import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { verifyAudit } from '#capabilities/audit/service/verify-all.ts';
import { openDatabase } from '#platform/db/database.ts';
import { creditCode } from '#seed/credit-codes.ts';
import { databaseUrl } from '#test/kit/database.ts';
import { freePort, type ServerProcess, startProcess } from '#test/kit/server-process.ts';

// The server is killed in the middle of each kind of work, at several moments of it, started again, and must be as if that
// had not happened: what was acknowledged is there, what was begun is finished once or was never begun.
const folder = mkdtempSync(path.join(tmpdir(), 'mujun-kill-'));
const name = `kill_${randomBytes(4).toString('hex')}`;
const own = databaseUrl === undefined ? undefined : databaseUrl.replace(/[^/]+$/, name);
const environment: Record<string, string> = {
  MUJUN_DATA: folder,
  MUJUN_DEMO: 'yes',
  MUJUN_JOB_SILENCE: '5',
  DATABASE_URL: own ?? '',
};
if (own === undefined) delete environment['DATABASE_URL'];
/** As shares of the time that the same work took undisturbed. */
const MOMENTS = [0.15, 0.5, 0.85] as const;
/** By evaluation: a restart takes seconds, so what is one short transaction is cut off early in one and late in another. */
const EARLY_AND_LATE = [undefined, MOMENTS[0], undefined, MOMENTS[2]] as const;
const ENTERPRISES = 2400;
let port = 0;
let server: ServerProcess;

async function onServer(text: string, url = databaseUrl): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(text);
  await client.end();
}

beforeAll(async () => {
  if (own !== undefined) await onServer(`create database ${name}`);
  port = await freePort();
  server = await startProcess(port, environment);
}, 120_000);

afterAll(async () => {
  await server.stop();
  if (own !== undefined) await onServer(`drop database ${name} with (force)`);
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

async function killAndRestart(afterMs: number): Promise<void> {
  await wait(afterMs);
  await server.kill();
  // Nobody waits here until the silence of the killed process is noticed.
  if (own !== undefined) await onServer(`update job set heartbeat_at = 'epoch' where state = 'running'`, own);
  server = await startProcess(port, environment);
}

const Job = z.looseObject({ state: z.string(), error: z.unknown() });

async function finished(account: string, id: string): Promise<void> {
  for (let i = 0; i < 600; i++) {
    const job = Job.parse((await server.call(account, 'GET', `/jobs/${id}`)).body);
    if (job.state === 'failed') throw new Error(JSON.stringify(job.error));
    if (job.state === 'done') return;
    await wait(50);
  }
  throw new Error('the job was not finished');
}

/** Waits for a job that was just asked for, with a death in between when `kill` says when. Returns the milliseconds. */
async function through(account: string, job: string, kill?: number): Promise<number> {
  const start = performance.now();
  if (kill !== undefined) await killAndRestart(kill);
  await finished(account, job);
  return performance.now() - start;
}

const Evaluation = z.looseObject({ evaluation_id: z.string(), state: z.string(), version: z.number() });
/** The first goes its way undisturbed; the others die once in a step. */
const evaluations: string[] = [];
/** By evaluation, whether somebody was told that the appeal is decided. */
const acknowledged: boolean[] = [];

async function current(id: string) {
  const { body } = await server.call('officer', 'GET', `/evaluations/${id}`);
  return z.looseObject({ evaluation: Evaluation }).parse(body).evaluation;
}

async function step(id: string, transition: string, account = 'officer', kill?: number): Promise<number> {
  const { version } = await current(id);
  const input = { transition, version };
  const { body } = await server.call(account, 'POST', `/evaluations/${id}/steps`, input);
  const { job_id: job } = z.looseObject({ job_id: z.string().nullable() }).parse(body);
  return job === null ? 0 : through(account, job, kill);
}

/** The rows themselves, with the server stopped for good. */
async function rowsOf(...queries: string[]): Promise<unknown[][]> {
  await server.stop();
  const database = await openDatabase(
    own === undefined ? { kind: 'embedded', directory: folder } : { kind: 'postgres', url: own },
  );
  const found: unknown[][] = [];
  for (const query of queries) found.push((await database.pool.query<object>(query)).rows);
  for (const [, report] of await verifyAudit(database)) expect(report).toMatchObject({ ok: true });
  await database.close();
  return found;
}

/** Every figure of an import ends like this, so that those that entered can be told from all others. */
async function importFigures(ending: number, reading?: number, entering?: number) {
  const lines = Array.from({ length: ENTERPRISES }, (_, i) => `${creditCode(i + 1)},${i + ending}`);
  const response = await server.raw('tax', `/periods/2022/imports?file_name=${ending}.csv`, {
    method: 'POST',
    body: ['统一社会信用代码,税收（万元）', ...lines].join('\n'),
  });
  const { job_id: job, import: begun } = z
    .looseObject({ job_id: z.string(), import: z.looseObject({ import_id: z.string() }) })
    .parse(await response.json());
  const read = await through('tax', job, reading);
  const accept = await server.call('tax', 'POST', `/imports/${begun.import_id}/accept`, {
    mode: 'all_or_nothing',
  });
  const entered = await through(
    'tax',
    z.looseObject({ job_id: z.string() }).parse(accept.body).job_id,
    entering,
  );
  const { body } = await server.call('tax', 'GET', `/imports/${begun.import_id}`);
  const { state } = z.looseObject({ state: z.string() }).parse(body);
  return { read, entered, state };
}

describe('killed in the middle of', { timeout: 240_000 }, () => {
  test('reading and entering an import', async () => {
    const { read, entered, state } = await importFigures(0.5);
    const [early, half, late] = MOMENTS;
    const states = [state];
    for (const [ending, ...kills] of [
      [0.25, early * read],
      [0.125, late * read],
      [0.0625, undefined, half * entered],
      [0.75, undefined, late * entered],
    ] as const)
      states.push((await importFigures(ending, ...kills)).state);
    expect(states).toEqual(states.map(() => 'accepted'));
  });

  test('a freeze, and a run', async () => {
    const took = { freeze: 0, compute: 0 };
    for (const moment of [undefined, ...MOMENTS]) {
      const at = (ms: number) => (moment === undefined ? undefined : moment * ms);
      const begun = await server.call('officer', 'POST', '/evaluations', {
        name: `2022年度评价${moment ?? ''}`,
        period_id: '2022',
        scheme_id: 'jining-hitech-2023',
        scheme_version: 2,
      });
      const { evaluation_id: id } = Evaluation.parse(begun.body);
      evaluations.push(id);
      await step(id, 'open_collection');
      await step(id, 'open_confirmation');
      const freeze = await step(id, 'freeze', 'officer', at(took.freeze));
      expect((await current(id)).state).toBe('frozen');
      const compute = await step(id, 'compute', 'officer', at(took.compute));
      expect((await current(id)).state).toBe('computed');
      if (moment === undefined) Object.assign(took, { freeze, compute });
    }
  });

  test('a publication', async () => {
    let took = 0;
    for (const [i, id] of evaluations.entries()) {
      await step(id, 'review', 'officer2');
      const moment = EARLY_AND_LATE[i];
      const ms = await step(
        id,
        'publish_notice',
        'officer',
        moment === undefined ? undefined : moment * took,
      );
      if (i === 0) took = ms;
      expect((await current(id)).state).toBe('notice');
    }
  });

  test('the signature under a decision on an appeal', async () => {
    const { enterprise_ids: mine } = z
      .looseObject({ enterprise_ids: z.array(z.string()) })
      .parse((await server.call('enterprise', 'GET', '/me')).body);
    const Appeal = z.looseObject({ appeal_id: z.string(), version: z.number() });
    let took = 0;
    for (const [i, id] of evaluations.entries()) {
      const appeal = await server.call('enterprise', 'POST', `/evaluations/${id}/appeals`, {
        enterprise_id: mine[0],
        statement: '漏计',
        corrections: [{ item_id: 'tax', value: 777 + i }],
      });
      const { appeal_id, version } = Appeal.parse(appeal.body);
      const decision = { decision: 'accepted', reason: '属实', version };
      const proposed = await server.call('officer', 'POST', `/appeals/${appeal_id}/decide`, decision);
      const signature = { signature: 'signed', version: Appeal.parse(proposed.body).version };
      // Nobody is signed in on a server that was just started.
      await server.call('officer2', 'GET', '/me');
      const start = performance.now();
      const signing = server
        .call('officer2', 'POST', `/appeals/${appeal_id}/sign`, signature)
        .catch(() => undefined);
      const moment = EARLY_AND_LATE[i];
      if (moment !== undefined) await killAndRestart(moment * took);
      acknowledged.push((await signing)?.status === 200);
      if (i === 0) took = performance.now() - start;
    }
    expect(acknowledged[0]).toBe(true);
  });
});

test('nothing was done twice or by half, nothing that was acknowledged is lost', async () => {
  const these = `any (array['${evaluations.join("','")}']::uuid[])`;
  const [imports, runs, strayRows, lists, appeals = []] = await rowsOf(
    `select i.file_name, count(c.*)::int as changes, count(distinct c.enterprise_id)::int as enterprises,
            count(f.*)::int as standing
     from import i left join figure_change c using (zone_id, import_id)
     left join figures f on f.zone_id = c.zone_id and f.enterprise_id = c.enterprise_id and f.period_id = '2022'
       and i.file_name = ((f.verified->>'tax')::numeric % 1)::float8 || '.csv'
     where i.period_id = '2022' group by i.import_id, i.file_name order by i.import_id`,
    `select e.evaluation_id, r.summary->>'rows' as rows,
            (select count(*) from run_row w where w.run_id = r.run_id)::text as there,
            (select count(*) from dataset d where d.evaluation_id = r.evaluation_id)::int as datasets
     from evaluation e join run r using (zone_id, evaluation_id) where e.evaluation_id = ${these} order by e.evaluation_id`,
    'select 1 from run_row where run_id not in (select run_id from run)',
    `select p.row_count, (select count(*) from publication_row w where w.publication_id = p.publication_id)::int as there
     from publication p where p.evaluation_id = ${these}`,
    `select a.state, (select count(*) from figure_change c where c.zone_id = a.zone_id and c.enterprise_id = a.enterprise_id
       and c.after->'tax' = a.corrections->0->'value')::int as adopted
     from appeal a where a.evaluation_id = ${these} order by a.appeal_id`,
  );
  const once = { changes: ENTERPRISES, enterprises: ENTERPRISES, standing: 0 };
  expect(imports).toEqual([
    { file_name: '0.5.csv', ...once },
    { file_name: '0.25.csv', ...once },
    { file_name: '0.125.csv', ...once },
    { file_name: '0.0625.csv', ...once },
    { file_name: '0.75.csv', ...once, standing: ENTERPRISES },
  ]);
  // As many as in the evaluation that nothing happened to.
  const { rows } = z.looseObject({ rows: z.string() }).parse(runs?.[0]);
  const whole = { rows, there: rows, datasets: 1 };
  expect(runs).toEqual(evaluations.map((id) => ({ evaluation_id: id, ...whole })));
  expect(strayRows).toEqual([]);
  const list = { row_count: Number(rows), there: Number(rows) };
  expect(lists).toEqual(evaluations.map(() => list));
  const done = { state: 'accepted', adopted: 1 };
  const undone = { state: 'proposed', adopted: 0 };
  expect(appeals).toHaveLength(evaluations.length);
  for (const [i, appeal] of appeals.entries()) {
    // What nobody heard of may have gone either way.
    expect(acknowledged[i] === true ? [done] : [done, undone]).toContainEqual(appeal);
  }
}, 60_000);
