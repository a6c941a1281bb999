// One measured step in a process of its own, so that its memory is its own: `steps.ts <step> <database> [rows]`.
import { createReadStream } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { z } from 'zod';
import { textColumn } from '#engine/table/column.ts';
import { collectionFiles } from '#capabilities/collection/files.ts';
import { collectionJobs } from '#capabilities/collection/jobs.ts';
import { createScheme, decideScheme, submitScheme } from '#features/evaluation/service/schemes.ts';
import {
  createEvaluation,
  getEvaluation,
  performStep,
  takeStep,
} from '#features/evaluation/service/steps.ts';
import { evaluationFiles } from '#features/evaluation/files.ts';
import type { Transition } from '#features/evaluation/model/lifecycle.ts';
import { transact } from '#platform/ctx.ts';
import { type Database, openDatabase } from '#platform/db/database.ts';
import { migrate } from '#platform/db/migrate.ts';
import { writeTable } from '#platform/sheets/write.ts';
import { creditCode } from '#seed/credit-codes.ts';
import { benchCaller, figure, ITEMS, makeWorld, PERIOD } from './world.ts';

const [step = '', target = '', count = '100000'] = process.argv.slice(2);
const rows = Number(count);
const database = await openDatabase(
  target.startsWith('postgres') ? { kind: 'postgres', url: target } : { kind: 'embedded', directory: target },
);

const Uploaded = z.object({ import: z.object({ import_id: z.string() }), job_id: z.string() });
const Read = z.object({ bad_rows: z.number() });

const STEPS: Readonly<Record<string, () => Promise<number>>> = {
  world: async () => {
    // The whole server, which no other step has to load.
    const { migrationsFolder } = await import('#server/start.ts');
    await migrate(database.pool, migrationsFolder());
    return timed(() => makeWorld(database, rows));
  },
  files: async () => timed(() => Promise.all([writeFile('xlsx'), writeFile('csv')])),
  'import-xlsx': () => importFile('xlsx'),
  'import-csv': () => importFile('csv'),
  'freeze-run': freezeAndRun,
  export: exportResults,
};

const run = STEPS[step];
if (run === undefined) throw new Error(`no step ${step}`);
const took = await run();
const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
console.log(JSON.stringify({ step, seconds: Math.round(took * 100) / 100, megabytes }));
await database.close();

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

function fileOf(format: 'xlsx' | 'csv'): string {
  return path.join(tmpdir(), `mujun-bench-import.${format}`);
}

/** Every thousandth row has a cell that is no number: all of them have to be found. */
async function writeFile(format: 'xlsx' | 'csv'): Promise<void> {
  const codes = Array.from({ length: rows }, (_, i) => creditCode(i + 1));
  const cell = (item: number) => (row: number) =>
    item === 3 && row % 1000 === 7 ? '约二百' : String(figure(row, item));
  await writeTable(
    fileOf(format),
    [
      { header: '统一社会信用代码', kind: 'text', column: textColumn(codes) },
      ...ITEMS.map((header, item) =>
        item === 3
          ? { header, kind: 'strings' as const, at: cell(item) }
          : { header, kind: 'computed' as const, at: (row: number) => figure(row, item) },
      ),
    ],
    rows,
  );
}

/** Through the door and the jobs of the server, the file as a body that comes piece by piece. */
async function importFile(format: 'xlsx' | 'csv'): Promise<number> {
  const caller = benchCaller(database);
  const upload = collectionFiles.find(
    ({ method, path: route }) => method === 'POST' && route.endsWith('/imports'),
  );
  const seconds = await timed(async () => {
    const response = await upload?.handle({
      caller,
      params: { period_id: PERIOD },
      query: new URLSearchParams({ file_name: `bench.${format}` }),
      headers: new Headers(),
      body: Readable.toWeb(createReadStream(fileOf(format))) as ReadableStream<Uint8Array>,
    });
    const started = Uploaded.parse(await response?.json());
    const { import_id } = started.import;
    const { bad_rows: bad } = Read.parse(await runJob('read_import', started.job_id, { import_id }));
    if (bad !== Math.floor((rows - 8) / 1000) + 1) throw new Error(`${bad} bad rows were found`);
    await runJob('accept_import', caller.services.newId(), { import_id, mode: 'valid_rows' });
  });
  // What the rows with the bad cell lack is put in, so that the period can be frozen.
  await fillGaps(database);
  return seconds;
}

async function runJob(kind: string, jobId: string, input: object): Promise<unknown> {
  const job = collectionJobs.find((one) => one.kind === kind);
  if (job === undefined) throw new Error(`no job ${kind}`);
  return job.run({
    caller: benchCaller(database),
    jobId,
    input,
    attempt: 1,
    progress: () => Promise.resolve(),
  });
}

async function fillGaps({ pool }: Database): Promise<void> {
  await pool.query(
    `insert into figures (zone_id, period_id, enterprise_id) select e.zone_id, $1, e.enterprise_id from enterprise e
     where not exists (select 1 from figures f where f.zone_id = e.zone_id and f.enterprise_id = e.enterprise_id and f.period_id = $1)`,
    [PERIOD],
  );
  const whole = JSON.stringify(Object.fromEntries(ITEMS.map((item) => [item, 100])));
  await pool.query('update figures set adopted = $1 where period_id = $2 and verified = $3', [
    whole,
    PERIOD,
    '{}',
  ]);
  await pool.query('analyze');
}

async function freezeAndRun(): Promise<number> {
  const [first, second] = [benchCaller(database), benchCaller(database, 'bench-2')];
  const scheme = 'jining-hitech-2023';
  const { version } = await transact(first, (ctx) =>
    createScheme(ctx, { scheme_id: scheme, shipped: scheme }),
  );
  await transact(first, (ctx) => submitScheme(ctx, { scheme_id: scheme, version }));
  await transact(second, (ctx) =>
    decideScheme(ctx, { scheme_id: scheme, version, decision: 'approved', reason: '测速' }),
  );
  const { evaluation_id: id } = await transact(first, (ctx) =>
    createEvaluation(ctx, { name: '测速', period_id: PERIOD, scheme_id: scheme, scheme_version: version }),
  );
  const input = async (transition: Transition) => {
    const { evaluation } = await transact(first, (ctx) => getEvaluation(ctx, id));
    return { evaluation_id: id, transition, version: evaluation.version };
  };
  for (const transition of ['open_collection', 'open_confirmation'] as const) {
    const next = await input(transition);
    await transact(first, (ctx) => takeStep(ctx, next));
  }
  return timed(async () => {
    await performStep(first, await input('freeze'));
    await performStep(first, await input('compute'));
  });
}

async function exportResults(): Promise<number> {
  const caller = benchCaller(database);
  const { rows: runs } = await database.pool.query<{ run_id: string }>(
    'select run_id from run order by run_id desc limit 1',
  );
  const endpoint = evaluationFiles.find(({ path: route }) => route.endsWith('/export'));
  return timed(async () => {
    const response = await endpoint?.handle({
      caller,
      params: { run_id: runs[0]?.run_id ?? '' },
      query: new URLSearchParams({ format: 'xlsx' }),
      headers: new Headers(),
      body: null,
    });
    let bytes = 0;
    for await (const chunk of (response?.body ?? []) as AsyncIterable<Uint8Array>) bytes += chunk.length;
    if (bytes < rows) throw new Error('the file is too small');
  });
}
