import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { verifyAudit } from '#capabilities/audit/service/verify-all.ts';
import { type Database, openDatabase } from '#platform/db/database.ts';
import { creditCode } from '#seed/credit-codes.ts';
import { databaseUrl } from '#test/kit/database.ts';
import { type ServerProcess, startProcess } from '#test/kit/server-process.ts';

// The server is killed in the middle of each kind of work, started again, and must be as if that had not happened:
// what was acknowledged is there, what was begun is finished once or was never begun.
const PORT = 3471;
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
let server: ServerProcess;

async function onServer(text: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(text);
  await client.end();
}

beforeAll(async () => {
  if (own !== undefined) await onServer(`create database ${name}`);
  server = await startProcess(PORT, environment);
}, 120_000);

afterAll(async () => {
  await server.stop();
  if (own !== undefined) await onServer(`drop database ${name} with (force)`);
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

async function killAndRestart(afterMs: number): Promise<void> {
  await wait(afterMs);
  await server.kill();
  server = await startProcess(PORT, environment);
}

const Job = z.looseObject({ state: z.string(), error: z.unknown() });

async function finished(account: string, id: string): Promise<void> {
  for (let i = 0; i < 300; i++) {
    const job = Job.parse((await server.call(account, 'GET', `/jobs/${id}`)).body);
    if (job.state === 'failed') throw new Error(JSON.stringify(job.error));
    if (job.state === 'done') return;
    await wait(100);
  }
  throw new Error('the job was not finished');
}

const Started = z.looseObject({ job_id: z.string() });
const Evaluation = z.looseObject({
  evaluation_id: z.string(),
  state: z.string(),
  version: z.number(),
  run_id: z.string().nullable(),
});
let evaluation = '';

async function current() {
  const { body } = await server.call('officer', 'GET', `/evaluations/${evaluation}`);
  return z.looseObject({ evaluation: Evaluation }).parse(body).evaluation;
}

async function step(transition: string, account = 'officer', kill?: number): Promise<void> {
  const { version } = await current();
  const { body } = await server.call(account, 'POST', `/evaluations/${evaluation}/steps`, {
    transition,
    version,
  });
  const { job_id: job } = z.looseObject({ job_id: z.string().nullable() }).parse(body);
  if (kill !== undefined) await killAndRestart(kill);
  if (job !== null) await finished(account, job);
}

/** Looks at the rows themselves, with the server stopped. */
async function lookAtRows<T extends pg.QueryResultRow>(...queries: string[]): Promise<T[][]> {
  await server.stop();
  const database = await openDatabase(
    own === undefined ? { kind: 'embedded', directory: folder } : { kind: 'postgres', url: own },
  );
  const found: T[][] = [];
  for (const query of queries) found.push((await database.pool.query<T>(query)).rows);
  await wholeAudit(database);
  await database.close();
  server = await startProcess(PORT, environment);
  return found;
}

async function wholeAudit(database: Database): Promise<void> {
  for (const [, report] of await verifyAudit(database)) expect(report).toMatchObject({ ok: true });
}

describe('killed in the middle of', { timeout: 120_000 }, () => {
  test('an import: the upload is kept, and its figures enter once', async () => {
    const lines = Array.from({ length: 2400 }, (_, i) => `${creditCode(i + 1)},${i + 0.5}`);
    const response = await server.raw('tax', '/periods/2022/imports?file_name=a.csv', {
      method: 'POST',
      body: ['统一社会信用代码,税收（万元）', ...lines].join('\n'),
    });
    const started = Started.extend({ import: z.looseObject({ import_id: z.string() }) }).parse(
      await response.json(),
    );
    await killAndRestart(15);
    await finished('tax', started.job_id);
    const accept = await server.call('tax', 'POST', `/imports/${started.import.import_id}/accept`, {
      mode: 'all_or_nothing',
    });
    await killAndRestart(40);
    await finished('tax', Started.parse(accept.body).job_id);
    const [changes, entered] = await lookAtRows(
      `select count(*)::int as n, count(distinct enterprise_id)::int as distinct from figure_change where import_id = '${started.import.import_id}'`,
      `select count(*)::int as n from figures where period_id = '2022' and (verified->>'tax')::numeric % 1 = 0.5`,
    );
    expect(changes).toEqual([{ n: 2400, distinct: 2400 }]);
    expect(entered).toMatchObject([{ n: 2400 }]);
  });

  test('a freeze, and a run', async () => {
    const begun = await server.call('officer', 'POST', '/evaluations', {
      name: '2022年度评价',
      period_id: '2022',
      scheme_id: 'jining-hitech-2023',
      scheme_version: 2,
    });
    evaluation = Evaluation.parse(begun.body).evaluation_id;
    await step('open_collection');
    await step('open_confirmation');
    await step('freeze', 'officer', 60);
    expect((await current()).state).toBe('frozen');
    await step('compute', 'officer', 60);
    expect((await current()).state).toBe('computed');
    const [runs] = await lookAtRows(
      `select r.summary->>'rows' as rows, (select count(*) from run_row w where w.run_id = r.run_id)::text as there,
              (select count(*) from dataset d where d.evaluation_id = r.evaluation_id)::int as datasets
       from run r where r.evaluation_id = '${evaluation}'`,
    );
    expect(runs).toEqual([{ rows: '2400', there: '2400', datasets: 1 }]);
  });

  test('a publication', async () => {
    await step('review', 'officer2');
    await step('publish_notice', 'officer', 80);
    expect((await current()).state).toBe('notice');
    const [lists] = await lookAtRows(
      `select p.row_count, (select count(*) from publication_row w where w.publication_id = p.publication_id)::int as there
       from publication p where p.evaluation_id = '${evaluation}'`,
    );
    expect(lists).toEqual([{ row_count: 2400, there: 2400 }]);
  });

  test('the signature under a decision on an appeal: decided with its figures, or not at all', async () => {
    const me = z
      .looseObject({ enterprise_ids: z.array(z.string()) })
      .parse((await server.call('enterprise', 'GET', '/me')).body);
    const [enterprise = ''] = me.enterprise_ids;
    const claim = {
      enterprise_id: enterprise,
      statement: '漏计',
      corrections: [{ item_id: 'tax', value: 777 }],
    };
    const appeal = await server.call('enterprise', 'POST', `/evaluations/${evaluation}/appeals`, claim);
    const { appeal_id: id, version } = z
      .looseObject({ appeal_id: z.string(), version: z.number() })
      .parse(appeal.body);
    const decision = { decision: 'accepted', reason: '属实', version };
    const proposed = await server.call('officer', 'POST', `/appeals/${id}/decide`, decision);
    const signature = {
      signature: 'signed',
      version: z.looseObject({ version: z.number() }).parse(proposed.body).version,
    };
    const signing = server.call('officer2', 'POST', `/appeals/${id}/sign`, signature).catch(() => undefined);
    await killAndRestart(25);
    const answer = await signing;
    const [rows] = await lookAtRows<{ state: string; adopted: number | null }>(
      `select a.state, (f.adopted->>'tax')::float8 as adopted from appeal a
       join figures f on f.zone_id = a.zone_id and f.enterprise_id = a.enterprise_id and f.period_id = '2022'
       where a.appeal_id = '${id}'`,
    );
    const done = { state: 'accepted', adopted: 777 };
    const undone = { state: 'proposed', adopted: null };
    expect([done, undone]).toContainEqual(rows?.[0]);
    expect(answer?.status === 200 ? rows?.[0] : done).toEqual(done);
  });
});
