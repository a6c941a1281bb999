// Where the time of the task goes: the steps of our command, bundled and started as the command is, timed one by one.
import { rmSync } from 'node:fs';
import * as z from 'zod';
import { benchData, dataPath } from './data.ts';
import { median } from './measure.ts';
import { runNode } from './run-node.ts';

const Mark = z.object({ step: z.string(), endMs: z.number(), residentMb: z.number() });
type Mark = z.infer<typeof Mark>;

export type StepResult = {
  readonly rows: number;
  readonly step: string;
  readonly ms: number;
  /** Resident memory at the end of the step. */
  readonly residentMb: number;
};

const FOLDER = dataPath('dist');

export function profileSteps(sizes: readonly number[], repeats: number): StepResult[] {
  const output = dataPath('out-steps.csv');
  runNode(['scripts/build.mjs', 'steps', 'bench/steps.ts', FOLDER, benchData(1000).file, output]);
  return sizes.flatMap((rows) => {
    const { file } = benchData(rows);
    const runs = Array.from({ length: repeats }, () => runSteps(file, output));
    const [first = []] = runs;
    return first.map(({ step }, i) => ({
      rows,
      step,
      ms: median(runs.map((marks) => (marks[i]?.endMs ?? Number.NaN) - (marks[i - 1]?.endMs ?? 0))),
      residentMb: median(runs.map((marks) => marks[i]?.residentMb ?? Number.NaN)),
    }));
  });
}

function runSteps(input: string, output: string): Mark[] {
  rmSync(output, { force: true });
  const said = runNode([`${FOLDER}/steps.js`, input, output]);
  rmSync(output);
  return z.array(Mark).parse(JSON.parse(said));
}
