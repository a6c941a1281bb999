import { describe, expect, test } from 'vitest';
import { isRecord, read } from './repository.ts';

function locked(): [name: string, entry: Record<string, unknown>][] {
  const lock: unknown = JSON.parse(read('package-lock.json'));
  const packages = isRecord(lock) && isRecord(lock['packages']) ? lock['packages'] : {};
  return Object.entries(packages).filter((pair): pair is [string, Record<string, unknown>] =>
    isRecord(pair[1]),
  );
}

describe('the lockfile', () => {
  // A native package published for one platform first leaves a lockfile that npm ci refuses everywhere.
  test('holds the package of every platform a tool names', () => {
    const names = new Set(locked().map(([name]) => name));
    const absent = locked().flatMap(([parent, { optionalDependencies }]) =>
      Object.keys(isRecord(optionalDependencies) ? optionalDependencies : {})
        .filter((name) => !names.has(`node_modules/${name}`) && !names.has(`${parent}/node_modules/${name}`))
        .map((name) => `${parent}: ${name}`),
    );
    expect(absent).toEqual([]);
    expect(names.size).toBeGreaterThan(1);
  });

  test('runs no install script that is not refused in package.json', () => {
    const manifest: unknown = JSON.parse(read('package.json'));
    const decided = isRecord(manifest) && isRecord(manifest['allowScripts']) ? manifest['allowScripts'] : {};
    const scripted = locked().flatMap(([name, { hasInstallScript, optional }]) =>
      hasInstallScript === true && optional !== true ? [name.replace(/^.*node_modules\//, '')] : [],
    );
    expect(scripted.filter((name) => decided[name] !== false)).toEqual([]);
  });

  test('names the public registry only, so that it installs anywhere', () => {
    const elsewhere = locked().flatMap(([name, { resolved }]) =>
      typeof resolved === 'string' && !resolved.startsWith('https://registry.npmjs.org/') ? [name] : [],
    );
    expect(elsewhere).toEqual([]);
  });
});
