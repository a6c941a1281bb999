// Runs a script of ours to its end.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** From the root of the repository; returns what the script printed, and fails with what it complained about. */
export function runNode(argv: readonly string[]): string {
  const ran = spawnSync(process.execPath, argv, { cwd: ROOT, encoding: 'utf8' });
  if (ran.status !== 0) throw new Error(`node ${argv.join(' ')}\n${ran.stderr}`);
  return ran.stdout;
}

export const ROOT = fileURLToPath(new URL('../', import.meta.url));
