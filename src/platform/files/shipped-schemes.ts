// The schemes that ship with the product, by name.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from './package-root.ts';

export function shippedSchemes(): string[] {
  return readdirSync(join(packageRoot(), 'schemes'))
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => file.slice(0, -'.yaml'.length))
    .toSorted();
}

/** Undefined for any name that is not one of them. */
export function readShippedScheme(name: string): string | undefined {
  if (!/^[a-z0-9][a-z0-9._-]*$/.test(name)) return undefined;
  const file = join(packageRoot(), 'schemes', `${name}.yaml`);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}
