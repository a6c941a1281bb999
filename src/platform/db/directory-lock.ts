// One process at a time owns the embedded database: a second one would corrupt it, so it gets a clear error instead.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { AppError } from '#core/app-error.ts';

/** Returns what gives the directory free. A lock left behind by a process that was killed is taken over. */
export function lockDirectory(directory: string): () => void {
  const file = path.join(directory, 'mujun.pid');
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
      const owner = Number(readFileSync(file, 'utf8'));
      if (isAlive(owner)) throw new AppError('database_in_use', { directory, process: owner });
      rmSync(file, { force: true });
    }
  }
  throw new AppError('database_in_use', { directory, process: 0 });
}

function isAlive(id: number): boolean {
  if (!Number.isInteger(id) || id <= 0) return false;
  // After a restart of a container the same small number is this very process.
  if (id === process.pid) return false;
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
