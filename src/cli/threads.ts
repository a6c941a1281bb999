// Helper threads for a command that reads or writes a large file, started before anything else so that they are ready in time.
import { statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { NO_WORKERS, openWorkers, type SheetWorkers, WORTH_WORKERS_BYTES } from '#platform/sheets/workers.ts';

/** Beyond this the reading thread cannot hand out work any faster. */
const MOST_THREADS = 4;

export function workersFor(file: string | undefined): SheetWorkers {
  if (file === undefined || sizeOf(file) < WORTH_WORKERS_BYTES) return NO_WORKERS;
  return openWorkers(Math.min(MOST_THREADS, availableParallelism()));
}

/** A file that is not there is reported where it is read. */
function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
