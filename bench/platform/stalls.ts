// How long everybody else waits while one asks about a large run: `stalls.ts <database>`, after the step `freeze-run` of
// steps.ts. Prints the seconds each question takes and the longest time the event loop stood still meanwhile.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { askRuns } from '#features/evaluation/service/ask-runs.ts';
import { getRun } from '#features/evaluation/service/runs.ts';
import { verifyRun } from '#features/evaluation/service/verify-run.ts';
import { transact } from '#platform/ctx.ts';
import { openDatabase } from '#platform/db/database.ts';
import { creditCode } from '#seed/credit-codes.ts';
import { benchCaller } from './world.ts';

const [url = ''] = process.argv.slice(2);
const database = await openDatabase({ kind: 'postgres', url });
const caller = benchCaller(database);
const { rows } = await database.pool.query<{ run_id: string }>(
  'select run_id from run order by run_id desc limit 1',
);
const id = rows[0]?.run_id ?? '';
const run = await transact(caller, (ctx) => getRun(ctx, id));
const cells = [{ input: 'tax', value: 100_000 }];

const QUESTIONS: Readonly<Record<string, () => Promise<unknown>>> = {
  verify: () => verifyRun(caller, id),
  effect: () =>
    transact(caller, (ctx) => askRuns(ctx, { kind: 'effect', creditCode: creditCode(77), cells }, run)),
  compare: () => transact(caller, (ctx) => askRuns(ctx, { kind: 'moves', most: 2000 }, run)),
};

for (const [what, ask] of Object.entries(QUESTIONS)) {
  const stalls = monitorEventLoopDelay({ resolution: 5 });
  stalls.enable();
  const start = performance.now();
  await ask();
  const seconds = Math.round(performance.now() - start) / 1000;
  // The last stall is seen only at the turn after it.
  await setTimeout(20);
  stalls.disable();
  console.log(JSON.stringify({ what, seconds, longest_stall_ms: Math.round(stalls.max / 1e6) }));
}
await database.close();
