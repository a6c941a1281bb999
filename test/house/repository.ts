// The repository as the house tests read it: paths from the root, and text.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');

const NOT_OURS = new Set(['node_modules', 'dist', 'coverage', '.git']);

/** Paths of the files under a folder whose name ends so, from the root of the repository, sorted. */
export function filesUnder(folder: string, ending: RegExp): string[] {
  const place = path.join(ROOT, folder);
  if (!existsSync(place)) return [];
  const found: string[] = [];
  for (const entry of readdirSync(place, { withFileTypes: true })) {
    const file = path.posix.join(folder, entry.name);
    if (entry.isDirectory() && !NOT_OURS.has(entry.name)) found.push(...filesUnder(file, ending));
    if (entry.isFile() && ending.test(entry.name)) found.push(file);
  }
  return found.toSorted();
}

/** Every file that holds code of ours. */
export function codeFiles(): string[] {
  return ['src', 'test', 'bench', 'lint', 'scripts'].flatMap((folder) =>
    filesUnder(folder, /\.(?:ts|tsx|js|mjs)$/),
  );
}

export function read(file: string): string {
  return readFileSync(path.join(ROOT, file), 'utf8');
}

export function exists(file: string): boolean {
  return existsSync(path.join(ROOT, file));
}

export function absolute(file: string): string {
  return path.join(ROOT, file);
}

/** The names of the commands in package.json. */
export function scriptNames(): string[] {
  const manifest: unknown = JSON.parse(read('package.json'));
  const scripts = isRecord(manifest) ? manifest['scripts'] : undefined;
  return isRecord(scripts) ? Object.keys(scripts) : [];
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
