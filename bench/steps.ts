// The steps of `mujun evaluate` one by one, in a process of their own: prints when each ended, in milliseconds since the
// process began, and the memory resident then. Started by profile.ts with the input and the output.
import { evaluate } from '#engine/run/evaluate.ts';
import { chooseColumns } from '#cli/columns.ts';
import { readDataset } from '#cli/data.ts';
import { openScheme } from '#cli/schemes.ts';
import { workersFor } from '#cli/threads.ts';
import { writeTable } from '#platform/sheets/write.ts';
import { COLUMNS } from './task-columns.ts';

async function main(input: string, output: string): Promise<void> {
  const marks: { step: string; endMs: number; residentMb: number }[] = [];
  const mark = (step: string): void => {
    marks.push({ step, endMs: performance.now(), residentMb: process.memoryUsage.rss() / 1e6 });
  };
  mark('start');
  const workers = workersFor(input);
  const { plan } = openScheme('benchmark');
  if (plan === undefined) throw new Error('the scheme of the task is refused');
  mark('scheme');
  const { dataset } = await readDataset(input, plan, { workers });
  if (dataset === undefined) throw new Error('the data of the task are refused');
  mark('read');
  const { run } = evaluate(plan, dataset);
  if (run === undefined) throw new Error('the data of the task cannot be evaluated');
  mark('evaluate');
  const columns = chooseColumns(run, COLUMNS, 'en');
  await writeTable(output, columns, run.rows, { workers, decimals: 6 });
  mark('write');
  await workers.close();
  mark('end');
  console.log(JSON.stringify(marks));
}

const [input = '', output = ''] = process.argv.slice(2);
void main(input, output);
