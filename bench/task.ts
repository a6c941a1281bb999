// The task of the benchmark from end to end, CSV to CSV: our command line as built and the peers, one process per run, taking
// turns so that whatever else the machine does meets all of them.
import { rmSync } from 'node:fs';
import { benchData, dataPath } from './data.ts';
import { median, type Measured, measure } from './measure.ts';
import { compareResults, type Difference, isSame } from './outputs.ts';
import type { Engine } from './peers.ts';
import { writePlainResult } from './plain-task.ts';
import { ROOT } from './run-node.ts';
import { sharedFile } from './shared.ts';
import { COLUMNS } from './task-columns.ts';

export const OURS: Engine = {
  name: 'Mujun',
  version: '',
  argv: (input, output) => [
    process.execPath,
    `${ROOT}dist/mujun.js`,
    'evaluate',
    '--scheme=benchmark',
    `--data=${input}`,
    `--out=${output}`,
    `--columns=${COLUMNS}`,
    '--decimals=6',
  ],
};

export type TaskResult = {
  readonly rows: number;
  readonly engine: string;
  readonly runs: number;
  readonly wallMs: number;
  readonly cpuMs: number | undefined;
  readonly peakMb: number | undefined;
  readonly load: number;
  /** From our result; ours is compared with the plain loops. */
  readonly difference: Difference;
};

/** An engine that has spent this much on one size is not run again. */
const PATIENCE_MS = 15_000;

export async function runTask(
  rows: number,
  repeats: number,
  peers: readonly Engine[],
): Promise<TaskResult[]> {
  const { file } = benchData(rows);
  const engines = [OURS, ...peers];
  const runs = new Map<Engine, Measured[]>(engines.map((engine) => [engine, []]));
  const outputOf = (engine: Engine): string => dataPath(`out-${rows}-${engines.indexOf(engine)}.csv`);
  for (let round = 0; round < repeats; round++) {
    for (let turn = 0; turn < engines.length; turn++) {
      const engine = engines[(round + turn) % engines.length] as Engine;
      const done = runs.get(engine) ?? [];
      if (done.reduce((spent, run) => spent + run.wallMs, 0) > PATIENCE_MS) continue;
      process.stderr.write(`\r\u001b[K${rows} rows, round ${round + 1} of ${repeats}: ${engine.name}`);
      // Replacing a file costs the time of freeing the old one, whoever wrote it.
      rmSync(outputOf(engine), { force: true });
      done.push(await measure(engine.argv(file, outputOf(engine))));
    }
  }
  process.stderr.write(`\r\u001b[K${rows} rows: comparing results`);
  const plain = dataPath(`plain-${rows}.csv`);
  writePlainResult(file, plain);
  const results = engines.map((engine) => {
    const other = engine === OURS ? plain : outputOf(engine);
    return summarise(rows, engine, runs.get(engine) ?? [], compareResults(outputOf(OURS), other));
  });
  for (const output of [plain, ...engines.map(outputOf)]) rmSync(output);
  process.stderr.write('\r\u001b[K');
  return results;
}

function summarise(
  rows: number,
  { name }: Engine,
  runs: readonly Measured[],
  difference: Difference,
): TaskResult {
  const middle = (key: 'cpuMs' | 'peakMb'): number | undefined => {
    const known = runs.flatMap((run) => run[key] ?? []);
    return known.length === 0 ? undefined : median(known);
  };
  return {
    rows,
    engine: name,
    runs: runs.length,
    wallMs: median(runs.map(({ wallMs }) => wallMs)),
    cpuMs: middle('cpuMs'),
    peakMb: middle('peakMb'),
    load: Math.max(...runs.map(({ load }) => load)),
    difference,
  };
}

/** Our result against the figures that came with the task; undefined where they or their data are not at hand. */
export async function compareWithExpected(): Promise<Difference | undefined> {
  const rows = 1000;
  const expected = sharedFile('expected_1000.csv');
  const { file, isOfTask } = benchData(rows);
  if (expected === undefined || !isOfTask) return undefined;
  const output = dataPath('out-expected.csv');
  await measure(OURS.argv(file, output));
  const difference = compareResults(output, expected);
  rmSync(output);
  return difference;
}

export function differenceText(difference: Difference): string {
  if (isSame(difference)) return 'same';
  const { misplaced, score, ranks, classes, percentRank } = difference;
  return `DIFFERS: score ${score.toExponential(1)}, percent rank ${percentRank.toExponential(1)}, ${ranks} ranks, ${classes} classes, ${misplaced} rows misplaced`;
}
