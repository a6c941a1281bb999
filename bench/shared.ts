// The folder beside the repository that holds the task as it was set: data generator, expected figures, scripts of the peers.
// It is not part of the project, and the benchmark does without what is missing.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const FOLDER = fileURLToPath(new URL('../../shared/bench/', import.meta.url));

/** The path of a file of the task, where there is one. */
export function sharedFile(name: string): string | undefined {
  const file = FOLDER + name;
  return existsSync(file) ? file : undefined;
}
