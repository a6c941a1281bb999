import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCommandLine } from '../command-line.ts';

const SCHEME = 'docs/guide/example/shili-2024.yaml';
const [DATA, PREVIOUS] = [
  'docs/guide/example/enterprises-2024.csv',
  'docs/guide/example/enterprises-2023.csv',
];

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mujun-convert-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

async function run(...argv: string[]): Promise<string> {
  const printed: string[] = [];
  const print = (text: string): void => void printed.push(text);
  await runCommandLine(argv, { lang: 'zh', out: print, err: print, progress: () => undefined });
  return printed.join('\n');
}

const evaluated = (data: string): Promise<string> =>
  run('evaluate', '-s', SCHEME, '-d', data, '--previous', PREVIOUS);

// Numbers, flags, categories and dates are all in the example; a date written as a number of days would move class T.
test.each(['csv', 'xlsx', 'json', 'arrow'])('figures converted to %s evaluate as before', async (ending) => {
  const out = join(folder, `figures.${ending}`);
  await run('convert', '-s', SCHEME, '-d', DATA, '-o', out);
  expect(await evaluated(out)).toBe(await evaluated(DATA));
});
