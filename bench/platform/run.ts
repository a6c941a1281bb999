// The whole measurement, in order, on an empty database: `run.ts <postgres://…> [enterprises] [seconds of load]`. Prints the
// table of docs/platform-speed.md; fails when a bar is not met.
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir, totalmem } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { freePort, startProcess } from '#test/kit/server-process.ts';
import { runProgram } from './run-program.ts';
import { type Measured, measured, renderTable } from './table.ts';

const [address = '', enterprises = '100000', seconds = '60'] = process.argv.slice(2);
if (!address.startsWith('postgres')) throw new Error('the address of an empty PostgreSQL database is needed');
// Where it is set, what is started on an embedded database would use that one instead.
delete process.env['DATABASE_URL'];
const PEOPLE = 50;
const EMBEDDED_ENTERPRISES = '2400';
const scratch = mkdtempSync(path.join(tmpdir(), 'mujun-bench-'));
const table: Measured[] = [];

const Step = z.object({ seconds: z.number(), megabytes: z.number() });
const step = async (name: string, target = address, rows = enterprises) =>
  Step.parse(await runProgram('steps.ts', [name, target, rows], scratch));

async function onServer(): Promise<void> {
  await step('world');
  await step('files');
  const xlsx = await step('import-xlsx');
  table.push(measured('XLSX 导入 · import from XLSX, all bad cells found', '≤ 20 s', xlsx.seconds));
  table.push(measured('同上，内存 · the same, memory', '≤ 500 MB', xlsx.megabytes));
  table.push(measured('CSV 导入 · the same from CSV', '≤ 8 s', (await step('import-csv')).seconds));
  const run = await step('freeze-run');
  table.push(measured('冻结并计算 · freeze and run', '≤ 5 s', run.seconds));
  const exported = await step('export');
  table.push(measured('XLSX 导出 · export to XLSX', '≤ 15 s', exported.seconds));
  table.push(measured('同上，内存 · the same, memory', '≤ 300 MB', exported.megabytes));
}

const Look = z.object({ requests: z.number(), p95: z.number() });
const Load = z.object({
  errors: z.number(),
  'enterprise list': Look,
  search: Look,
  'score page': Look,
});

async function load(): Promise<void> {
  await runProgram('account.ts', [address], scratch);
  const server = await startProcess(await freePort(), {
    DATABASE_URL: address,
    MUJUN_DATA: path.join(scratch, 'server'),
    MUJUN_DEMO: 'no',
  });
  try {
    const looks = Load.parse(await runProgram('load.ts', [server.url, seconds, String(PEOPLE)], scratch));
    const bars = {
      'enterprise list': '列表 · list',
      search: '名称搜索 · search in names',
      'score page': '得分页 · score page',
    };
    for (const [kind, what] of Object.entries(bars)) {
      const { p95 } = looks[kind as keyof typeof bars];
      table.push(measured(`${PEOPLE} 人同时，${what}, p95`, '≤ 100 ms', p95));
    }
    const requests = Object.keys(bars).reduce(
      (sum, kind) => sum + looks[kind as keyof typeof bars].requests,
      0,
    );
    table.push(measured(`其中出错 · errors of ${requests + looks.errors} requests`, '≤ 0', looks.errors));
  } finally {
    await server.stop();
  }
}

async function embedded(): Promise<void> {
  const folder = path.join(scratch, 'embedded');
  for (const name of ['world', 'files', 'import-csv']) await step(name, folder, EMBEDDED_ENTERPRISES);
  const run = await step('freeze-run', folder, EMBEDDED_ENTERPRISES);
  table.push(measured('2400 家冻结并计算，内置库 · freeze and run 2,400, embedded', '≤ 1 s', run.seconds));
}

async function starts(): Promise<void> {
  const environment = { MUJUN_DATA: path.join(scratch, 'demo'), MUJUN_DEMO: 'yes' };
  for (const [what, bar] of [
    ['演示区从无到有，内置库 · demonstration zone from nothing, embedded', '≤ 30 s'],
    ['冷启动，内置库 · cold start, embedded, with the demonstration zone', '≤ 3 s'],
  ] as const) {
    const start = performance.now();
    const server = await startProcess(await freePort(), environment);
    table.push(measured(what, bar, (performance.now() - start) / 1000));
    await server.stop();
  }
}

for (const part of [onServer, load, embedded, starts]) {
  try {
    await part();
  } catch (error) {
    // The other parts are worth having all the same.
    console.error(error);
    table.push({ what: part.name, bar: '', measured: '—', met: false });
  }
}
rmSync(scratch, { recursive: true, force: true });
const [cpu] = cpus();
console.log(
  `${enterprises} enterprises; ${cpus().length} × ${cpu?.model}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}, ` +
    `${new Date().toISOString().slice(0, 10)}, load of the machine at the end ${loadavg()[0]?.toFixed(1)}\n`,
);
console.log(renderTable(table));
if (table.some(({ met }) => !met)) process.exitCode = 1;
