// `npm run bench`: the same task for us and for our peers, then the engine alone. `--quick` is for CI: small sizes, no peers
// but those already installed, no bars. Fails only when results differ; speed is reported, not enforced.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { verdicts } from './bars.ts';
import { runEngine } from './engine.ts';
import { isSame } from './outputs.ts';
import { type Engine, findPeers } from './peers.ts';
import { profileSteps } from './profile.ts';
import { renderReport } from './report.ts';
import { runNode } from './run-node.ts';
import { compareWithExpected, differenceText, runTask, type TaskResult } from './task.ts';

const SIZES = [
  { rows: 1000, repeats: 5, quick: 3 },
  { rows: 100_000, repeats: 5, quick: 3 },
  { rows: 1_000_000, repeats: 3, quick: 0 },
];

const { quick: isQuick } = parseArgs({ options: { quick: { type: 'boolean', default: false } } }).values;

runNode(['scripts/build.mjs']);
const { present, absent } = findPeers(!isQuick);
const task: TaskResult[] = [];
for (const { rows, repeats, quick } of SIZES) {
  const times = isQuick ? quick : repeats;
  if (times > 0) task.push(...(await runTask(rows, times, present.filter(isFastEnough))));
}
const expected = await compareWithExpected();
const engine = await runEngine(isQuick);
const sizes = SIZES.flatMap(({ rows, quick }) => (isQuick && quick === 0 ? [] : [rows]));
const steps = profileSteps(sizes, isQuick ? 3 : 5);
const report = renderReport({
  task,
  peers: present,
  absent,
  expected: expected === undefined ? 'not at hand' : differenceText(expected),
  engine,
  steps,
  verdicts: isQuick ? [] : verdicts(task, engine),
});
console.log(report);
if (!isQuick) {
  const title =
    '# Benchmark results\n\nWritten by `npm run bench`; what the figures mean is in [docs/speed.md](../docs/speed.md).\n\n';
  writeFileSync(fileURLToPath(new URL('./results.md', import.meta.url)), title + report);
}
const differences = [
  ...task.map(({ difference }) => difference),
  ...(expected === undefined ? [] : [expected]),
];
if (!differences.every(isSame)) {
  console.log('Results differ.');
  process.exitCode = 1;
}

/** An engine that was slow on a tenth of the rows is not waited for on all of them. */
function isFastEnough({ name }: Engine): boolean {
  return task.every(({ engine: other, wallMs }) => other !== name || wallMs < 1500);
}
