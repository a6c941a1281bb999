import { describe, expect, test } from 'vitest';
import { importFault, MAY_CALL, roomOf } from '#lint/house.js';
import { codeFiles, exists, read } from './repository.ts';

const IMPORT =
  /^\s*(?:import|export)\b[^'"`;]*?\bfrom\s+'([^']+)'|^\s*import\s+'([^']+)'|\bimport\('([^']+)'\)/gm;

function importsOf(file: string): string[] {
  return [...read(file).matchAll(IMPORT)].map(([, from, bare, dynamic]) => from ?? bare ?? dynamic ?? '');
}

describe('who may import whom', () => {
  test('the tree keeps the table', () => {
    const faults = codeFiles().flatMap((file) =>
      importsOf(file).flatMap((specifier) => {
        const fault = importFault(file, specifier);
        return fault === undefined ? [] : [`${file}: ${fault}`];
      }),
    );
    expect(faults).toEqual([]);
  });

  test('the search sees the imports of this very file', () => {
    expect(importsOf('test/house/imports.test.ts')).toEqual(['vitest', '#lint/house.js', './repository.ts']);
  });

  test('src holds rooms and nothing else', () => {
    const sources = codeFiles().filter((file) => file.startsWith('src/'));
    expect(sources.filter((file) => roomOf(file) === 'tools')).toEqual([]);
    expect(sources.length).toBeGreaterThan(0);
  });

  test('every import alias of package.json leads to a folder', () => {
    const folders = [...read('package.json').matchAll(/"#\w+\/\*": "\.\/(.+)\/\*"/g)].map(
      (match) => match[1] ?? '',
    );
    expect(folders.filter((folder) => !exists(folder))).toEqual([]);
    expect(folders).toContain('src/core');
  });

  test('features do not call each other in a circle', () => {
    const reaches = (from: string, to: string, seen: readonly string[] = []): boolean =>
      (MAY_CALL[from] ?? []).some(
        (next) => next === to || (!seen.includes(next) && reaches(next, to, [...seen, next])),
      );
    expect(Object.keys(MAY_CALL).filter((feature) => reaches(feature, feature))).toEqual([]);
  });
});

describe('rooms', () => {
  test.each([
    ['src/core/units.ts', 'core'],
    ['src/engine/score/rank.ts', 'engine'],
    ['src/engine/score/rank.test.ts', 'test'],
    ['src/features/parks/contract.ts', 'rules'],
    ['src/features/parks/model/states.ts', 'rules'],
    ['src/features/parks/service.ts', 'features'],
    ['src/features/parks/web/index.tsx', 'slice-web'],
    ['src/web/main.tsx', 'web'],
    ['test/house/repository.ts', 'test'],
    ['bench/run.ts', 'bench'],
    ['vitest.config.ts', 'tools'],
    ['lint/house.js', 'tools'],
  ])('%s is in room %s', (file, room) => {
    expect(roomOf(file)).toBe(room);
  });
});

describe('importFault', () => {
  test.each([
    ['src/core/units.ts', 'zod'],
    ['src/engine/score/rank.ts', '#core/rounding.ts'],
    ['src/engine/score/rank.ts', '../table/column.ts'],
    ['src/engine/table/arrow.ts', '@uwdata/flechette'],
    ['src/engine/score/rank.test.ts', 'fast-check'],
    ['src/engine/score/rank.test.ts', '#platform/sheets/read.ts'],
    ['src/platform/sheets/read.ts', 'node:fs'],
    ['src/cli/main.ts', '#engine/index.ts'],
    ['src/server/slices.ts', '#features/parks/service.ts'],
    ['src/features/parks/web/list.tsx', '#features/land/model.ts'],
    ['src/features/parks/web/list.tsx', '../contract.ts'],
    ['vitest.config.ts', 'vitest/config'],
  ])('%s may import %s', (file, specifier) => {
    expect(importFault(file, specifier)).toBeUndefined();
  });

  test.each([
    ['src/core/units.ts', 'yaml', 'package yaml'],
    ['src/core/units.ts', '#engine/score/rank.ts', 'room engine'],
    ['src/engine/score/rank.ts', 'node:fs', 'package node:fs'],
    ['src/engine/score/rank.ts', '#platform/sheets/read.ts', 'room platform'],
    ['src/engine/score/rank.ts', '#test/kit/columns.ts', 'room test'],
    ['src/engine/scheme/compile/tree.ts', '../../score/ahp.ts', "write '#room/…'"],
    ['src/engine/score.ts', '../core/units.ts', "write '#room/…'"],
    ['src/platform/sheets/read.ts', '#cli/main.ts', 'room cli'],
    ['src/server/app.ts', '#web/main.tsx', 'room web'],
    ['src/features/parks/contract.ts', '#platform/db/pool.ts', 'room platform'],
    ['src/features/parks/service.ts', '#features/land/service.ts', 'not listed'],
    ['src/features/parks/service.ts', '#capabilities/audit/store.ts', 'to itself'],
    ['src/capabilities/audit/service.ts', '#features/land/model.ts', 'never knows a feature'],
    ['src/features/parks/web/list.tsx', '#features/land/service.ts', 'room features'],
    ['src/web/main.tsx', 'node:fs', 'package node:fs'],
  ])('%s may not import %s', (file, specifier, reason) => {
    expect(importFault(file, specifier)).toContain(reason);
  });
});
