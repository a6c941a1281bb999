// Run by the build as `node scripts/keep-code.mjs <bundle> <arguments of the program>`: runs the program once, so that V8
// compiles what a usual run needs, and keeps the result beside the bundle for the launcher.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import process from 'node:process';
import { constants, Script } from 'node:vm';

const [file = '', ...args] = process.argv.slice(2);
process.argv = [process.execPath, file, ...args];
const script = new Script(readFileSync(file, 'latin1'), {
  filename: file,
  importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
});
process.on('exit', () => {
  writeFileSync(`${file}.code`, script.createCachedData());
});
const program = /** @type {(require: NodeJS.Require, module: object, filename: string) => void} */ (
  script.runInThisContext()
);
program(createRequire(file), {}, file);
