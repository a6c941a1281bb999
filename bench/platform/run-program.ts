// Runs a program of this folder in a process of its own and reads what it says last, as JSON; nothing where it says nothing.
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

export async function runProgram(name: string, given: readonly string[], scratch: string): Promise<unknown> {
  process.stderr.write(`${name} ${given.filter((word) => !word.includes('://')).join(' ')}\n`);
  const file = fileURLToPath(new URL(name, import.meta.url));
  const env = { ...process.env, TMPDIR: scratch };
  const { stdout } = await run(process.execPath, ['--import', 'tsx', file, ...given], { env });
  const last = stdout.trim().split('\n').at(-1) ?? '';
  return last === '' ? undefined : JSON.parse(last);
}
