// Bundles the command line into dist/: a file for the program, one for each thread it starts, and what they share.
// `schemes/` is not bundled; the program finds it beside its own package.json.
import { rm, stat } from 'node:fs/promises';
import { build } from 'esbuild';

const ENTRIES = {
  mujun: 'src/cli/main.ts',
  'sheet-worker': 'src/platform/sheets/sheet-worker.ts',
};

// Packages published as CommonJS, such as yaml, call require(); an ES module has to be given one.
const REQUIRE =
  "import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);";

await rm('dist', { recursive: true, force: true });
const { metafile } = await build({
  entryPoints: ENTRIES,
  outdir: 'dist',
  bundle: true,
  // Commands are loaded when they are called, so each stays a file of its own.
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  sourcemap: true,
  banner: { js: REQUIRE },
  metafile: true,
  logLevel: 'warning',
});

for (const file of Object.keys(metafile.outputs).filter((name) => name.endsWith('.js'))) {
  const { size } = await stat(file);
  console.log(`${file}  ${Math.round(size / 1024)} KiB`);
}
