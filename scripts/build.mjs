// Bundles the command line into dist/: a launcher, the program with its compiled code, and the thread it starts.
// `schemes/` is not bundled; the program finds it beside its own package.json.
import { execFileSync } from 'node:child_process';
import { readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { resolve } from 'node:path';
import { build } from 'esbuild';

/** @type {import('esbuild').BuildOptions} */
const BUNDLE = {
  outdir: 'dist',
  bundle: true,
  // CommonJS, because V8 keeps compiled code only for scripts, and Node starts them sooner than modules.
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  define: { 'import.meta.url': 'moduleUrl' },
  logLevel: 'warning',
};
const MODULE_URL = "const moduleUrl = require('node:url').pathToFileURL(__filename).href;";

await rm('dist', { recursive: true, force: true });
await build({
  ...BUNDLE,
  entryPoints: { mujun: 'scripts/launcher.mjs', 'sheet-worker': 'src/platform/sheets/sheet-worker.ts' },
  banner: { js: MODULE_URL },
});
// The program is one function, which the launcher calls with what a module of Node has.
await build({
  ...BUNDLE,
  entryPoints: { program: 'src/cli/main.ts' },
  banner: { js: `(function (require, module, __filename) {\n${MODULE_URL}` },
  footer: { js: '})' },
});
await writeFile('dist/package.json', '{ "type": "commonjs" }\n');

const result = resolve(tmpdir(), `mujun-build-${process.pid}.csv`);
const RUN = [
  'evaluate',
  '--scheme=huangyan-2022-above-scale-areas',
  '--data=examples/lishui-2019.csv',
  `--out=${result}`,
];
execFileSync(process.execPath, ['scripts/keep-code.mjs', resolve('dist/program.js'), ...RUN], {
  stdio: ['ignore', 'ignore', 'inherit'],
});
await rm(result);

for (const file of await readdir('dist')) {
  const { size } = await stat(`dist/${file}`);
  console.log(`dist/${file}  ${Math.ceil(size / 1024)} KiB`);
}
