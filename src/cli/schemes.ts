// Finding schemes: by path, or by the name of one that ships with the product.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { AppError } from '#core/app-error.ts';
import { type LoadedScheme, loadScheme } from '#engine/scheme/load.ts';
import type { SchemeText } from '#engine/scheme/read.ts';
import { packageRoot } from '#platform/files/package-root.ts';
import { shippedSchemes } from '#platform/files/shipped-schemes.ts';

export type OpenedScheme = LoadedScheme & { readonly file: string; readonly text: string };

export function openScheme(name: string, parameters: Readonly<Record<string, number>> = {}): OpenedScheme {
  const source = findText(name, process.cwd());
  if (source === undefined)
    throw new AppError('scheme_not_found', { name, known: shippedSchemes().join(', ') });
  const loaded = loadScheme(source, (base, from) => findText(base, dirname(from.file ?? '.')), parameters);
  return { ...loaded, file: source.file ?? name, text: source.text };
}

function findText(name: string, folder: string): SchemeText | undefined {
  const shipped = /^[a-z0-9][a-z0-9._-]*$/.test(name)
    ? join(packageRoot(), 'schemes', `${name}.yaml`)
    : undefined;
  for (const file of [resolve(folder, name), resolve(folder, `${name}.yaml`), shipped]) {
    // A folder cannot be read, and a pipe might never end.
    if (file !== undefined && /\.(ya?ml|json)$/.test(file) && existsSync(file) && statSync(file).isFile()) {
      return { text: readText(file), file };
    }
  }
  return undefined;
}

function readText(file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch {
    throw new AppError('scheme_unreadable', { file });
  }
}

/** `--set cap=1.5` or `--set cap=20%`. */
export function readParameters(list: readonly string[]): Record<string, number> {
  const parameters = new Map<string, number>();
  for (const text of list) {
    const [, name, digits, percent] = /^([A-Za-z_]\w*)=(-?\d+(?:\.\d+)?)(%?)$/.exec(text) ?? [];
    if (name === undefined) throw new AppError('set_not_understood', { text });
    parameters.set(name, percent === '%' ? Number(digits) / 100 : Number(digits));
  }
  return Object.fromEntries(parameters);
}
