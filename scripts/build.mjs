// `npm run build` bundles the command line into dist/; `node scripts/build.mjs <name> <entry> <folder> <arguments>` bundles
// another program of ours in the same way. `<name>.js` starts it, with the code that V8 compiled for it kept beside it.
// `schemes/` is not bundled; the program finds it beside the package.json of the project.
import { execFileSync } from 'node:child_process';
import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';

const MODULE_URL = "const moduleUrl = require('node:url').pathToFileURL(__filename).href;";

const SERVER_PACKAGES = [
  'pg',
  'kysely',
  '@electric-sql/*',
  'hono',
  '@hono/*',
  '@orpc/*',
  'better-auth',
  'pg-boss',
  'pino',
  'prom-client',
  '@e965/xlsx',
  '@myriaddreamin/*',
  'subset-font',
];

const RESULT = join(tmpdir(), `mujun-build-${process.pid}.csv`);
const USUAL_RUN = [
  'evaluate',
  '--scheme=huangyan-2022-above-scale-areas',
  '--data=examples/lishui-2019.csv',
  `--out=${RESULT}`,
];

const [name = 'mujun', entry = 'src/cli/main.ts', folder = 'dist', ...given] = process.argv.slice(2);
const program = `${folder}/program.js`;

await rm(folder, { recursive: true, force: true });
await bundle({
  [name]: 'scripts/launcher.mjs',
  'sheet-worker': 'src/platform/sheets/sheet-worker.ts',
  'compute-worker': 'src/features/evaluation/worker/compute-worker.ts',
  'render-worker': 'src/platform/documents/render-worker.ts',
});
// The program is one function, which the launcher calls with what a module of Node has.
await bundle({ program: entry }, '(function (require, module, __filename) {\n', '})');
await writeInAscii(program);
await writeFile(`${folder}/package.json`, '{ "type": "commonjs" }\n');
// A usual run teaches V8 what has to be compiled.
const run = given.length === 0 ? USUAL_RUN : given;
execFileSync(process.execPath, ['scripts/keep-code.mjs', resolve(program), ...run], {
  stdio: ['ignore', 'ignore', 'inherit'],
});
await rm(RESULT, { force: true });

for (const file of await readdir(folder)) {
  const { size } = await stat(`${folder}/${file}`);
  console.log(`${folder}/${file}  ${Math.ceil(size / 1024)} KiB`);
}

/**
 * CommonJS, because V8 keeps compiled code only for scripts, and Node starts them sooner than modules.
 * @param {Record<string, string>} entryPoints
 */
async function bundle(entryPoints, before = '', after = '') {
  await build({
    entryPoints,
    outdir: folder,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    // The server's packages stay outside: some of them bring files of their own, and the commands of the engine need none.
    external: SERVER_PACKAGES,
    define: { 'import.meta.url': 'moduleUrl' },
    banner: { js: before + MODULE_URL },
    footer: { js: after },
    logLevel: 'warning',
  });
}

/**
 * esbuild leaves characters beyond ASCII only in regular expressions. Without them a byte is a character, and the launcher
 * need not decode the program.
 * @param {string} file
 */
async function writeInAscii(file) {
  const text = await readFile(file, 'utf8');
  const escaped = text.replaceAll(/[\u0080-\uffff]/g, (unit) => {
    return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
  await writeFile(file, escaped);
}
