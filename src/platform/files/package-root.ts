// Where the package lies, whether it runs from its sources or from the built file.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { invariant } from '#core/app-error.ts';

export function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'schemes')) || !existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder);
    invariant(parent !== folder, 'the package has a folder of schemes');
    folder = parent;
  }
  return folder;
}

/** As the package states it. */
export function productVersion(): string {
  const stated: unknown = JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8'));
  const known = typeof stated === 'object' && stated !== null && 'version' in stated;
  return known && typeof stated.version === 'string' ? stated.version : '';
}
