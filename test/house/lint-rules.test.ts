import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { absolute, isRecord } from './repository.ts';

const TOP = '// What the file is for.\n';

/** A file, what stands in it, and the rules of lint/house.js it breaks. */
const CASES: readonly (readonly [file: string, code: string, breaks: string[]])[] = [
  ['src/engine/sibling.ts', `${TOP}import { round } from '#core/rounding.ts';`, []],
  ['src/engine/quoted.ts', `${TOP}export const a = "import fs from 'node:fs'";`, []],
  ['src/engine/node.ts', `${TOP}import fs from 'node:fs';`, ['imports']],
  ['src/engine/node-type.ts', `${TOP}import type { Stats } from 'node:fs';`, ['imports']],
  ['src/engine/node-late.ts', `${TOP}export const read = () => import('node:fs');`, ['imports']],
  ['src/engine/node-inline.ts', `${TOP}export type Stats = import('node:fs').Stats;`, ['imports']],
  ['src/engine/score/deep/climb.ts', `${TOP}import { b } from '../../b.ts';`, ['imports']],

  ['src/engine/index.ts', `${TOP}export { rank } from './score/rank.ts';`, []],
  ['src/features/parks/web/index.tsx', `${TOP}export { routes } from './routes.tsx';`, []],
  ['src/engine/own.ts', `${TOP}const b = 1; export { b };`, []],
  ['src/engine/some.ts', `${TOP}export { rank } from './score/rank.ts';`, ['no-barrel']],
  ['src/engine/all.ts', `${TOP}export * from './score/rank.ts';`, ['no-barrel']],

  ['src/core/half-width.test.ts', TOP, []],
  ['src/features/parks/store.db.test.ts', TOP, []],
  ['src/web/ui/ScoreTable.tsx', TOP, []],
  ['vitest.config.ts', TOP, []],
  ['src/core/index.ts', TOP, ['file-name']],
  ['src/core/camelCase.ts', TOP, ['file-name']],
  ['src/core/PascalCase.ts', TOP, ['file-name']],
  ['src/core/snake_case.ts', TOP, ['file-name']],

  ['src/core/standard.ts', '// GB/T 4754-2017, section 3; UTF-8; SHA-256; 台政发〔2022〕12号\n', []],
  ['src/core/text.ts', `${TOP}export const a = '#12 -----';`, []],
  ['src/core/number.ts', '// See #12.\n', ['plain-comments']],
  ['src/core/ticket.ts', '/** As asked in issue 12. */\n', ['plain-comments']],
  ['src/core/banner.ts', `${TOP}// ===== scores =====\n`, ['plain-comments']],

  ['src/cli/main.ts', `#!/usr/bin/env node\n${TOP}export const a = 1;`, []],
  ['src/core/docstring.ts', '/** Units. */\nexport const a = 1;', []],
  ['src/core/silent.ts', 'export const a = 1;', ['opening']],
  ['src/core/late.ts', 'export const a = 1; // a number', ['opening']],
];

/** Runs the real linter with the rules of the house over all cases; the rules each file breaks. */
function lintCases(): Map<string, string[]> {
  const repository = mkdtempSync(path.join(tmpdir(), 'mujun-lint-'));
  const rules = ['imports', 'no-barrel', 'file-name', 'plain-comments', 'opening'];
  const config = {
    jsPlugins: [absolute('lint/house.js')],
    categories: { correctness: 'off' },
    rules: Object.fromEntries(rules.map((rule) => [`house/${rule}`, 'error'])),
  };
  for (const [file, code] of [...CASES, ['.oxlintrc.json', JSON.stringify(config)] as const]) {
    mkdirSync(path.join(repository, path.dirname(file)), { recursive: true });
    writeFileSync(path.join(repository, file), code);
  }
  const linter = absolute('node_modules/oxlint/bin/oxlint');
  const run = spawnSync(process.execPath, [linter, '-f', 'json'], { cwd: repository, encoding: 'utf8' });
  rmSync(repository, { recursive: true });

  const report: unknown = JSON.parse(run.stdout);
  const diagnostics = isRecord(report) && Array.isArray(report['diagnostics']) ? report['diagnostics'] : [];
  const broken = new Map<string, string[]>();
  for (const diagnostic of diagnostics.filter(isRecord)) {
    const rule = String(diagnostic['code']).replace(/^house\((.+)\)$/, '$1');
    const file = String(diagnostic['filename']);
    broken.set(file, [...(broken.get(file) ?? []), rule]);
  }
  return broken;
}

const broken = lintCases();

test.each(CASES)('%s: %j breaks %j', (file, _code, breaks) => {
  expect(broken.get(file) ?? []).toEqual(breaks);
});
